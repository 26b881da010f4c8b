"""What a channel is: the protocol, the values that cross it, its set-up fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import ClassVar, Protocol, TypeAlias, runtime_checkable

from app.models.rules.influence import Voice
from app.models.rules.messages import Automatic, Direction
from app.models.rules.notifications import Chosen
from app.services.channels.setup import Finding, SetupField, SignIn

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
Cursor: TypeAlias = Mapping[str, Json]
"""Opaque to everyone but the adapter; kept in the transaction that stores its items."""


# --- what comes in ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawItem:
    """One thing that a platform gave us, untouched.

    Attributes:
        external_id: unique and stable within the account; fetching it again gives the same. One
            that changed over there carries its version ("17@2026-11-27T09:00:00Z"), so that it
            comes in beside the first.
        stream: the folder or feed it stood in.
        received_at: when the platform got it (aware UTC); starts the clocks.
        data: the platform's own bytes.
        outgoing: the stream holds what we sent, so this is an echo of our own.
        history: it was there before the account was connected.
        problem: why the bytes are incomplete ("too_large"), else None.
    """

    external_id: str
    stream: str
    received_at: datetime
    data: bytes = field(repr=False)
    outgoing: bool = False
    history: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class RateState:
    """What the platform says about our use of it."""

    limit: int | None
    remaining: int | None
    reset_at: datetime | None


@dataclass(frozen=True, slots=True)
class Budget:
    """How much one fetch may take: whichever bound is met first ends it."""

    items: int = 200
    size: int = 8_000_000


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What one call of `fetch` gives.

    Attributes:
        items: new and changed things, in any order.
        cursor: where to go on; stored with the items.
        more: call again at once.
        next_after: when this stream is worth asking again while the firm is open (rules.pace);
            None for the engine's own pace.
        remote_count: how many things the platform says this stream holds, if it says so.
        remote_ids: all ids now in the stream when the adapter listed them, for reconciliation.
        loss_possible: code of a gap the platform may have ("uidvalidity"), else None.
    """

    items: Sequence[RawItem]
    cursor: Cursor
    more: bool = False
    next_after: timedelta | None = None
    remote_count: int | None = None
    remote_ids: frozenset[str] | None = None
    loss_possible: str | None = None
    rate: RateState | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on a channel: his normalised handle (a lower-case address), his name, his voice.

    `address`: his e-mail address, lower-case, where the platform itself vouches that it is his.
    """

    handle: str
    name: str = ""
    voice: Voice | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; `name` is safe to show and to save under."""

    name: str
    mime: str
    data: bytes = field(repr=False)
    content_id: str | None = None
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Bounce:
    """A report that one of our messages did not arrive."""

    original_key: str | None
    recipient: str | None
    status: str | None
    permanent: bool


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """A platform's thing, understood. Texts are clean: no NUL, no lone surrogates.

    Attributes:
        key: identifies the message itself wherever it stands ("<id@host>"); same key and same
            fingerprint in one account = the same message.
        fingerprint: hash of what does not change between copies.
        parents: keys it answers, nearest first.
        author, reply_to: who wrote it, and whom to answer when that differs.
        recipients: everyone else it went to.
        text: what the author wrote himself; `quoted`: quotes and signature split off below it.
        html: the original HTML, unsanitised, for services.markup only.
        created_at: what the author's clock said when believable, else received_at.
        reply_until: when the platform stops taking answers to it, if it does.
        edited: the author changed it; what stands in the store under this key is brought up to
            date, and what it said is kept as an event.
        gone: the author or the platform took it away; nothing but `key` is of use.
        public: everybody can read it; None where that is the same for all of the kind.
        permalink: where it stands on the web (https), to open in the browser.
        stars: of a review, 1 to 5.
        via: the kind of channel it is of, when another one only carried it: a contact form by mail.
    """

    key: str
    fingerprint: str
    direction: Direction
    author: Person
    created_at: datetime
    received_at: datetime
    reply_to: Person | None = None
    recipients: tuple[Person, ...] = ()
    parents: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    quoted: str = ""
    html: str | None = field(default=None, repr=False)
    attachments: tuple[Attachment, ...] = ()
    automatic: Automatic | None = None
    bounce: Bounce | None = None
    history: bool = False
    reply_until: datetime | None = None
    edited: bool = False
    gone: bool = False
    public: bool | None = None
    permalink: str | None = None
    stars: int | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class ParseContext:
    """What `parse` may know besides the bytes: own handles, and whose notices count."""

    own_handles: frozenset[str]
    platforms: Chosen = field(default_factory=Chosen)


