"""A week of 40 tickets through all six steps, on a real mail server: what it leaves behind."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli.main import main
from app.models.rules.ledger import Turn, sums
from app.models.rules.spine import Facts, Progress, steps
from app.services.sync import outbox
from app.services.tickets import inbox, journal, promises, questions, standing, transcripts
from app.services.tickets.inbox import TicketInfo
from tests.e2e.conftest import open_shop
from tests.e2e.week import ASKED_FOR, MONDAY, Case, Week, body, outcome_of
from tests.fakes import FakeChannelType, FakeClock, add_account
from tests.servers.mail import MailServer, MailUser

BREACHES = {
    "breach": ["first_reaction"],
    "extended": ["answer"],
    "late": ["answer"],
}
"""Clocks that run out by the script. Who asks for more time has not answered yet."""

MAILS = {"direct": 1, "private": 1, "extended": 3}
"""What a customer gets; the others a first reaction and an answer."""


@pytest.fixture
def week(mail_server: MailServer, mail_user: MailUser, tmp_path: Path) -> Iterator[Week]:
    """The week before it begins."""
    clock, public = FakeClock(MONDAY), FakeChannelType()
    folder = tmp_path / "profile"
    shop = open_shop(folder, mail_server, mail_user, clock=clock, others=(public,))
    shop.connect()
    add_account(shop.services)
    yield Week(shop, clock, public)
    shop.services.close()


def info(week: Week, case: Case) -> TicketInfo:
    (found,) = week.read(inbox.infos, [case.ticket_id])
    assert isinstance(found, TicketInfo)
    return found


def told(week: Week, path: str) -> list[str]:
    """Return the transcript of the first ticket of a path, without moments."""
    case = week.of(path)[0]
    text = str(week.read(transcripts.transcript, case.ticket_id, week.clock.now()))
    lines = (line.strip() for line in text.splitlines())
    return [line.rpartition(" · ")[2] if line.startswith("* ") else line for line in lines if line]


def in_order(lines: list[str], wanted: list[str]) -> None:
    rest = iter(lines)
    for one in wanted:
        assert any(line.startswith(one) for line in rest), (one, lines)


def all_forty_went_through_the_six_steps(week: Week) -> None:
    assert len(week.shop.tickets()) == len(week.cases) == 40
    for case in week.cases:
        ticket = info(week, case)
        asked = week.read(questions.infos, ticket_id=case.ticket_id)
        facts = Facts(
            created_at=ticket.created_at, assessed=ticket.category is not None,
            first_reaction_due=ticket.first_reaction_due, first_reacted_at=ticket.first_reacted_at,
            answer_due=ticket.answer_due, answered_at=ticket.answered_at,
            asked=len(asked), told=sum(one.state == "answered" for one in asked),
            documented_at=ticket.documented_at,
        )  # fmt: skip
        late = BREACHES.get(case.path, [])
        assert [step.progress for step in steps(facts)] == [
            Progress.DONE,
            Progress.DONE,
            Progress.LATE if "first_reaction" in late else Progress.DONE,
            Progress.DONE if case.path == "asked" else Progress.SKIPPED,
            Progress.LATE if "answer" in late else Progress.DONE,
            Progress.DONE,
        ], case


def every_one_is_done_and_written_down(week: Week) -> None:
    for case in week.cases:
        ticket = info(week, case)
        outcome = "referred" if case.path == "public" else outcome_of(case)
        assert (ticket.state, ticket.outcome) == ("closed", outcome), case
        assert ticket.documented_at is not None
        assert ticket.override_reason is None


def whose_minutes_they_were_adds_up(week: Week) -> None:
    now = week.clock.now()
    booked, passed = timedelta(0), timedelta(0)
    for case in week.cases:
        stands = week.read(standing.standing_of, case.ticket_id)
        came = info(week, case).created_at
        spent = sums(stands.spans, now)
        assert sum(spent.values(), timedelta(0)) == now - came
        assert sum(stands.minutes(now).values()) == (now - came) // timedelta(minutes=1)
        assert spent[Turn.COLLEAGUE] == (ASKED_FOR if case.path == "asked" else timedelta(0))
        booked += sum(spent.values(), timedelta(0))
        passed += now - came
    assert booked == passed > timedelta(days=100)


def promises_and_breaches_are_counted_as_they_were(week: Week) -> None:
    made = [one for case in week.cases for one in week.read(promises.of, case.ticket_id)]
    # Both that were extended were kept the second time.
    assert Counter(one.state for one in made) == {"kept": 4 + 2, "extended": 2, "late": 1}
    for case in week.cases:
        entries = week.read(journal.entries, case.ticket_id)
        breaches = [one.reason for one in entries if one.act == "breach"]
        assert breaches == BREACHES.get(case.path, []), case
        lapsed = [one for one in entries if one.act == "promise_lapsed"]
        assert len(lapsed) == (case.path == "late")


def every_customer_has_one_answer_and_the_colleague_none(week: Week) -> None:
    by_mail = [case for case in week.cases if case.path != "public"]
    total = 0
    for case in by_mail:
        expected = MAILS.get(case.path, 2)
        letters = [body(one) for one in week.letters(case.customer, expected)]
        assert len(letters) == expected, case
        assert [text.count("Dit is het antwoord op") for text in letters].count(1) == 1
        assert sum(case.answer in text for text in letters) == 1, case
        total += expected
    asked = [body(one) for one in week.letters(week.colleague, 4)]
    assert len(asked) == len(week.of("asked")) == 4
    assert not any("Dit is het antwoord" in text for text in asked)
    copies = [body(one) for one in week.letters(week.shop.user.address, total + 4, "Sent")]
    assert len(copies) == total + 4
    for case in by_mail:
        assert sum(case.answer in text for text in copies) == 1, case
    assert {row.state for row in week.read(outbox.rows, finished=True)} == {"sent"}


def the_public_complaint_went_private_and_was_closed_in_public(week: Week) -> None:
    (complaint,), (private,) = week.of("public"), week.of("private")
    lines = [one.payload.decode().split(" ", 3)[2:] for one in week.public.platform.accepted]
    assert lines == [
        ["boze_klant", "Wat vervelend! Mail ons uw nummer."],
        ["boze_klant", complaint.answer],
    ]
    assert [link.id for link in info(week, complaint).links] == [private.ticket_id]
    in_order(
        told(week, "public"),
        ["Wat vervelend!", "Beantwoord", complaint.answer, "Hoort bij nr. ", "Vastgelegd: Door"],
    )


def the_journal_is_unbroken(week: Week) -> None:
    checked = week.read(journal.verify)
    assert checked.broken_at is None
    assert checked.entries > 300


def the_transcript_tells_a_question_and_its_answer(week: Week) -> None:
    in_order(
        told(week, "asked"),
        ["Afloop: Uitgelegd", "Minuten: wij 111, klant 0, collega 70, klaar ",
         "Waar blijft Bestelling 1002?", "Dank voor uw bericht.", "Wij aan piet",
         "Ligt dit klaar?", "Eerste reactie gegeven", "Wacht op een collega",
         "Vraag aan collega Piet", "piet", "Ligt klaar.", "Dit is het antwoord",
         "Antwoord van collega Piet", "Beantwoord", "Vastgelegd: Uitgelegd", "Klaar"],
    )  # fmt: skip


def the_transcript_tells_promises_and_what_was_too_late(week: Week) -> None:
    in_order(
        told(week, "kept"),
        ["Beloofd: de klant hoort van ons vóór di 14-01-2025 14:11", "Dit is het antwoord",
         "Vastgelegd: Opgelost", "Belofte voor di 14-01-2025 14:11 nagekomen"],
    )  # fmt: skip
    in_order(
        told(week, "extended"),
        ["Beloofd: ", "We zijn er nog niet uit.", "Belofte voor wo 15-01-2025 09:11 verlengd",
         "Beloofd: de klant hoort van ons vóór wo 15-01-2025 17:00",
         "Dit is het antwoord", "Belofte voor wo 15-01-2025 17:00 nagekomen"],
    )  # fmt: skip
    assert told(week, "extended").count("Eerste reactie gegeven") == 1
    in_order(
        told(week, "late"),
        ["Beloofd: ", "Te laat: het antwoord had vóór wo 15-01-2025 11:10 gemoeten",
         "Belofte voor wo 15-01-2025 11:11 verstreken", "Vastgelegd: Excuses aangeboden",
         "Belofte voor wo 15-01-2025 11:11 te laat nagekomen"],
    )  # fmt: skip
    in_order(
        told(week, "breach"),
        ["Te laat: de eerste reactie had vóór ma 13-01-2025 14:15 gemoeten",
         "Eerste reactie gegeven"],
    )  # fmt: skip


CHECKS = (
    all_forty_went_through_the_six_steps,
    every_one_is_done_and_written_down,
    whose_minutes_they_were_adds_up,
    promises_and_breaches_are_counted_as_they_were,
    every_customer_has_one_answer_and_the_colleague_none,
    the_public_complaint_went_private_and_was_closed_in_public,
    the_journal_is_unbroken,
    the_transcript_tells_a_question_and_its_answer,
    the_transcript_tells_promises_and_what_was_too_late,
)


def test_a_week_of_forty_tickets_adds_up(week: Week, capsys: pytest.CaptureFixture[str]) -> None:
    """One test, as tests run in several processes and the week would be played in each."""
    week.play()
    for check in CHECKS:
        check(week)
    case = week.of("asked")[0]
    folder = str(week.shop.services.profile.folder)
    number = str(info(week, case).number)
    assert main(["--profile", folder, "show", number, "--transcript"]) == 0
    assert "Antwoord van collega Piet" in capsys.readouterr().out
