"""A Mastodon server in small, written from its documentation (docs.joinmastodon.org, 4.5)."""

import html
import json
import re
import socket
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.servers.web import Asked, WebServer

TOKEN = "geheim-token-winkel"
SHOP, BERT, ANNA = "1", "2", "3"
ACCTS = {SHOP: "winkel", BERT: "bert", ANNA: "anna@elders.example"}
_WRITES = {"write", "write:statuses"}
_READS = {"read", "read:statuses", "read:notifications", "read:accounts"}
_MENTION = re.compile(r"(?<![\w/])@([\w.-]*\w(?:@[\w.-]*\w)?)")
_URL = re.compile(r"https?://\S+")

Json = dict[str, Any]
Reply = tuple[int, Any]


class MastodonModel(WebServer):
    """Statuses and notifications of one server; ids are numbers as text, newest first in pages.

    Attributes:
        fault: "" | "token" | "scope" | "disabled" | "busy" | "down" | "nonsense" | "no list" |
            "no id": how every answer fails.
        lose: the answer to the next status that is published gets lost, `broken` has no id.
        tells_scopes, app_token: it says what a token may do; only to a token of the application.
        pending: files are still being worked on.
        files_at, files_gone, files_down: where files stand, and how they fail; `given`: those that
            were asked.
    """

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.now = now
        self.fault = ""
        self.scopes = {"read", "write"}
        self.lose = self.broken = self.pending = False
        self.tells_scopes, self.app_token = True, False
        self.statuses: dict[str, Json] = {}
        self.notices: dict[str, Json] = {}
        self.media: dict[str, bytes] = {}
        self.files_at, self.files_gone, self.files_down = self.url, False, False
        self.given: list[str] = []
        self.published: dict[str, str] = {}
        self.limit = 500
        self.streaming = ""
        self._ids = 97

    # --- what people do ----------------------------------------------------------------------

    def write(
        self,
        who: str,
        text: str,
        *,
        answers: str | None = None,
        visibility: str = "public",
        media: tuple[str, ...] = (),
        spoiler: str = "",
        words: str | None = None,
    ) -> Json:
        """Let somebody write a status; who is mentioned gets a notification."""
        number = self._next()
        named = list(dict.fromkeys(_MENTION.findall(_URL.sub(" ", text))))
        people = [one for one, acct in ACCTS.items() if acct in named and one != who]
        parent = self.statuses.get(answers or "")
        status: Json = {
            "id": number,
            "uri": f"https://voorbeeld.example/statuses/{number}",
            "url": f"https://voorbeeld.example/@{ACCTS[who]}/{number}",
            "created_at": self._iso(),
            "edited_at": None,
            "in_reply_to_id": answers,
            "in_reply_to_account_id": parent["account"]["id"] if parent else None,
            "visibility": visibility,
            "spoiler_text": spoiler,
            "content": _rendered(text),
            "account": self._account(who),
            "mentions": [
                {"id": one, "acct": ACCTS[one], "username": ACCTS[one].partition("@")[0]}
                for one in people
            ],
            "media_attachments": [
                {
                    "id": one,
                    "type": "image",
                    "url": f"{self.files_at}/media/{one}.png",
                    "description": words,
                }
                for one in media
            ],
            "language": "nl",
        }
        self.statuses[number] = status
        if SHOP in people:
            self.notify("mention", who, number)
        return status

    def notify(self, kind: str, who: str, status: str | None) -> str:
        """Give the shop a notification."""
        number = self._next()
        self.notices[number] = {
            "id": number,
            "type": kind,
            "created_at": self._iso(),
            "account": self._account(who),
            "of": status,
        }
        return number

    def edit(self, number: str, text: str) -> None:
        """Let the author change a status; nobody who is mentioned is told."""
        self.statuses[number] |= {"content": _rendered(text), "edited_at": self._iso()}

    def delete(self, number: str, *, empty: bool = False) -> None:
        """Let the author delete a status: its notifications go with it, or stay `empty`."""
        del self.statuses[number]
        if empty:
            return
        self.notices = {key: one for key, one in self.notices.items() if one["of"] != number}

    def _next(self) -> str:
        self._ids += 1
        self.now += timedelta(seconds=1)
        return str(self._ids)

    def _iso(self) -> str:
        return self.now.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _account(self, who: str) -> Json:
        acct = ACCTS[who]
        name = acct.partition("@")[0]
        return {
            "id": who,
            "acct": acct,
            "username": name,
            "display_name": name.title(),
            "followers_count": 1200,
            "bot": False,
        }

    # --- what it answers ---------------------------------------------------------------------

    def _answer(self, connection: socket.socket, path: str) -> None:
        asked = self.asked[-1]
        if path.startswith("/media/"):
            self._give_file(connection, path)
            return
        status, value = self._faulty(path) or self._reply(asked, path)
        if self.lose and asked.method == "POST" and path == "/api/v1/statuses":
            self.lose = False
            raise ConnectionResetError
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        left = 0 if status == 429 else 299
        reset = (self.now + timedelta(minutes=5)).isoformat().replace("+00:00", "Z")
        headers = {
            "X-RateLimit-Limit": "300",
            "X-RateLimit-Remaining": str(left),
            "X-RateLimit-Reset": reset,
        }
        self.pages = {path: (status, headers, body)}
        super()._answer(connection, path)

    def _give_file(self, connection: socket.socket, path: str) -> None:
        """Answer with a file, which is no part of the API and needs no token."""
        assert "authorization" not in self.asked.pop().headers
        self.given.append(path)
        status = 503 if self.files_down else 404 if self.files_gone else 200
        self.pages = {path: (status, {"Content-Type": "image/png; x=1"}, b"PNG" + path.encode())}
        super()._answer(connection, path)

    def _faulty(self, path: str) -> Reply | None:
        faults: dict[str, Reply] = {
            "token": (401, {"error": "The access token is invalid"}),
            "scope": (403, {"error": "This action is outside the authorized scopes"}),
            "disabled": (403, {"error": "Your login is currently disabled"}),
            "forbidden": (403, {"error": "This action is not allowed"}),
            "busy": (429, {"error": "Too many requests"}),
            "down": (503, b"<html>Onderhoud</html>"),
            "nonsense": (200, b"<html>"),
            "no list": (200, {"error": None}),
            "no id": (200, [{"type": "mention"}]),
        }
        if self.fault == "no id" and "verify" in path:
            return None
        return faults.get(self.fault)

    def _reply(self, asked: Asked, path: str) -> Reply:
        if path == "/api/v2/instance":
            return 200, self._instance()
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return 401, {"error": "The access token is invalid"}
        if not self.scopes & (_WRITES if asked.method == "POST" else _READS):
            return 403, {"error": "This action is outside the authorized scopes"}
        query = {name: values[0] for name, values in parse_qs(urlsplit(asked.target).query).items()}
        if asked.method == "POST":
            return self._write(asked, path)
        return self._read(path, query)

    def _read(self, path: str, query: dict[str, str]) -> Reply:
        if path == "/api/v1/accounts/verify_credentials":
            return 200, self._account(SHOP)
        if path == "/api/v1/apps/verify_credentials":
            if self.app_token:
                return 401, {"error": "The access token is invalid"}
            scopes = {"scopes": sorted(self.scopes)} if self.tells_scopes else {}
            return 200, {"name": "Balie"} | scopes
        if path == "/api/v1/notifications":
            return 200, self._notifications(query)
        if path == f"/api/v1/accounts/{SHOP}/statuses":
            own = {key: one for key, one in self.statuses.items() if one["account"]["id"] == SHOP}
            return 200, _paged(own, query, 40)
        if path.startswith("/api/v1/media/"):
            return (206 if self.pending else 200), {"id": path.rpartition("/")[2]}
        one = self.statuses.get(path.removeprefix("/api/v1/statuses/"))
        return (200, one) if one else (404, {"error": "Record not found"})

    def _notifications(self, query: dict[str, str]) -> list[Json]:
        wanted = query["types[]"]
        found = {
            key: {**one, "status": self.statuses.get(one["of"])}
            for key, one in self.notices.items()
            if one["type"] == wanted
        }
        return _paged(found, query, 80)

    def _write(self, asked: Asked, path: str) -> Reply:
        if path == "/api/v2/media":
            number = self._next()
            self.media[number] = asked.body
            return (202 if self.pending else 200), {"id": number, "type": "image"}
        given = json.loads(asked.body)
        key = asked.headers.get("idempotency-key", "")
        if key in self.published:
            return 200, self.statuses[self.published[key]]
        if given.get("in_reply_to_id") and given["in_reply_to_id"] not in self.statuses:
            return 404, {"error": "Record not found"}
        if len(given["status"]) > self.limit:
            words = f"Validation failed: Text character limit of {self.limit} exceeded"
            return 422, {"error": words}
        made = self.write(
            SHOP,
            given["status"],
            answers=given.get("in_reply_to_id"),
            visibility=given.get("visibility", "public"),
            media=tuple(given.get("media_ids", ())),
        )
        self.published[key] = made["id"]
        return 200, {} if self.broken else made

    def _instance(self) -> Json:
        return {
            "domain": "voorbeeld.example",
            "configuration": {
                "urls": {"streaming": self.streaming},
                "statuses": {
                    "max_characters": self.limit,
                    "max_media_attachments": 4,
                    "characters_reserved_per_url": 23,
                },
                "media_attachments": {"image_size_limit": 16777216},
            },
        }


