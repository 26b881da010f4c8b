"""A complaint in public goes on in private as one case, and nothing crosses over by mistake."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services, build_services
from app.cli.main import main
from app.models.contacts import Identity
from app.models.rules.cases import Line
from app.models.rules.errors import EmptyTextError
from app.services.channels.api import Traits
from app.services.channels.errors import OutcomeUnknown, RecipientUnavailable
from app.services.storage.database import Unit
from app.services.storage.profile import load_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import acts, cases, decisions, merging, replies
from app.services.tickets.cases import Case
from app.services.tickets.inbox import TicketView, ticket_view
from tests.fakes import MONDAY, FakeClock, FakeMailType, FakeReviewType, add_account
from tests.integration.test_acts import picture
from tests.integration.test_cli_colleagues import Balie, balie  # noqa: F401  the fixture
from tests.integration.test_engine import sync

Write = Callable[..., Any]
MINUTE = timedelta(minutes=1)
PUBLIC, PRIVATE, CLOSING = Line
OURS, MAIL = "reviews@voorbeeld.nl", "winkel@voorbeeld.nl"


@pytest.fixture
def review() -> FakeReviewType:
    return FakeReviewType()


@pytest.fixture
def mail() -> FakeMailType:
    return FakeMailType()


@pytest.fixture
def services(
    tmp_path: Path, new_profile: Path, clock: FakeClock, review: FakeReviewType, mail: FakeMailType
) -> Iterator[Services]:
    """A practice profile with reviews in public, and e-mail."""
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    built = build_services(
        load_profile(folder), None, clock=clock, channels=(review, mail), parser=InlineParser()
    )
    add_account(built, OURS, kind="google")
    add_account(built, MAIL, kind="email")
    review.platform.deliver(key="r1", author="@anna", name="Anna", text="Schandalig!", to=[OURS])
    sync(built)
    yield built
    built.close()


def case(services: Services, ticket_id: int = 1) -> Case:
    return services.database.read_now(cases.of, ticket_id, traits=FakeReviewType.traits)


def view(services: Services, ticket_id: int = 1) -> TicketView:
    found = services.database.read_now(ticket_view, ticket_id)
    assert found is not None
    return found


def sent_to(kind: FakeReviewType | FakeMailType) -> list[str]:
    return [one.recipient for one in kind.platform.accepted]


@pytest.fixture
def says(services: Services, clock: FakeClock, write: Write) -> Callable[..., None]:
    """Write a line and let it leave."""

    def said(line: Line, **more: Any) -> None:
        traits = FakeReviewType.traits
        write(cases.write, 1, line=line, text=f"De {line} regel", traits=traits, **more)
        clock.forward(MINUTE)
        sync(services)

    return said


def known_by(services: Services, address: str) -> None:
    def add(unit: Unit) -> None:
        unit.session.add(Identity(contact_id=1, kind="email", handle=address, name=""))

    services.database.write_now(add)


def test_a_complaint_from_public_to_private_and_back(
    services: Services,
    review: FakeReviewType,
    mail: FakeMailType,
    write: Write,
    says: Callable[..., None],
) -> None:
    assert not case(services).warns
    write(decisions.set_listed, [1], field="category", value="complaints")
    assert case(services).warns
    known_by(services, "anna@klant.example")
    assert case(services).address == "anna@klant.example"
    says(PUBLIC)
    ticket = view(services).ticket
    assert (ticket.state, ticket.answered_at) == ("open", None)
    assert ticket.first_reacted_at is not None
    assert case(services).warns
    says(PRIVATE)
    assert view(services).ticket.state == "answered"
    assert view(services).ticket.answered_at is not None
    assert not case(services).warns
    says(CLOSING)
    assert case(services).done == {*Line}
    assert [one.delivery for one in case(services).written] == ["sent"] * 3
    assert sent_to(review) == ["@anna", "@anna"]
    assert sent_to(mail) == ["anna@klant.example"]
    for line in Line:
        with pytest.raises(cases.NotYourTurnError):
            says(line)


def test_who_goes_on_by_mail_is_answered_by_mail(
    services: Services,
    review: FakeReviewType,
    mail: FakeMailType,
    write: Write,
    clock: FakeClock,
    says: Callable[..., None],
) -> None:
    says(PRIVATE, address=" Anna@Klant.example ")
    token = mail.platform.accepted[0].external_id
    mail.platform.deliver(key="<m1@x>", text="Dank", parents=[token], to=[MAIL], at=clock.now())
    sync(services)
    assert [one.text for one in view(services).messages][-1] == "Dank"
    write(decisions.set_listed, [1], field="category", value="complaints")
    assert not case(services).warns
    write(replies.answer, 1, text="Graag gedaan", now=True)
    clock.forward(MINUTE)
    sync(services)
    assert sent_to(mail) == ["anna@klant.example"] * 2
    assert sent_to(review) == []
    says(CLOSING)
    assert sent_to(review) == ["@anna"]
    review.platform.deliver(key="r2", author="@anna", parents=["r1"], to=[OURS], at=clock.now())
    sync(services)
    write(replies.answer, 1, text="In het openbaar", now=True)
    sync(services)
    assert sent_to(review) == ["@anna", "@anna"]
    assert len(sent_to(mail)) == 2


def test_each_line_is_undone_and_written_again(services: Services, write: Write) -> None:
    traits = FakeReviewType.traits
    for line in (PUBLIC, PRIVATE):
        before = picture(services), case(services)
        done = write(
            cases.write, 1, line=line, text="Regel", traits=traits, address="a@klant.example"
        )
        assert case(services).done == {line}
        write(acts.undo, done.act_id)
        assert (picture(services)["tickets"], case(services)) == (before[0]["tickets"], before[1])
    before = picture(services), case(services)
    act_id = write(cases.note, 1, line=PRIVATE, text="Per bericht: sorry", traits=traits)
    noted = case(services).written[0]
    assert (noted.delivery, noted.text) == (None, "Per bericht: sorry")
    assert view(services).ticket.state == "answered"
    write(acts.undo, act_id)
    assert (picture(services), case(services)) == before
    write(cases.note, 1, line=PUBLIC, text="Op de site", traits=traits)
    assert view(services).ticket.first_reacted_at == MONDAY


def test_what_cannot_be_is_refused_and_nothing_changes(
    services: Services, clock: FakeClock, write: Write
) -> None:
    before = picture(services)
    traits = FakeReviewType.traits
    given: dict[str, Any] = {"text": "Regel", "traits": traits}
    for error, line, more in (
        (EmptyTextError, PUBLIC, {"text": " "}),
        (cases.NotInPublicError, PUBLIC, {"traits": Traits()}),
        (cases.NotYourTurnError, CLOSING, {}),
        (cases.NoPrivateWayError, PRIVATE, {}),
        (cases.NoPrivateWayError, PRIVATE, {"address": "geen adres"}),
        (replies.NewerMessageError, PUBLIC, {"seen": replies.Seen(message_id=99)}),
    ):
        with pytest.raises(error):
            write(cases.write, 1, line=line, **(given | more))
    assert picture(services) == before


def test_a_line_that_was_refused_is_written_again_and_an_uncertain_one_is_not(
    services: Services, review: FakeReviewType, says: Callable[..., None]
) -> None:
    review.platform.send_errors.append(
        RecipientUnavailable(server="s", recipient="@anna", detail="weg")
    )
    says(PUBLIC)
    assert (case(services).done, case(services).written[0].delivery) == (frozenset(), "failed")
    review.platform.lost_answers.append(OutcomeUnknown(server="s", detail="weg"))
    says(PUBLIC)
    assert (case(services).done, case(services).written[0].delivery) == (frozenset(), "unknown")
    with pytest.raises(cases.NotYourTurnError):
        says(PUBLIC)
    assert len(sent_to(review)) == 1


def test_a_case_goes_along_when_tickets_are_merged(
    services: Services, review: FakeReviewType, write: Write, says: Callable[..., None]
) -> None:
    says(PUBLIC)
    review.platform.deliver(key="r9", author="@anna", to=[OURS])
    sync(services)
    act_id = write(merging.merge, [1, 2], into=2)
    assert case(services, 2).done == case(services, 1).done == {PUBLIC}
    write(acts.undo, act_id)
    assert (case(services, 1).done, case(services, 2).done) == ({PUBLIC}, frozenset())


def test_the_command_shows_writes_and_warns(
    services: Services,
    write: Write,
    balie: Balie,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(decisions.set_listed, [1], field="category", value="complaints")
    assert balie("case", "show", "1").startswith("A complaint in public: answer it in private.")
    assert balie("reply", "1", "--text", "Sorry", "--internal") == ""
    assert "complaint" not in capsys.readouterr().err
    made = balie("case", "write", "1", "public", "--text", "Wij schrijven u.", "--json")
    assert made == {"act": 3}
    assert balie("case", "write", "1", "private", "--text", "Sorry", "--elsewhere") == ""
    assert balie("case", "write", "1", "private", "--text", "Sorry", "--to", "a@b.example") == 1
    assert balie("case", "write", "1", "closing") == 2
    found = balie("case", "show", "1", "--json")
    assert (found["done"], found["next"]) == (["private", "public"], "closing")
    assert [one["delivery"] for one in found["written"]] == ["queued", None]
    assert "[x] private" in balie("case", "show", "1")


def test_an_answer_from_the_command_line_says_that_all_can_read_it(
    services: Services, write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(decisions.set_listed, [1], field="category", value="complaints")
    assert main(["--profile", str(tmp_path / "profile"), "reply", "1", "--text", "Sorry"]) == 0
    assert "everybody" in capsys.readouterr().err
