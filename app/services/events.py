"""What has changed, told after the commit: few coarse events that carry ids and an origin."""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of all events; `origin` is whoever asked for the change, so that he can ignore it."""

    origin: object | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketsChanged(Event):
    """State, category, order or content of these tickets."""

    ticket_ids: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesArrived(Event):
    """New messages of customers in these tickets."""

    ticket_ids: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxChanged(Event):
    """A message on its way out got further, or new ones are waiting."""

    ticket_ids: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockWarning(Event):
    """A clock of these tickets has used `level` percent of its time; 100 is a breach."""

    ticket_ids: frozenset[int]
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountHealthChanged(Event):
    """Health, progress or existence of an account."""

    account_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsChanged(Event):
    """A section of settings."""

    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesDue(Event):
    """Promises in `ticket_ids` will run out soon; those in `lapsed` have."""

    ticket_ids: frozenset[int]
    lapsed: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreChangedElsewhere(Event):
    """Another program wrote to the store: look again at everything shown."""


def merged(events: Iterable[Event]) -> list[Event]:
    """Return the events of one transaction with those about tickets put together."""
    together: dict[tuple[type[Event], int], Event] = {}
    for number, event in enumerate(events):
        if isinstance(event, TicketsChanged | MessagesArrived | OutboxChanged):
            place = (type(event), id(event.origin))
            before = together.get(place)
            ids = event.ticket_ids
            if isinstance(before, TicketsChanged | MessagesArrived | OutboxChanged):
                ids |= before.ticket_ids
            together[place] = replace(event, ticket_ids=ids)
        else:
            together[(type(event), -1 - number)] = event
    return list(together.values())


E = TypeVar("E", bound=Event)
Handler = Callable[[Any], None]


class EventHub:
    """Delivers events by their exact class, in the order of publication.

    Lives on one thread. A handler that publishes is heard after the event being delivered; one
    that fails is logged and the rest still run.
    """

    def __init__(self) -> None:
        self._handlers: dict[type[Event], list[Handler]] = {}
        self._queue: deque[Event] = deque()
        self._delivering = False

    def subscribe(self, kind: type[E], handler: Callable[[E], None]) -> Callable[[], None]:
        """Call `handler` with each event of exactly this class; returns what ends it."""
        handlers = self._handlers.setdefault(kind, [])
        handlers.append(handler)

        def unsubscribe() -> None:
            if handler in handlers:
                handlers.remove(handler)

        return unsubscribe

    def publish(self, events: Iterable[Event]) -> None:
        """Deliver the events now, or after those being delivered."""
        self._queue.extend(events)
        if self._delivering:
            return
        self._delivering = True
        try:
            while self._queue:
                self._deliver(self._queue.popleft())
        finally:
            self._delivering = False

    def _deliver(self, event: Event) -> None:
        for handler in tuple(self._handlers.get(type(event), ())):
            try:
                handler(event)
            except Exception:
                log.exception("a handler of %s failed", type(event).__name__)
