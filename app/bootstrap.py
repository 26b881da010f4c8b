"""Puts the services together: all defaults in one place; tests call it with fakes.

What one command or the first paint does not need is imported when it is wanted: migrations, the
engine, and the adapters of channels.
"""

from asyncio import AbstractEventLoop
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sqlcipher3.dbapi2 import Connection

from app.models.rules.errors import ExampleFirmError
from app.services.assist.advising import Adviser
from app.services.assist.errors import NotAvailableError
from app.services.channels.api import ChannelType, Traits
from app.services.channels.practice import PracticeChannels
from app.services.channels.registry import Channels
from app.services.clock import Clock
from app.services.events import Event, EventHub
from app.services.storage.backup import make_backup
from app.services.storage.connection import open_connection
from app.services.storage.database import Database
from app.services.storage.profile_file import Profile
from app.services.storage.schema import is_empty, needs_migration
from app.services.sync.parser import Parser, ProcessParser

if TYPE_CHECKING:  # imported when it is started
    from app.services.assist.drafting import Job
    from app.services.assist.embedder import Embedder
    from app.services.assist.suggester import Suggester
    from app.services.handbook.alike import Similar
    from app.services.sync.engine import SyncEngine


READY = "ready"
"""The state of a model that is loaded (assist/embedder.py)."""


@dataclass(frozen=True, slots=True)
class Services:
    """What views and command line work with."""

    profile: Profile
    key: bytes | None
    clock: Clock
    hub: EventHub
    database: Database
    channels: Mapping[str, ChannelType]
    parser: Parser
    embedder: "Embedder | None" = None
    made: "dict[str, Suggester]" = field(default_factory=dict, repr=False, compare=False)

    def run_on(self, loop: AbstractEventLoop) -> None:
        """Deliver events on this loop's thread from now on."""

        def announce(events: Iterable[Event]) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self.hub.publish, list(events))

        self.database.announce = announce

    @property
    def is_example(self) -> bool:
        """Whether this is the example firm, where nothing reaches a network."""
        return isinstance(self.channels, PracticeChannels)

    def refuse_example(self) -> None:
        """Refuse what belongs in a profile of the owner's own.

        Raises:
            ExampleFirmError: this is the example firm.
        """
        if self.is_example:
            raise ExampleFirmError

    def pictures(self, addresses: Sequence[str]) -> Mapping[str, bytes]:
        """Get pictures from the internet by their content id; none for the example firm."""
        if self.is_example:
            return {}
        module: Any = import_module("app.services.sync.pictures")
        found: Mapping[str, bytes] = module.fetch(addresses, now=self.clock.now)
        return found

    def traits(self, kind: str) -> Traits:
        """Return what messages of a kind of channel can be; may import its adapter."""
        return self.channels[kind].traits if kind in self.channels else Traits()

    def engine(self) -> "SyncEngine":
        """Return an engine; only the holder of the profile's lock may start one."""
        module: Any = import_module("app.services.sync.engine")
        engine: SyncEngine = module.SyncEngine(
            self.database,
            self.hub,
            self.clock,
            self.channels,
            self.parser,
            similar=self.similar,
            adviser=self.adviser,
        )
        return engine

    def similar(self) -> "Similar":
        """Return what makes questions alike: also what they mean, once the model is loaded."""
        if "suggester" in self.made and self.made["suggester"].state == READY:
            return self.made["suggester"].alike
        module: Any = import_module("app.services.handbook.alike")
        by_words: Similar = module.alike_by_words
        return by_words

    @property
    def adviser(self) -> Adviser:
        """What the owner's rules ask for a suggestion; imports and loads nothing by itself."""
        return Adviser(self.database, self.suggester)

    def draft(self, ticket_id: int, **options: float) -> "Job":
        """Return a draft that is to be made; see drafting.Job for its errors."""
        module: Any = import_module("app.services.assist.drafting")
        job: Job = module.Job(self.database, self.suggester, ticket_id, **options)
        return job

    def suggester(self) -> "Suggester":
        """Return what suggests, the same each time; imports numpy, loads no model.

        Raises:
            NotAvailableError: numpy cannot be imported here.
        """
        if not self.made:
            try:
                module: Any = import_module("app.services.assist.suggester")
            except ImportError as error:
                raise NotAvailableError from error
            made: Suggester = module.Suggester(
                self.database, self.clock, lambda kind: self.traits(kind).public, self.embedder
            )
            self.made.setdefault("suggester", made)
        return self.made["suggester"]

    def close(self) -> None:
        """Let go of the store and of the process that reads messages."""
        for suggester in self.made.values():
            suggester.close()
        self.parser.close()
        self.database.close()


def build_services(
    profile: Profile,
    key: bytes | None,
    *,
    clock: Clock,
    channels: Sequence[ChannelType] | None = None,
    parser: Parser | None = None,
    embedder: "Embedder | None" = None,
) -> Services:
    """Open the store of an unlocked profile, bring it to this program's schema, wire everything.

    The practice profile gets channels that reach no network, unless others are given.

    Raises:
        StoreTooNew: a later program wrote it.
        KnownError: what the disk or the store says; nothing was changed then.
    """

    def opener(read_only: bool) -> Connection:  # noqa: FBT001  the form Database asks for
        return open_connection(profile.store, key, read_only=read_only)

    hub = EventHub()
    database = Database(opener, clock, hub.publish)
    try:
        if needs_migration(database.write_engine):
            _migrate(database, profile, key, clock)
    except BaseException:
        database.close()
        raise
    return Services(
        profile,
        key,
        clock,
        hub,
        database,
        _channels(profile, clock, channels),
        parser or ProcessParser(),
        embedder,
    )


def _channels(
    profile: Profile, clock: Clock, given: Sequence[ChannelType] | None
) -> Mapping[str, ChannelType]:
    if given is not None:
        return {channel.kind: channel for channel in given}
    return PracticeChannels(clock.now) if profile.is_practice else Channels()


def _migrate(database: Database, profile: Profile, key: bytes | None, clock: Clock) -> None:
    def backup() -> None:
        if not is_empty(database.write_engine):
            make_backup(profile.store, key, profile.backups, now=clock.now())

    module: Any = import_module("app.services.storage.migrate")
    module.migrate(database.write_engine, backup)
