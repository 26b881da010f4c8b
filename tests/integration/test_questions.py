"""Questions to colleagues on the fake platform: out, back in, reminded, and never mixed up."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.bootstrap import Services
from app.models.rules.errors import (
    EmptyTextError,
    KnownError,
    NotAllowedError,
    NotFoundError,
    UndocumentedError,
)
from app.services.channels.errors import OutcomeUnknown, RecipientUnavailable
from app.services.settings import AskingSettings, load
from app.services.sync import accounts, housekeeping, outbox
from app.services.tickets import (
    acts,
    asking_acts,
    consults,
    decisions,
    directory,
    documenting,
    drafts,
    inbox,
    journal,
    merging,
    people,
    question_mail,
    question_watch,
    questions,
    replies,
)
from app.services.tickets.questions import QuestionInfo
from app.services.tickets.standing import standing_of
from tests.effort import examples, repeated
from tests.fakes import MONDAY, SHOP, FakeChannelType, FakeClock, add_account
from tests.integration.test_acts import picture
from tests.integration.test_engine import run, sync, until

pytestmark = pytest.mark.usefixtures("account_id")
Arrive = Callable[..., None]
Write = Callable[..., Any]
PIET, KEES, ANNA = "piet@winkel.example", "kees@winkel.example", "anna@klant.example"


@pytest.fixture
def arrive(services: Services, channel: FakeChannelType, clock: FakeClock) -> Arrive:
    def put(**values: Any) -> None:
        channel.platform.deliver(**{"at": clock.now(), **values})
        sync(services)

    return put


@pytest.fixture
def piet(write: Write) -> int:
    """A colleague with a deputy."""
    deputy, _ = write(directory.add, name="Kees", mail=KEES)
    made, _ = write(directory.add, name="Piet", role="Techniek", mail=PIET, deputy_id=deputy)
    assert isinstance(made, int)
    return made


def info(services: Services, ticket_id: int = 1) -> inbox.TicketInfo:
    return services.database.read_now(inbox.infos, [ticket_id])[0]


def asked(services: Services, ticket_id: int = 1) -> list[QuestionInfo]:
    return services.database.read_now(questions.infos, ticket_id=ticket_id)


def draft_of(services: Services, outbox_id: int) -> Any:
    return services.database.read_now(outbox.draft, outbox_id)


def reasons(services: Services, act: str, ticket_id: int = 1) -> list[str]:
    found = services.database.read_now(journal.entries, ticket_id)
    return [entry.reason for entry in found if entry.act == act]


def ask(services: Services, colleague: int, ticket_id: int = 1, **values: Any) -> Any:
    wanted: dict[str, Any] = {"text": "Kan dit?", "now": True, **values}
    sent = services.database.write_now(questions.ask, ticket_id, colleague_id=colleague, **wanted)
    sync(services)
    return sent


# --- out -------------------------------------------------------------------------------------


def test_a_question_leaves_for_the_colleague_alone(
    services: Services, channel: FakeChannelType, arrive: Arrive, piet: int
) -> None:
    arrive(text="Mijn kraan lekt\nHelp", name="Anna")
    sent = ask(services, piet)
    draft = draft_of(services, sent.outbox_id)
    assert (draft.recipient.handle, draft.recipient.name) == (PIET, "Piet")
    assert draft.references == ()
    assert re.fullmatch(r"Vraag over bericht 1: .* \[#V-[a-z2-7]{20}\]", draft.subject)
    assert draft.subject.endswith(f"[#V-{draft.thread_token}]")
    assert draft.text.startswith("Kan dit?\n\n")
    assert "(Anna)" in draft.text
    assert "> Mijn kraan lekt\n> Help" in draft.text
    assert [one.recipient for one in channel.platform.accepted] == [PIET]
    ticket = info(services)
    assert (ticket.state, ticket.at_turn) == ("waiting_colleague", "colleague")
    assert (ticket.first_reacted_at, ticket.answered_at) == (None, None)
    (question,) = asked(services)
    assert (question.state, question.colleague, question.delivery) == ("open", "Piet", "sent")
    assert question.due_at == MONDAY + timedelta(hours=4)


def test_a_colleague_who_was_asked_stays(
    services: Services, arrive: Arrive, write: Write, clock: FakeClock
) -> None:
    made, act_id = write(directory.add, name="Piet", mail=PIET)
    arrive()
    ask(services, made)
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, act_id)
    assert [one.name for one in services.database.read_now(directory.colleagues)] == ["Piet"]


def test_the_customers_clocks_run_on_while_a_colleague_has_it(
    services: Services, arrive: Arrive, piet: int
) -> None:
    arrive()
    due = info(services).next_due
    ask(services, piet)
    assert info(services).next_due == due


def test_a_question_is_undone_until_it_leaves(
    services: Services, arrive: Arrive, write: Write, piet: int, clock: FakeClock
) -> None:
    arrive()
    before = picture(services)
    sent = write(questions.ask, 1, colleague_id=piet, text="Kan dit?")
    write(acts.undo, sent.act_id)
    assert picture(services) == before
    assert services.database.read_now(drafts.saved, 1) == drafts.SavedDraft("Kan dit?", True)
    write(drafts.save, 1, text="Beste Anna", internal=False)
    again = write(questions.ask, 1, colleague_id=piet, text="Kan dat?")
    write(acts.undo, again.act_id)
    assert services.database.read_now(drafts.saved, 1) == drafts.SavedDraft("Beste Anna", False)
    late = write(questions.ask, 1, colleague_id=piet, text="Kan dat?")
    clock.forward(timedelta(minutes=1))
    sync(services)
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, late.act_id)
    assert info(services).state == "waiting_colleague"


def test_a_waiting_question_is_taken_out_of_the_outbox(
    services: Services, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive()
    sent = write(questions.ask, 1, colleague_id=piet, text="Kan dit?")
    write(outbox.discard, sent.outbox_id)
    assert (info(services).state, asked(services), info(services).message_count) == ("open", [], 1)


def test_what_cannot_be_asked(services: Services, arrive: Arrive, write: Write, piet: int) -> None:
    arrive()
    nobody, _ = write(directory.add, name="Zonder mail")
    own, _ = write(directory.add, name="Wij", mail=SHOP)
    anna, _ = write(directory.add, name="Anna zelf", mail=ANNA)
    for colleague, error in (
        (nobody, questions.NoMailError),
        (own, questions.OwnAddressError),
        (anna, question_mail.ColleagueIsCustomerError),
        (99, NotFoundError),
    ):
        with pytest.raises(error):
            write(questions.ask, 1, colleague_id=colleague, text="Kan dit?")
    with pytest.raises(EmptyTextError):
        write(questions.ask, 1, colleague_id=piet, text=" ")
    with pytest.raises(EmptyTextError):
        write(questions.ask, 1, colleague_id=piet, text="Goed?", draft=" ")
    write(decisions.change_state, [1], state="spam")
    with pytest.raises(NotAllowedError):
        write(questions.ask, 1, colleague_id=piet, text="Kan dit?")


def test_without_a_mailbox_no_question_leaves(
    services: Services, arrive: Arrive, write: Write, piet: int, account_id: int
) -> None:
    arrive()
    write(accounts.remove, account_id)
    with pytest.raises(question_mail.NoMailboxError):
        write(questions.ask, 1, colleague_id=piet, text="Kan dit?")
    add_account(services, "tweede@voorbeeld.nl")
    sent = write(questions.ask, 1, colleague_id=piet, text="Kan dit?")
    assert draft_of(services, sent.outbox_id).sender.handle == "tweede@voorbeeld.nl"


def test_a_question_that_is_refused_is_ours_again(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive()
    channel.platform.send_errors = [RecipientUnavailable(server="x", recipient="p", detail="")]
    sent = ask(services, piet)
    assert info(services).state == "open"
    write(outbox.retry, sent.outbox_id)
    assert info(services).state == "waiting_colleague"
    sync(services)
    assert (asked(services)[0].delivery, info(services).answered_at) == ("sent", None)


def test_a_question_given_up_is_waited_for_no_longer(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive()
    channel.platform.send_errors = [RecipientUnavailable(server="x", recipient="p", detail="")]
    sent = ask(services, piet)
    write(outbox.discard, sent.outbox_id)
    assert (asked(services)[0].state, info(services).state) == ("lapsed", "open")


@pytest.mark.allow_log
def test_a_question_of_which_nobody_knows_is_ours_until_it_is_found(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive()
    channel.platform.lost_answers = [OutcomeUnknown(server="x", detail="")]
    sent = ask(services, piet)
    if asked(services)[0].delivery == "unknown":
        assert info(services).state == "open"
        write(outbox.mark_sent, sent.outbox_id)
    assert info(services).state == "waiting_colleague"
    assert info(services).answered_at is None


# --- back in ---------------------------------------------------------------------------------


def reply_to(services: Services, **values: Any) -> dict[str, Any]:
    """The values of an answer that carries the question's Message-ID."""
    messages = services.database.read_now(inbox.messages, 1)
    (question,) = [one for one in messages if one.direction == "note"][:1]
    return {"author": PIET, "parents": [question.external_id], "text": "Ja hoor", **values}


