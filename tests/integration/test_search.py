"""Search over everything: words, stems, parts, phrases, operators, typing errors, order."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError
from app.services.search import index, terms
from app.services.tickets import decisions, finding, replies
from app.services.tickets.finding import Found
from app.services.tickets.inbox_page import BEST
from tests.conftest import opened
from tests.effort import repeated
from tests.fakes import MONDAY, FakeChannelType, FakeClock, add_account
from tests.integration.test_engine import sync

Find = Callable[..., list[int]]

MESSAGES = (
    {"subject": "Trekhaak", "text": "De aanhangerkoppeling past niet op mijn auto."},
    {"subject": "Koppeling", "text": "Mijn bestelling is nooit geretourneerd."},
    {"subject": "Vraag", "text": "Wanneer is de crème brûlée weer op voorraad?", "name": "Zoë"},
    {"subject": "Wachtwoord", "text": "Mijn wachtwoord is geretourneerd. Bestel ik opnieuw?"},
)


@pytest.fixture(scope="module")
def full_profile(tmp_path_factory: pytest.TempPathFactory, new_profile: Path) -> Path:
    """A profile with the messages, made once; copy it."""
    folder = tmp_path_factory.mktemp("full") / "profile"
    shutil.copytree(new_profile, folder)
    channel = FakeChannelType()
    for number, values in enumerate(MESSAGES):
        sender = f"klant{number + 1}@klant.example"
        at = MONDAY - timedelta(days=number)
        channel.platform.deliver(key=f"<{number}@x>", author=sender, at=at, **values)
    services = opened(folder, FakeClock(), channel)
    add_account(services)
    sync(services)
    while services.database.write_now(terms.catch_up):
        pass
    services.close()
    return folder


@pytest.fixture
def filled(
    tmp_path: Path, full_profile: Path, clock: FakeClock, channel: FakeChannelType
) -> Iterator[Services]:
    shutil.copytree(full_profile, tmp_path / "full")
    services = opened(tmp_path / "full", clock, channel)
    yield services
    services.close()


@pytest.fixture
def found(filled: Services) -> Callable[..., Found]:
    def look(query: str, **values: Any) -> Found:
        return filled.database.read_now(finding.find, query, now=MONDAY, **values)

    return look


@pytest.fixture
def find(filled: Services, found: Callable[..., Found]) -> Find:
    def look(query: str, **values: Any) -> list[int]:
        hits = found(query, **values)
        rows = filled.database.read_now(finding.rows, hits, hits.ticket_ids)
        return sorted(int(row.subject == one["subject"]) and number
                      for row in rows
                      for number, one in enumerate(MESSAGES, start=1)
                      if row.subject == one["subject"])  # fmt: skip

    return look


@repeated
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("koppeling", [1, 2]),
        ("KOPPEL", [1, 2]),
        ("retourneren", [2, 4]),
        ("retour", [2, 4]),
        ("bestellen", [2, 4]),
        ("creme brulee", [3]),
        ("zoe", [3]),
        ("klant1", [1]),
        ('"is nooit geretourneerd"', [2]),
        ('"geretourneerd nooit"', []),
        ("geretourneerd -wachtwoord", [2]),
        ('geretourneerd -"nooit"', [4]),
        ("-geretourneerd", [1, 3]),
        ("- geretourneerd", [2, 4]),
        ("from:klant2", [2]),
        ("van:zoë", [3]),
        ("koppeling van:klant1", [1]),
        ("na:vandaag", [1]),
        ("voor:vandaag", [2, 3, 4]),
        ("koppeling voor:vandaag", [2]),
        ("koppeling na:vandaag", [1]),
        ("is:late", [2, 3, 4]),
        ("-is:late", [1]),
        ("status:nieuw kanaal:fake", [1, 2, 3, 4]),
        ("-status:nieuw", []),
        ("nr:#1 koppeling", [1]),
        ("nr:99", []),
        ("account:winkel@voorbeeld.nl crème", [3]),
        ("has:attachment", []),
        ("-has:attachment wachtwoord", [4]),
        ("", [1, 2, 3, 4]),
        ('"():* AND -', []),
        ("a_b", []),
    ],
)
def test_what_is_found(find: Find, query: str, expected: list[int]) -> None:
    assert find(query) == expected


def test_lists_have_names_in_both_languages(filled: Services, find: Find) -> None:
    (ticket,) = filled.database.read_now(finding.find, "crème", now=MONDAY).ticket_ids
    filled.database.write_now(decisions.set_listed, [ticket], field="category", value="orders")
    filled.database.write_now(decisions.set_listed, [ticket], field="department", value="logistics")
    filled.database.write_now(decisions.add_tag, [ticket], tag="Garantie")
    for query in ("categorie:bestellingen", "category:orders", "label:garantie",
                  'afdeling:"magazijn en bezorging"'):  # fmt: skip
        assert find(query) == [3], query
    assert find("-label:garantie") == [1, 2, 4]
    assert find("-categorie:orders") == [1, 2, 4]


def test_notes_and_drafts_are_found(filled: Services, find: Find) -> None:
    (ticket,) = filled.database.read_now(finding.find, "crème", now=MONDAY).ticket_ids
    filled.database.write_now(replies.add_note, ticket, text="Lisa zoekt het uit")
    assert find("lisa") == [3]
    assert find("heeft:concept") == []


def test_a_view_and_spam(filled: Services, find: Find) -> None:
    (ticket,) = filled.database.read_now(finding.find, "crème", now=MONDAY).ticket_ids
    filled.database.write_now(decisions.change_state, [ticket], state="spam")
    assert find("crème") == []
    assert find("crème is:spam") == [3]
    assert find("crème", view="spam") == [3]
    assert find("wachtwoord", view="done") == []


def test_the_newest_or_the_best_come_first(filled: Services, found: Callable[..., Found]) -> None:
    def subjects(hits: Found) -> list[str]:
        rows = filled.database.read_now(finding.rows, hits, hits.ticket_ids)
        return [row.subject for row in rows]

    assert subjects(found("koppeling")) == ["Trekhaak", "Koppeling"]
    assert subjects(found("koppeling", order=BEST)) == ["Koppeling", "Trekhaak"]


def test_hits_show_the_words_around_them(filled: Services, found: Callable[..., Found]) -> None:
    hits = found("koppeling")
    row = filled.database.read_now(finding.rows, hits, hits.ticket_ids)[0]
    assert [row.snippet[start : start + length] for start, length in row.marks] == ["koppeling"]
    (hit,) = filled.database.read_now(finding.messages, "brulee", now=MONDAY)
    assert [hit.snippet[start : start + length] for start, length in hit.marks] == ["brûlée"]
    assert filled.database.read_now(finding.messages, "is:late", now=MONDAY) == []


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("wachtwoort", "wachtwoord"),
        ("koppelign", "koppeling"),
        ("status:nieuw vooraad", "status:nieuw voorraad"),
        ("xqzvw", None),
        ("12345", None),
        ("ab", None),
    ],
)
def test_typing_errors_are_mended(
    found: Callable[..., Found], query: str, meant: str | None
) -> None:
    hits = found(query)
    assert list(hits.ticket_ids) == []
    assert hits.meant == meant


def test_too_many_hits_are_said(
    filled: Services, found: Callable[..., Found], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not found("de").capped
    monkeypatch.setattr(finding, "CANDIDATES", 1)
    assert found("geretourneerd").capped
    assert len(found("geretourneerd").ticket_ids) == 1


def test_a_wrong_value_is_said(found: Callable[..., Found]) -> None:
    with pytest.raises(InvalidValueError, match="status"):
        found("status:weg")


@pytest.mark.usefixtures("account_id")
def test_two_texts_of_one_moment_are_both_found(services: Services) -> None:
    def put(unit: Any) -> None:
        for ref in (5, 5 + (1 << 20)):
            index.add(unit, "article", ref, MONDAY, ["Handleiding"])

    services.database.write_now(put)
    count = services.database.read_now(docs)
    assert len(count) == 2
    services.database.write_now(index.remove, "article", 5)
    services.database.write_now(index.remove, "article", 99)
    assert services.database.read_now(docs) == [5 + (1 << 20)]


def docs(session: Any) -> list[int]:
    from sqlalchemy import text

    match = "select d.ref_id from search_index f join search_docs d on d.id = f.rowid"
    return [
        row[0] for row in session.execute(text(f"{match} where search_index match 'handleiding'"))
    ]


@pytest.mark.usefixtures("account_id")
def test_long_lists_of_words_are_learned(services: Services, channel: FakeChannelType) -> None:
    words = " ".join(f"woord{chr(97 + a)}{chr(97 + b)}" for a in range(26) for b in range(26))
    channel.platform.deliver(text=words)
    sync(services)
    while services.database.write_now(terms.catch_up):
        pass
    assert services.database.read_now(terms.holders, "ordz") == tuple(
        services.database.read_now(terms.holders, "ordz")
    )
    assert len(services.database.read_now(terms.holders, "ordz")) == 26
    assert services.database.read_now(terms.holders, "ord") == ()
