"""A store of many years: 100,000 tickets with 400,000 messages, made once and kept."""

import random
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.bootstrap import build_services
from app.models.base import to_micros
from app.services.clock import SystemClock
from app.services.search import index, terms
from app.services.search.words import content_of, words_of
from app.services.storage.connection import open_connection
from app.services.storage.profile import create_profile, load_profile, unlock
from app.services.storage.profile_file import Profile
from app.services.storage.schema import HEAD
from app.services.sync import accounts
from app.services.sync.parser import InlineParser

PASSPHRASE = "een lange zin"
OPEN = 2_000
PER_TICKET = 4
KINDS = ("email", "facebook", "whatsapp", "instagram")
_ENDS = "je jes en ing ingen er ers ster baar loos heid lijk te de ste st".split()
_STARTS = (
    "bestel pakket lever retour factuur betaal account wachtwoord koppel slang filter was droog"
    " onderdeel garant adres post straat maan dins morgen gister kapot verkeer ontvang beteken bel"
    " mail antwoord vraag klacht dank graag snel winkel kassa bon korting kleur maat doos sleutel"
).split()


Row = tuple[Any, ...]
MESSAGE = (
    "id, ticket_id, account_id, key, fingerprint, direction, author_handle, author_name,"
    " reply_handle, recipients, subject, text, quoted, has_html, parents, automatic, new_sender,"
    " delivery, created_at, received_at"
)
TICKET = (
    "id, number, token, subject, state, account_id, kind, contact_id, category, department,"
    " priority, created_at, updated_at, closed_at, last_in_at, last_out_at, first_reaction_due,"
    " first_reacted_at, answer_due, answered_at, next_due, message_count, snippet, new_sender,"
    " follows_id, order_at, due_kind, window_due, snoozed_until, snoozed_from, wake_on_reply,"
    " merged_into_id, plan_id, clock_at, documented_at"
)


def vocabulary(rng: random.Random) -> list[str]:
    """Some 20,000 words, also compounds, as common as their place says."""
    words = {a + b for a in _STARTS for b in ("", *_ENDS)}
    words |= {a + b for a in _STARTS for b in _STARTS}
    words |= {a + b + c for a in _STARTS for b in rng.sample(_STARTS, 20) for c in _ENDS}
    return sorted(words, key=lambda _word: rng.random())


class Text:
    """Sentences of Zipf-like words."""

    def __init__(self, rng: random.Random) -> None:
        self._rng, self._words = rng, vocabulary(rng)

    def words(self, count: int) -> str:
        top = len(self._words)
        return " ".join(
            self._words[min(top - 1, int(top ** self._rng.random()) - 1)] for _ in range(count)
        )


def store(tickets: int) -> tuple[Profile, bytes]:
    """Return a profile with so many tickets; made at the first call and kept for the next."""
    folder = Path(tempfile.gettempdir()) / f"balie-bench-{HEAD}-{tickets}"
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _make(folder, tickets)
        (folder / "done").touch()
    profile = load_profile(folder)
    key = unlock(profile, passphrase=PASSPHRASE)
    assert key is not None
    return profile, key


def _make(folder: Path, tickets: int) -> None:
    print(f"making a store of {tickets} tickets, once ...", flush=True)
    clock = SystemClock()
    made = create_profile(folder, now=clock.now(), passphrase=PASSPHRASE)
    services = build_services(made.profile, made.master_key, clock=clock, parser=InlineParser())
    for kind in KINDS:
        services.database.write_now(
            accounts.save, kind, f"winkel@{kind}", name="De Winkel", values={}, secrets={}
        )
    services.close()
    connection = open_connection(made.profile.store, made.master_key)
    connection.execute("pragma synchronous=off")
    _fill(connection, tickets, clock.now())
    connection.close()
    services = build_services(made.profile, made.master_key, clock=clock, parser=InlineParser())
    terms.BATCH = 5_000
    while services.database.write_now(terms.catch_up):
        continue
    services.close()


