"""Instagram's Graph in small, written from Meta's documentation (Instagram Login).

Posts newest first, with the number of their comments. Comments: the 50 newest that stand by
themselves, each with its replies, without pages. Conversations newest first; of their messages the
20 newest have details. One private message per comment, within 7 days; answers within 24 hours.
"""

import socket
from datetime import UTC, datetime, timedelta
from typing import Any

from typing_extensions import override

from tests.servers.meta_model import GraphModel, GraphRefusal, Json, Request, chosen

TOKEN = "IGAAgeheimWinkelToken123"
SHOP: Json = {"id": "17841400000000001", "username": "winkel"}
ANNA: Json = {"id": "90010000000000001", "username": "Anna.J"}
BERT: Json = {"id": "90010000000000002", "username": "bert"}


class InstagramModel(GraphModel):
    """One account.

    Attributes:
        expands: details of messages come with their conversation; else each is asked for.
        renews: tokens can be renewed now.
        names: comments tell who wrote them in `from`, else by user name alone.
        paged: comments come in pages.
    """

    def __init__(self, now: datetime) -> None:
        super().__init__(now)
        self.token = TOKEN
        self.token_ways = {"header"}
        self.expands, self.names, self.paged = True, True, False
        self.media: list[Json] = []
        self.comments: dict[str, Json] = {}
        self.threads: dict[str, list[Json]] = {}
        self.hidden_threads = False
        self.renewals, self.renews = 0, True
        self.pictures: dict[str, bytes] = {}

    # --- what people do ----------------------------------------------------------------------

    def post(self, caption: str = "Nieuwe laarzen\nNu in de winkel") -> str:
        """Publish a picture."""
        self.tick(seconds=1)
        name = self.new_id()
        self.media.insert(
            0,
            {
                "id": name, "caption": caption, "timestamp": self.at(self.now),
                "permalink": f"https://www.instagram.com/p/{name}/",
            },
        )  # fmt: skip
        return name

    def comment(self, text: str, by: Json = ANNA, on: str = "", under: str = "") -> str:
        """Comment on a post, or under a comment."""
        self.tick(seconds=1)
        name = self.new_id()
        on = on or (self.comments[under]["on"] if under else self.media[0]["id"])
        self.comments[name] = {
            "id": name, "text": text, "timestamp": self.at(self.now), "on": on, "hidden": False,
            "username": by["username"], "from": by, "top": under,
        } | ({"parent_id": under} if under else {})  # fmt: skip
        return name

    def write(self, text: str, by: Json = ANNA, to: Json = SHOP, **more: Any) -> str:
        """Send a direct message."""
        self.tick(seconds=1)
        name = f"aWdfZAG1faXRlbTox{self.new_id()}"
        other = to if by is SHOP else by
        message = {
            "id": name, "created_time": self.at(self.now), "from": by, "message": text,
            "to": {"data": [to]},
        } | more  # fmt: skip
        self.threads.setdefault(other["id"], []).insert(0, message)
        return name

    def picture(self, content: bytes) -> Json:
        """Return an attachment, which stands at an address of its own."""
        name = f"file{len(self.pictures)}"
        self.pictures[f"/cdn/{name}"] = content
        url = f"{self.url}/cdn/{name}?signature=handtekening"
        return {"id": name, "mime_type": "image/jpeg", "image_data": {"url": url}}

    # --- the wire ----------------------------------------------------------------------------

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        if path.startswith("/cdn/"):
            assert "authorization" not in self.asked[-1].headers
            found = self.pictures.get(path)
            self.pages[path] = (404 if found is None else 200, {}, found or b"")
            super(GraphModel, self)._answer(connection, path)
            return
        super()._answer(connection, path)

    @override
    def _check_token(self, asked: Any, in_query: str) -> None:
        renews = asked.target.startswith("/refresh_access_token")
        self.token_ways = {"query"} if renews else {"header"}
        super()._check_token(asked, in_query)

    @override
    def handle(self, request: Request) -> Json:
        if request.method == "POST":
            if request.parts == ("me", "messages"):
                return self._send(request.form)
            return self._reply(request.parts[0], request.form["message"])
        match request.parts:
            case ("refresh_access_token",):
                return self._renewed()
            case ("me",):
                return chosen(self._me(), request.query["fields"])
            case "me", "media":
                return self.listed(request, [self._counted(one) for one in self.media])
            case "me", "conversations":
                return self._conversations(request)
        return self._below(request)

    def _below(self, request: Request) -> Json:
        name, *edge = request.parts
        if edge == ["comments"]:
            return self._comments(request, name)
        if edge == ["replies"]:
            return self.listed(request, [self._told(one) for one in self._under(name)])
        return self._node(request, name)

    def _renewed(self) -> Json:
        if not self.renews:
            raise GraphRefusal(2, 0, "Service temporarily unavailable", 500)
        self.renewals += 1
        self.token = f"{TOKEN}nieuw{self.renewals}"
        return {"access_token": self.token, "token_type": "bearer", "expires_in": 5183944}

    def _me(self) -> Json:
        ids = {"id": "2590000000000001", "user_id": SHOP["id"]}
        return ids | {"username": "Winkel", "account_type": "BUSINESS"}

    def _counted(self, media: Json) -> Json:
        count = sum(one["on"] == media["id"] for one in self.comments.values())
        return media | {"comments_count": count}

    def _told(self, comment: Json) -> Json:
        hidden = set() if self.names else {"from"}
        told = {name: one for name, one in comment.items() if name not in hidden}
        replies = [self._told(one) for one in self._under(comment["id"])]
        return told | ({"replies": {"data": replies}} if replies else {})

    def _under(self, name: str) -> list[Json]:
        return [one for one in self.comments.values() if one["top"] == name]

    def _comments(self, request: Request, media: str) -> Json:
        tops = [
            self._told(one)
            for one in reversed(self.comments.values())
            if one["on"] == media and not one["top"]
        ]
        told = self.listed(request, tops)
        if not self.paged:
            told.pop("paging", None)
        return told

    def _conversations(self, request: Request) -> Json:
        found = [
            {"id": f"t{name}", "updated_time": messages[0]["created_time"]}
            for name, messages in self.threads.items()
            if request.query.get("user_id", name) == name
        ]
        found.sort(key=lambda one: one["updated_time"], reverse=True)
        return self.listed(request, [] if self.hidden_threads else found)

    def _node(self, request: Request, name: str) -> Json:
        fields = request.query["fields"]
        if name in self.comments:
            return chosen(self._told(self.comments[name]), fields)
        if name.startswith("t") and name[1:] in self.threads:
            messages = self.threads[name[1:]]
            other = BERT if name[1:] == BERT["id"] else ANNA
            shown = messages[:20] if self.expands else []
            bare = [{"id": one["id"], "created_time": one["created_time"]} for one in messages]
            listed = [chosen(one, fields.partition("messages{")[2][:-1]) for one in shown]
            told: Json = {"id": name, "participants": {"data": [SHOP, other]}}
            return told | {"messages": {"data": listed or bare[:25]}}
        for messages in self.threads.values():
            for one in messages[:20]:
                if one["id"] == name:
                    return chosen(one, fields)
        raise GraphRefusal(100, 33, "Unsupported get request")

    # --- writing -----------------------------------------------------------------------------

    def _reply(self, name: str, text: str) -> Json:
        comment = self.comments.get(name)
        if comment is None:
            raise GraphRefusal(100, 33, "Unsupported post request")
        return {"id": self.comment(text, SHOP, under=comment["top"] or name)}

    def _send(self, form: Json) -> Json:
        to, text = form["recipient"], form["message"]["text"]
        if len(text.encode()) > 1000:
            raise GraphRefusal(100, 0, "Length of param message[text] must be less than 1000")
        if "comment_id" in to:
            comment = self.comments[to["comment_id"]]
            if comment.get("answered"):
                raise GraphRefusal(10900, 0, "Activity already replied to")
            comment["answered"] = True
            other = comment["from"]
        else:
            other = ANNA if to["id"] == ANNA["id"] else BERT
            theirs = [one for one in self.threads.get(to["id"], []) if one["from"] is not SHOP]
            if not theirs or self.now - _moment(theirs[0]) > timedelta(hours=24):
                raise GraphRefusal(10, 2534022, "Outside of allowed window")
        return {"recipient_id": other["id"], "message_id": self.write(text, SHOP, other)}


def _moment(message: Json) -> datetime:
    return datetime.fromisoformat(message["created_time"]).astimezone(UTC)
