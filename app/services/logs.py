"""The program's log: five files of 1 MB in the profile, with secrets and people taken out.

Works at the last moment before a line is written, on the finished text with its stack, so that
neither arguments nor exceptions pass by it. It knows secrets by their names and shapes: a bare
secret without either would pass, so never log one.
"""

import faulthandler
import logging
import re
import sys
import threading
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from typing_extensions import override

FILES = 5
FILE_BYTES = 1_000_000
ENTRY_CHARACTERS = 16_000
_LONGEST_SECRET = 4_000
_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_HIDDEN = "[hidden]"

log = logging.getLogger(__name__)

# Every repetition has a bound, or ends at a line break: an entry costs linear time.
_NAMES = (
    r"(?:passw(?:or)?d|passphrase|wachtwoord|secret|token|api[_-]?key|assertion|verifier"
    r"|credentials?|session[_-]?id|signature|(?<![A-Za-z])(?:pwd|sid|jwt|auth|sig))"
)
_VALUE = r"(?:b?\\?\"[^\"\r\n]*\"|b?\\?'[^'\r\n]*'|[^\s&,;)\]}\"'<>]+)"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # Whole headers, up to the end of the line or of the quoted value in a dictionary.
    (
        re.compile(
            r"(?i)(\b(?:proxy-)?authorization|\b(?:set-)?cookie2?"
            r"|\bx-[\w-]{0,40}(?:token|key|signature))(\\?[\"']?\s*[:=,]\s*)"
            r"(?:b?\\?\"[^\"\r\n]*\\?\"|b?\\?'[^'\r\n]*\\?'|[^\r\n]+)"
        ),
        rf"\1\2{_HIDDEN}",
    ),
    # name=value, "name": "value", name: value; in URLs, JSON and reprs.
    (
        re.compile(rf"(?i)({_NAMES})(\\?[\"']?\s*(?:[:=]|%3[Aa]|%3[Dd])\s*){_VALUE}"),
        rf"\1\2{_HIDDEN}",
    ),
    (
        re.compile(r"(?i)\b(passw(?:or)?d|passphrase|wachtwoord)(\s+(?:is|was)\s+)\S+"),
        rf"\1\2{_HIDDEN}",
    ),
    # OAuth's code and state, but not "status code: 404" or "code": 190.
    (re.compile(rf"(?i)(?<![A-Za-z])(code|state)(=|%3[Dd]){_VALUE}"), rf"\1\2{_HIDDEN}"),
    (re.compile(r"(?i)([\"'](?:code|state)\\?[\"']\s*:\s*)([\"'])[^\"'\r\n]+\2"), rf"\1{_HIDDEN}"),
    # The words of HTTP, IMAP, POP and SMTP logins.
    (
        re.compile(r"(?i)\b(bearer|basic|digest|dpop|xoauth2?|oauthbearer)(\s+)[^\s,;\"']{6,}"),
        rf"\1\2{_HIDDEN}",
    ),
    (re.compile(r"(?i)\b(AUTH(?:ENTICATE)?\s+[A-Z0-9-]{4,20})\s+\S+"), rf"\1 {_HIDDEN}"),
    (
        re.compile(r"(?i)\b(LOGIN\s+(?:\"[^\"\r\n]*\"|[^\s\"]+)\s+)(?:\"[^\"\r\n]*\"|\S+)"),
        rf"\1{_HIDDEN}",
    ),
    (re.compile(r"(?i)\buser=[^\x01\s]{0,320}(?:\x01|\\x01)auth=.*"), _HIDDEN),
    # "user=", "n,a=" and "n,,\x01" in base64: XOAUTH2 and OAUTHBEARER (RFC 7628) on a line.
    (re.compile(r"\b(?:dXNlcj|bixhP|biwsA)[A-Za-z0-9+/=_-]{8,}"), _HIDDEN),
    (re.compile(r"\beyJ[\w-]{8,}(?:\.[\w-]+){0,4}"), _HIDDEN),
    (re.compile(r"(?i)\bBALIE(?:[- ]?[0-9A-Z]{5}){7}\b"), _HIDDEN),
    # user:password@host in URLs.
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]{0,20}://)[^\s/@]{1,400}@"), rf"\1{_HIDDEN}@"),
    # Tokens that show what they are: Telegram, Meta, Google, Slack, GitHub.
    (re.compile(r"(?:\b|(?<=bot))\d{6,12}:[A-Za-z0-9_-]{30,}"), _HIDDEN),
    (re.compile(r"\b(?:EAA|IGQ|IGA|ya29\.|1//|GOCSPX-|gh[pous]_|xox[bp]-)[\w./-]{10,}"), _HIDDEN),
    # Telephone numbers: international, Dutch, and WhatsApp's without a plus.
    (re.compile(r"(?<![\w.:/-])(?:\+|00)[1-9](?:[\s().-]{0,2}\d){7,14}(?!\w)"), "[phone]"),
    (re.compile(r"(?<![\w.:/+-])0[1-9](?:[\s().-]{0,2}\d){8}(?!\w)"), "[phone]"),
    (re.compile(r"(?<!\w)3[12][1-9]\d{7,8}(?!\w)"), "[phone]"),
)

