"""Text messages and WhatsApp of one number at Twilio."""

import base64
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from threading import Event

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.limits import Measure
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    Json,
    Prepared,
    RawItem,
    SecretBox,
    SendResult,
    SupportsReply,
)
from app.services.channels.errors import (
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    RecipientUnavailable,
    WindowClosed,
)
from app.services.channels.kit import Node, check_length, had, versioned
from app.services.channels.setup import Finding
from app.services.channels.twilio.line import Line
from app.services.channels.twilio.parse import FAILED, WHATSAPP, WINDOW, envelope, mark, moment_of

INBOX, SENT = "inbox", "sent"
FIRST = timedelta(days=30)
"""How far back the first reading goes."""

HISTORY = timedelta(days=7)
OVERLAP = timedelta(days=1)
"""Dates are asked by the day (GMT), and what did not arrive is known within a day."""

PACE = {INBOX: timedelta(seconds=30), SENT: timedelta(minutes=2)}
FILE_PATIENCE = timedelta(hours=1)
"""A message whose file cannot be had for so long comes in without it."""

_SLACK = timedelta(minutes=5)
_UNSENT = frozenset({"accepted", "scheduled", "canceled"})
_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
_USER = re.compile(r"[a-z]{2}\.[a-z0-9]{5,130}")
_STOP = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit"})
_START = frozenset({"start", "unstop", "yes"})