# --- what goes out ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer as the owner wrote it, with all that an adapter needs to send it.

    Attributes:
        key: the outbox row's idempotency key; the same key always gives the same `external_id`.
        private: what everybody could read is answered where only the customer can.
        thread_token: random word of the ticket that comes back in replies.
        references: keys of earlier messages, oldest first; the last one is answered.
        html: the text with its formatting, for a channel that can carry it.
        automatic: no person pressed send (RFC 3834 headers).
    """

    key: str
    thread_token: str
    sender: Person
    recipient: Person
    subject: str
    text: str
    created_at: datetime
    references: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    automatic: bool = False
    html: str | None = field(default=None, repr=False)
    private: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft in its wire form; nothing was sent yet.

    Attributes:
        external_id: the platform's id where the adapter can choose it, else a name made of the
            draft's key: then `SendResult.external_id` is the platform's own.
        fingerprint: as the message would have when it comes back; None: parse `payload` for it.
    """

    external_id: str
    recipient: str
    payload: bytes = field(repr=False)
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class SendResult:
    """The platform's word that it has the message, under the id by which it comes back."""

    external_id: str
    sent_at: datetime | None = None


# --- set-up ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """A connected account as its adapter sees it; `values` is the adapter's own dictionary."""

    account_id: int
    handle: str
    name: str
    values: Mapping[str, Json]


class SecretBox(Protocol):
    """The secrets of one account, inside the encrypted store."""

    def get(self, name: str) -> str | None:
        """Return a secret, or None."""
        ...

    def put(self, name: str, value: str) -> None:
        """Store a secret durably before returning."""
        ...


# --- the protocols ---------------------------------------------------------------------------


@runtime_checkable
class Channel(Protocol):
    """An open account. Synchronous, without state beyond its session, never sleeps."""

    def streams(self) -> Sequence[str]:
        """Return the names of the streams to fetch, most urgent first."""
        ...

    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        """Read what is new after `cursor`; never writes on the platform.

        Raises:
            ChannelError: one of the family below.
        """
        ...

    def probe(self) -> Sequence[Finding]:
        """Try what the account may do, without writing."""
        ...

    def close(self) -> None:
        """End the session; never raises."""
        ...


@runtime_checkable
class SupportsReply(Protocol):
    """A channel that can answer."""

    def prepare(self, draft: Draft) -> Prepared:
        """Check the draft against the platform's rules and bring it into its wire form.

        Raises:
            InvalidContent, NotAllowedByPlatform, WindowClosed: it can never be sent like this.
        """
        ...

    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        """Do exactly one remote write.

        `committing` is called right before the point of no return; an error before it means that
        nothing was sent.

        Raises:
            OutcomeUnknown: the platform may or may not have the message.
            ChannelError: the platform has not taken it.
        """
        ...

    def reconcile(self, prepared: Prepared) -> SendResult | None:
        """Look for a message of unknown outcome on the platform; None when it is not found."""
        ...


@runtime_checkable
class SupportsSentCopy(Protocol):
    """A channel where we keep our own copy of what we sent."""

    def store_copy(self, prepared: Prepared) -> None:
        """Store the copy once: look for it first."""
        ...


@runtime_checkable
class SupportsRefetch(Protocol):
    """A channel that can fetch single things again that the store misses."""

    def want(self, cursor: Cursor, external_ids: Sequence[str]) -> Cursor:
        """Return a cursor with which `fetch` brings these things first."""
        ...


@runtime_checkable
class SupportsWatch(Protocol):
    """A channel that tells when something arrives."""

    def wait(self, stop: Event, timeout: timedelta) -> bool:
        """Block until something changed (True), the time is over or `stop` is set (False)."""
        ...


@runtime_checkable
class Parses(Protocol):
    """Whatever can understand raw items; runs in a process of its own and must be picklable."""

    def __call__(self, item: RawItem, context: ParseContext) -> InboundMessage:
        """Understand one item; pure, bounded in time and memory."""
        ...


@dataclass(frozen=True, slots=True)
class Traits:
    """What messages of a kind of channel can be; `public` ones can be read by everybody.

    `html`: formatting (bold, lists, links) arrives as such; `attachments`: files can go along.
    `answers`: can be answered from here, else only on the platform's own pages. `private`: a public
    one can be answered where only the customer reads it.
    `explains`: what the platform forbids or asks, said before the owner writes (English, of the
    context "channels"); "" for nothing.
    """

    html: bool = False
    attachments: bool = True
    public: bool = False
    answers: bool = True
    private: bool = False
    explains: str = ""


class ChannelType(Protocol):
    """A kind of channel: how to set one up, open it, and understand what it gives."""

    kind: ClassVar[str]
    traits: ClassVar[Traits]
    fields: ClassVar[Sequence[SetupField]]
    parse: ClassVar[Parses]
    steps: ClassVar[Sequence[str]]
    """What the owner does at the platform first, one sentence each (English, context "setup")."""

    def handle(self, values: Mapping[str, str]) -> str:
        """Return the normalised own handle for what the owner filled in."""
        ...

    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        """Complete what the owner filled in to the adapter's settings; may use the network."""
        ...

    def filled_in(self, account: AccountSettings) -> Mapping[str, str]:
        """Return by option what the owner filled in, without secrets, to renew the account with."""
        ...

    def sign_in(self, account: AccountSettings, secrets: SecretBox) -> SignIn | None:
        """Begin to sign in with the provider in the owner's browser; None where passwords do."""
        ...

    def open(self, account: AccountSettings, secrets: SecretBox) -> Channel:
        """Return the channel of an account; connects at first use, not here."""
        ...
