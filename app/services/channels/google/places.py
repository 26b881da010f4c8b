"""Finds the locations of a business at Google, and reads their reviews."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Event

from app.services.channels.api import Budget, Cursor, FetchResult, Json, RawItem
from app.services.channels.errors import PermissionMissing, ProtocolChanged, TargetGone
from app.services.channels.google.line import Line
from app.services.channels.google.review import Part, Place, gone_item, parts_of
from app.services.channels.google.seen import Seen, moment
from app.services.channels.kit import Node, answered

NAME = "Google"
STREAM = "reviews"
ACCOUNTS = "https://mybusinessaccountmanagement.googleapis.com"
LOCATIONS = "https://mybusinessbusinessinformation.googleapis.com"
REVIEWS = "https://mybusiness.googleapis.com"
READ_MASK = "name,title,storefrontAddress,metadata"

PACE = timedelta(minutes=30)
OVERLAP = timedelta(hours=24)
OPEN_FOR = timedelta(days=7)
PLACES_FOR = timedelta(hours=6)
"""How long the list of locations is believed."""

PAGE, MOST_PAGES = 50, 50
KEPT = 500
AWAITED = 20
"""Reviews that are asked for one by one: Google still looks at our answer, or it just went."""


class Business:
    """The locations that the signed-in owner manages.

    Args:
        server: base address of all three APIs; "" for Google's own three.
        wanted: part of the title, or the number, of the only location to read; "" for all.
    """

    def __init__(self, line: Line, server: str, wanted: str, now: Callable[[], datetime]) -> None:
        self.line, self._server, self._wanted, self._now = line, server, wanted, now
        self._places: list[Place] = []
        self._until: datetime | None = None

    def places(self) -> Sequence[Place]:
        """Return the locations, in a fixed order.

        Raises:
            PermissionMissing: there is none.
        """
        if self._until is None or self._now() >= self._until:
            # A location can be managed through several accounts; by the same one every time.
            asked = sorted(self._asked(), key=lambda place: place.name, reverse=True)
            found = {place.name.rpartition("/")[2]: place for place in asked}
            self._places = sorted(found.values(), key=lambda place: place.name)
            self._until = self._now() + PLACES_FOR
        if not self._places:
            self._until = None
            what = f"read reviews of {self._wanted}" if self._wanted else "manage a business"
            raise PermissionMissing(account=self.line.account, what=what)
        return self._places

    def _asked(self) -> Iterator[Place]:
        for account in self._pages(f"{self._server or ACCOUNTS}/v1/accounts", "accounts", {}):
            where = f"{self._server or LOCATIONS}/v1/{account['name'].text}/locations"
            params = {"readMask": READ_MASK, "pageSize": "100"}
            for one in self._pages(where, "locations", params):
                number, title = one["name"].text.rpartition("/")[2], one["title"].text
                if number and self._is_wanted(number, title):
                    name = f"{account['name'].text}/locations/{number}"
                    yield Place(name, title, one["metadata"]["mapsUri"].text)

    def _is_wanted(self, number: str, title: str) -> bool:
        wanted = self._wanted.casefold()
        return not wanted or wanted == number or wanted in title.casefold()

    def _pages(self, url: str, name: str, params: Mapping[str, str]) -> Iterator[Node]:
        page = ""
        for _ in range(MOST_PAGES):
            answer = self.line.get(url, {**params, "pageToken": page} if page else params)
            yield from listed(answer, name)
            page = answer["nextPageToken"].text
            if not page:
                return

    def reviews(self, place: str, **params: str) -> Node:
        """Read a page of reviews, those that changed last first."""
        asked = {"orderBy": "updateTime desc", **params}
        return self.line.get(f"{self.url(place)}/reviews", asked)

    def review(self, name: str) -> Node:
        """Read one review.

        Raises:
            TargetGone: it is not there any more.
        """
        return self.line.get(self.url(name))

    def url(self, name: str) -> str:
        """Return the address of a location or a review."""
        return f"{self._server or REVIEWS}/v4/{name}"


def listed(answer: Node, name: str) -> Node:
    """Return a list of an answer, which Google leaves out when it is empty.

    Raises:
        ProtocolChanged: something else stands there.
    """
    return answered(answer, name, NAME) if answer[name].raw is not None else Node([])


@dataclass(slots=True)
class _Walk:
    """Where the reading of one location stands."""

    place: str
    page: str
    top: str


class Reading:
    """One fetch: a page of one location; after the last one also the reviews that are awaited."""

    def __init__(self, business: Business, cursor: Cursor | None, now: datetime) -> None:
        told = Node(dict(cursor or {}))
        self._business, self._now = business, now
        self._since = moment(told["since"], now)
        self._walk = _Walk(told["place"].text, told["page"].text, told["top"].text)
        marks = told["marks"].raw
        names = marks if isinstance(marks, Mapping) else ()
        self._marks = {str(name): told["marks"][str(name)].text for name in names}
        self._awaited = list(dict.fromkeys(one.text for one in told["awaited"] if one.text))
        self._seen = Seen(told["seen"])
        self._items: list[RawItem] = []
        self._room = 0

    def look_after(self, reviews: Sequence[str]) -> None:
        """Ask for reviews that we just answered."""
        self._awaited = list(dict.fromkeys([*reviews, *self._awaited]))

    def read(self, budget: Budget, stop: Event) -> FetchResult:
        """Read on where the cursor stands."""
        self._room = max(1, budget.items)
        places = self._business.places()
        names = [place.name for place in places]
        at = names.index(self._walk.place) if self._walk.place in names else 0
        more = True
        if not self._read_place(places[at]):
            more = at + 1 < len(places)
            self._walk = _Walk(names[at + 1] if more else "", "", "")
        if not more and not stop.is_set():
            self._look_again(places)
        return FetchResult(
            self._items, self._cursor(names), more=more, next_after=None if more else PACE
        )

    def _cursor(self, places: Sequence[str]) -> Cursor:
        marks: dict[str, Json] = {name: self._marks[name] for name in places if name in self._marks}
        return {
            "since": self._since.isoformat(),
            "place": self._walk.place,
            "page": self._walk.page,
            "top": self._walk.top,
            "marks": marks,
            "awaited": list(self._awaited),
            "seen": self._seen.cursor(),
        }

    def _read_place(self, place: Place) -> bool:
        """Take in a page of a location; True when there is more of it."""
        page = self._page(place)
        if page is None:
            return False
        end, reached = self._end(place), False
        for review in listed(page, "reviews"):
            at = moment(review["updateTime"], self._now)
            if end is not None and at < end:
                reached = True
                break
            if not self._take(review, place):
                return True
            self._walk.top = max(self._walk.top, at.isoformat())
        # Not before: a page that is read again would give the same things without end.
        self._seen.keep_newest(KEPT)
        following = page["nextPageToken"].text
        if following and following != self._walk.page and not reached:
            self._walk.page = following
            return True
        self._marks[place.name] = max(self._marks.get(place.name, ""), self._walk.top)
        return False

    def _page(self, place: Place) -> Node | None:
        """Return a page of reviews; None to go on with the next location, until the next turn."""
        params = {"pageSize": str(min(PAGE, self._room))}
        if self._walk.page:
            params["pageToken"] = self._walk.page
        try:
            return self._business.reviews(place.name, **params)
        except TargetGone:
            return None  # taken away, or not verified yet
        except ProtocolChanged:
            if self._walk.page:
                return None  # the page is forgotten over there
            raise

    def _end(self, place: Place) -> datetime | None:
        mark = self._marks.get(place.name)
        return datetime.fromisoformat(mark) - OVERLAP if mark else None

    def _take(self, review: Node, place: Place) -> bool:
        """Take in what is new of a review; False when not all of it fitted."""
        try:
            parts = [one for one in parts_of(review, place, STREAM, self._now) if self._is_new(one)]
        except ValueError as error:
            raise ProtocolChanged(server=NAME, detail="a review without name") from error
        for part in parts[: self._room]:
            old = part.item.received_at < self._since - OPEN_FOR
            self._items.append(replace(part.item, history=old))
            self._seen.take(part.name, part.mark, part.item.received_at)
        left = len(parts) - self._room
        self._room = max(0, self._room - len(parts))
        self._await(review)
        return left <= 0

    def _is_new(self, part: Part) -> bool:
        return self._seen.is_new(part.name, part.mark)

    def _await(self, review: Node) -> None:
        """Look again later at a review whose answer Google has not shown yet."""
        name, state = review["name"].text, review["reviewReply"]["reviewReplyState"].text
        self._awaited = [one for one in self._awaited if one != name]
        if state == "PENDING":
            self._awaited.append(name)

    def _look_again(self, places: Sequence[Place]) -> None:
        by_name = {place.name: place for place in places}
        for name in self._awaited[:AWAITED]:
            place = by_name.get(name.rpartition("/reviews/")[0])
            if self._room < 1:
                return
            if place is None:
                self._awaited.remove(name)
                continue
            try:
                review = self._business.review(name)
            except TargetGone:
                self._awaited.remove(name)
                self._items.append(gone_item(STREAM, name, self._now))
                self._seen.forget(name)
            else:
                if not self._take(review, place):
                    self._awaited.append(name)