def _paged(things: dict[str, Json], query: dict[str, str], most: int) -> list[Json]:
    """Return a page, newest first: with `min_id` what follows it at once, else the newest."""
    limit = min(int(query.get("limit", "20")), most)
    numbers = sorted(things, key=int)
    if "min_id" in query:
        numbers = [one for one in numbers if int(one) > int(query["min_id"])][:limit]
    else:
        numbers = numbers[-limit:]
    return [things[one] for one in reversed(numbers)]


def _rendered(text: str) -> str:
    """Return a text as Mastodon shows it: paragraphs, addresses in three parts, names alone."""
    shown = html.escape(text, quote=False)
    shown = _URL.sub(_link, shown)
    shown = _MENTION.sub(_name, shown)
    paragraphs = re.split(r"\n{2,}", shown)
    return "".join(f"<p>{one.replace(chr(10), '<br />')}</p>" for one in paragraphs if one)


def _link(found: re.Match[str]) -> str:
    scheme, rest = found[0].split("://", 1)
    return (
        f'<a href="{found[0]}" target="_blank"><span class="invisible">{scheme}://</span>'
        f'<span class="ellipsis">{rest[:30]}</span><span class="invisible">{rest[30:]}</span></a>'
    )


def _name(found: re.Match[str]) -> str:
    if found[1] not in ACCTS.values():
        return found[0]
    name = found[1].partition("@")[0]
    return (
        f'<span class="h-card"><a href="https://voorbeeld.example/{name}" class="u-url mention">'
        f"@<span>{name}</span></a></span>"
    )
