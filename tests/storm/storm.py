"""A storm over all channels: customers write, we answer, and everything that can go wrong does."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Event
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bootstrap import Services
from app.models.accounts import Account
from app.models.messages import Message
from app.models.rules.messages import Delivery, Direction
from app.models.tickets import Ticket
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    ChannelType,
    Cursor,
    FetchResult,
    RawItem,
    SecretBox,
)
from app.services.channels.registry import Channels
from app.services.sync import accounts, outbox
from app.services.tickets import inbox, replies
from tests.fakes import FakeClock
from tests.servers.weather import Weather
from tests.storm.places import Place, Skewed

ANSWERED = 0.6
"""So much of what customers write is answered, where the channel can."""

TOKEN = re.compile(r"(?:vraag|antwoord)-\d{5}")
SILENT = frozenset({"rss"})
"""Kinds that cannot be answered from here."""

PATIENCE = 60
"""Rounds of good weather in which everything has to have come right."""

Outcome = frozenset[tuple[str, str, tuple[str, ...]]]
"""Kind, question, and what stands in its ticket in order of writing."""


class Shaken:
    """A kind of channel whose platform gives things twice, and in no order."""

    def __init__(self, inner: ChannelType, chance: random.Random) -> None:
        self._inner, self._chance = inner, chance
        self._before: list[RawItem] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def open(self, account: AccountSettings, secrets: SecretBox) -> Channel:
        channel = self._inner.open(account, secrets)
        fetch = channel.fetch

        def shaken(stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
            result = fetch(stream, cursor, budget, stop)
            known = [one for one in self._before if one.stream == stream]
            items = [*result.items, *self._some(result.items), *self._some(known)]
            self._chance.shuffle(items)
            self._before = [*self._before, *result.items][-20:]
            return replace(result, items=items)

        channel.fetch = shaken  # type: ignore[method-assign]
        return channel

    def _some(self, items: Sequence[RawItem]) -> list[RawItem]:
        return [one for one in items if self._chance.random() < 0.1]


@dataclass
class Talk:
    """What one customer writes, and whether we answer."""

    kind: str
    number: int
    answered: bool

    @property
    def question(self) -> str:
        return f"vraag-{self.number:05}"

    @property
    def answer(self) -> str:
        return f"antwoord-{self.number:05}"


def talks(interactions: int, kinds: Mapping[str, float]) -> list[Talk]:
    """Return talks over the kinds by their weights: the same for the same arguments.

    Each question and each answer is an interaction; every kind has a talk, and an answer if it can.
    """
    chance = random.Random(interactions)
    names, weights = list(kinds), list(kinds.values())
    found: list[Talk] = []
    while sum(1 + talk.answered for talk in found) < interactions:
        number = len(found)
        first = number < len(names)
        kind = names[number] if first else chance.choices(names, weights)[0]
        answered = kind not in SILENT and (first or chance.random() < ANSWERED)
        found.append(Talk(kind, number, answered))
    return found


class Storm:
    """One run: the same talks, in an order and a weather of its own."""

    def __init__(
        self, seed: int, clock: FakeClock, places: Mapping[str, Callable[[Skewed], Place]]
    ) -> None:
        self.clock = clock
        self.chance = random.Random(seed)
        self._ends = ExitStack()
        self.places: dict[str, Place] = {}
        self.weather: dict[str, Weather] = {}
        self.kinds: list[ChannelType] = []
        self.unknown: set[int] = set()
        for kind, make in places.items():
            place = make(Skewed(clock.now, random.Random(f"{seed} clock {kind}")))
            self._ends.enter_context(place.server)
            self.places[kind] = place
            weather = Weather(place.server.port, f"{seed} {kind}")
            self.weather[kind] = self._ends.enter_context(weather)
            shaken: Any = Shaken(Channels(clock.now)[kind], random.Random(f"{seed} order {kind}"))
            self.kinds.append(shaken)

    def close(self) -> None:
        self._ends.close()

    def connect(self, services: Services) -> None:
        for type_, (kind, place) in zip(self.kinds, self.places.items(), strict=True):
            url = self.weather[kind].url
            services.database.write_now(
                accounts.save,
                kind,
                place.handle(url),
                name="De Winkel",
                values=type_.discover(place.values(url)),
                secrets=place.secrets,
            )

    def odds(self, chance: float) -> None:
        for one in self.weather.values():
            one.odds = chance

    @property
    def met(self) -> Counter[str]:
        return sum((one.met for one in self.weather.values()), Counter())

    # --- going on ------------------------------------------------------------------------------

    async def rage(self, services: Services, wanted: Sequence[Talk], *, batch: int) -> None:
        """Let all talks happen in the storm, then let it blow over."""
        order = list(wanted)
        self.chance.shuffle(order)
        engine = services.engine()
        open_talks = {one.question: one for one in wanted if one.answered}
        try:
            self.odds(0.12)
            while order:
                some, order = order[:batch], order[batch:]
                for talk in some:
                    self.places[talk.kind].ask(f"Goedendag, {talk.question} over mijn pakket.")
                await self._round(services, engine, open_talks)
            await self._round(services, engine, open_talks)
            self.odds(0)
            await self._calm(services, engine, open_talks, wanted)
            if self._look_and_decide(services):
                await self._calm(services, engine, open_talks, wanted)
        finally:
            await engine.stop()

    async def _round(self, services: Services, engine: Any, open_talks: dict[str, Talk]) -> None:
        self.clock.forward(timedelta(minutes=self.chance.randint(1, 20)))
        for place in self.places.values():
            place.tick()
        await engine.run_once()
        self._see_unknown(services)
        self._answer(services, open_talks)

    def _answer(self, services: Services, open_talks: dict[str, Talk]) -> None:
        for ticket_id, text in services.database.read_now(asked, set(open_talks)):
            talk = open_talks.pop(text)
            words = f"Beste klant, {talk.answer}: het komt morgen."
            services.database.write_now(replies.answer, ticket_id, text=words, now=True)

    async def _calm(
        self,
        services: Services,
        engine: Any,
        open_talks: dict[str, Talk],
        wanted: Sequence[Talk],
    ) -> None:
        """Go on in good weather until everything is in and nothing waits to leave."""
        states: set[str] = set()
        for _ in range(PATIENCE):
            await self._round(services, engine, open_talks)
            states = {row.state for row in services.database.read_now(outbox.rows)}
            come = services.database.read_now(tokens)
            if (
                not open_talks
                and not states & {Delivery.QUEUED.value, Delivery.SENDING.value}
                and all(come[talk.question] for talk in wanted)
            ):
                await self._round(services, engine, open_talks)
                return
        raise AssertionError(f"it does not come right: {len(open_talks)} unanswered, {states}")

    # --- what the owner sees ---------------------------------------------------------------------

    def _look_and_decide(self, services: Services) -> bool:
        """Let the owner look at the platform after each unknown outcome, and decide."""
        there, rows = self.there(), services.database.read_now(outbox.rows)
        for row in rows:
            assert row.state == Delivery.UNKNOWN.value, f"{row}: only what nobody can know is left"
            (token,) = services.database.read_now(answers_of, row.id)
            decide = outbox.mark_sent if there[token] else outbox.retry
            services.database.write_now(decide, row.id)
        return bool(rows)

    def _see_unknown(self, services: Services) -> None:
        for row in services.database.read_now(outbox.rows):
            if row.state == Delivery.UNKNOWN.value and row.id not in self.unknown:
                self.unknown.add(row.id)
                assert self.is_shown(services, row), f"{row}: an unknown outcome is not shown"

    @staticmethod
    def is_shown(services: Services, row: outbox.OutboxRow) -> bool:
        """Tell whether an answer of unknown outcome brings its ticket back to the owner."""
        (ticket_id,) = services.database.read_now(ticket_ids, row.ticket)
        (info,) = services.database.read_now(inbox.infos, [ticket_id])
        return bool(row.error_code) and info.state == "open"

    def there(self) -> Counter[str]:
        """Return how often each of our answers stands at the platforms."""
        return Counter(
            found for place in self.places.values() for found in TOKEN.findall(place.answers())
        )


# --- what stands in the store ----------------------------------------------------------------


def asked(session: Session, wanted: set[str]) -> list[tuple[int, str]]:
    """Return ticket and token of the questions that came in, of those wanted."""
    return [
        (ticket_id, token)
        for ticket_id, token, direction in _told(session)
        if direction == Direction.IN and token in wanted
    ]


def tokens(session: Session) -> Counter[str]:
    """Return how often each question and each answer stands in the store."""
    return Counter(token for _, token, _ in _told(session))


def outcome(session: Session) -> Outcome:
    """Return what came of it all."""
    within: dict[int, list[str]] = {}
    for ticket_id, token, _ in _told(session):
        within.setdefault(ticket_id, []).append(token)
    rows = session.execute(
        select(Message.ticket_id, Account.kind)
        .join(Account, Account.id == Message.account_id)
        .distinct()
    )
    kinds = {row.ticket_id: row.kind for row in rows}
    return frozenset(
        (kinds[ticket_id], found[0], tuple(found)) for ticket_id, found in within.items()
    )


def answers_of(session: Session, outbox_id: int) -> list[str]:
    draft = outbox.draft(session, outbox_id)
    return TOKEN.findall(draft.text if draft else "")


def ticket_ids(session: Session, number: int) -> list[int]:
    return list(session.scalars(select(Ticket.id).where(Ticket.number == number)))


def _told(session: Session) -> Iterator[tuple[int, str, Direction]]:
    rows = session.execute(
        select(Message.ticket_id, Message.text, Message.direction).order_by(Message.id)
    )
    for ticket_id, text, direction in rows:
        for token in TOKEN.findall(text):
            yield ticket_id, token, Direction(direction)
