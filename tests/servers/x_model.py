"""A model of X's API v2 for the tests, written from its documentation and OpenAPI description."""

import html
import json
import re
import socket
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from typing_extensions import override

from tests.servers.web import Asked, WebServer

ME, ANNA, BERT = "100", "200", "300"
HANDLE = "winkel"
FIRST = 1990000000000000000
PROBLEMS = "https://api.x.com/2/problems/"
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_ALWAYS = ("id", "text", "edit_history_post_ids")
_OLDER = {"referenced_posts": "referenced_tweets", "note_post": "note_tweet",
          "edit_history_post_ids": "edit_history_tweet_ids"}  # fmt: skip


class ProblemError(Exception):
    """A refusal: status, kind of problem and detail (RFC 9457)."""

    def __init__(self, status: int, kind: str, detail: str = "", **headers: str) -> None:
        super().__init__(kind)
        self.status, self.headers = status, {n.replace("_", "-"): v for n, v in headers.items()}
        url = f"{PROBLEMS}{kind}" if kind != "about:blank" else kind
        self.body = {"title": kind, "detail": detail, "type": url, "status": status}


class XModel(WebServer):
    """One account of ours and two customers.

    Attributes:
        fault: what goes wrong from now on; "" for nothing.
        older: only the names from before the summer of 2026 are known.
        cut: what is written is carried out, and its answer lost.
        forgives: the refresh token before the last is taken too, as when its answer was lost.
    """

    def __init__(self) -> None:
        super().__init__()
        self.users = {
            number: {"id": number, "username": name, "name": shown, "verified": number == ANNA,
                     "public_metrics": {"followers_count": 10 * int(number)}}
            for number, name, shown in
            [(ME, HANDLE, "De Winkel"), (ANNA, "Anna", "Anna A."), (BERT, "bert_1", "Bert")]
        }  # fmt: skip
        self.posts: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.uploads: list[str] = []
        self.fault, self.older, self.cut, self.limited = "", False, False, False
        self.closed: set[str] = set()
        self.said: set[tuple[str, str]] = set()
        self.clock, self.number, self.looks = START, FIRST, 0
        self.access, self.refresh, self.refreshes = "acces-0", "refre-0", 0
        self.forgives, self.forgiven = False, ""

    def token(self) -> str:
        """Return the stored form of a token that is valid now."""
        return json.dumps({"access_token": self.access, "refresh_token": self.refresh})

    # --- what happens there ------------------------------------------------------------------

    def _next(self) -> tuple[str, str]:
        self.number += 1000
        self.clock += timedelta(minutes=1)
        return str(self.number), self.clock.strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def post(self, text: str, by: str = ANNA, to: str = "", **values: Any) -> str:
        """Let somebody post, in answer to a post or by itself; return its id."""
        number, at = self._next()
        answered = next((one for one in self.posts if one["id"] == to), None)
        urls = [
            {"url": f"https://t.co/{number[-6:]}{place}", "expanded_url": found}
            for place, found in enumerate(re.findall(r"https?://\S+", text))
        ]
        for one in urls:
            text = text.replace(one["expanded_url"], one["url"], 1)
        known = [
            one for one in self.users.values() if f"@{one['username']}".lower() in text.lower()
        ]
        post: dict[str, Any] = {
            "id": number, "text": html.escape(text, quote=False), "author_id": by,
            "created_at": at, "edit_history_post_ids": [number],
            "entities": {"urls": urls, "mentions": [
                {"id": one["id"], "username": one["username"]} for one in known]},
        }  # fmt: skip
        if len(text) > 280:
            post |= {"text": text[:270] + "…", "note_post": {"text": post["text"]}}
        post["conversation_id"] = answered["conversation_id"] if answered else number
        if answered:
            post["in_reply_to_user_id"] = answered["author_id"]
            post["referenced_posts"] = [{"type": "replied_to", "id": to}]
        self.posts.append(post | values)
        return number

    def edit(self, post_id: str, text: str) -> str:
        """Let the author change a post: it gets a new id, and the old one goes."""
        old = next(one for one in self.posts if one["id"] == post_id)
        self.posts.remove(old)
        number, _ = self._next()
        history = [*old["edit_history_post_ids"], number]
        self.posts.append({**old, "id": number, "text": text, "edit_history_post_ids": history})
        return number

    def message(self, text: str, by: str = ANNA, to: str = ME, **values: Any) -> str:
        """Let somebody send a direct message."""
        number, at = self._next()
        pair = "-".join(sorted((by, to), key=int))
        event = {"id": number, "text": html.escape(text, quote=False), "sender_id": by,
                 "event_type": "MessageCreate", "created_at": at,
                 "dm_conversation_id": pair}  # fmt: skip
        self.events.append(event | values)
        return number

    # --- the API -----------------------------------------------------------------------------

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        asked = self.asked[-1]
        status, headers, body = 200, dict[str, str](), b""
        try:
            if path == "/i/oauth2/authorize":
                status, headers = 302, self._back(asked)
            elif path == "/2/oauth2/token":
                body = json.dumps(self._renew(asked)).encode()
            else:
                body = self._faulty() or json.dumps(self._told(asked, path)).encode()
                status = 201 if path == "/2/tweets" else 200
        except ProblemError as problem:
            status, headers = problem.status, problem.headers
            body = json.dumps(problem.body).encode()
        if self.cut and asked.method == "POST" and path.startswith(("/2/tweets", "/2/dm_")):
            connection.shutdown(socket.SHUT_RDWR)
            return
        self.pages[path] = (status, headers, body)
        super()._answer(connection, path)

    def _faulty(self) -> bytes:
        known = {
            "401": ProblemError(401, "about:blank", "Unauthorized"),
            "403": ProblemError(403, "client-forbidden", "the app is not enrolled"),
            "busy": ProblemError(429, "about:blank", x_rate_limit_reset="1795770000"),
            "capped": ProblemError(429, "usage-capped"),
            "credits": ProblemError(402, "about:blank", "credits depleted"),
            "down": ProblemError(503, "about:blank"),
            "suspended": ProblemError(403, "about:blank", "Your account is suspended"),
        }
        if self.fault in known:
            raise known[self.fault]
        refused = {"type": f"{PROBLEMS}not-authorized-for-resource", "detail": "not yours"}
        odd = {"not JSON": b"<html>", "changed": b"{}", "a list": b"[]",
               "errors": json.dumps({"errors": [refused]}).encode(),
               "odd errors": b'{"errors": [{}]}'}  # fmt: skip
        return odd.get(self.fault, b"")

    def _back(self, asked: Asked) -> dict[str, str]:
        query = {name: one[0] for name, one in parse_qs(urlsplit(asked.target).query).items()}
        back = urlencode({"state": query["state"], "code": "code-1"})
        return {"Location": f"{query['redirect_uri']}?{back}"}

    def _told(self, asked: Asked, path: str) -> Any:
        query = {name: one[0] for name, one in parse_qs(urlsplit(asked.target).query).items()}
        if asked.headers.get("authorization") != f"Bearer {self.access}":
            raise ProblemError(401, "about:blank", "Unauthorized")
        name = path.rpartition("/")[2]
        if asked.method == "POST":
            return self._write(asked, path)
        if path == "/2/users/me":
            return {"data": {"id": ME, "username": self.users[ME]["username"], "name": "W"}}
        if path.startswith("/2/users/by/username/"):
            return self._user(unquote(name))
        if path == "/2/dm_events":
            return self._dm_events(query)
        if path == f"/2/users/{ME}/mentions":
            return self._list([one for one in self.posts if self._names_us(one)], query)
        if path == f"/2/users/{ME}/tweets":
            return self._list([one for one in self.posts if one["author_id"] == ME], query)
        raise ProblemError(404, "resource-not-found")

    def _renew(self, request: Asked) -> Any:
        asked = {name: one[0] for name, one in parse_qs(request.body.decode()).items()}
        valid = {self.refresh, self.forgiven}
        if asked["grant_type"] == "refresh_token" and asked["refresh_token"] not in valid:
            raise ProblemError(400, "invalid-request")
        if self.forgives:
            self.forgiven = asked.get("refresh_token", "")
        self.refreshes += 1
        self.access, self.refresh = f"acces-{self.refreshes}", f"refre-{self.refreshes}"
        return {"access_token": self.access, "refresh_token": self.refresh, "expires_in": 7200,
                "token_type": "bearer"}  # fmt: skip

    def _names_us(self, post: dict[str, Any]) -> bool:
        names = [one["id"] for one in post["entities"]["mentions"]]
        return post["author_id"] != ME and ME in names

    def _user(self, name: str) -> Any:
        for number, one in self.users.items():
            if one["username"].lower() == name.lower():
                return {"data": {**one, "receives_your_dm": number not in self.closed}}
        detail = f"Could not find user with username: [{name}]."
        return {"errors": [{"type": f"{PROBLEMS}resource-not-found", "detail": detail}]}

    def _list(self, things: list[dict[str, Any]], query: dict[str, str]) -> Any:
        fields = "tweet.fields" if self.older else "post.fields"
        if {"post.fields", "tweet.fields"} & query.keys() - {fields}:
            raise ProblemError(
                400, "invalid-request", "The query parameter is not one of the known"
            )
        if not 5 <= int(query["max_results"]) <= 100:
            raise ProblemError(400, "invalid-request", "max_results")
        after, start = int(query.get("since_id", "0")), query.get("start_time", "")
        things = [
            one
            for one in sorted(things, key=lambda one: -int(one["id"]))[:800]
            if int(one["id"]) > after and one["created_at"] >= start
        ]
        wanted = {*_ALWAYS, *query[fields].split(",")}
        return self._page(things, query, lambda one: self._shown(one, wanted))

    def _shown(self, post: dict[str, Any], wanted: set[str]) -> dict[str, Any]:
        names = {name: _OLDER.get(name, name) if self.older else name for name in post}
        shown = {names[name]: value for name, value in post.items()}
        default = {_OLDER.get(name, name) if self.older else name for name in _ALWAYS}
        return {name: value for name, value in shown.items() if name in wanted | default}

    def _dm_events(self, query: dict[str, str]) -> Any:
        self.looks += 1
        if self.limited and self.looks > 15:
            raise ProblemError(429, "rate-limit-exceeded", x_rate_limit_reset="1795770000")
        if not 1 <= int(query["max_results"]) <= 100 or query["event_types"] != "MessageCreate":
            raise ProblemError(400, "invalid-request")
        wanted = {"id", "text", "event_type", *query["dm_event.fields"].split(",")}
        things = sorted(self.events, key=lambda one: -int(one["id"]))
        return self._page(things, query, lambda one: {n: v for n, v in one.items() if n in wanted})

    def _page(self, things: list[dict[str, Any]], query: dict[str, str], show: Any) -> Any:
        token, size = query.get("pagination_token", ""), int(query["max_results"])
        if token:
            if not token.startswith("below-"):
                raise ProblemError(400, "invalid-request", "pagination_token")
            below = int(token.removeprefix("below-"))
            things = [one for one in things if int(one["id"]) < below]
        page = things[:size]
        if not page:
            return {"meta": {"result_count": 0}}
        meta = {"result_count": len(page), "newest_id": page[0]["id"], "oldest_id": page[-1]["id"]}
        if len(things) > size:
            meta["next_token"] = f"below-{page[-1]['id']}"
        told: dict[str, Any] = {"data": [show(one) for one in page], "meta": meta}
        people = dict.fromkeys(one.get("author_id") or one["sender_id"] for one in page)
        shown = {"id", *query.get("user.fields", "username,name").split(",")}
        if "expansions" in query:
            told["includes"] = {"users": [
                {n: v for n, v in self.users[one].items() if n in shown}
                for one in people if one in self.users]}  # fmt: skip
        return told

    # --- writing -----------------------------------------------------------------------------

    def _write(self, asked: Asked, path: str) -> Any:
        if path == "/2/media/upload":
            category = re.search(rb'name="media_category"\r\n\r\n(\w+)', asked.body)
            assert category
            self.uploads.append(category[1].decode())
            return {"data": {"id": f"7{len(self.uploads)}", "media_key": "3_71"}}
        told = json.loads(asked.body)
        if path == "/2/tweets":
            return self._reply(told)
        other = path.split("/")[4]
        if other in self.closed:
            raise ProblemError(403, "about:blank", "You cannot send messages to this user.")
        files = told.get("attachments", [])
        text = told.get("text", "") + (" https://t.co/abc" if files else "")
        extra: dict[str, Any] = {"attachments": {"media_keys": ["3_71"]}} if files else {}
        if files:
            full = "https://x.com/messages/media/712"
            extra["entities"] = {"urls": [{"url": "https://t.co/abc", "expanded_url": full}]}
        number = self.message(text.strip(), by=ME, to=other, **extra)
        return {"data": {"dm_conversation_id": self.events[-1]["dm_conversation_id"],
                         "dm_event_id": number}}  # fmt: skip

    def _reply(self, told: dict[str, Any]) -> Any:
        to = told["reply"]["in_reply_to_tweet_id"]
        answered = next((one for one in self.posts if one["id"] == to), None)
        if answered is None:
            raise ProblemError(400, "resource-not-found", "the post is not there")
        if not self._names_us(answered):
            raise ProblemError(403, "about:blank", "Reply to this conversation is not allowed.")
        name = self.users[answered["author_id"]]["username"]
        files = told.get("media", {}).get("media_ids", [])
        where = f"https://x.com/{HANDLE}/status/1/photo/1"
        text = f"@{name} {told['text']}" + (f" {where}" if files else "")
        if (to, told["text"]) in self.said:
            detail = "You are not allowed to create a Tweet with duplicate content."
            raise ProblemError(403, "about:blank", detail)
        self.said.add((to, told["text"]))
        extra = {"attachments": {"media_keys": ["3_71"] * len(files)}} if files else {}
        number = self.post(text, by=ME, to=to, **extra)
        return {"data": {"id": number, "text": text}}
