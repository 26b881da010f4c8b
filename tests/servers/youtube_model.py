"""A YouTube channel in small, written from the reference of the YouTube Data API v3."""

import json
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from typing_extensions import override

from tests.servers.google_model import GoogleModel, Json, Reply, refusal
from tests.servers.web import Asked

SHOP, ANNA, BERT = (
    "UCwinkel00000000000000Aa",
    "UCanna000000000000000000",
    "UCbert000000000000000000",
)
NAMES = {SHOP: "@winkel", ANNA: "@Anna", BERT: "@Bert"}
PART = "/youtube/v3/"
_WITH_ID = {"part", "id", "textFormat"}


class YouTubeModel(GoogleModel):
    """Threads under the videos of one channel; a new reply does not move its thread up.

    Attributes:
        units, limit: what was used today, and what a day has.
        strict: a thread that is not there makes Google refuse the whole question for threads.
        closed: comments are switched off.
    """

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.now = now
        self.threads: dict[str, Json] = {}
        self.replies: dict[str, list[Json]] = {}
        self.units, self.limit = 0, 10_000
        self.strict = self.closed = False
        self.mine: list[Json] = [
            {"id": SHOP, "snippet": {"title": "De Winkel", "customUrl": "@winkel"}}
        ]

    # --- what people do ----------------------------------------------------------------------

    def write(self, who: str, text: str, *, at: datetime | None = None, held: bool = False) -> str:
        """Let somebody begin a thread."""
        name = f"Ugk{len(self.threads):03}"
        self.threads[name] = self._comment(name, who, text, at, held=held)
        self.replies[name] = []
        return name

    def reply(self, who: str, thread: str, text: str, *, held: bool = False) -> str:
        """Let somebody answer a thread."""
        name = f"{thread}.{len(self.replies[thread]):03}"
        self.replies[thread].append(self._comment(name, who, text, None, thread, held=held))
        return name

    def edit(self, name: str, text: str) -> None:
        """Let the author change a comment."""
        self.now += timedelta(minutes=1)
        for one in chain(self.threads.values(), *self.replies.values()):
            if one["id"] == name:
                one["text"], one["updatedAt"] = text, self._iso(self.now)

    def delete(self, name: str) -> None:
        """Take a thread away with all its replies."""
        del self.threads[name], self.replies[name]

    def _comment(
        self,
        name: str,
        who: str,
        text: str,
        at: datetime | None,
        parent: str | None = None,
        *,
        held: bool = False,
    ) -> Json:
        self.now += timedelta(minutes=1)
        moment = self._iso(at or self.now)
        return {"id": name, "who": who, "text": text, "publishedAt": moment, "updatedAt": moment,
                "parent": parent, "held": held}  # fmt: skip

    @staticmethod
    def _iso(at: datetime) -> str:
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")

    # --- the API -----------------------------------------------------------------------------

    @override
    def answer(self, asked: Asked, path: str, query: dict[str, str]) -> Reply:
        cost = 50 if asked.method == "POST" else 1
        if self.units + cost > self.limit:
            return refusal(403, "The request cannot be completed", "quotaExceeded")
        self.units += cost
        what = (asked.method, path.removeprefix(PART))
        if what == ("GET", "channels"):
            return 200, {"items": self.mine} if self.mine else {"pageInfo": {"totalResults": 0}}
        if what == ("GET", "commentThreads"):
            return self._list(query)
        if what == ("GET", "comments"):
            return self._replies(query)
        if what == ("POST", "comments"):
            return self._insert(json.loads(asked.body), query)
        return refusal(404, "Not found", "notFound")

    def _list(self, query: dict[str, str]) -> Reply:
        if "id" in query:
            return self._by_id(query)
        if query["allThreadsRelatedToChannelId"] != SHOP or query.get("order", "time") != "time":
            return refusal(404, "The channel cannot be found", "channelNotFound")
        held = query.get("moderationStatus") == "heldForReview"
        found = [
            one
            for one in self.threads.values()
            if (one["held"] or any(r["held"] for r in self.replies[one["id"]]) if held
                else not one["held"])
        ]  # fmt: skip
        found.sort(key=lambda one: (one["publishedAt"], one["id"]), reverse=True)
        return self._page(found, query, lambda one: self._thread(one, held=held))

    def _by_id(self, query: dict[str, str]) -> Reply:
        if set(query) - _WITH_ID:
            return refusal(400, "Incompatible parameters specified", "invalidParameter")
        names = query["id"].split(",")
        there = [self.threads[one] for one in names if one in self.threads]
        if self.strict and len(there) < len(names):
            return refusal(404, "One or more threads cannot be found", "commentThreadNotFound")
        return 200, {"items": [self._thread(one, by_id=True) for one in there]}

    def _replies(self, query: dict[str, str]) -> Reply:
        if query["parentId"] not in self.replies:
            return refusal(404, "The comment cannot be found", "commentNotFound")
        shown = [one for one in self.replies[query["parentId"]] if not one["held"]]
        return self._page(shown, query, self._shown)

    def _page(self, found: list[Json], query: dict[str, str], show: Any) -> Reply:
        size = int(query.get("maxResults", "20"))
        if not 1 <= size <= 100:
            return refusal(400, "Invalid value for maxResults", "invalidParameter")
        token = query.get("pageToken", "")
        names = [one["id"] for one in found]
        if token and token.removeprefix("na-") not in names:
            return refusal(400, "The page token is not valid", "invalidPageToken")
        start = names.index(token.removeprefix("na-")) + 1 if token else 0
        part = found[start : start + size]
        told: Json = {"items": [show(one) for one in part], "pageInfo": {"resultsPerPage": size}}
        if start + size < len(found):
            told["nextPageToken"] = f"na-{part[-1]['id']}"
        return 200, told

    def _insert(self, body: Json, query: dict[str, str]) -> Reply:
        snippet = body["snippet"]
        parent, text = self.threads.get(snippet["parentId"]), snippet["textOriginal"]
        if query["part"] != "snippet" or not text.strip():
            return refusal(400, "The comment must have a text", "commentTextRequired")
        if self.closed:
            return refusal(403, "Comments are disabled", "commentsDisabled")
        if parent is None:
            return refusal(404, "The parent cannot be found", "parentCommentNotFound")
        if parent["held"]:
            return refusal(400, "The parent comment is private", "parentCommentIsPrivate")
        name = self.reply(SHOP, parent["id"], text)
        return 200, self._shown(next(r for r in self.replies[parent["id"]] if r["id"] == name))

    def _thread(self, top: Json, *, held: bool = False, by_id: bool = False) -> Json:
        replies = [one for one in self.replies[top["id"]] if held or not one["held"]]
        thread: Json = {
            "kind": "youtube#commentThread",
            "id": top["id"],
            "snippet": {
                "channelId": SHOP, "videoId": "dQw4w9WgXcQ",
                "topLevelComment": self._shown(top, by_id=by_id),
                "canReply": True, "totalReplyCount": len(replies), "isPublic": not top["held"],
            },
        }  # fmt: skip
        if replies:
            thread["replies"] = {
                "comments": [self._shown(one, by_id=by_id) for one in replies[-5:]]
            }
        return thread

    def _shown(self, one: Json, *, by_id: bool = False) -> Json:
        snippet: Json = {
            "channelId": SHOP,
            "textDisplay": one["text"],
            "authorDisplayName": NAMES[one["who"]],
            "authorChannelId": {"value": one["who"]},
            "authorChannelUrl": f"http://www.youtube.com/{NAMES[one['who']]}",
            "likeCount": 0,
            "publishedAt": one["publishedAt"],
            "updatedAt": one["updatedAt"],
        }
        if one["who"] == SHOP:
            snippet["textOriginal"] = one["text"]
        if one["parent"]:
            snippet["parentId"] = one["parent"]
        # Google tells the owner of the channel, except where threads are asked for by id.
        if not by_id:
            snippet["moderationStatus"] = "heldForReview" if one["held"] else "published"
        return {"kind": "youtube#comment", "id": one["id"], "snippet": snippet}
