"""Which mail answers which question, and when a colleague is reminded."""

import string
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.hours import Block, OpeningHours
from app.models.rules.messages import Automatic
from app.models.rules.questions import (
    Asked,
    By,
    Mail,
    Match,
    Progress,
    Step,
    WaitError,
    Waits,
    checked,
    due_step,
    match,
    next_step,
    on_asked_after_all,
    on_colleague_wrote,
    on_not_asked,
    token_of,
    tokens_in,
    verdict,
    with_token,
)
from app.models.rules.tickets import TicketState

TOKEN, OTHER = "abcdefghij234567abcd", "zzzzzzzzzz234567zzzz"
PIET, ANNA, OWN = "piet@winkel.test", "anna@klant.test", "info@winkel.test"
OPEN = Asked(1, 7, TOKEN, is_open=True, addresses=frozenset({PIET}), customers=frozenset({ANNA}))
SECOND = Asked(2, 8, OTHER, is_open=True, addresses=frozenset({PIET}))
DONE = Asked(
    3, 9, OTHER, is_open=False, addresses=frozenset({PIET}), answer_keys=frozenset({"<p1@x>"})
)


def key(token: str) -> str:
    return f"<{token}.{'0' * 32}@winkel.test>"


def mail(
    sender: str = PIET, subject: str = "Re: x", to: str = OWN, keys: tuple[str, ...] = (),
    automatic: Automatic | None = None, ticket: int | None = None,
) -> Mail:  # fmt: skip
    return Mail(sender, subject, (to,), keys, automatic, ticket)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (mail(subject=f"Re: x [#V-{TOKEN}]", sender="piet@thuis.test"), (1, By.TOKEN)),
        (mail(subject=f"RE: X [#v-{TOKEN.upper()}]", sender="piet@thuis.test"), (1, By.TOKEN)),
        (mail(to=f"info+v-{TOKEN}@winkel.test", sender="piet@thuis.test"), (1, By.TOKEN)),
        (mail(to=f"Info+V-{TOKEN}@Winkel.test", sender="piet@thuis.test"), (1, By.TOKEN)),
        (mail(keys=("<a@b>", key(TOKEN)), sender="piet@thuis.test"), (1, By.HEADER)),
        (mail(), (1, By.SENDER)),
        (mail(subject=f"[#V-{TOKEN}]", keys=(key(OTHER),)), (1, By.TOKEN)),
    ],
)
def test_a_mail_finds_its_question(one: Mail, expected: tuple[int, By]) -> None:
    assert match(one, [OPEN, DONE], [OWN]) == Match(*expected, answers=True)


@pytest.mark.parametrize(
    "one",
    [
        mail(subject=f"[#V-{TOKEN[:19]}]", sender="x@y.test"),
        mail(subject=f"[#V-{TOKEN}a]", sender="x@y.test"),
        mail(subject="[#V-]", sender="x@y.test"),
        mail(subject="[#V-bbbbbbbbbbbbbbbbbbbb]", sender="x@y.test"),
        mail(to=f"info+v-{TOKEN}@elders.test", sender="x@y.test"),
        mail(to=f"ander+v-{TOKEN}@winkel.test", sender="x@y.test"),
        mail(keys=(f"<{TOKEN}@winkel.test>", f"<{TOKEN[:8]}.{'0' * 32}@x>"), sender="x@y.test"),
        mail(ticket=99),
        mail(sender="onbekend@winkel.test"),
    ],
)
def test_what_is_no_answer(one: Mail) -> None:
    assert match(one, [OPEN], [OWN]) is None


def test_the_sender_alone_counts_only_when_there_is_one_question() -> None:
    assert match(mail(), [OPEN, SECOND], [OWN]) is None
    assert match(mail(), [DONE], [OWN]) is None


def test_who_answers_all_in_the_customers_conversation_stays_a_colleague() -> None:
    found = match(mail(ticket=7), [OPEN, SECOND, DONE], [OWN])
    assert found == Match(1, By.SENDER, answers=True)
    late = match(mail(ticket=9), [OPEN, SECOND, DONE], [OWN])
    assert late == Match(3, By.SENDER, answers=False)


@pytest.mark.parametrize(
    "values", [{"subject": f"[#V-{TOKEN}]"}, {"keys": (key(TOKEN),)}, {"to": f"info+v-{TOKEN}@x"}]
)
def test_what_the_customer_writes_is_his_own(values: dict[str, Any]) -> None:
    assert match(mail(sender=ANNA, **values), [OPEN], [OWN]) is None


@pytest.mark.parametrize("kind", list(Automatic))
def test_a_machine_never_answers(kind: Automatic) -> None:
    found = match(mail(subject=f"Afwezig [#V-{TOKEN}]", automatic=kind), [OPEN], [OWN])
    assert found == Match(1, By.TOKEN, answers=False)


def test_a_late_word_still_belongs_to_its_question() -> None:
    assert match(mail(keys=("<p1@x>",)), [DONE], [OWN]) == Match(3, By.HEADER, answers=False)
    assert match(mail(keys=("<p2@x>",)), [DONE], [OWN]) is None


