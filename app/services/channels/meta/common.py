"""What the kinds of channels at Meta share besides Graph: settings, windows, signatures, ids."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import Json
from app.services.channels.kit import ApiType
from app.services.channels.meta.graph import SERVER, VERSION
from app.services.channels.setup import SetupField

ANSWER_WINDOW = timedelta(hours=24)
"""How long after a customer's last message it may be answered (Messenger, Instagram, WhatsApp)."""

HUMAN_WINDOW = timedelta(days=7)
"""The same with the tag HUMAN_AGENT, which Meta grants an app after a review."""

PRIVATE_REPLY_WINDOW = timedelta(days=7)
"""How long after a comment its writer may get one private message about it."""

_VERSION = re.compile(r"v\d{1,3}\.\d")


def last_part(name: str) -> str:
    """Return the part of an id that two forms share: comments are "98765" and "12_98765"."""
    return name.rpartition("_")[2]


def is_signed(body: bytes, header: str, app_secret: str) -> bool:
    """Tell whether Meta sent these very bytes to a web hook.

    Args:
        header: `X-Hub-Signature-256`: "sha256=" and the HMAC of the body in hexadecimals.
    """
    made = hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
    told = header.strip().lower().removeprefix("sha256=")
    return bool(app_secret) and hmac.compare_digest(made.encode(), told.encode())


def version_of(told: str) -> str:
    """Return a version of Graph as it stands in addresses; ours when none is given.

    Raises:
        InvalidValueError: it is none.
    """
    found = told.strip().lower() or VERSION
    if not _VERSION.fullmatch(found):
        raise InvalidValueError(value=told, field="version", choices=VERSION)
    return found


class MetaType(ApiType):
    """A kind of channel at Meta: server and version of Graph are settings with a default."""

    home: ClassVar[str] = SERVER

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        found = super().discover(values)
        found["server"] = found.get("server") or self.home
        found["version"] = version_of(values.get("version") or "")
        return found


SERVER_FIELD = SetupField(
    "server",
    QT_TRANSLATE_NOOP("setup", "Address of Meta's server"),
    help=QT_TRANSLATE_NOOP("setup", "Only for tests and for a server in between."),
)
VERSION_FIELD = SetupField(
    "version",
    QT_TRANSLATE_NOOP("setup", "Version of the Graph API"),
    help=QT_TRANSLATE_NOOP("setup", "For example v26.0. Leave it empty unless Meta ends one."),
)
