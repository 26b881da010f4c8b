"""The e-mail channel: reading over IMAP, answering over SMTP."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from threading import Event
from typing import TypeVar

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Cursor,
    Draft,
    FetchResult,
    Prepared,
    SecretBox,
    SendResult,
)
from app.services.channels.email import compose, folders, line
from app.services.channels.email.imap import ImapSession
from app.services.channels.email.imap_answers import quoted
from app.services.channels.email.imap_connection import Secret, SignIn
from app.services.channels.email.imap_cursor import want_again
from app.services.channels.email.imap_sync import FolderSync
from app.services.channels.email.settings import Auth, EmailSettings
from app.services.channels.email.smtp import SmtpSender
from app.services.channels.email.watch import Watcher
from app.services.channels.errors import AuthExpired, ChannelError, Offline
from app.services.channels.oauth import TokenSource
from app.services.channels.setup import Finding

PASSWORD = "password"  # noqa: S105  the name of a secret, not the secret

T = TypeVar("T")


class EmailChannel:
    """One open mail account. One thread may fetch and send while another waits.

    Args:
        lock: guards the account's token, also against other channels of the same account.
    """

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        *,
        now: Callable[[], datetime],
        patience: line.Patience,
        lock: threading.Lock,
    ) -> None:
        self._account, self._now, self._patience = account, now, patience
        self._settings = settings = EmailSettings.parse(account.values)
        secret = self._secret(secrets, lock)
        self._sign_in = SignIn(account.handle, settings.user, settings.auth, secret)
        sending = SignIn(account.handle, settings.smtp_user or settings.user, settings.auth, secret)
        self._sender = SmtpSender(settings, sending, now, patience)
        self._busy = threading.Lock()
        self._session: ImapSession | None = None
        self._syncs: dict[str, FolderSync] = {}
        self._watcher = Watcher(self._connect)
        self._closings = 0
        self._inbox_count: int | None = None

    def _secret(self, secrets: SecretBox, lock: threading.Lock) -> Secret:
        handle, settings = self._account.handle, self._settings
        if settings.auth is Auth.XOAUTH2 and settings.oauth is not None:
            source = TokenSource(
                settings.oauth, account=handle, secrets=secrets, now=self._now, lock=lock
            )
            return source.access_token

        def password(*, renew: bool) -> str:  # noqa: ARG001  a password cannot be renewed
            kept = secrets.get(PASSWORD) if settings.auth is Auth.PASSWORD else None
            if not kept:
                raise AuthExpired(server=settings.imap.host, account=handle)
            return kept

        return password

    # --- reading ---------------------------------------------------------------------------

    def streams(self) -> Sequence[str]:
        """Return INBOX, the Sent folder, and the further folders that the owner chose.

        Raises:
            ChannelError: the server cannot be asked.
        """

        def names(session: ImapSession) -> list[str]:
            there = session.folders()
            sent = folders.sent_folder(there)
            chosen = folders.chosen_folders(there, self._settings.folders)
            return list(dict.fromkeys([folders.INBOX, *([sent] if sent else []), *chosen]))

        return self._over_imap(names)

    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        """Read what is new in a folder, and go on with its past; changes nothing over there.

        Raises:
            ChannelError: what stopped it; the cursor stays where it was.
        """

        def read(session: ImapSession) -> FetchResult:
            session.stop_on(stop)
            return self._sync(session, stream).fetch(cursor, budget, stop)

        try:
            result = self._over_imap(read, stop)
        except line.Stopped:
            return FetchResult((), cursor or {}, more=True)
        if stream == folders.INBOX:
            self._inbox_count = result.remote_count
        return result

    def _sync(self, session: ImapSession, stream: str) -> FolderSync:
        if stream not in self._syncs:
            outgoing = stream == folders.sent_folder(session.folders())
            self._syncs[stream] = FolderSync(session, stream, outgoing=outgoing, now=self._now)
        return self._syncs[stream]

    def want(self, cursor: Cursor, external_ids: Sequence[str]) -> Cursor:
        """Return a cursor with which `fetch` brings these messages again."""
        return want_again(cursor, external_ids)

    def wait(self, stop: Event, timeout: timedelta) -> bool:
        """Wait for something new in INBOX, on a connection of its own.

        Raises:
            ChannelError: the server cannot be watched now.
        """
        return self._watcher.wait(stop, timeout, self._inbox_count)

    # --- sending ---------------------------------------------------------------------------

    def prepare(self, draft: Draft) -> Prepared:
        """Bring an answer into its wire form.

        Raises:
            InvalidContent: no mail can carry it.
        """
        return compose.prepare(draft, account=self._account.handle)

    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        """Hand one message to the submission server.

        Raises:
            OutcomeUnknown: it may or may not have the message.
            ChannelError: it has not taken it.
        """
        return self._sender.send(prepared, committing)

    def reconcile(self, prepared: Prepared) -> SendResult | None:
        """Look for a message of ours in the Sent folder by its Message-ID.

        Raises:
            ChannelError: the server cannot be asked.
        """

        def look(session: ImapSession) -> SendResult | None:
            sent = folders.sent_folder(session.folders())
            uids = _find(session, sent, prepared.external_id) if sent else []
            if not uids:
                return None
            listed = session.listing(str(uids[0]))
            return SendResult(prepared.external_id, listed[0].date if listed else None)

        return self._over_imap(look)

    def store_copy(self, prepared: Prepared) -> None:
        """Put a message that was sent into the Sent folder, unless it is there.

        Raises:
            ChannelError: the server does not take it now.
        """
        if self._settings.keeps_sent:
            return

        def store(session: ImapSession) -> None:
            sent = folders.sent_folder(session.folders())
            if sent is None:
                sent = folders.new_sent_name(session.folders())
                session.create(sent)
            elif _find(session, sent, prepared.external_id):
                return
            session.append(sent, prepared.payload)

        self._over_imap(store)

    # --- checking --------------------------------------------------------------------------

    def probe(self) -> Sequence[Finding]:
        """Sign in at both servers and say what they can do; changes nothing over there."""
        return [*self._probe_imap(), *self._probe_smtp()]

    def _probe_imap(self) -> list[Finding]:
        server = str(self._settings.imap)
        try:
            return self._over_imap(lambda session: _imap_findings(session, server))
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]

    def _probe_smtp(self) -> list[Finding]:
        server = str(self._settings.smtp)
        try:
            limit = self._sender.check()
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]
        found = [Finding("smtp_login", ok=True, text=_SMTP_LOGIN, params={"server": server})]
        if limit:
            megabytes = round(limit / 1e6)
            found.append(
                Finding("size_limit", ok=True, text=_SIZE_LIMIT, params={"megabytes": megabytes})
            )
        return found

    # --- the session -----------------------------------------------------------------------

    def _connect(self, stop: Event | None = None) -> ImapSession:
        return ImapSession(self._settings, self._sign_in, self._now, self._patience, stop)

    def _over_imap(self, work: Callable[[ImapSession], T], stop: Event | None = None) -> T:
        """Do work over the kept session; when that turns out to be dead, over a new one."""
        with self._busy:
            session, kept = self._session, True
            if session is None or session.broken:
                session, kept = self._fresh(stop), False
            try:
                return work(session)
            except line.Dropped:
                if not kept or self._session is not session:  # closed meanwhile
                    raise
            return work(self._fresh(stop))

    def _fresh(self, stop: Event | None) -> ImapSession:
        self._syncs = {}
        closings = self._closings
        self._session = session = self._connect(stop)
        if self._closings != closings:  # while this thread was connecting
            session.close()
            raise Offline(server=str(self._settings.imap), detail="the channel was closed")
        return session

    def close(self) -> None:
        """End the sessions, also one that is just being opened; never raises."""
        self._closings += 1
        self._watcher.close()
        session, self._session = self._session, None
        if session is not None:
            session.close()


_IMAP_LOGIN = QT_TRANSLATE_NOOP("probe", "Reading mail at {server} works.")
_INBOX_FOUND = QT_TRANSLATE_NOOP("probe", "The inbox holds {count} messages.")
_SENT_FOUND = QT_TRANSLATE_NOOP("probe", "What you send is found in the folder “{folder}”.")
_SENT_MISSING = QT_TRANSLATE_NOOP(
    "probe", "There is no folder for sent mail; Balie makes one with your first answer."
)
_AT_ONCE = QT_TRANSLATE_NOOP("probe", "The server tells at once when mail arrives.")
_NOW_AND_THEN = QT_TRANSLATE_NOOP(
    "probe", "The server does not tell when mail arrives; Balie asks every 15 seconds."
)
_CHANGES = QT_TRANSLATE_NOOP("probe", "The server says what changed (CONDSTORE).")
_NO_CHANGES = QT_TRANSLATE_NOOP(
    "probe", "The server does not say what changed (no CONDSTORE); Balie compares by itself."
)
_SMTP_LOGIN = QT_TRANSLATE_NOOP("probe", "Sending mail over {server} works.")
_SIZE_LIMIT = QT_TRANSLATE_NOOP("probe", "The largest message it takes is {megabytes} MB.")


def _imap_findings(session: ImapSession, server: str) -> list[Finding]:
    opened = session.open(folders.INBOX)
    sent = folders.sent_folder(session.folders())
    idle, changes = session.can("IDLE"), session.can("CONDSTORE")
    return [
        Finding("imap_login", ok=True, text=_IMAP_LOGIN, params={"server": server}),
        Finding("inbox", ok=True, text=_INBOX_FOUND, params={"count": opened.exists}),
        Finding(
            "sent_folder",
            ok=True,
            text=_SENT_FOUND if sent else _SENT_MISSING,
            params={"folder": sent or ""},
        ),
        Finding("idle", ok=True, text=_AT_ONCE if idle else _NOW_AND_THEN),
        Finding("condstore", ok=True, text=_CHANGES if changes else _NO_CHANGES),
    ]


def _find(session: ImapSession, folder: str, identity: str) -> list[int]:
    if not identity.isascii() or not identity.isprintable():
        return []
    session.open(folder)
    return session.search("HEADER", "Message-ID", quoted(identity.encode()).decode())
