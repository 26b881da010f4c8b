"""Google in the whole program: signed in by browser, read, answered, refused, renewed."""

import shutil
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bootstrap import Services, build_services
from app.models.messages import Message
from app.models.tickets import Ticket
from app.services.channels.google.reviews import GoogleReviewsType
from app.services.channels.google.youtube import YouTubeType
from app.services.channels.oauth import CLIENT_SECRET
from app.services.storage.credentials import StoredSecrets
from app.services.storage.profile import load_profile
from app.services.sync import accounts, outbox
from app.services.sync.parser import InlineParser
from app.services.tickets import lifecycle, replies
from tests.channels.google_accounts import at
from tests.fakes import FakeClock
from tests.integration.test_engine import sync
from tests.servers.google_model import GoogleModel
from tests.servers.oauth import OAuthServer
from tests.servers.reviews_model import ReviewsModel
from tests.servers.youtube_model import ANNA, YouTubeModel

HANDLE = "winkel@gmail.example"


@pytest.fixture
def provider() -> Iterator[OAuthServer]:
    with OAuthServer() as server:
        yield server


@pytest.fixture
def office(tmp_path: Path, new_profile: Path, clock: FakeClock) -> Iterator[Services]:
    """A practice profile where Google can be connected."""
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    kinds = (GoogleReviewsType(clock.now), YouTubeType(clock.now))
    profile = load_profile(folder)
    built = build_services(profile, None, clock=clock, channels=kinds, parser=InlineParser())
    yield built
    built.close()


def connect(
    office: Services,
    provider: OAuthServer,
    server: GoogleModel,
    kind: str,
    values: dict[str, str],
    *,
    known: bool = False,
) -> int:
    """Connect an account as the owner does: a browser opens, and comes back."""
    server.takes = lambda token: provider.introspect(token)["active"] == "true"
    told = at(server) | {
        "oauth-authorize-url": f"http://{provider.address}/authorize",
        "oauth-token-url": f"http://{provider.address}/token",
    }

    def browse(url: str) -> None:
        threading.Thread(target=provider.browse, args=(url,), daemon=True).start()

    account_id, findings = accounts.connect(
        office.database,
        office.channels[kind],
        {**told, **values},
        {CLIENT_SECRET: "" if known else "geheim"},
        open_url=browse,
    )
    assert all(finding.ok for finding in findings)
    return account_id


def _first(session: Session) -> tuple[str, str, int | None]:
    ticket = session.get_one(Ticket, lifecycle.by_number(session, 1))
    message = session.scalars(
        select(Message).where(Message.ticket_id == ticket.id).order_by(Message.id)
    ).first()
    assert message is not None
    return ticket.state, message.text, message.stars


def _texts(session: Session) -> list[str]:
    return list(session.scalars(select(Message.text).order_by(Message.id)))


def first(office: Services) -> tuple[str, str, int | None]:
    """Return the state of ticket 1, and the text and stars of its first message."""
    return office.database.read_now(_first)


def test_a_review_is_answered_and_the_answer_refused(
    office: Services, provider: OAuthServer, clock: FakeClock
) -> None:
    with ReviewsModel(clock.now()) as server:
        server.moderates = True
        account_id = connect(office, provider, server, "google", {"address": HANDLE})
        name = server.write("Slecht", "ONE")
        clock.forward(timedelta(minutes=31))
        sync(office)
        assert first(office) == ("new", "Slecht", 1)
        ticket_id = office.database.read_now(lifecycle.by_number, 1)
        office.database.write_now(replies.answer, ticket_id, text="Excuus.", now=True)
        server.now = clock.now()
        sync(office)
        assert server.reviews[name]["reviewReply"]["comment"] == "Excuus."
        clock.forward(timedelta(minutes=31))
        sync(office)
        assert first(office)[0] == "answered"
        server.decide(name, "REJECTED", "OFFENSIVE")
        clock.forward(timedelta(minutes=31))
        sync(office)
        assert first(office)[0] == "open"
        (row,) = office.database.read_now(outbox.rows)
        assert (row.state, row.error_code) == ("failed", "bounced")
        server.now = clock.now()
        server.edit(name, "Nog slechter", "TWO")
        clock.forward(timedelta(minutes=31))
        sync(office)
        assert first(office) == ("open", "Nog slechter", 2)
        provider.revoke()
        again = connect(office, provider, server, "google", {"address": HANDLE}, known=True)
        assert again == account_id
        assert StoredSecrets(office.database, again).get(CLIENT_SECRET) == "geheim"
        sync(office)


def test_a_comment_is_answered_in_its_thread(
    office: Services, provider: OAuthServer, clock: FakeClock
) -> None:
    with YouTubeModel(clock.now()) as server:
        connect(office, provider, server, "youtube", {"channel": "@winkel"})
        thread = server.write(ANNA, "Wat kost het?")
        clock.forward(timedelta(minutes=11))
        sync(office)
        ticket_id = office.database.read_now(lifecycle.by_number, 1)
        office.database.write_now(replies.answer, ticket_id, text="Tien euro.", now=True)
        server.now = clock.now()
        provider.end_access()
        sync(office)
        assert [one["text"] for one in server.replies[thread]] == ["Tien euro."]
        clock.forward(timedelta(minutes=11))
        sync(office)
        assert first(office)[0] == "answered"
        assert office.database.read_now(outbox.rows) == []
        server.now = clock.now()
        server.reply(ANNA, thread, "En met korting?")
        clock.forward(timedelta(minutes=11))
        sync(office)
        assert first(office)[0] == "open"
        assert office.database.read_now(_texts) == [
            "Wat kost het?",
            "Tien euro.",
            "En met korting?",
        ]