READS = QT_TRANSLATE_NOOP("setup", "The messages of {number} can be read")
SENDS = QT_TRANSLATE_NOOP("setup", "Text messages can be sent from {number}")
NOT_OURS = QT_TRANSLATE_NOOP("setup", "The number {number} is not in this Twilio account")
NO_SMS = QT_TRANSLATE_NOOP("setup", "The number {number} cannot send text messages")
NO_FILES = QT_TRANSLATE_NOOP("setup", "Files come in; they cannot be sent from here")
ONLY_ANSWERS = QT_TRANSLATE_NOOP(
    "setup", "Answers go out within 24 hours after the customer's last message, not later"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to give: a message, or that it failed."""

    external_id: str
    at: datetime
    message: Node
    failed: bool = False


class TwilioChannel(Channel, SupportsReply):
    """One number; `prefix` says for which of the two services (Twilio writes it before numbers)."""

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        now: Callable[[], datetime],
        prefix: str,
    ) -> None:
        self._account, self._now, self._prefix = account, now, prefix
        self._us = f"{prefix}{account.handle}"
        self._line = Line(account, secrets, now)

    @property
    def _is_whatsapp(self) -> bool:
        return self._prefix == WHATSAPP

    @override
    def streams(self) -> Sequence[str]:
        return [INBOX, SENT]

    # --- reading -----------------------------------------------------------------------------

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        place = Node(dict(cursor or {}))
        since = place["since"].moment() if place["since"] else self._now()
        begin = place["from"].text or (since - FIRST).date().isoformat()
        known = {one.text for one in place["seen"]}
        found = self._found(stream, begin, since, stop)
        new = [one for one in found if one.external_id not in known]
        items = self._items(new, stream, since, budget, stop)
        more = len(items) < len(new) and not stop.is_set()
        known |= {item.external_id for item in items}
        if found and len(items) == len(new):
            known &= {one.external_id for one in found}
            newest = min(found[-1].at, self._now())
            begin = max(begin, (newest - OVERLAP).date().isoformat())
        then: dict[str, Json] = {"since": since.isoformat(), "from": begin, "seen": sorted(known)}
        return FetchResult(items, then, more, PACE[stream])

    def _found(self, stream: str, begin: str, since: datetime, stop: Event) -> list[Thing]:
        """Return all things from a day on, oldest first; nothing when stopped on the way."""
        end = "To" if stream == INBOX else "From"
        asked = {end: self._us, "DateSent>": begin, "PageSize": "1000"}
        found: list[Thing] = []
        if not stop.is_set():
            for message in self._line.messages(asked):
                if stop.is_set():
                    return []
                found += self._thing(message, stream, since)
        return sorted(found, key=lambda one: (one.at, one.external_id))

    def _thing(self, message: Node, stream: str, since: datetime) -> list[Thing]:
        sid, status = message["sid"].text, message["status"].text
        inbound = message["direction"].text == "inbound"
        if inbound != (stream == INBOX) or status in _UNSENT:
            return []
        try:
            at = moment_of(message)
        except ValueError:
            return [Thing(sid, self._now(), message)]  # to be looked at: it has no date
        if inbound or status not in FAILED:
            return [Thing(sid, at, message)]
        return [Thing(versioned(sid, "failed"), at, message, failed=True)] if at >= since else []

    def _items(
        self, things: Sequence[Thing], stream: str, since: datetime, budget: Budget, stop: Event
    ) -> list[RawItem]:
        items: list[RawItem] = []
        size = 0
        for one in things[: max(1, budget.items)]:
            if stop.is_set() or size >= budget.size:
                break
            items.append(self._item(one, stream, since))
            size += len(items[-1].data)
        return items

    def _item(self, thing: Thing, stream: str, since: datetime) -> RawItem:
        files, problem = self._files(thing)
        return RawItem(
            thing.external_id,
            stream,
            thing.at,
            envelope(thing.message, files, failed=thing.failed),
            outgoing=stream == SENT and not thing.failed,
            history=thing.at < since - HISTORY,
            problem=problem,
        )

    def _files(self, thing: Thing) -> tuple[list[dict[str, Json]], str | None]:
        """Return the files of a message, and why some are missing."""
        message = thing.message["sid"].text
        if thing.failed or not thing.message["num_media"].number:
            return [], None
        files: list[dict[str, Json]] = []
        problem = None
        waits = self._now() - thing.at < FILE_PATIENCE
        for told in had(partial(self._line.files, message), waits=waits) or []:
            file = told["sid"].text
            data = had(partial(self._line.content, message, file), waits=waits)
            held = None if data is None else base64.b64encode(data).decode()
            kind = told["content_type"].text
            files.append({"sid": file, "content_type": kind, "data": held})
            problem = problem or ("no_file" if data is None else None)
        return files, problem if files else "no_file"

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        text, server = draft.text.strip(), self._line.server
        if not text:
            raise InvalidContent(server=server, detail="empty message")
        if draft.attachments:
            raise NotAllowedByPlatform(server=server, detail="files cannot be sent")
        check_length(Measure("whatsapp_twilio" if self._is_whatsapp else "sms"), text, server)
        body: dict[str, Json] = {
            "To": self._address(draft.recipient.handle),
            "From": self._us,
            "Body": text,
            "since": draft.created_at.isoformat(),
        }
        payload = json.dumps(body, ensure_ascii=False, sort_keys=True).encode()
        return Prepared(f"out:{draft.key}", draft.recipient.handle, payload, mark(text))

    def _address(self, handle: str) -> str:
        if _NUMBER.fullmatch(handle):
            return f"{self._prefix}{handle}"
        if self._is_whatsapp and _USER.fullmatch(handle):
            return f"{WHATSAPP}{handle.upper()}"
        detail = f"{handle} is no number that can be answered"
        raise NotAllowedByPlatform(server=self._line.server, detail=detail)

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        wanted = Node.of(prepared.payload)
        form = {name: wanted[name].text for name in ("To", "From", "Body")}
        self._may_answer(form["To"])
        committing()
        told = self._line.create(form)
        if told["status"].text in FAILED:
            detail = told["error_message"].text or told["error_code"].text
            known = self._line.failure(told["error_code"].number, form["To"], detail)
            raise known or InvalidContent(server=self._line.server, detail=detail)
        if not told["sid"].text:
            raise OutcomeUnknown(server=self._line.server)
        return _result(told)

    def _may_answer(self, customer: str) -> None:
        """Look at what a customer last wrote: whether WhatsApp still takes an answer, and STOP.

        Twilio itself refuses them too, but WhatsApp's only after it has taken the message.
        """
        last = self._line.newest({"From": customer, "To": self._us, "PageSize": "20"})
        words = [(moment_of(one), one["body"].text.strip().lower()) for one in last if _dated(one)]
        if self._is_whatsapp:
            if not words or max(words)[0] + WINDOW <= self._now():
                raise WindowClosed(server=self._line.server)
            return
        said = [word for _, word in sorted(words) if word in _STOP | _START]
        if said and said[-1] in _STOP:
            detail = f"this customer has sent {said[-1].upper()}"
            raise RecipientUnavailable(server=self._line.server, recipient=customer, detail=detail)

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        wanted = Node.of(prepared.payload)
        since = wanted["since"].moment() - _SLACK
        # Without a date: what has not left yet may have none.
        asked = {"To": wanted["To"].text, "From": wanted["From"].text, "PageSize": "200"}
        for one in self._line.newest(asked):
            if not _dated(one) or one["direction"].text == "inbound" or moment_of(one) < since:
                continue
            if mark(one["body"].text) == prepared.fingerprint:
                return _result(one)
        return None

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            self._line.newest({"To": self._us, "PageSize": "1"})
            sends = None if self._is_whatsapp else self._line.may_send_from(self._account.handle)
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]
        params = {"number": self._account.handle}
        reads = Finding("reads", ok=True, text=READS, params=params)
        files = Finding("no_files", ok=True, text=NO_FILES)
        if self._is_whatsapp:
            return [reads, Finding("window", ok=True, text=ONLY_ANSWERS), files]
        said = {None: NOT_OURS, False: NO_SMS, True: SENDS}[sends]
        return [reads, Finding("sends", ok=bool(sends), text=said, params=params), files]

    @override
    def close(self) -> None:
        self._line.close()


def _dated(message: Node) -> bool:
    try:
        moment_of(message)
    except ValueError:
        return False
    return True


def _result(message: Node) -> SendResult:
    return SendResult(message["sid"].text, moment_of(message) if _dated(message) else None)