def _fill(connection: Any, tickets: int, now: datetime) -> None:
    rng = random.Random(5)
    text = Text(rng)
    execute = connection.execute
    many = connection.executemany
    for first in range(0, tickets, 5_000):
        execute("begin immediate")
        rows = [_ticket(rng, text, number + 1, tickets, now)
                for number in range(first, min(first + 5_000, tickets))]  # fmt: skip
        many("insert into contacts (id, name, created_at) values (?,?,?)", [row[0] for row in rows])
        many(
            "insert into identities (id, contact_id, kind, handle, name) values (?,?,?,?,?)",
            [row[1] for row in rows],
        )
        columns = ",".join("?" * len(rows[0][2]))
        many(f"insert into tickets ({TICKET}) values ({columns})", [row[2] for row in rows])
        many(
            "insert into ledger (ticket_id, turn, since) values (?,?,?)",
            [
                (row[2][0], "us" if row[2][4] in ("new", "open") else "closed", row[2][11])
                for row in rows
            ],
        )
        messages = [message for row in rows for message in row[3]]
        columns = ",".join("?" * len(messages[0]))
        many(f"insert into messages ({MESSAGE}) values ({columns})", messages)
        docs = [(index.first_id(from_us(m[-1])) | (m[0] & 0xFFFFF), m[0], m) for m in messages]
        many("insert into search_docs values (?,'message',?)", [(d[0], d[1]) for d in docs])
        many(
            "insert into search_index(rowid, content) values (?,?)",
            [(d[0], content_of(f"{d[2][10]} {d[2][7]} {d[2][11]}")) for d in docs],
        )
        execute("commit")
        print(f"  {first + len(rows)} of {tickets}", flush=True)


def from_us(micros: int) -> datetime:
    return datetime.fromtimestamp(micros / 1e6, UTC)


def _ticket(
    rng: random.Random, text: Text, number: int, tickets: int, now: datetime
) -> tuple[Row, Row, Row, list[Row]]:
    kind = rng.randrange(4)
    is_open = number > tickets - OPEN
    age = timedelta(minutes=(tickets - number) * 10 + rng.randrange(10))
    at = to_micros(now - age)
    contact = (number, f"Klant {number % 997} de Vries", at)
    identity = (number, number, KINDS[kind], f"klant{number}@klant.example", "")
    state = rng.choice(("new", "open")) if is_open else rng.choice(("closed", "answered"))
    due = at + rng.randrange(1, 5_000) * 60_000_000 if is_open else None
    subject, body = text.words(5), text.words(60)
    order = due or 10_413_792_000_000_000 * 2 - at
    ticket = (
        number, number, f"token{number:016}", subject, state, kind + 1, KINDS[kind], number,
        rng.choice(("orders", "complaints", None)), None, rng.choice(("normal", "normal", "high")),
        at, at + 3_000_000, None if is_open else at, at,
        None if is_open else at, due, None if is_open else at, due,
        None if is_open else at, due, PER_TICKET, body[:140], 0, None, order,
        "answer" if due else None, None, None, None, 1, None, 1, at, None if is_open else at,
    )  # fmt: skip
    messages = [
        (
            number * PER_TICKET + part, number, kind + 1, f"<{number}.{part}@x>",
            f"f{number}.{part}", "in" if part % 2 == 0 else "out",
            f"klant{number}@klant.example", f"Klant {number}",
            None, "[]", subject, text.words(60), "", 0, "[]", None, 0,
            None if part % 2 == 0 else "sent", at + part * 1_000_000, at + part * 1_000_000,
        )
        for part in range(PER_TICKET)
    ]  # fmt: skip
    return contact, identity, ticket, messages


def typed(rng: random.Random, count: int) -> list[str]:
    """What owners type, letter by letter: words, two words, a sender, a part of a word."""
    text = Text(rng)
    states = []
    for _ in range(count):
        words = words_of(text.words(rng.choice((1, 1, 2))))
        line = " ".join(words)
        states += [line[:end] for end in range(1, len(line) + 1)]
    return states
