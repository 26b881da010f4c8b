"""A week in the shop, played on a real mail server by a clock that is set: 40 tickets."""

import email
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime
from typing import Any

from app.services.tickets import (
    clock_watch,
    decisions,
    directory,
    merging,
    promises,
    question_watch,
    questions,
    reactions,
    replies,
)
from app.services.tickets.documenting import Ending
from tests.e2e.conftest import Shop
from tests.fakes import FakeChannelType, FakeClock
from tests.servers.mail import written
from tests.servers.processes import until

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
MONDAY = datetime.fromisoformat("2025-01-13T08:11:00+00:00")
"""When the owner first looks, at 9:11; so he does at 11:11, 14:11 and 16:11, each working day.

A week that is over: Dovecot lets no mail have come in later than now.
"""

ROUNDS = [MONDAY + day * DAY + hour * HOUR for day in (0, 1, 2, 3, 4, 7) for hour in (0, 2, 5, 7)]
ASKED_FOR = 70 * MINUTE
"""How long the colleague takes."""

PATHS: Mapping[str, tuple[tuple[int, str], ...]] = {
    "plain": ((0, "assess"), (0, "react"), (1, "answer"), (1, "document")),
    "direct": ((0, "assess"), (0, "answer_done")),
    "asked": ((0, "assess"), (0, "react"), (0, "ask"), (1, "answer_done")),
    "kept": ((0, "assess"), (0, "promise"), (3, "answer_done")),
    "extended": ((0, "assess"), (0, "promise"), (3, "extend"), (5, "answer_done")),
    "late": ((0, "assess"), (0, "promise"), (6, "answer_done")),
    "breach": ((0, "assess"), (1, "react"), (2, "answer_done")),
    "public": ((0, "assess"), (0, "public_line"), (1, "to_private"), (1, "closing_line")),
    "private": ((0, "assess"), (0, "answer_done")),
}
"""What the owner does with each kind of ticket: how many rounds after it came in, and what."""

SPECIAL = {
    2: "asked", 7: "asked", 13: "asked", 24: "asked",
    4: "kept", 16: "kept", 30: "kept", 37: "kept",
    9: "extended", 21: "extended", 11: "late", 5: "breach", 26: "breach",
    18: "public", 20: "private",
}  # fmt: skip


@dataclass
class Case:
    """One ticket of the week: what it is, who wrote, and its id once it came in."""

    place: int
    path: str
    customer: str
    ticket_id: int = 0

    @property
    def subject(self) -> str:
        return f"Bestelling {1000 + self.place}"

    @property
    def answer(self) -> str:
        return f"Dit is het antwoord op {self.subject}."

    @property
    def round(self) -> int:
        """Two tickets come in before each of the owner's rounds from Monday to Friday."""
        return self.place // 2


