"""A server of the AT protocol as its lexicons describe it: sessions, feeds, records, limits."""

import json
import socket
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

from tests.servers.bluesky_chat_model import ChatModel
from tests.servers.refused import Refused
from tests.servers.threaded import ThreadedServer
from tests.servers.web import Asked

DID, HANDLE, APP_PASSWORD = "did:plc:winkel", "winkel.test", "abcd-efgh-ijkl-mnop"
OTHER_PASSWORD = "qrst-uvwx-yz23-4567"
"""Another app password of the account, which does not allow direct messages."""

CHAT_SERVICE = "did:web:api.bsky.chat#bsky_chat"
_WRITES = {"createSession", "refreshSession", "putRecord", "acceptConvo", "sendMessage"}
_MAY_BE_LOST = {"com.atproto.repo.putRecord", "chat.bsky.convo.sendMessage"}
ANNA, ANNA_DID = "anna.test", "did:plc:anna"
BERT, BERT_DID = "bert.test", "did:plc:bert"
PEOPLE = {DID: (HANDLE, "Winkel"), ANNA_DID: (ANNA, "Anna"), BERT_DID: (BERT, "Bert")}
START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class BlueskyModel(ThreadedServer):
    """One account at a server, and what others wrote to it.

    Attributes:
        posts: by address, with cid, author, record, moment; `notified`: of others to us.
        valid, refreshes: the access token that works, the refresh token that works once.
        fault: what goes wrong from now on; `asked`: the methods that came,
            `requests`: all of them whole.
        lose: take the next write and cut the line; `blocked`: whose posts we may not answer.
    """

    def __init__(self) -> None:
        super().__init__()
        self.url = f"http://127.0.0.1:{self.port}"
        self.posts: dict[str, dict[str, object]] = {}
        self.notified: list[tuple[str, str]] = []
        self.valid, self.refreshes, self.numbers = "", "", 0
        self.fault, self.lose, self.mute = "", False, False
        self.asked: list[str] = []
        self.requests: list[Asked] = []
        self.written: list[dict[str, object]] = []
        self.blocked: set[str] = set()
        self.clock = START
        self.chat = ChatModel(DID, PEOPLE, START)
        self.pds = "http://elsewhere.test"  # not https: must not get the tokens

    # --- what happens there ----------------------------------------------------------------

    def post(
        self,
        text: str,
        *,
        own: bool = False,
        by: str = ANNA_DID,
        answers: str = "",
        reason: str = "mention",
        **more: object,
    ) -> str:
        """Let somebody write, in answer to a post or of himself; others' posts notify us."""
        self.clock += timedelta(seconds=7)
        did = DID if own else by
        if answers:
            more |= {"reply": {"root": self._root(answers), "parent": self.reference(answers)}}
        uri = f"at://{did}/app.bsky.feed.post/{len(self.posts):013d}"
        created = self.clock.isoformat().replace("+00:00", "Z")
        record = {"$type": "app.bsky.feed.post", "text": text, "createdAt": created, **more}
        self._keep(uri, record)
        if not own:
            self.notified.append((uri, reason))
        return uri

    def reference(self, uri: str) -> dict[str, object]:
        """Return how a record points at a post."""
        return {"uri": uri, "cid": self.posts[uri]["cid"]}

    def _root(self, uri: str) -> object:
        record = self.posts[uri]["record"]
        assert isinstance(record, dict)
        return record["reply"]["root"] if "reply" in record else self.reference(uri)

    def _keep(self, uri: str, record: dict[str, object]) -> None:
        did = uri.split("/")[2]
        handle, name = PEOPLE[did]
        self.posts[uri] = {
            "uri": uri,
            "cid": f"bafy{len(self.posts)}",
            "author": {"did": did, "handle": handle, "displayName": name, "viewer": {}},
            "record": record,
            "indexedAt": self.clock.isoformat().replace("+00:00", "Z"),
        }

    def expire(self) -> None:
        """Let the access token be over."""
        self.valid = ""

    # --- what it answers -------------------------------------------------------------------

    def serve(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as lines:
            while line := lines.readline():
                verb, target, _ = line.decode().split(" ", 2)
                headers = {}
                while line := lines.readline().strip():
                    name, _, value = line.decode().partition(":")
                    headers[name.lower()] = value.strip()
                body = lines.read(int(headers.get("content-length", "0")))
                self.requests.append(Asked(verb, target, headers, body))
                path, _, query = target.partition("?")
                method = path.removeprefix("/xrpc/")
                self.asked.append(method)
                chats = method.startswith("chat.bsky.")
                assert (headers.get("atproto-proxy") == CHAT_SERVICE) is chats
                token = headers.get("authorization", "").removeprefix("Bearer ")
                try:
                    answer = self._answer(verb, method, parse_qs(query), token, body)
                except Refused as refused:
                    told = {"error": refused.name, "message": refused.words}
                    _send(connection, refused.status, told, refused.headers)
                    continue
                if self.lose and method in _MAY_BE_LOST:
                    self.lose = False
                    return
                _send(connection, 200, answer, {})

    def _answer(
        self, verb: str, method: str, query: dict[str, list[str]], token: str, body: bytes
    ) -> object:
        name = method.rpartition(".")[2]
        assert verb == ("POST" if name in _WRITES else "GET")
        if self.fault == "busy":
            raise Refused(429, "RateLimitExceeded", {"ratelimit-reset": "1795770000"})
        if self.fault == "down":
            raise Refused(502, "UpstreamFailure")
        if name == "createSession":
            return self._create(json.loads(body))
        if name == "refreshSession":
            if token != self.refreshes:
                raise Refused(400, "ExpiredToken")
            return self._tokens()
        if not token or token != self.valid or self.fault == "never":
            raise Refused(400, "ExpiredToken")
        asked = json.loads(body) if body else query
        return self._signed_in(name, asked, chats=method.startswith("chat.bsky."))

    def _signed_in(self, name: str, asked: object, *, chats: bool) -> object:
        if self.fault in {"BlockedActor", "NotFound", "Nonsense"}:
            raise Refused(404 if self.fault == "Nonsense" else 400, self.fault)
        if self.fault == "changed":
            return {"surprise": []}
        return self.chat.answer(name, asked) if chats else getattr(self, f"_{name}")(asked)

    def _create(self, asked: dict[str, str]) -> object:
        if self.fault == "taken down":
            raise Refused(401, "AccountTakedown")
        allowed = {APP_PASSWORD: True, OTHER_PASSWORD: False}.get(asked["password"])
        if asked["identifier"] != HANDLE or allowed is None:
            raise Refused(401, "AuthenticationRequired")
        self.chat.allowed = allowed
        return self._tokens()

    def _tokens(self) -> object:
        self.numbers += 1
        self.valid, self.refreshes = f"acces-{self.numbers}-x", f"refre-{self.numbers}-x"
        document = {"service": [{"id": "#atproto_pds", "serviceEndpoint": self.pds}]}
        if self.fault == "no tokens":
            return {"did": DID}
        return {
            "accessJwt": self.valid, "refreshJwt": self.refreshes,
            "did": DID, "handle": HANDLE, "didDoc": document,
        }  # fmt: skip

    def _getSession(self, _: object) -> object:  # noqa: N802  the platform's name
        return {"did": DID, "handle": HANDLE}

    def _listNotifications(self, query: dict[str, list[str]]) -> object:  # noqa: N802
        assert query["reasons"] == ["mention", "reply", "quote"]
        things = [
            {**self.posts[uri], "reason": reason, "isRead": len(self.asked) % 2 == 0}
            for uri, reason in self.notified
            if uri in self.posts
        ]
        return _paged("notifications", things, query)

    def _getAuthorFeed(self, query: dict[str, list[str]]) -> object:  # noqa: N802
        assert query["actor"] == [HANDLE]
        ours: list[dict[str, object]] = [
            self._in_feed(post) for uri, post in self.posts.items() if uri.split("/")[2] == DID
        ]
        theirs: list[dict[str, object]] = [
            {"post": post, "reason": {"$type": "app.bsky.feed.defs#reasonRepost"}}
            for uri, post in self.posts.items()
            if uri.split("/")[2] != DID
        ]
        return _paged("feed", ours + theirs[:1], query)

    def _in_feed(self, post: dict[str, object]) -> dict[str, object]:
        record = post["record"]
        assert isinstance(record, dict)
        if "reply" not in record:
            return {"post": post}
        told = {
            name: self.posts.get(one["uri"], {"uri": one["uri"], "notFound": True})
            for name, one in record["reply"].items()
        }
        return {"post": post, "reply": told}

    def _getProfiles(self, query: dict[str, list[str]]) -> object:  # noqa: N802
        assert len(query["actors"]) <= 25
        more = {"followersCount": 1200, "verification": {"verifiedStatus": "valid"}}
        return {
            "profiles": [
                {"did": did, "handle": PEOPLE[did][0], "displayName": PEOPLE[did][1], **more}
                for did in query["actors"]
            ]
        }

    def _getPosts(self, query: dict[str, list[str]]) -> object:  # noqa: N802
        return {
            "posts": [
                {**self.posts[uri], "viewer": {"replyDisabled": uri in self.blocked}}
                for uri in query["uris"]
                if uri in self.posts
            ]
        }

    def _resolveHandle(self, query: dict[str, list[str]]) -> object:  # noqa: N802
        if query["handle"] != [ANNA]:
            raise Refused(400, "InvalidRequest")
        return {"did": ANNA_DID}

    def _putRecord(self, asked: dict[str, object]) -> object:  # noqa: N802
        if self.fault == "refuses":
            raise Refused(400, "InvalidRequest")
        if self.fault == "no method":
            raise Refused(404, "XRPCNotSupported")
        self.clock += timedelta(seconds=7)
        self.written.append(asked)
        uri = f"at://{asked['repo']}/{asked['collection']}/{asked['rkey']}"
        self._keep(uri, asked["record"])  # type: ignore[arg-type]
        return {} if self.mute else {"uri": uri, "cid": self.posts[uri]["cid"]}

    def _getRecord(self, query: dict[str, list[str]]) -> object:  # noqa: N802
        uri = f"at://{query['repo'][0]}/{query['collection'][0]}/{query['rkey'][0]}"
        if uri not in self.posts:
            raise Refused(400, "RecordNotFound")
        return {"uri": uri, "cid": "x", "value": self.posts[uri]["record"]}


def _paged(name: str, things: list[dict[str, object]], query: dict[str, list[str]]) -> object:
    """Newest first; the cursor is the place of the last one, and leads back in time."""
    limit, cursor = int(query["limit"][0]), query.get("cursor", [""])[0]
    assert 1 <= limit <= 100
    end = len(things) if not cursor else int(cursor)
    if not 0 <= end <= len(things):
        raise Refused(400, "InvalidRequest")
    start = max(0, end - limit)
    page = {name: things[start:end][::-1]}
    return page | {"cursor": str(start)} if start else page


def _send(connection: socket.socket, status: int, told: object, more: dict[str, str]) -> None:
    body = json.dumps(told).encode()
    head = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}"]
    head += [f"{name}: {value}" for name, value in more.items()]
    connection.sendall("\r\n".join([*head, "", ""]).encode() + body)
