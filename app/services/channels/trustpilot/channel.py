"""Trustpilot: reviews of a firm with their order, answered once and in public."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from threading import Event, Lock
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    Parses,
    Prepared,
    RawItem,
    SecretBox,
    SendResult,
    SupportsReply,
    Traits,
)
from app.services.channels.errors import (
    AlreadyReplied,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.kit import ApiType, Call, Node, answered, setting, versioned
from app.services.channels.setup import Finding, SetupField
from app.services.channels.trustpilot.calls import CALLS, REVIEW_PATH, REVIEWS_PATH, Caller
from app.services.channels.trustpilot.parse import (
    GONE,
    changed,
    mark,
    parse_trustpilot,
    reply_key,
    review_of,
)
from app.services.channels.trustpilot.place import Place, Seen

STREAM = "reviews"
PAGE = 100
HISTORY = timedelta(days=7)
PACE = timedelta(minutes=30)
MOST_ASKED = 20
"""So many reviews that are missing are asked after at once."""


class TrustpilotChannel(Channel, SupportsReply):
    """The reviews of one firm."""

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        now: Callable[[], datetime],
        lock: Lock,
    ) -> None:
        self._account, self._now = account, now
        self._caller = Caller(account, secrets, now, lock)
        self._user = setting(account, "user").strip()
        self._unit = setting(account, "unit").strip()

    @override
    def streams(self) -> Sequence[str]:
        return [STREAM]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        place = Place.of(cursor, self._now())
        if stop.is_set():
            return FetchResult([], place.cursor())
        most = max(1, budget.items)
        page = self._page(place.page, place.start)
        items = self._new(page, place, most)
        if len(items) > most:
            return FetchResult(items[:most], place.cursor(), more=True)
        if len(page) >= PAGE:
            place.turn_page([review["id"].text for review in page])
            return FetchResult(items, place.cursor(), more=True)
        items += self._gone(place, most - len(items))
        place.end_round()
        more = False
        if not items and place.scan(self._now()):
            items, more = self._scanned(place, most)
        return FetchResult(items, place.cursor(), more, PACE)

    def _page(self, number: int, start: datetime | None) -> list[Node]:
        self._unit = self._unit or self._caller.unit()
        params = {"orderBy": "createdat.desc", "page": str(number), "perPage": str(PAGE)}
        if start is not None:
            params["startDateTime"] = start.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        found = answered(self._caller.get(REVIEWS_PATH, self._unit, params), STREAM, self._host)
        page = [review for review in found if review["id"].text]
        return sorted(page, key=lambda review: (self._moment(review), review["id"].text))

    def _new(self, page: Sequence[Node], place: Place, most: int) -> list[RawItem]:
        """Return what is new on a page, the oldest first; one too many when there is more."""
        items: list[RawItem] = []
        for review in page:
            known = place.meet(review["id"].text, self._moment(review))
            for item in self._items(review, place, known):
                if len(items) < most:
                    known.items.append(item.external_id)
                items.append(item)
        return items

    def _items(self, review: Node, place: Place, known: Seen) -> list[RawItem]:
        """Return a review and our answer as far as they are not known like this."""
        given = self._reading(review, place.since)
        key = reply_key(review["id"].text)
        told = [one for one in known.items if one.startswith(key)]
        if told and not given[1:] and not told[-1].endswith(GONE):
            data = Node({"reviewId": review["id"].text, "status": GONE}).bytes()
            name = versioned(key, f"{len(told)}{GONE}")
            given.append(RawItem(name, STREAM, known.at, data, outgoing=True))
        return [item for item in given if item.external_id not in known.items]

    def _reading(self, review: Node, since: datetime) -> list[RawItem]:
        key, edited = review["id"].text, changed(review)
        at = self._moment(review, "updatedAt" if edited else "createdAt")
        status = review["status"].text.lower()
        version = edited if status in {"", "active"} else f"{edited}{status}"
        old = at < since - HISTORY
        items = [RawItem(versioned(key, version), STREAM, at, review.bytes(), history=old)]
        reply = review["companyReply"]
        if reply["text"].text.strip():
            again = changed(reply)
            when = self._moment(reply, "updatedAt" if again else "createdAt")
            data = Node({"reviewId": key, "companyReply": reply.raw}).bytes()
            name = versioned(reply_key(key), when.isoformat())
            items.append(RawItem(name, STREAM, when, data, outgoing=True, history=old))
        return items

    def _gone(self, place: Place, most: int) -> list[RawItem]:
        """Return the end of reviews that this round did not meet and that are really gone."""
        items = []
        for key in place.unmet()[: min(most, MOST_ASKED)]:
            try:
                self._caller.get(REVIEW_PATH, key)
            except TargetGone:
                data = Node({"id": key, "status": GONE}).bytes()
                at = place.seen.pop(key).at
                items.append(RawItem(versioned(key, GONE), STREAM, at, data))
        return items

    def _scanned(self, place: Place, most: int) -> tuple[list[RawItem], bool]:
        """Return what changed on a page of everything, below what the rounds look at."""
        page = self._page(place.scan_page, None)
        since = place.scan_after or place.since
        items = [
            item
            for review in page
            if review["id"].text not in place.seen
            for item in self._reading(review, place.since)
            if item.received_at >= since and item.external_id not in place.scan_taken
        ]
        if len(items) > most:
            place.scan_taken += [item.external_id for item in items[:most]]
            return items[:most], True
        place.turn_scan(last=len(page) < PAGE)
        return items, False

    def _moment(self, node: Node, name: str = "createdAt") -> datetime:
        try:
            return node[name].moment()
        except ValueError:
            raise ProtocolChanged(server=self._host, detail=f"no {name}") from None

    @property
    def _host(self) -> str:
        return self._caller.host

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        text = draft.text.strip()
        if not text:
            raise InvalidContent(server=self._host, detail="empty")
        wrong = self._refused(draft)
        if wrong:
            raise NotAllowedByPlatform(server=self._host, detail=wrong)
        body = {"reviewId": review_of(draft.references[-1]), "message": text}
        payload = json.dumps(body, ensure_ascii=False).encode()
        return Prepared(f"out:{draft.key}", draft.recipient.handle, payload, mark(text))

    def _refused(self, draft: Draft) -> str:
        if draft.attachments:
            return "attachments"
        if draft.private:
            return "private answers"
        if not draft.references:
            return "no review to answer"
        return "" if self._user else "no business user"

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        body = Node.of(prepared.payload)
        review, text = body.need("reviewId"), body.need("message")
        # What a second answer does is not described: it may take the place of the first.
        there = self._answer(review)
        if there and mark(there) != mark(text):
            raise AlreadyReplied(server=self._host)
        if not there:
            self._caller.reply(review, self._user, text, committing)
        return SendResult(reply_key(review))

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        body = Node.of(prepared.payload)
        review = body.need("reviewId")
        there = self._answer(review)
        found = bool(there) and mark(there) == mark(body.need("message"))
        return SendResult(reply_key(review)) if found else None

    def _answer(self, review: str) -> str:
        return self._caller.get(REVIEW_PATH, review)["companyReply"]["text"].text.strip()

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            self._caller.sign_in()
            self._page(1, self._now())
        except ChannelError as error:
            return [Finding(STREAM, ok=False, text=error.text, params=error.params)]
        read = QT_TRANSLATE_NOOP("setup", "Reviews of {firm} can be read, with their orders")
        answers = (
            QT_TRANSLATE_NOOP("setup", "One public answer can be given to each review")
            if self._user
            else QT_TRANSLATE_NOOP(
                "setup", "Answers cannot be given: the id of a business user is not filled in"
            )
        )
        private = QT_TRANSLATE_NOOP(
            "setup", "Answers for the customer alone: not allowed by Trustpilot; write an e-mail"
        )
        return [
            Finding(STREAM, ok=True, text=read, params={"firm": self._account.handle}),
            Finding("answers", ok=True, text=answers),
            Finding("private", ok=True, text=private),
        ]

    @override
    def close(self) -> None:
        self._caller.close()


class TrustpilotType(ApiType):
    """A firm at Trustpilot."""

    kind: ClassVar[str] = "trustpilot"
    traits: ClassVar[Traits] = Traits(
        attachments=False,
        public=True,
        explains=QT_TRANSLATE_NOOP(
            "channels", "Trustpilot takes one answer to a review: text only, for all to read."
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField("domain", QT_TRANSLATE_NOOP("setup", "Domain at Trustpilot"), required=True),
        SetupField("key", QT_TRANSLATE_NOOP("setup", "API key"), "secret", required=True),
        SetupField("secret", QT_TRANSLATE_NOOP("setup", "API secret"), "secret", required=True),
        SetupField("user", QT_TRANSLATE_NOOP("setup", "Id of the business user who answers")),
        SetupField("unit", QT_TRANSLATE_NOOP("setup", "Id of the business unit")),
        SetupField("server", QT_TRANSLATE_NOOP("setup", "Server of the reviews")),
    )
    parse: ClassVar[Parses] = staticmethod(parse_trustpilot)
    calls: ClassVar[Sequence[Call]] = CALLS
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP("setup", "The API of Trustpilot belongs to a paid plan or an extra."),
        QT_TRANSLATE_NOOP(
            "setup", "In Trustpilot Business, make an application and copy its API key and secret."
        ),
        QT_TRANSLATE_NOOP(
            "setup", "To answer, also ask Trustpilot for the id of your business user."
        ),
    )

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._lock = Lock()

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        told = values.get("domain", "").strip().lower()
        told = told.rpartition("://")[2].partition("/")[0].removeprefix("www.")
        if "." not in told or " " in told:
            raise InvalidValueError(value=told, field="domain", choices="winkel.nl")
        return told

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> TrustpilotChannel:
        return TrustpilotChannel(account, secrets, self.now, self._lock)