@pytest.mark.parametrize("way", ["token", "header", "sender"])
def test_the_answer_comes_in_as_a_note(
    services: Services, arrive: Arrive, write: Write, piet: int, way: str
) -> None:
    arrive(key="<1@x>")
    sent = ask(services, piet)
    subject = draft_of(services, sent.outbox_id).subject
    values = {
        "token": {"author": "piet@thuis.example", "subject": f"RE: {subject}"},
        "header": reply_to(services, author="piet@thuis.example", text="Dat kan"),
        "sender": {"author": PIET, "subject": "dat kan"},
    }[way]
    arrive(key="<p1@x>", **{"text": "Dat kan", **values})
    ticket = info(services)
    assert (ticket.state, ticket.message_count) == ("open", 3)
    answer = services.database.read_now(inbox.messages, 1)[-1]
    assert (answer.direction, answer.text, answer.new_sender) == ("note", "Dat kan", False)
    (question,) = asked(services)
    assert (question.state, question.answer) == ("answered", "Dat kan")
    assert reasons(services, "question_answered") == [f"by_{way}"]
    last = services.database.read_now(replies.last_inbound, 1)
    assert last is not None
    assert last.author_handle == ANNA
    assert services.database.read_now(people.participants, 1) == {ANNA, SHOP}
    queued = write(replies.answer, 1, text="Het kan", seen=replies.Seen(1, ANNA))
    assert draft_of(services, queued.outbox_id).recipient.handle == ANNA


