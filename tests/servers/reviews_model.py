"""Google Business Profile in small, written from its reference: three APIs on one address."""

import json
from datetime import datetime, timedelta

from typing_extensions import override

from tests.servers.google_model import GoogleModel, Json, Reply, refusal
from tests.servers.web import Asked

ACCOUNT, PLACE, OTHER = "accounts/11", "accounts/11/locations/21", "accounts/12/locations/22"
GATE = refusal(
    429,
    "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'",
    "",
    "RESOURCE_EXHAUSTED",
    {"reason": "RATE_LIMIT_EXCEEDED", "metadata": {"quota_limit_value": "0"}},
)
"""What a project gets that Google has not let in yet."""


class ReviewsModel(GoogleModel):
    """Reviews by name; lists leave out what is empty, as proto3 in JSON does.

    Attributes:
        places: title by name of location in version 4.
        touches: an answer also changes when its review was updated.
        moderates: a new answer is PENDING first.
    """

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.now = now
        self.reviews: dict[str, Json] = {}
        self.places = {PLACE: "De Winkel Utrecht"}
        self.unverified: set[str] = set()
        self.touches, self.moderates = True, False

    # --- what people do ----------------------------------------------------------------------

    def write(
        self, text: str, stars: str = "TWO", *, place: str = PLACE, at: datetime | None = None
    ) -> str:
        """Let a customer review a location."""
        name = f"{place}/reviews/AbFv{len(self.reviews):03}"
        moment = self._tick() if at is None else self._iso(at)
        self.reviews[name] = {
            "name": name,
            "reviewId": name.rpartition("/")[2],
            "reviewer": {"displayName": "Anna de Vries", "profilePhotoUrl": "https://x.example/a"},
            "starRating": stars,
            "createTime": moment,
            "updateTime": moment,
        } | ({"comment": text} if text else {})
        return name

    def edit(self, name: str, text: str, stars: str = "FIVE") -> None:
        """Let the customer change his review."""
        self.reviews[name] |= {"comment": text, "starRating": stars, "updateTime": self._tick()}

    def answer_elsewhere(self, name: str, text: str) -> None:
        """Let the owner answer at Google itself."""
        self._put(name, text)

    def decide(self, name: str, state: str, violation: str = "") -> None:
        """Let Google decide about an answer; when the review was updated does not change."""
        reply = self.reviews[name]["reviewReply"]
        reply["reviewReplyState"] = state
        if violation:
            reply["policyViolation"] = violation

    def _put(self, name: str, text: str) -> Json:
        moment = self._tick()
        reply = {"comment": text, "updateTime": moment}
        if self.moderates:
            reply["reviewReplyState"] = "PENDING"
        self.reviews[name]["reviewReply"] = reply
        if self.touches:
            self.reviews[name]["updateTime"] = moment
        return reply

    def _tick(self) -> str:
        self.now += timedelta(minutes=1)
        return self._iso(self.now)

    @staticmethod
    def _iso(at: datetime) -> str:
        return at.strftime("%Y-%m-%dT%H:%M:%S.000000001Z")

    # --- the APIs ----------------------------------------------------------------------------

    @override
    def answer(self, asked: Asked, path: str, query: dict[str, str]) -> Reply:
        if path == "/v1/accounts":
            names = sorted({one.rpartition("/locations/")[0] for one in self.places})
            return self._page("accounts", [{"name": name} for name in names], query, 1)
        if path.startswith("/v1/"):
            return self._locations(path.removeprefix("/v1/").removesuffix("/locations"), query)
        name = path.removeprefix("/v4/")
        if asked.method == "PUT":
            return self._reply(name.removesuffix("/reply"), json.loads(asked.body)["comment"])
        if name.endswith("/reviews"):
            return self._listed(name.removesuffix("/reviews"), query)
        if name not in self.reviews:
            return refusal(404, "Requested entity was not found.", "", "NOT_FOUND")
        return 200, self.reviews[name]

    def _locations(self, account: str, query: dict[str, str]) -> Reply:
        if not query.get("readMask"):
            return refusal(400, "Request contains an invalid argument.", "", "INVALID_ARGUMENT")
        found = [
            {
                "name": f"locations/{name.rpartition('/')[2]}",
                "title": title,
                "metadata": {"mapsUri": f"https://maps.google.com/?cid={name[-2:]}"},
            }
            for name, title in self.places.items()
            if name.startswith(f"{account}/")
        ]
        return self._page("locations", found, query, int(query["pageSize"]))

    def _listed(self, place: str, query: dict[str, str]) -> Reply:
        if place not in self.places or place in self.unverified:
            return refusal(404, "Requested entity was not found.", "", "NOT_FOUND")
        size = int(query["pageSize"])
        if not 1 <= size <= 50 or query["orderBy"] != "updateTime desc":
            return refusal(400, "Request contains an invalid argument.", "", "INVALID_ARGUMENT")
        found = [one for name, one in self.reviews.items() if name.startswith(f"{place}/")]
        found.sort(key=lambda one: str(one["updateTime"]), reverse=True)
        return self._page("reviews", found, query, size)

    def _page(self, name: str, found: list[Json], query: dict[str, str], size: int) -> Reply:
        start = query.get("pageToken", "0")
        if not start.isdecimal() or int(start) > len(found):
            return refusal(400, "Invalid page token.", "", "INVALID_ARGUMENT")
        part = found[int(start) : int(start) + size]
        told: Json = {name: part} if part else {}
        if int(start) + size < len(found):
            told["nextPageToken"] = str(int(start) + size)
        return 200, told

    def _reply(self, name: str, text: str) -> Reply:
        if name not in self.reviews:
            return refusal(404, "Requested entity was not found.", "", "NOT_FOUND")
        if not text.strip() or len(text.encode()) > 4096:
            return refusal(400, "Request contains an invalid argument.", "", "INVALID_ARGUMENT")
        return 200, self._put(name, text)
