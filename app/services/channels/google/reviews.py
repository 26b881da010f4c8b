"""Google Business Profile: reviews of the locations of a business, answered in public."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from threading import Event
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.models.rules.limits import Measure
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    Json,
    Parses,
    Prepared,
    SecretBox,
    SendResult,
    SupportsReply,
    Traits,
)
from app.services.channels.errors import (
    AlreadyReplied,
    ChannelError,
    NotAllowedByPlatform,
    OutcomeUnknown,
    TargetGone,
)
from app.services.channels.google.line import (
    PROJECT_FIELDS,
    PROJECT_STEPS,
    GoogleType,
    Line,
    checked,
)
from app.services.channels.google.places import NAME, PACE, STREAM, Business, Reading
from app.services.channels.google.review import (
    NAME as REVIEW_NAME,
)
from app.services.channels.google.review import parse_google, reply_key, review_of, text_mark
from app.services.channels.kit import Call, Node, check_length, setting
from app.services.channels.setup import Finding, SetupField

SCOPE = "https://www.googleapis.com/auth/business.manage"

_PLACE = "/v4/accounts/{accountId}/locations/{locationId}/reviews"
_REVIEW = (
    "name",
    "reviewId",
    "reviewer.displayName",
    "starRating",
    "comment",
    "createTime",
    "updateTime",
    "reviewReply.comment",
    "reviewReply.updateTime",
    "reviewReply.reviewReplyState",
    "reviewReply.policyViolation",
)
_READS = QT_TRANSLATE_NOOP("setup", "Reviews of these locations come in: {names}")
_NOT_READ = QT_TRANSLATE_NOOP(
    "setup", "The reviews of {name} cannot be read: have the location verified at Google first."
)
_ONE_ANSWER = QT_TRANSLATE_NOOP(
    "setup",
    "Private answers are not possible: a review takes one answer, which everybody can read.",
)


class GoogleReviewsChannel(Channel, SupportsReply):
    """The reviews of all locations that one Google account manages, or of one of them."""

    def __init__(self, account: AccountSettings, line: Line, now: Callable[[], datetime]) -> None:
        self._account, self._line, self._now = account, line, now
        wanted = setting(account, "location").strip()
        self._business = Business(line, setting(account, "server"), wanted, now)
        self._answered: dict[str, str] = {}
        self._awaited: list[str] = []

    @override
    def streams(self) -> Sequence[str]:
        return [STREAM]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if stop.is_set():
            return FetchResult([], dict(cursor or {}), more=True)
        if Node(dict(cursor or {}))["marks"]:
            self._line.shut = False  # reviews came in before, so this project was let in
        reading = Reading(self._business, cursor, self._now())
        asked = list(self._awaited)
        reading.look_after(asked)
        result = reading.read(budget, stop)
        self._awaited = [one for one in self._awaited if one not in asked]
        return result

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        text = checked(draft, NAME)
        review = review_of(draft.references[-1])
        if not REVIEW_NAME.fullmatch(review):
            raise NotAllowedByPlatform(server=NAME, detail="there is no review to answer")
        check_length(Measure("google"), text, NAME)
        payload: Json = {
            "review": review,
            "comment": text,
            "since": draft.created_at.isoformat(),
        }
        data = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
        return Prepared(f"out:{draft.key}", draft.recipient.handle, data, text_mark(text))

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        wanted = Node.of(prepared.payload)
        name, text = wanted.need("review"), wanted.need("comment")
        there = self._business.review(name)["reviewReply"]
        if _is(there, text):
            return self._result(name, there)
        self._may_replace(name, there, wanted["since"].moment())
        reply = self._line.write(
            "PUT", f"{self._business.url(name)}/reply", {"comment": text}, committing=committing
        )
        if not reply["comment"].text:
            raise OutcomeUnknown(server=NAME)
        if reply["reviewReplyState"].text == "REJECTED":
            detail = f"it was rejected {reply['policyViolation'].text}".strip()
            raise NotAllowedByPlatform(server=NAME, detail=detail)
        return self._result(name, reply)

    def _may_replace(self, name: str, there: Node, written: datetime) -> None:
        """Refuse to overwrite an answer that the owner cannot have seen when he wrote his.

        Raises:
            AlreadyReplied: somebody answered elsewhere since the reviews were read.
        """
        if not there["comment"].text:
            return
        try:
            unseen = there["updateTime"].moment() > written - PACE
        except ValueError:
            unseen = False
        if unseen and self._answered.get(name) != text_mark(there["comment"].text):
            raise AlreadyReplied(server=NAME)

    def _result(self, name: str, reply: Node) -> SendResult:
        text = reply["comment"].text
        self._answered[name] = text_mark(text)
        self._awaited.append(name)
        try:
            at = reply["updateTime"].moment()
        except ValueError:
            at = None
        return SendResult(reply_key(name, text), at)

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        wanted = Node.of(prepared.payload)
        name = wanted.need("review")
        try:
            there = self._business.review(name)["reviewReply"]
        except TargetGone:
            return None
        return self._result(name, there) if _is(there, wanted.need("comment")) else None

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            places = self._business.places()
            unread = [place.title for place in places if not self._can_read(place.name)]
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]
        titles = [place.title or place.name for place in places]
        names = ", ".join(titles[:5]) + (", …" if len(titles) > 5 else "")
        found = [Finding("reads", ok=True, text=_READS, params={"names": names})]
        found += [
            Finding("unread", ok=True, text=_NOT_READ, params={"name": one}) for one in unread
        ]
        return [*found, Finding("one_answer", ok=True, text=_ONE_ANSWER), self._line.ends()]

    def _can_read(self, place: str) -> bool:
        try:
            self._business.reviews(place, pageSize="1")
        except TargetGone:
            return False
        return True

    @override
    def close(self) -> None:
        self._line.close()


def _is(reply: Node, text: str) -> bool:
    """Tell whether an answer says this, and stands or will stand there."""
    rejected = reply["reviewReplyState"].text == "REJECTED"
    return not rejected and text_mark(reply["comment"].text) == text_mark(text)


class GoogleReviewsType(GoogleType):
    """The reviews of a business at Google."""

    kind: ClassVar[str] = "google"
    scope: ClassVar[str] = SCOPE
    traits: ClassVar[Traits] = Traits(
        attachments=False,
        public=True,
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "A review takes one answer, which everybody can read; a new one replaces it. Google "
            "looks at it before it is shown. Do not ask for an order number or an address here.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField(
            "address",
            QT_TRANSLATE_NOOP("setup", "Google address that manages the business"),
            "address",
            required=True,
        ),
        *PROJECT_FIELDS[:2],
        SetupField(
            "location",
            QT_TRANSLATE_NOOP("setup", "Only this location"),
            help=QT_TRANSLATE_NOOP("setup", "Part of its name; leave empty for all of them."),
        ),
        *PROJECT_FIELDS[2:],
    )
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP(
            "setup",
            "Your business must have been verified at business.google.com, with your website in "
            "its profile.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Open console.cloud.google.com and make a project for your shop. Ask Google for access "
            "to the Business Profile APIs with the form “Application for Basic API Access”, and "
            "give the number of the project. Until Google approves it, nothing can be read; this "
            "takes days and can be refused. It costs nothing.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Once it is approved, switch on under Library: Google My Business API, My Business "
            "Account Management API, My Business Business Information API.",
        ),
        *PROJECT_STEPS,
    )
    parse: ClassVar[Parses] = staticmethod(parse_google)
    calls: ClassVar[Sequence[Call]] = (
        Call("GET", "/v1/accounts", ("pageToken",), ("nextPageToken", "accounts.name")),
        Call(
            "GET",
            "/v1/accounts/{accountsId}/locations",
            ("readMask", "pageSize", "pageToken"),
            ("nextPageToken", "locations.name", "locations.title", "locations.metadata.mapsUri"),
        ),
        Call(
            "GET",
            _PLACE,
            ("pageSize", "pageToken", "orderBy"),
            ("nextPageToken", *(f"reviews.{one}" for one in _REVIEW)),
        ),
        Call("GET", f"{_PLACE}/{{reviewId}}", (), _REVIEW),
        Call(
            "PUT",
            f"{_PLACE}/{{reviewId}}/reply",
            ("comment",),
            ("comment", "updateTime", "reviewReplyState", "policyViolation"),
        ),
    )

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        """Return the Google address in lower case.

        Raises:
            InvalidValueError: it is none.
        """
        told = values.get("address", "").strip().lower()
        local, _, domain = told.rpartition("@")
        if not local or "." not in domain or " " in told:
            raise InvalidValueError(value=told, field="address", choices="name@gmail.com")
        return told

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> GoogleReviewsChannel:
        return GoogleReviewsChannel(account, self.line(account, secrets, gated=True), self.now)