@dataclass
class Week:
    """Plays it, and knows what was played."""

    shop: Shop
    clock: FakeClock
    public: FakeChannelType
    colleague: str = ""
    colleague_id: int = 0
    cases: list[Case] = field(default_factory=list)
    answered_by_colleague: int = 0

    def play(self) -> None:
        """Let the whole week happen."""
        self.clock.time = MONDAY - HOUR
        self.colleague = self.shop.server.new_user("piet", "winkel.test").address
        self.colleague_id, _ = self.write(directory.add, name="Piet", mail=self.colleague)
        self.cases = [self._case(place) for place in range(40)]
        self.shop.sync()
        for number, moment in enumerate(ROUNDS):
            self.wait(moment - MINUTE)
            self.colleague_writes_back()
            for case in self.cases:
                if case.round == number:
                    self.arrive(case)
            self.wait(moment)
            self.shop.sync()
            self._find()
            self._work(number)
            self.wait(moment + MINUTE)
            self.shop.sync()

    def _case(self, place: int) -> Case:
        path = SPECIAL.get(place, "plain" if place % 3 else "direct")
        if path == "public":
            return Case(place, path, "boze_klant")
        return Case(place, path, self.shop.server.new_user("klant", "klant.test").address)

    def of(self, *paths: str) -> list[Case]:
        return [case for case in self.cases if case.path in paths]

    def write(self, work: Callable[..., Any], *values: Any, **named: Any) -> Any:
        return self.shop.services.database.write_now(work, *values, **named)

    def read(self, work: Callable[..., Any], *values: Any, **named: Any) -> Any:
        return self.shop.services.database.read_now(work, *values, **named)

    # --- time --------------------------------------------------------------------------------

    def wait(self, moment: datetime) -> None:
        """Let time pass; what the program does by itself meanwhile happens at its moment."""
        while True:
            now = self.clock.now()
            looks = (
                self.read(clock_watch.next_warning, now),
                self.write(promises.watch),
                self.read(question_watch.next_watch, now),
            )
            due = min((look for look in looks if look is not None), default=moment)
            if due >= moment:
                break
            self.clock.time = max(due, now + MINUTE)
            self.write(clock_watch.due_warnings)
            self.write(question_watch.watch)
        self.clock.time = moment

    # --- what others do ----------------------------------------------------------------------

    def arrive(self, case: Case) -> None:
        text = f"Waar blijft {case.subject}?"
        if case.path == "public":
            self.public.platform.deliver(
                at=self.clock.now(), author=case.customer, subject=case.subject, text=text
            )
            return
        self._put(case.customer, case.subject, text, at=self.clock.now())

    def _put(self, sender: str, subject: str, text: str, *, at: datetime, **headers: str) -> None:
        """Let a mail come in at a moment: only a client may tell Dovecot when that was."""
        dated = {"Date": format_datetime(at), **headers}
        mail = written(sender, self.shop.user.address, subject, text, dated)
        self.shop.server.append(self.shop.user, "INBOX", mail, at)

    def colleague_writes_back(self) -> None:
        """Let the colleague answer what he was asked, from his own mail program."""
        for question in self.read(questions.infos, only_open=True):
            letters = self.letters(self.colleague, self.answered_by_colleague + 1)
            self.answered_by_colleague += 1
            letter = next(one for one in letters if f"ticket {question.ticket_id}" in body(one))
            subject = f"RE: {letter['Subject']}"
            at = question.asked_at + ASKED_FOR
            key = str(letter["Message-ID"])
            self._put(self.colleague, subject, "Ligt klaar.\n", at=at, In_Reply_To=key)

    def letters(self, address: str, count: int, folder: str = "INBOX") -> list[EmailMessage]:
        """Return the mails in a mailbox once there are so many."""
        server = self.shop.server
        until(lambda: len(server.mailbox(address, folder)) >= count, f"{count} mails at {address}")
        return [
            email.message_from_bytes(raw, policy=default) for raw in server.mailbox(address, folder)
        ]

    # --- what the owner does -----------------------------------------------------------------

    def _find(self) -> None:
        ids = {info.subject: info.id for info in self.shop.tickets()}
        for case in self.cases:
            case.ticket_id = ids.get(case.subject, 0)

    def _work(self, number: int) -> None:
        for case in self.cases:
            for after, act in PATHS[case.path]:
                if case.round + after == number:
                    getattr(self, f"_{act}")(case)

    def _assess(self, case: Case) -> None:
        self.write(decisions.set_listed, [case.ticket_id], field="category", value="complaints")
        priority = "high" if case.path in {"public", "late"} else "normal"
        self.write(decisions.set_priority, [case.ticket_id], priority=priority)

    def _react(self, case: Case) -> None:
        self.write(reactions.react, [case.ticket_id], promise=False)

    def _promise(self, case: Case) -> None:
        self.write(reactions.react, [case.ticket_id], promise=True)

    def _extend(self, case: Case) -> None:
        (promise,) = self.read(promises.of, case.ticket_id)
        self.write(reactions.extend, promise.id)

    def _ask(self, case: Case) -> None:
        text = f"Ligt dit klaar? Het gaat om ticket {case.ticket_id}"
        self.write(questions.ask, case.ticket_id, colleague_id=self.colleague_id, text=text)

    def _answer(self, case: Case) -> None:
        self.write(replies.answer, case.ticket_id, text=case.answer)

    def _answer_done(self, case: Case) -> None:
        self.write(
            replies.answer, case.ticket_id, text=case.answer, ending=Ending(outcome_of(case))
        )

    def _document(self, case: Case) -> None:
        ending = Ending(outcome_of(case))
        self.write(decisions.change_state, [case.ticket_id], state="closed", ending=ending)

    def _public_line(self, case: Case) -> None:
        self.write(replies.answer, case.ticket_id, text="Wat vervelend! Mail ons uw nummer.")

    def _to_private(self, case: Case) -> None:
        (private,) = self.of("private")
        self.write(merging.link, case.ticket_id, private.ticket_id)

    def _closing_line(self, case: Case) -> None:
        self.write(replies.answer, case.ticket_id, text=case.answer, ending=Ending("referred"))


def outcome_of(case: Case) -> str:
    return {"late": "apologised", "asked": "explained"}.get(case.path, "solved")


def body(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert part is not None
    return str(part.get_content())
