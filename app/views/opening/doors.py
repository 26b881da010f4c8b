"""What the opening says at each closed door: a title, an icon, and what the owner can do."""

from dataclasses import dataclass

from app.models.rules.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class DoorLook:
    """A page of the opening.

    Attributes:
        passphrase, recovery, retry: which ways on it offers.
    """

    icon: str
    colour: str
    title: str
    passphrase: bool = False
    recovery: bool = False
    retry: bool = False


PASSPHRASE = DoorLook(
    "lock", "accent", QT_TRANSLATE_NOOP("Opening", "Open your messages"), passphrase=True
)
KEY = DoorLook(
    "key",
    "warn",
    QT_TRANSLATE_NOOP("Opening", "Balie cannot get its key"),
    recovery=True,
    retry=True,
)
IN_USE = DoorLook(
    "world", "accent", QT_TRANSLATE_NOOP("Opening", "Balie is already open"), retry=True
)
TOO_NEW = DoorLook(
    "alert-circle", "warn", QT_TRANSLATE_NOOP("Opening", "A newer Balie is needed"), retry=True
)
DAMAGED = DoorLook(
    "database-off",
    "danger",
    QT_TRANSLATE_NOOP("Opening", "Your messages could not be opened"),
    retry=True,
)
DISK = DoorLook(
    "alert-triangle",
    "warn",
    QT_TRANSLATE_NOOP("Opening", "Something is wrong with the disk"),
    retry=True,
)
MISTAKE = DoorLook(
    "alert-circle",
    "danger",
    QT_TRANSLATE_NOOP("Opening", "Something went wrong in Balie itself"),
    retry=True,
)
INLINE = frozenset(
    {"wrong_passphrase", "recovery_key_mistyped", "wrong_recovery_key", "passphrase_too_short"}
)
"""Errors of what was typed: told on the page where it was typed."""

_LOOKS = {
    "passphrase_needed": PASSPHRASE,
    "wrong_passphrase": PASSPHRASE,
    "key_store_absent": KEY,
    "key_store_locked": KEY,
    "key_store_denied": KEY,
    "key_store_slow": KEY,
    "key_store_entry_gone": KEY,
    "key_store_other": KEY,
    "key_store_failed": KEY,
    "wrong_key": KEY,
    "recovery_key_mistyped": KEY,
    "wrong_recovery_key": KEY,
    "profile_in_use": IN_USE,
    "store_too_new": TOO_NEW,
    "profile_too_new": TOO_NEW,
    "store_full": DISK,
    "store_failing": DISK,
    "store_read_only": DISK,
    "store_locked": IN_USE,
    "profile_read_only": DISK,
    "profile_unreadable": DISK,
}


def look_of(code: str | None) -> DoorLook:
    """Return the page for the code of an error; None is a mistake of ours."""
    return MISTAKE if code is None else _LOOKS.get(code, DAMAGED)