def test_what_the_colleague_took_ends_when_he_wrote_not_when_it_was_fetched(
    services: Services, channel: FakeChannelType, clock: FakeClock, arrive: Arrive, piet: int
) -> None:
    arrive()
    ask(services, piet)
    channel.platform.deliver(at=clock.now() + timedelta(hours=1), **reply_to(services))
    clock.forward(timedelta(hours=3))
    sync(services)
    standing = services.database.read_now(standing_of, 1)
    assert standing.minutes(clock.now()) == {
        "us": 120, "customer": 0, "colleague": 60, "closed": 0,
    }  # fmt: skip


def test_the_same_answer_twice_is_one(services: Services, arrive: Arrive, piet: int) -> None:
    arrive()
    ask(services, piet)
    for _ in range(2):
        arrive(key="<p1@x>", **reply_to(services))
    assert info(services).message_count == 3


def test_a_late_word_comes_in_too(services: Services, arrive: Arrive, piet: int) -> None:
    arrive()
    ask(services, piet)
    arrive(key="<p1@x>", **reply_to(services))
    arrive(key="<p2@x>", author="piet@thuis.example", parents=["<p1@x>"], text="PS")
    assert [one.direction for one in services.database.read_now(inbox.messages, 1)] == [
        "in", "note", "note", "note",
    ]  # fmt: skip
    assert asked(services)[0].answer == "Ja hoor"


