"""Mail that the owner has in files: mbox, Maildir, EML; the same file twice adds nothing."""

import hashlib
import mailbox
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import Path
from threading import Event

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.channels.api import FetchResult, RawItem
from app.services.storage.database import Database, Unit
from app.services.sync import health, ingest

STREAM = "import"
HANDLE = "import"
HISTORY = timedelta(days=7)
BATCH = 200
Told = Callable[[int, int], None]


class NothingToImportError(KnownError):
    """The path holds no messages of the named form."""

    code = "nothing_to_import"
    text = QT_TRANSLATE_NOOP("errors", "There are no messages in {path}.")


def read_messages(form: str, path: Path) -> Iterator[bytes]:
    """Give the raw bytes of each message of an mbox file, a Maildir, or .eml files.

    Args:
        form: "mbox", "maildir" or "eml".
        path: file (mbox, eml) or folder (maildir, eml: all files below it).
    """
    if form == "eml":
        files = sorted(path.rglob("*.eml")) if path.is_dir() else [path]
        for file in files:
            yield file.read_bytes()
        return
    boxes = {"mbox": mailbox.mbox, "maildir": mailbox.Maildir}
    with closing(boxes[form](path, create=False)) as box:
        for key in box.iterkeys():
            yield box.get_bytes(key)


def guess_form(path: Path) -> tuple[str, Path]:
    """Tell by its content what a file or folder holds: its form, and where that really is.

    A Maildir has `cur` and `new`; a mailbox of Apple Mail is a folder with an mbox file in it; an
    mbox begins with "From ".

    Raises:
        NothingToImportError: it is none of these.
    """
    if path.is_dir():
        if (path / "cur").is_dir() and (path / "new").is_dir():
            return "maildir", path
        if (path / "mbox").is_file():
            return "mbox", path / "mbox"
        if next(path.rglob("*.eml"), None) is not None:
            return "eml", path
    elif path.is_file():
        with path.open("rb") as file:
            begin = file.read(5)
        if begin == b"From ":
            return "mbox", path
        if path.suffix.lower() == ".eml":
            return "eml", path
    raise NothingToImportError(path=path)


def total_size(path: Path) -> int:
    """Return the bytes of a file, or of all files below a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def import_messages(
    database: Database,
    messages: Iterable[bytes],
    account_id: int,
    *,
    now: datetime,
    told: Told | None = None,
    stop: Event | None = None,
) -> tuple[int, int]:
    """Store raw messages batch by batch; returns how many were read and how many were new.

    Interrupted, the next call goes on: a message is known by the hash of its bytes.

    Args:
        told: hears after each batch how many messages and bytes were read.
        stop: set, it ends after the batch at hand.
    """
    read = new = size = 0
    source = iter(messages)
    archive = database.read_now(_is_archive, account_id)
    while batch := [_item(data, now, archive=archive) for data in islice(source, BATCH)]:
        stored = database.write_now(_store, account_id, batch)
        read, new = read + len(batch), new + stored
        size += sum(len(item.data) for item in batch)
        if told is not None:
            told(read, size)
        if stop is not None and stop.is_set():
            break
    return read, new


def import_account(unit: Unit) -> int:
    """Return the account that holds imported mail; it has no server and is never synchronised."""
    account_id = unit.session.scalar(
        select(Account.id).where(Account.kind == "email", Account.handle == HANDLE)
    )
    if account_id is not None:
        return account_id
    account = Account(
        kind="email",
        handle=HANDLE,
        name="",
        values={},
        state="archive",
        created_at=unit.now,
        health=health.OK,
    )
    unit.session.add(account)
    unit.session.flush()
    return account.id


def _store(unit: Unit, account_id: int, items: list[RawItem]) -> int:
    result = FetchResult(items=items, cursor={}, more=True)
    return ingest.store_fetched(unit, account_id, STREAM, result).new


def _is_archive(session: Session, account_id: int) -> bool:
    return session.get_one(Account, account_id).state == "archive"


def _item(data: bytes, now: datetime, *, archive: bool = False) -> RawItem:
    received_at = _date(data, now)
    return RawItem(
        external_id=f"{STREAM}/{hashlib.sha256(data).hexdigest()}",
        stream=STREAM,
        received_at=received_at,
        data=data,
        # Nobody can answer from an archive, so nobody waits there.
        history=archive or now - received_at > HISTORY,
    )


def _date(data: bytes, now: datetime) -> datetime:
    """Return the Date of a message when it can be believed, else now."""
    head = data[:65536].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    for line in head.split(b"\n"):
        if line[:5].lower() == b"date:":
            try:
                found = parsedate_to_datetime(line[5:].decode("ascii", "replace").strip())
                aware = found if found.tzinfo else found.replace(tzinfo=UTC)
                moment = aware.astimezone(UTC)
            except (ValueError, OverflowError):
                return now
            return moment if datetime(1990, 1, 1, tzinfo=UTC) < moment <= now else now
    return now
