"""Kiyoh and Klantenvertellen: reviews of a location, answered in public or in private."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from threading import Event
from typing import ClassVar
from urllib.parse import urlsplit

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.models.rules.messages import Direction
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    InboundMessage,
    Json,
    ParseContext,
    Parses,
    Person,
    Prepared,
    RawItem,
    SecretBox,
    SendResult,
    SupportsReply,
    Traits,
)
from app.services.channels.errors import (
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    ProtocolChanged,
)
from app.services.channels.http import Http
from app.services.channels.kit import (
    ApiType,
    Call,
    Node,
    answered,
    fingerprint,
    secret,
    setting,
    versioned,
    within,
)
from app.services.channels.setup import Finding, SetupField

SERVER = "https://www.kiyoh.com"
STREAM = "reviews"
PAGE = 100
OVERLAP = timedelta(days=14)
HISTORY = timedelta(days=7)
PACE = timedelta(minutes=15)
REVIEWS, RESPONSE = "/v1/publication/review/external", "/v1/publication/review/response"
CALLS = (
    Call(
        "GET",
        REVIEWS,
        sends=("locationId", "tenantId", "dateSince", "limit", "start"),
        reads=within(
            "reviews",
            *("reviewId", "reviewAuthor", "rating", "dateSince", "updatedSince"),
            *within("reviewContent", "questionGroup", "rating"),
            *within("reviewComments", "response", "comment", "text", "reviewResponseType"),
        ),
    ),
    Call(
        "PUT",
        RESPONSE,
        sends=(
            *("locationId", "tenantId", "reviewId"),
            *("response", "reviewResponseType", "responseEmail"),
        ),
    ),
)
_TENANTS = {"kiyoh": "98", "klantenvertellen": "99"}


def _content(review: Node, group: str) -> str:
    found = (
        one["rating"].text for one in review["reviewContent"] if one["questionGroup"].text == group
    )
    return next(found, "").strip()


def _mark(text: str) -> str:
    return fingerprint(" ".join(text.split()))


def _reply_key(review: str, text: str) -> str:
    """Return the key of our answer: the platform names none, so its text does."""
    return f"reply:{review}:{_mark(text)[:12]}"


def _comment(node: Node) -> str:
    return node["response"].text or node["comment"].text or node["text"].text


def parse_kiyoh(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand a review, or our answer to one.

    Raises:
        ValueError: it has no id.
    """
    node = Node.of(item.data)
    review = node.need("reviewId")
    if item.outgoing:
        text = _comment(node["reviewComment"])
        kind = node["reviewComment"]["reviewResponseType"].text
        us = min(context.own_handles, default="")
        key = _reply_key(review, text)
        return InboundMessage(
            key,
            _mark(text),
            Direction.OUT,
            Person(us),
            item.received_at,
            item.received_at,
            parents=(review,),
            text=text,
            history=item.history,
            public=None if not kind else kind != "PRIVATE",
        )
    title, text = _content(node, "DEFAULT_ONELINER"), _content(node, "DEFAULT_OPINION")
    rating = node["rating"].number
    stars = None if rating is None else min(5, max(1, (rating + 1) // 2))
    person = Person(review.lower(), node["reviewAuthor"].text)
    return InboundMessage(
        review,
        fingerprint(title, text, str(stars)),
        Direction.IN,
        person,
        item.received_at,
        item.received_at,
        subject=title,
        text=text,
        history=item.history,
        edited="@" in item.external_id,
        public=True,
        stars=stars,
    )


class KiyohChannel(Channel, SupportsReply):
    """The reviews of one location."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._account, self._secrets, self._now = account, secrets, now
        self._http = Http(now)
        self._server = setting(account, "server", SERVER).rstrip("/")
        self._location = setting(account, "location", account.handle).strip()
        self._tenant = _TENANTS.get(setting(account, "site", "kiyoh"), "98")

    @override
    def streams(self) -> Sequence[str]:
        return [STREAM]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        then = dict(cursor or {"since": self._now().isoformat()})
        if stop.is_set():
            return FetchResult([], then)
        since = datetime.fromisoformat(str(then["since"]))
        seen = then.get("seen")
        known = {str(one) for one in seen} if isinstance(seen, Sequence) else set()
        found = sorted(
            self._items(self._reviews(str(then.get("from", ""))), stream, since),
            key=lambda item: (item.received_at, item.external_id),
        )
        new = [item for item in found if item.external_id not in known]
        taken = new[: max(1, budget.items)]
        more = len(taken) < len(new)
        known |= {item.external_id for item in taken}
        if found and not more:
            known &= {item.external_id for item in found}
            then["from"] = (found[-1].received_at - OVERLAP).date().isoformat()
        return FetchResult(taken, then | {"seen": sorted(known)}, more, PACE)

    def _items(self, reviews: Sequence[Node], stream: str, since: datetime) -> list[RawItem]:
        items = []
        for review in reviews:
            key, made = review["reviewId"].text, review["dateSince"]
            changed = review["updatedSince"]
            try:
                at = made.moment()
                mark = changed.text if changed and changed.moment() != at else ""
            except ValueError:
                raise ProtocolChanged(server=self._host(), detail="no date") from None
            old = at < since - HISTORY
            came = changed.moment() if mark else at
            items.append(RawItem(versioned(key, mark), stream, came, review.bytes(), history=old))
            for comment in review["reviewComments"]:
                if text := _comment(comment):
                    data = Node({"reviewId": key, "reviewComment": comment.raw}).bytes()
                    items.append(
                        RawItem(
                            _reply_key(key, text), stream, came, data, outgoing=True, history=old
                        )
                    )
        return items

    def _reviews(self, since: str) -> list[Node]:
        """Return all reviews; ends also where the site does not know `start`."""
        found: dict[str, Node] = {}
        while True:
            params = {"limit": str(PAGE), "start": str(len(found))}
            page = list(answered(self._get(params, since), "reviews", self._host()))
            fresh = {one["reviewId"].text: one for one in page if one["reviewId"].text}
            if not fresh.keys() - found.keys():
                return list(found.values())
            found |= fresh
            if len(page) < PAGE:
                return list(found.values())

    def _get(self, params: Mapping[str, str], since: str = "") -> Node:
        where = {"locationId": self._location, "tenantId": self._tenant, **params}
        if since:
            where["dateSince"] = since
        url = f"{self._server}{REVIEWS}"
        answer = self._http.request(
            "GET", url, params=where, headers=self._headers(), account=self._account.name
        )
        return Node(answer.json())

    def _headers(self) -> dict[str, str]:
        return {"X-Publication-Api-Token": secret(self._secrets, "token", self._account)}

    def _host(self) -> str:
        return urlsplit(self._server).hostname or ""

    @override
    def prepare(self, draft: Draft) -> Prepared:
        text = draft.text.strip()
        if not text:
            raise InvalidContent(server=self._host(), detail="empty")
        if draft.attachments:
            raise NotAllowedByPlatform(server=self._host(), detail="attachments")
        if not draft.references:
            raise NotAllowedByPlatform(server=self._host(), detail="no review to answer")
        review = draft.references[-1]
        if review.startswith("reply:"):
            review = review.removeprefix("reply:").rpartition(":")[0]
        body = {
            "locationId": self._location,
            "tenantId": self._tenant,
            "reviewId": review,
            "response": text,
            "reviewResponseType": "PRIVATE" if draft.private else "PUBLIC",
            "responseEmail": True,
        }
        payload = json.dumps(body, ensure_ascii=False).encode()
        return Prepared(f"out:{draft.key}", draft.recipient.handle, payload, _mark(text))

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        body = json.loads(prepared.payload)
        headers = self._headers()
        committing()
        self._http.request(
            "PUT",
            f"{self._server}{RESPONSE}",
            headers=headers,
            body=body,
            account=self._account.name,
            writes=True,
        )
        return SendResult(_reply_key(body["reviewId"], body["response"]))

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        body = Node.of(prepared.payload)
        key = _reply_key(body.need("reviewId"), body.need("response"))
        for review in self._reviews(""):
            for comment in review["reviewComments"]:
                if _reply_key(review["reviewId"].text, _comment(comment)) == key:
                    return SendResult(key)
        return None

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            answered(self._get({"limit": "1"}), "reviews", self._host())
        except ChannelError as error:
            return [Finding("reviews", ok=False, text=error.text, params=error.params)]
        told = QT_TRANSLATE_NOOP("setup", "Reviews of location {location} can be read")
        return [Finding("reviews", ok=True, text=told, params={"location": self._account.handle})]

    @override
    def close(self) -> None:
        self._http.close()


class KiyohType(ApiType):
    """A location at Kiyoh or Klantenvertellen."""

    kind: ClassVar[str] = "kiyoh"
    traits: ClassVar[Traits] = Traits(
        attachments=False,
        public=True,
        private=True,
        explains=QT_TRANSLATE_NOOP(
            "channels", "Kiyoh takes text only, in public or for the customer alone."
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField("location", QT_TRANSLATE_NOOP("setup", "Location number"), required=True),
        SetupField("token", QT_TRANSLATE_NOOP("setup", "Publication API token"), "secret"),
        SetupField("site", QT_TRANSLATE_NOOP("setup", "Site"), "choice", choices=tuple(_TENANTS)),
        SetupField("server", QT_TRANSLATE_NOOP("setup", "Server of the reviews")),
    )
    parse: ClassVar[Parses] = staticmethod(parse_kiyoh)
    calls: ClassVar[Sequence[Call]] = CALLS
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP(
            "setup", "Ask Kiyoh or Klantenvertellen for your location number and API token."
        ),
    )

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        told = values.get("location", "").strip().lower()
        if not told:
            raise InvalidValueError(value=told, field="location", choices="1234567")
        return told

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        found = super().discover(values)
        site = values.get("site") or "kiyoh"
        found.setdefault("server", f"https://www.{site}.{'com' if site == 'kiyoh' else 'nl'}")
        return found

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> KiyohChannel:
        return KiyohChannel(account, secrets, self.now)