def test_a_machine_answers_nothing(services: Services, arrive: Arrive, piet: int) -> None:
    arrive()
    ask(services, piet)
    arrive(**reply_to(services, text="Ik ben er niet", automatic="auto_reply"))
    assert (info(services).state, asked(services)[0].state) == ("waiting_colleague", "open")
    assert info(services).message_count == 3


def test_a_bounce_of_a_question_is_a_note(services: Services, arrive: Arrive, piet: int) -> None:
    arrive()
    ask(services, piet)
    key = services.database.read_now(inbox.messages, 1)[-1].external_id
    arrive(
        author="mailer-daemon@x.example", automatic="bounce", text="Weg",
        bounce=[key, PIET, "5.1.1", True],
    )  # fmt: skip
    assert (info(services).state, asked(services)[0].delivery) == ("open", "failed")
    assert services.database.read_now(inbox.messages, 1)[-1].direction == "note"


def test_what_the_customer_writes_with_a_leaked_token_is_his(
    services: Services, arrive: Arrive, piet: int
) -> None:
    arrive(key="<1@x>")
    sent = ask(services, piet)
    subject = draft_of(services, sent.outbox_id).subject
    arrive(key="<2@x>", subject=f"Re: {subject}", **reply_to(services, author=ANNA))
    assert asked(services)[0].state == "open"
    assert services.database.read_now(inbox.messages, 1)[-1].direction == "in"
    assert info(services).state == "open"


def test_two_questions_are_not_confused(services: Services, arrive: Arrive, piet: int) -> None:
    arrive()
    arrive(author="bert@klant.example")
    first, second = ask(services, piet), ask(services, piet, 2)
    arrive(author=PIET, text="Over welke?")
    assert info(services, 3).state == "new"
    arrive(author=PIET, subject=draft_of(services, second.outbox_id).subject, text="Die dus")
    assert [asked(services)[0].state, asked(services, 2)[0].state] == ["open", "answered"]
    arrive(author=PIET, text="En de ander ook")
    assert asked(services)[0].state == "answered"
    assert first.question_id == asked(services)[0].id


def test_our_own_mail_to_the_colleague_is_no_answer_to_the_customer(
    services: Services, channel: FakeChannelType, arrive: Arrive, piet: int, clock: FakeClock
) -> None:
    arrive(key="<1@x>")
    ask(services, piet)
    values = reply_to(services, author=SHOP)
    channel.platform.deliver("sent", to=[PIET], at=clock.now(), **values)
    sync(services)
    ticket = info(services)
    assert (ticket.state, ticket.answered_at) == ("waiting_colleague", None)
    channel.platform.deliver("sent", to=[ANNA], key="<s2@x>", at=clock.now(), **values)
    sync(services)
    assert info(services).state == "answered"