_ADDRESS = re.compile(r"[\w.+'-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63})+")


def redact(text: str) -> str:
    """Return the text without secrets, e-mail addresses and telephone numbers."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    # Looked for only where there can be one: the pattern is slow on long words.
    return _ADDRESS.sub("[address]", text) if "@" in text or "%40" in text else text


class RedactingFormatter(logging.Formatter):
    """Redacts the finished entry with its stack and keeps at most 16,000 characters of it.

    Lines after the first are indented, so that a value with a line break starts no new entry.
    """

    @override
    def format(self, record: logging.LogRecord) -> str:
        # Redacting a little more than is kept: no secret is cut out of its shape at the end.
        text = redact(super().format(record)[: ENTRY_CHARACTERS + _LONGEST_SECRET])
        return text[:ENTRY_CHARACTERS].replace("\r", "\\r").replace("\n", "\n    ")


class _PrivateRotatingHandler(RotatingFileHandler):
    """Gives each file mode 0600, and stays silent when the disk is full."""

    @override
    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        Path(self.baseFilename).chmod(0o600)
        return stream

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: the standard library would print the entry, unredacted, to stderr."""


def start_logging(
    folder: Path, *, level: int = logging.INFO, name: str = "balie"
) -> Callable[[], None]:
    """Write the root logger to `folder`/`name`.log, and uncaught errors and crashes too.

    The stacks of the last crash stay in `name`-fault-last.log.

    Args:
        folder: made with mode 0700 when it is not there.
        level: of the root logger.
        name: two programs at a time need two names, or they rotate each other's files away.

    Returns:
        The function that stops it and puts level and hooks back as they were.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _PrivateRotatingHandler(
        folder / f"{name}.log", maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8"
    )
    handler.setFormatter(RedactingFormatter(_FORMAT))
    root = logging.getLogger()
    level_before, hooks_before = root.level, (sys.excepthook, threading.excepthook)
    root.addHandler(handler)
    root.setLevel(level)
    sys.excepthook, threading.excepthook = _log_uncaught, _log_uncaught_in_thread
    stop_faults = _start_faults(folder / f"{name}-fault.log")

    def stop() -> None:
        stop_faults()
        sys.excepthook, threading.excepthook = hooks_before
        root.setLevel(level_before)
        root.removeHandler(handler)
        handler.close()

    return stop


def _start_faults(path: Path) -> Callable[[], None]:
    if path.exists() and path.stat().st_size:
        path.replace(path.with_name(f"{path.stem}-last.log"))
    was_enabled = faulthandler.is_enabled()
    file = path.open("w", encoding="utf-8")
    path.chmod(0o600)
    faulthandler.enable(file)

    def stop() -> None:
        faulthandler.disable()
        file.close()
        if was_enabled and sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)

    return stop


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("uncaught error", exc_info=(kind, error, trace))


def _log_uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is None or issubclass(args.exc_type, SystemExit):
        return
    name = args.thread.name if args.thread else "?"
    details = (args.exc_type, args.exc_value, args.exc_traceback)
    log.critical("uncaught error in thread %s", name, exc_info=details)