TEXT = st.text(string.ascii_letters + string.digits + "[]#V-+@. ", max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_nothing_but_the_whole_token_opens_a_question(
    subject: str, recipient: str, keys: list[str]
) -> None:
    stranger = Mail("x@y.test", subject, (recipient,), tuple(keys))
    if TOKEN not in f"{subject}{recipient}{keys}".lower():
        assert match(stranger, [OPEN], [OWN]) is None


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_a_subject_carries_one_token(subject: str) -> None:
    once = with_token(subject, TOKEN)
    assert tokens_in(mail(subject=once), []) == [TOKEN]
    assert with_token(once, TOKEN) == once
    assert (token_of(once), token_of("Re: x")) == (TOKEN, None)
    assert tokens_in(mail(subject=f"Antw: {with_token(once, OTHER)}"), []) == [OTHER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Akkoord!\n\nGroet, Piet", True),
        ("\n  OK.", True),
        ("Oké", True),
        ("Niet akkoord.", False),
        ("Nee", False),
        ("Ja, maar zonder korting", None),
        ("", None),
        ("Bel me even", None),
    ],
)
def test_only_a_plain_yes_or_no_is_a_verdict(text: str, expected: bool | None) -> None:
    assert verdict(text) is expected


@pytest.mark.parametrize(
    ("state", "wakes", "expected"),
    [
        ("waiting_colleague", True, "open"),
        ("waiting_customer", True, "open"),
        ("answered", True, "open"),
        ("open", True, "open"),
        ("new", True, "new"),
        ("snoozed", True, "open"),
        ("snoozed", False, "snoozed"),
        ("closed", True, "closed"),
        ("spam", True, "spam"),
    ],
)
def test_a_colleagues_word_makes_the_ticket_ours(state: str, wakes: bool, expected: str) -> None:
    assert on_colleague_wrote(TicketState(state), wakes=wakes).state == expected


@pytest.mark.parametrize(
    ("state", "expected"), [("waiting_colleague", "waiting_colleague"), ("answered", "open")]
)
def test_a_ticket_waits_for_all_who_were_asked(state: str, expected: str) -> None:
    found = on_colleague_wrote(TicketState(state), wakes=True, others=True)
    assert found.state == expected


def test_a_question_that_did_not_go_out_is_no_reason_to_wait() -> None:
    assert on_not_asked(TicketState.WAITING_COLLEAGUE, "send_failed").state == "open"
    assert on_not_asked(TicketState.CLOSED, "send_failed").state == "closed"
    assert on_asked_after_all(TicketState.OPEN).state == "waiting_colleague"
    assert on_asked_after_all(TicketState.ANSWERED).state == "answered"


# --- reminder and deputy ---------------------------------------------------------------------

DAY = (Block(9 * 60, 17 * 60),)
HOURS = OpeningHours("UTC", (DAY, DAY, DAY, DAY, DAY, (), ()))
FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_first_the_reminder_then_the_deputy_then_nothing() -> None:
    assert next_step(Progress(FRIDAY), HOURS) == (Step.REMIND, MONDAY + 2 * HOUR)
    reminded = Progress(FRIDAY, MONDAY + 2 * HOUR)
    assert next_step(reminded, HOURS) == (Step.DEPUTY, MONDAY + 6 * HOUR)
    late = Progress(FRIDAY, MONDAY + 7 * HOUR)
    assert next_step(late, HOURS) == (Step.DEPUTY, MONDAY + 27 * HOUR)
    assert next_step(Progress(FRIDAY, MONDAY, MONDAY), HOURS) is None


def test_nobody_is_bothered_outside_opening_hours() -> None:
    def due(progress: Progress, now: datetime) -> Step | None:
        return due_step(progress, HOURS, now, read_to=now)

    progress = Progress(FRIDAY)
    assert due(progress, MONDAY + 1 * HOUR) is None
    assert due(progress, MONDAY + 2 * HOUR) is Step.REMIND
    assert due(progress, MONDAY + 12 * HOUR) is None
    assert due(progress, MONDAY + 24 * HOUR) is Step.REMIND
    assert due(Progress(FRIDAY, MONDAY, MONDAY), MONDAY + 24 * HOUR) is None


def test_nobody_is_reminded_whose_answer_may_be_in_the_mailbox() -> None:
    now = MONDAY + 3 * HOUR
    assert due_step(Progress(FRIDAY), HOURS, now, read_to=MONDAY + 1 * HOUR) is None
    assert due_step(Progress(FRIDAY), HOURS, now, read_to=MONDAY + 2 * HOUR) is Step.REMIND


def test_the_deputy_is_asked_after_the_reminder() -> None:
    soon = Waits(HOUR, 3 * HOUR)
    assert checked(soon) == soon
    assert next_step(Progress(MONDAY), HOURS, soon) == (Step.REMIND, MONDAY + HOUR)
    for wrong in (Waits(HOUR, HOUR), Waits(0 * HOUR, HOUR), Waits(HOUR, 201 * HOUR)):
        with pytest.raises(WaitError):
            checked(wrong)
