"""Questions to colleagues: which mail answers which, who is asked next, and when.

A mail is tied to a question by a token of 100 random bits, never by a shorter one, or by what it
refers to; the sender alone counts only when there is nothing to confuse.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.hours import OpeningHours, add_working_time, is_open
from app.models.rules.messages import Automatic
from app.models.rules.threading import token_in
from app.models.rules.tickets import TicketState, Transition

SHORTEST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=200)

_IN_SUBJECT = re.compile(r"\[#V-([a-z2-7]{20})\]", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(.+)\+v-([a-z2-7]{20})(@.+)", re.IGNORECASE)
_YES = frozenset({"akkoord", "ok", "oke", "okay", "prima", "ja", "goedgekeurd", "approved", "yes"})
_NO = frozenset({"niet akkoord", "nee", "afgekeurd", "not approved", "rejected", "no"})


class QuestionKind(StrEnum):
    """How a colleague is consulted."""

    QUESTION = "question"
    APPROVAL = "approval"
    PHONE = "phone"


class QuestionState(StrEnum):
    """What became of a question."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class By(StrEnum):
    """What ties a mail to a question."""

    TOKEN = "token"  # noqa: S105  the name of a way, not a secret
    HEADER = "header"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class Mail:
    """What of a mail tells which question it belongs to.

    Attributes:
        keys: Message-IDs it refers to, nearest first; a bounce refers to the mail it is about.
        ticket: the ticket to which what it refers to belongs.
    """

    sender: str
    subject: str
    recipients: tuple[str, ...]
    keys: tuple[str, ...]
    automatic: Automatic | None = None
    ticket: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as far as matching goes.

    Attributes:
        ticket: the one in which it was asked.
        addresses: where it was sent.
        answer_keys: Message-IDs of what came back already.
        customers: handles of the customer it is about; what he writes is never an answer.
    """

    id: int
    ticket: int
    token: str
    is_open: bool
    addresses: frozenset[str]
    answer_keys: frozenset[str] = frozenset()
    customers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """The question a mail belongs to, why, and whether it answers it."""

    question_id: int
    by: By
    answers: bool


# --- tokens ----------------------------------------------------------------------------------


def token_of(subject: str) -> str | None:
    """Return the token of the question that a mail of ours is about, from its subject."""
    found = _IN_SUBJECT.search(subject)
    return found[1].lower() if found else None


def with_token(subject: str, token: str) -> str:
    """Return a subject that carries the token of a question, once."""
    bare = " ".join(_IN_SUBJECT.sub("", subject).split())
    return f"{bare} [#V-{token}]".strip()


def tokens_in(mail: Mail, own: Iterable[str]) -> list[str]:
    """Return the whole tokens in the subject and in plus addresses of our `own`, in their order."""
    accounts = {address.lower() for address in own}
    found = [token.lower() for token in _IN_SUBJECT.findall(mail.subject)]
    for address in mail.recipients:
        parts = _IN_ADDRESS.fullmatch(address)
        if parts is not None and f"{parts[1]}{parts[3]}".lower() in accounts:
            found.append(parts[2].lower())
    return found


def tokens_of_keys(keys: Sequence[str]) -> list[str]:
    """Return the tokens in Message-IDs of our own making, in their order."""
    return [token for token in map(token_in, keys) if token is not None]


# --- which mail answers which ----------------------------------------------------------------


def match(mail: Mail, asked: Sequence[Asked], own: Iterable[str]) -> Match | None:
    """Return the question a mail belongs to, or None when it is a customer's or a new matter.

    A machine's mail belongs to a question but never answers it (RFC 3834); to one that is no
    longer open a mail may still belong.
    """
    theirs = [one for one in asked if mail.sender not in one.customers]
    tied = _by_token(mail, theirs, own) or _by_header(mail, theirs)
    if tied is not None:
        return _matched(mail, *tied)
    return _by_sender(mail, theirs)


def _matched(mail: Mail, one: Asked, by: By) -> Match:
    return Match(one.id, by, answers=one.is_open and mail.automatic is None)


def _by_token(mail: Mail, asked: Sequence[Asked], own: Iterable[str]) -> tuple[Asked, By] | None:
    tokens = {one.token: one for one in asked}
    found = next((tokens[token] for token in tokens_in(mail, own) if token in tokens), None)
    return None if found is None else (found, By.TOKEN)


def _by_header(mail: Mail, asked: Sequence[Asked]) -> tuple[Asked, By] | None:
    tokens = {one.token: one for one in asked}
    ours = [tokens[token] for token in tokens_of_keys(mail.keys) if token in tokens]
    theirs = [one for one in asked if one.answer_keys.intersection(mail.keys)]
    found = next(iter((*ours, *theirs)), None)
    return None if found is None else (found, By.HEADER)


def _by_sender(mail: Mail, asked: Sequence[Asked]) -> Match | None:
    """Match by who wrote it: one open question, or none to be told apart but in that very ticket.

    A colleague who answers all in the customer's own conversation would else become a customer.
    """
    theirs = [
        one for one in asked if mail.sender in one.addresses and mail.ticket in {None, one.ticket}
    ]
    still_open = [one for one in theirs if one.is_open]
    if len(still_open) == 1:
        return _matched(mail, still_open[0], By.SENDER)
    if theirs and mail.ticket is not None:
        return Match(theirs[-1].id, By.SENDER, answers=False)
    return None


def verdict(text: str) -> bool | None:
    """Return what a colleague says of a text he was shown; None when it takes a person to read.

    Only a first line that says nothing else counts: "Ja, maar ..." is no yes.
    """
    lines = [line for line in text.lower().splitlines() if line.strip()]
    first = " ".join(re.sub(r"[^\w\s]", " ", lines[0]).split()) if lines else ""
    first = first.replace("é", "e")
    if first in _YES:
        return True
    return False if first in _NO else None


# --- what it does to the ticket --------------------------------------------------------------


def on_colleague_wrote(state: TicketState, *, wakes: bool, others: bool = False) -> Transition:
    """Decide what a colleague's answer does to the ticket: it is ours, unless it is done with.

    An answered one opens again too: he may say that the answer was wrong. While there are `others`
    who were asked and may still answer, it waits for those.
    """
    if others and state is TicketState.WAITING_COLLEAGUE:
        return Transition(state, "waits_for_others")
    if state in {TicketState.CLOSED, TicketState.NO_REACTION, TicketState.SPAM, TicketState.NEW}:
        return Transition(state, "stays")
    if state is TicketState.SNOOZED and not wakes:
        return Transition(state, "sleeps_on")
    return Transition(TicketState.OPEN, "colleague_answered")


def on_not_asked(state: TicketState, reason: str) -> Transition:
    """Decide what it means that nobody is asked any more, or perhaps nobody was: it is ours."""
    waiting = state is TicketState.WAITING_COLLEAGUE
    return Transition(TicketState.OPEN if waiting else state, reason)


def on_asked_after_all(state: TicketState) -> Transition:
    """Decide what it means that a question of which nobody knew did go out."""
    ours = state is TicketState.OPEN
    return Transition(TicketState.WAITING_COLLEAGUE if ours else state, "asked")


# --- reminder and deputy ---------------------------------------------------------------------


class WaitError(KnownError):
    """Waiting times that cannot be: the deputy would be asked before the colleague is reminded."""

    code = "question_wait"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The reminder goes out after at least 1 minute, the deputy is asked later than that, "
        "after at most {most} hours of opening time.",
    )


@dataclass(frozen=True, slots=True)
class Waits:
    """Opening time since a question went out, until the reminder and until the deputy is asked."""

    remind: timedelta = timedelta(hours=4)
    deputy: timedelta = timedelta(hours=8)


WAITS = Waits()
"""What counts until the owner says otherwise."""


def checked(waits: Waits) -> Waits:
    """Return waiting times that can be.

    Raises:
        WaitError: too short, too long, or in the wrong order.
    """
    if not SHORTEST_WAIT <= waits.remind < waits.deputy <= LONGEST_WAIT:
        raise WaitError(most=LONGEST_WAIT // timedelta(hours=1))
    return waits


class Step(StrEnum):
    """What is done about a question without an answer."""

    REMIND = "remind"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an open question got; `sent_at` is when it left."""

    sent_at: datetime
    reminded_at: datetime | None = None
    escalated_at: datetime | None = None


def next_step(
    progress: Progress, hours: OpeningHours, waits: Waits = WAITS
) -> tuple[Step, datetime] | None:
    """Return what is to be done next and from when on; None when all has been done.

    The deputy comes as long after the reminder as it was planned, also when the reminder was late
    because the computer was off.
    """
    if progress.escalated_at is not None:
        return None
    if progress.reminded_at is None:
        return Step.REMIND, add_working_time(hours, progress.sent_at, waits.remind)
    wait = waits.deputy - waits.remind
    return Step.DEPUTY, add_working_time(hours, progress.reminded_at, wait)


def due_step(
    progress: Progress,
    hours: OpeningHours,
    now: datetime,
    *,
    read_to: datetime,
    waits: Waits = WAITS,
) -> Step | None:
    """Return what is to be done now; nothing outside opening hours.

    `read_to` is up to when the mailbox was read: before it was read up to the moment that counts,
    the answer may be lying there.
    """
    step = next_step(progress, hours, waits)
    if step is None or step[1] > min(now, read_to) or not is_open(hours, now):
        return None
    return step[0]