def test_a_question_goes_along_when_tickets_are_merged(
    services: Services, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive(key="<1@x>")
    arrive(key="<2@x>", author="bert@klant.example")
    ask(services, piet, 2)
    act_id = write(merging.merge, [1, 2])
    assert [one.ticket for one in asked(services)] == [1]
    write(acts.undo, act_id)
    assert [one.ticket for one in asked(services, 2)] == [2]
    write(merging.merge, [1, 2])
    arrive(author=PIET, text="Klopt")
    assert (info(services).state, asked(services)[0].answer) == ("new", "Klopt")


def test_a_question_stays_here_when_its_address_became_the_customers(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, piet: int,
    clock: FakeClock,
) -> None:  # fmt: skip
    arrive(key="<1@x>")
    arrive(key="<2@x>", author=PIET)
    write(questions.ask, 1, colleague_id=piet, text="Kan dit?")
    write(merging.merge, [1, 2])
    clock.forward(timedelta(minutes=1))
    sync(services)
    assert channel.platform.accepted == []
    assert (asked(services)[0].delivery, info(services).state) == ("failed", "new")


# --- withdrawn, approval, phone --------------------------------------------------------------


def test_a_withdrawn_question_is_waited_for_no_longer(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, piet: int,
    clock: FakeClock,
) -> None:  # fmt: skip
    arrive()
    sent = write(questions.ask, 1, colleague_id=piet, text="Kan dit?")
    before = picture(services)
    act_id = write(questions.withdraw, sent.question_id)
    assert (asked(services)[0].state, info(services).state) == ("withdrawn", "open")
    with pytest.raises(questions.NotOpenError):
        write(questions.withdraw, sent.question_id)
    write(acts.undo, act_id)
    assert picture(services) == before
    write(questions.withdraw, sent.question_id)
    clock.forward(timedelta(minutes=1))
    sync(services)
    assert channel.platform.accepted == []
    with pytest.raises(NotFoundError):
        write(questions.withdraw, 99)


def test_a_sent_question_can_be_withdrawn_while_another_is_open(
    services: Services, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive()
    first, second = ask(services, piet), ask(services, piet, text="En dit?")
    write(questions.withdraw, first.question_id)
    assert info(services).state == "waiting_colleague"
    write(questions.withdraw, second.question_id)
    assert info(services).state == "open"


@pytest.mark.parametrize(
    ("text", "approved"), [("Akkoord", True), ("Niet akkoord.", False), ("Bel me", None)]
)
def test_an_approval_is_kept_with_the_ticket(
    services: Services, arrive: Arrive, write: Write, piet: int, text: str, approved: bool | None
) -> None:
    arrive()
    values = {"draft": "U krijgt uw geld terug.", "text": "Mag dit?", "now": True}
    sent = write(questions.ask, 1, colleague_id=piet, **values)
    sync(services)
    assert "> U krijgt uw geld terug." in draft_of(services, sent.outbox_id).text
    arrive(**reply_to(services, text=text))
    kept = asked(services)[0]
    assert (kept.draft, kept.approved, kept.answer) == ("U krijgt uw geld terug.", approved, text)
    before = picture(services)
    act_id = write(consults.decide, sent.question_id, approved=True)
    if approved:
        assert act_id is None
        return
    assert asked(services)[0].approved is True
    write(acts.undo, act_id)
    assert picture(services) == before


def test_a_word_by_phone_approves_too(
    services: Services, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive()
    sent = write(questions.ask, 1, colleague_id=piet, draft="Zo?", text="Mag dit?")
    write(consults.decide, sent.question_id, approved=False)
    assert (asked(services)[0].state, info(services).state) == ("answered", "open")
    plain = ask(services, piet)
    with pytest.raises(questions.NotOpenError):
        write(consults.decide, plain.question_id, approved=True)


def test_a_phone_consult_is_noted(
    services: Services, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive()
    before = picture(services)
    act_id = write(consults.log_phone, 1, colleague_id=piet, asked="Kan dit?", answer="Ja")
    note = services.database.read_now(inbox.messages, 1)[-1]
    assert note.text == (
        "Telefonisch overleg met Piet (Techniek)\nGevraagd: Kan dit?\nAntwoord: Ja"
    )
    (question,) = asked(services)
    assert (question.kind, question.state, info(services).state) == ("phone", "answered", "new")
    write(acts.undo, act_id)
    assert picture(services) == before
    kees = services.database.read_now(directory.named, "kees")
    write(consults.log_phone, 1, colleague_id=kees, asked="", answer="Ja")
    note = services.database.read_now(inbox.messages, 1)[-1]
    assert note.text == "Telefonisch overleg met Kees\nAntwoord: Ja"
    with pytest.raises(EmptyTextError):
        write(consults.log_phone, 1, colleague_id=piet, asked="x", answer=" ")


def test_nothing_is_done_while_a_colleague_is_waited_for(
    services: Services, arrive: Arrive, write: Write, piet: int
) -> None:
    arrive()
    sent = ask(services, piet)
    ending = documenting.Ending(outcome="solved")
    with pytest.raises(UndocumentedError, match="question"):
        write(decisions.change_state, [1], state="closed", ending=ending)
    write(questions.withdraw, sent.question_id)
    write(decisions.change_state, [1], state="closed", ending=ending)
    assert info(services).state == "closed"


# --- reminder and deputy ---------------------------------------------------------------------


def test_the_colleague_is_reminded_then_the_deputy_is_asked(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, piet: int,
    clock: FakeClock,
) -> None:  # fmt: skip
    arrive()
    ask(services, piet)
    first = services.database.read_now(inbox.messages, 1)[-1].external_id
    assert services.database.read_now(question_watch.next_watch, clock.now()) == (
        MONDAY + timedelta(hours=4)
    )
    assert write(question_watch.watch) == 0
    clock.forward(timedelta(hours=4))
    assert write(question_watch.watch) == 0, "the answer may be in the mailbox"
    assert services.database.read_now(question_watch.next_watch, clock.now()) is None
    sync(services)
    assert reasons(services, "question_reminded") == ["no_answer"]
    assert write(question_watch.watch) == 0
    sync(services)
    assert [one.recipient for one in channel.platform.accepted] == [PIET, PIET]
    reminder = draft_of(services, 2)
    assert (reminder.automatic, reminder.references) == (True, (first,))
    assert "Kan dit?" in reminder.text
    clock.forward(timedelta(hours=4))  # 18:00 in Amsterdam: closed
    assert write(question_watch.watch) == 0
    assert services.database.read_now(question_watch.next_watch, clock.now()) == (
        MONDAY + timedelta(hours=23.5)
    )
    clock.forward(timedelta(hours=16))
    sync(services)
    sync(services)
    assert [one.recipient for one in channel.platform.accepted] == [PIET, PIET, KEES]
    assert reasons(services, "question_reminded") == ["no_answer"]
    assert reasons(services, "question_escalated") == ["no_answer_still"]
    assert services.database.read_now(question_watch.next_watch, clock.now()) is None
    arrive(author=KEES, text="Ik pak het op")
    assert (asked(services)[0].answer, info(services).state) == ("Ik pak het op", "open")


def test_the_owner_says_how_long_a_colleague_is_waited_for(
    services: Services, arrive: Arrive, write: Write, piet: int, clock: FakeClock
) -> None:
    arrive()
    ask(services, piet)
    sync(services)
    act = write(asking_acts.set_waits, remind=timedelta(hours=1), deputy=timedelta(hours=2))
    assert asked(services)[0].due_at == MONDAY + timedelta(hours=1)
    assert write(asking_acts.set_waits, deputy=timedelta(hours=2)) is None
    with pytest.raises(KnownError, match="at least 1 minute"):
        write(asking_acts.set_waits, remind=timedelta(0))
    clock.forward(timedelta(hours=1))
    sync(services)
    (told,) = [
        one
        for one in services.database.read_now(journal.entries, 1)
        if one.act == "question_reminded"
    ]
    assert (told.reason, told.data["minutes"]) == ("no_answer", 60)
    write(acts.undo, act)
    waits = services.database.read_now(load, AskingSettings).waits
    assert waits.deputy == timedelta(hours=8)


def test_without_a_deputy_the_ticket_is_ours_again(
    services: Services, arrive: Arrive, write: Write, piet: int, clock: FakeClock
) -> None:
    arrive()
    write(directory.change, piet, deputy_id=None)
    ask(services, piet)
    for hours in (4, 20):
        clock.forward(timedelta(hours=hours))
        sync(services)
    assert (info(services).state, asked(services)[0].state) == ("open", "open")
    assert reasons(services, "question_escalated") == ["no_deputy"]


def test_who_left_or_became_the_customer_is_not_written_to(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, piet: int,
    clock: FakeClock,
) -> None:  # fmt: skip
    arrive(key="<1@x>")
    ask(services, piet)
    write(directory.remove, piet)
    clock.forward(timedelta(hours=4))
    sync(services)
    assert reasons(services, "question_reminded") == ["no_address"]
    write(acts.undo)
    arrive(key="<2@x>", author=KEES, parents=["<1@x>"])
    clock.forward(timedelta(hours=20))
    sync(services)
    assert reasons(services, "question_escalated") == ["colleague_is_customer"]
    assert len(channel.platform.accepted) == 1


def test_what_is_done_with_reminds_nobody(
    services: Services, arrive: Arrive, write: Write, piet: int, clock: FakeClock
) -> None:
    arrive()
    ask(services, piet)
    write(decisions.change_state, [1], state="spam")
    clock.forward(timedelta(hours=5))
    sync(services)
    assert reasons(services, "question_reminded") == []


def test_reminding_needs_a_mailbox(
    services: Services, arrive: Arrive, write: Write, piet: int, clock: FakeClock, account_id: int
) -> None:
    arrive()
    ask(services, piet)
    write(accounts.remove, account_id)
    clock.forward(timedelta(hours=4))
    write(question_watch.watch)
    assert reasons(services, "question_reminded") == ["no_mailbox"]


def test_the_program_reminds_by_itself(
    services: Services, channel: FakeChannelType, arrive: Arrive, piet: int, clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(housekeeping, "LONGEST", timedelta(milliseconds=50))
    arrive()
    ask(services, piet)
    clock.forward(timedelta(hours=4))

    async def work(engine: Any) -> None:
        await engine.start()
        await until(lambda: len(channel.platform.accepted) == 2)

    run(services, work)
    assert channel.platform.accepted[1].recipient == PIET


# --- never mixed up --------------------------------------------------------------------------

STEPS = st.lists(
    st.sampled_from(
        ["customer", "other", "ask", "answer", "colleague", "colleague_alone", "colleague_all",
         "merge", "split", "undo", "watch", "wait", "note", "withdraw"]
    ),
    min_size=4,
    max_size=14,
)  # fmt: skip


class Firm:
    """Does steps and notes where answers and questions went."""

    def __init__(self, services: Services, channel: FakeChannelType, clock: FakeClock) -> None:
        self.services, self.platform, self.clock = services, channel.platform, clock
        self.write = services.database.write_now
        self.number = len(self.platform.items["in"])

    def deliver(self, **values: Any) -> None:
        self.number += 1
        self.clock.forward(timedelta(seconds=7))
        self.platform.deliver(at=self.clock.now(), key=f"<m{self.number}@x>", **values)

    def ticket(self) -> int:
        rows = self.services.database.read_now(inbox.page, "", now=self.clock.now(), limit=500)
        return max(row.id for row in rows)

    def messages(self, direction: str) -> list[Any]:
        found = self.services.database.read_now(inbox.messages, self.ticket())
        return [one for one in found if one.direction == direction]

    def customer(self) -> None:
        self.deliver(author=ANNA, parents=[self.messages("in")[-1].external_id])

    def other(self) -> None:
        self.deliver(author="bert@klant.example")

    def colleague(self) -> None:
        notes = self.messages("note")
        self.deliver(author=PIET, parents=[notes[-1].external_id] if notes else [])

    def colleague_alone(self) -> None:
        self.deliver(author=PIET, subject="dat kan")

    def colleague_all(self) -> None:
        """Answers all in the customer's own conversation, about which he was asked."""
        if self.services.database.read_now(questions.infos, ticket_id=self.ticket()):
            self.deliver(author=PIET, parents=[self.messages("in")[-1].external_id])

    def ask(self) -> None:
        piet = self.services.database.read_now(directory.named, "Piet")
        self.write(questions.ask, self.ticket(), colleague_id=piet, text="VRAAG")

    def answer(self) -> None:
        self.write(replies.answer, self.ticket(), text="ANTWOORD")

    def note(self) -> None:
        self.write(replies.add_note, self.ticket(), text="NOTITIE")

    def merge(self) -> None:
        """Not with a ticket of the colleague's own: there he is the customer."""
        pair = [self.ticket() - 1, self.ticket()]
        if not any(PIET in self.services.database.read_now(people.customers, one) for one in pair):
            self.write(merging.merge, pair)

    def split(self) -> None:
        self.write(merging.split, self.ticket(), from_message=self.messages("in")[-1].id)

    def undo(self) -> None:
        self.write(acts.undo)

    def withdraw(self) -> None:
        (open_one, *_) = self.services.database.read_now(questions.open_in, self.ticket()) or [99]
        self.write(questions.withdraw, open_one)

    def watch(self) -> None:
        self.clock.forward(timedelta(hours=4))
        sync(self.services)

    def wait(self) -> None:
        self.clock.forward(timedelta(minutes=1))


@repeated
@settings(
    max_examples=examples(8, most=200), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(steps=STEPS)
def test_no_answer_goes_to_a_colleague_and_no_question_to_a_customer(
    services: Services, channel: FakeChannelType, clock: FakeClock, piet: int, steps: list[str]
) -> None:
    firm = Firm(services, channel, clock)
    before = len(channel.platform.accepted)
    firm.deliver(author=ANNA)
    sync(services)
    for step in steps:
        try:
            getattr(firm, step)()
        except KnownError:
            continue
        sync(services)
    clock.forward(timedelta(minutes=1))
    sync(services)
    for sent in channel.platform.accepted[before:]:
        words = sent.payload.decode()
        if "ANTWOORD" in words and "VRAAG" not in words:
            written = services.database.read_now(_ticket_of, sent.external_id)
            assert sent.recipient != PIET or written == PIET, "an answer went to the colleague"
        if "VRAAG" in words:
            assert sent.recipient in {PIET, KEES}, "a question went to a customer"


def _ticket_of(session: Any, key: str) -> str:
    """The customer whose ticket holds a message: a colleague may be one in a ticket of his own."""
    return str(
        session.execute(
            text(
                "select i.handle from messages m join tickets t on t.id = m.ticket_id"
                " join identities i on i.contact_id = t.contact_id where m.key = :key"
            ),
            {"key": key},
        ).scalar()
    )


def test_one_answer_leaves_the_ticket_waiting_for_the_others(
    services: Services, arrive: Arrive, piet: int
) -> None:
    arrive()
    first, second = ask(services, piet), ask(services, piet, text="En dit?")
    arrive(author=PIET, subject=draft_of(services, first.outbox_id).subject, text="Ja")
    assert [one.state for one in asked(services)] == ["answered", "open"]
    assert info(services).state == "waiting_colleague"
    arrive(author=PIET, subject=draft_of(services, second.outbox_id).subject, text="Ook")
    assert info(services).state == "open"


def test_who_was_asked_in_vain_is_not_waited_for(
    services: Services, arrive: Arrive, write: Write, piet: int, clock: FakeClock
) -> None:
    arrive()
    write(directory.change, piet, deputy_id=None)
    ask(services, piet)
    for hours in (4, 20):
        clock.forward(timedelta(hours=hours))
        sync(services)
    second = ask(services, piet, text="En dit?")
    assert info(services).state == "waiting_colleague"
    arrive(author=PIET, subject=draft_of(services, second.outbox_id).subject, text="Ja")
    assert [one.state for one in asked(services)] == ["open", "answered"]
    assert info(services).state == "open"
