"""The chat service behind a server of the AT protocol, as its lexicons (chat.bsky.convo) say."""

from datetime import datetime, timedelta
from typing import Any

from tests.servers.refused import Refused

Thing = dict[str, Any]


class ChatModel:
    """Conversations of one account, newest activity first in lists.

    Attributes:
        convos: by id, with members, status, messages (oldest first).
        closed: DIDs that take no messages, with the name of the refusal.
        allowed: the app password may use direct messages; `there`: the server knows the service.
        mute: a message that is sent is answered without an id; `forgets`: page tokens are refused.
    """

    def __init__(self, us: str, people: dict[str, tuple[str, str]], clock: datetime) -> None:
        self.us, self.people, self.clock = us, people, clock
        self.convos: dict[str, Thing] = {}
        self.closed: dict[str, str] = {}
        self.allowed = self.there = True
        self.mute = self.forgets = False
        self.read: list[str] = []

    # --- what people do ----------------------------------------------------------------------

    def convo(self, *others: str, status: str = "accepted") -> str:
        """Return the id of the conversation with others, which begins when there is none."""
        members = [self.us, *others]
        for name, one in self.convos.items():
            if one["members"] == members:
                return name
        name = f"3kconvo{len(self.convos):06d}"
        self.convos[name] = {"members": members, "status": status, "messages": []}
        return name

    def write(self, convo: str, by: str, text: str, **more: object) -> str:
        """Let somebody write; returns the id of the message."""
        self.clock += timedelta(seconds=7)
        count = sum(len(one["messages"]) for one in self.convos.values())
        name = f"3kmessage{count:06d}"
        kind = "chat.bsky.convo.defs#messageView"
        self.convos[convo]["messages"].append(
            {"$type": kind, "id": name, "rev": name, "text": text, "sender": {"did": by},
             "sentAt": self.clock.isoformat().replace("+00:00", "Z"), **more}
        )  # fmt: skip
        return name

    def hide(self, convo: str) -> None:
        """Let us delete the newest message for ourselves: only we do not see it any more."""
        last = self.convos[convo]["messages"][-1]
        del last["text"]
        last["$type"] = "chat.bsky.convo.defs#deletedMessageView"

    # --- what it answers ---------------------------------------------------------------------

    def answer(self, name: str, asked: Any) -> Any:
        if not self.there:
            raise Refused(400, "InvalidRequest", words="could not resolve proxy did")
        if not self.allowed:
            raise Refused(400, "InvalidToken", words="Bad token method")
        return getattr(self, f"_{name}")(asked)

    def _listConvos(self, asked: dict[str, list[str]]) -> Any:  # noqa: N802  the platform's name
        newest = sorted(
            (name for name, one in self.convos.items() if one["messages"]),
            key=lambda name: str(self.convos[name]["messages"][-1]["sentAt"]),
        )
        return self._paged("convos", [self._view(name) for name in newest], asked)

    def _getMessages(self, asked: dict[str, list[str]]) -> Any:  # noqa: N802
        convo = self._there(asked["convoId"][0])
        self.read.append(asked["convoId"][0])
        return self._paged("messages", convo["messages"], asked)

    def _paged(self, name: str, things: list[Thing], asked: dict[str, list[str]]) -> Any:
        limit, cursor = int(asked["limit"][0]), asked.get("cursor", [""])[0]
        assert 1 <= limit <= 100
        if cursor and self.forgets:
            raise Refused(400, "InvalidRequest")
        end = int(cursor) if cursor else len(things)
        start = max(0, end - min(limit, 10))  # a server may give less than was asked for
        page = {name: things[start:end][::-1]}
        return page | {"cursor": str(start)} if start else page

    def _there(self, convo: str) -> Thing:
        if convo not in self.convos:
            raise Refused(400, "InvalidConvo")
        return self.convos[convo]

    def _view(self, name: str) -> Thing:
        one = self.convos[name]
        members = [
            {"did": did, "handle": self.people[did][0], "displayName": self.people[did][1]}
            for did in one["members"]
        ]
        last = {"lastMessage": one["messages"][-1]} if one["messages"] else {}
        told = {"id": name, "rev": "1", "members": members, "muted": False, "unreadCount": 0}
        return told | {"status": one["status"]} | last

    def _getConvo(self, asked: dict[str, list[str]]) -> Any:  # noqa: N802
        self._there(asked["convoId"][0])
        return {"convo": self._view(asked["convoId"][0])}

    def _getConvoForMembers(self, asked: dict[str, list[str]]) -> Any:  # noqa: N802
        (did,) = asked["members"]
        if did in self.closed:
            raise Refused(400, self.closed[did])
        return {"convo": self._view(self.convo(did))}

    def _acceptConvo(self, asked: dict[str, str]) -> Any:  # noqa: N802
        convo = self._there(asked["convoId"])
        convo["status"] = "accepted"
        return {"rev": "2"}

    def _sendMessage(self, asked: dict[str, Any]) -> Any:  # noqa: N802
        convo = self._there(asked["convoId"])
        if convo["status"] != "accepted":
            raise Refused(400, "ConvoLocked")
        self.write(asked["convoId"], self.us, **asked["message"])
        return {} if self.mute else convo["messages"][-1]
