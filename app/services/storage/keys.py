"""The master key of a profile and the ways in: passphrase and recovery key each wrap it.

The store is encrypted with one random 256-bit key that never changes. The key store of the
operating system holds it, or a passphrase wraps it; a printed recovery key always wraps it too.
Changing a way in writes a new wrap and leaves the store alone.
"""

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.storage.connection import KEY_BYTES

RandomBytes = Callable[[int], bytes]

MINIMUM_PASSPHRASE = 12
"""Characters of a new passphrase; an older profile opens with the shorter one that it has."""

_SALT_BYTES = 16
_NONCE_BYTES = 12  # NIST SP 800-38D 8.2: 96 bits; each wrap has a fresh key or a fresh salt too
_RECOVERY_BYTES = 20  # 160 bits = 32 characters of 5 bits
_SUM_CHARACTERS = 3
_GROUP = 5
_PREFIX = "BALIE"
# Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O, U.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RECOVERY_CHARACTERS = _RECOVERY_BYTES * 8 // 5 + _SUM_CHARACTERS
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


class PassphraseNeeded(KnownError):
    """The profile opens with a passphrase and none was given."""

    code = "passphrase_needed"
    text = QT_TRANSLATE_NOOP("errors", "Type your passphrase to open your messages.")


class WrongPassphrase(KnownError):
    """The passphrase does not open the profile; the file itself is in order."""

    code = "wrong_passphrase"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "That is not the passphrase of these messages. Try again with Caps Lock off, "
        "or use your recovery key.",
    )


class PassphraseTooShort(KnownError):
    """A new passphrase is shorter than the minimum."""

    code = "passphrase_too_short"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "A passphrase needs at least {minimum} characters. A few words in a row are easy to "
        "remember and hard to guess.",
    )


class RecoveryKeyMistyped(KnownError):
    """The typed recovery key has the wrong length, a wrong letter or a wrong checksum."""

    code = "recovery_key_mistyped"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "That recovery key has a typing mistake in it. It is {groups} groups of five letters and "
        "digits after BALIE; compare it with your paper.",
    )


class WrongRecoveryKey(KnownError):
    """A well-formed recovery key of another profile, or one that was replaced since."""

    code = "wrong_recovery_key"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "That recovery key is of other messages, or was replaced by a newer one. "
        "Look for the newest paper.",
    )


class KeyMode(StrEnum):
    """Where a profile's master key comes from."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105  the name of a mode
    NONE = "none"
    """No key at all: the store is a plain file. For the practice profile only."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs (Argon2id, RFC 9106).

    The default is above the least that OWASP's Password Storage Cheat Sheet asks (19 MiB, 2
    iterations) and takes about 0.2 s on a small computer.
    """

    memory_kib: int = 128 * 1024
    iterations: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        # A damaged or forged profile must not be able to use up the memory.
        if not (
            1 <= self.lanes <= 16
            and 1 <= self.iterations <= 64
            and 8 * self.lanes <= self.memory_kib <= 1024 * 1024
        ):
            raise ValueError(f"not a cost: {self}")


@dataclass(frozen=True, slots=True)
class Wrap:
    """A master key sealed with AES-256-GCM; `salt` and `cost` belong to a passphrase."""

    nonce: bytes = field(repr=False)
    sealed: bytes = field(repr=False)
    salt: bytes = field(repr=False, default=b"")
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """160 random bits that the owner prints and keeps; the program does not keep them."""

    secret: bytes = field(repr=False)

    @property
    def text(self) -> str:
        """`BALIE-` and seven groups of five characters, the last three of them a checksum."""
        bits = int.from_bytes(self.secret, "big")
        places = range(_RECOVERY_CHARACTERS - _SUM_CHARACTERS - 1, -1, -1)
        characters = "".join(_ALPHABET[bits >> 5 * place & 31] for place in places)
        characters += _checksum(self.secret)
        groups = (characters[at : at + _GROUP] for at in range(0, len(characters), _GROUP))
        return "-".join((_PREFIX, *groups))

    @classmethod
    def parse(cls, typed: str) -> "RecoveryKey":
        """Read what the owner typed, in any case, with or without dashes, spaces and BALIE.

        Raises:
            RecoveryKeyMistyped: wrong length, character or checksum; 1 in 32,768 random mistakes
                passes, and is then a wrong recovery key.
        """
        characters = "".join(filter(str.isalnum, typed.upper()))
        if len(characters) == _RECOVERY_CHARACTERS + len(_PREFIX):
            characters = characters.removeprefix(_PREFIX)
        characters = characters.translate(_MISREAD)
        if len(characters) != _RECOVERY_CHARACTERS or not set(characters) <= set(_ALPHABET):
            raise RecoveryKeyMistyped(groups=_RECOVERY_CHARACTERS // _GROUP)
        bits = 0
        for character in characters[:-_SUM_CHARACTERS]:
            bits = bits << 5 | _ALPHABET.index(character)
        key = cls(bits.to_bytes(_RECOVERY_BYTES, "big"))
        if _checksum(key.secret) != characters[-_SUM_CHARACTERS:]:
            raise RecoveryKeyMistyped(groups=_RECOVERY_CHARACTERS // _GROUP)
        return key


def new_master_key(random: RandomBytes = os.urandom) -> bytes:
    """Return 32 random bytes."""
    return random(KEY_BYTES)


def new_recovery_key(random: RandomBytes = os.urandom) -> RecoveryKey:
    """Return a fresh recovery key; it opens nothing until the master key is wrapped with it."""
    return RecoveryKey(random(_RECOVERY_BYTES))


def check_value(master_key: bytes, profile_id: str) -> bytes:
    """Return 32 bytes that tell this key from others and reveal nothing of it (HMAC-SHA256)."""
    return hmac.digest(master_key, f"balie/check/1/{profile_id}".encode(), hashlib.sha256)


def fits(master_key: bytes, check: bytes, profile_id: str) -> bool:
    """Return whether this is the key that the check value was made of."""
    return hmac.compare_digest(check_value(master_key, profile_id), check)


def wrap_with_passphrase(
    master_key: bytes,
    passphrase: str,
    profile_id: str,
    *,
    cost: Cost | None = None,
    random: RandomBytes = os.urandom,
) -> Wrap:
    """Seal the master key with a new passphrase; takes about 0.2 s with the default cost.

    Raises:
        PassphraseTooShort: fewer than `MINIMUM_PASSPHRASE` characters.
    """
    if len(passphrase) < MINIMUM_PASSPHRASE:
        raise PassphraseTooShort(minimum=MINIMUM_PASSPHRASE)
    cost = cost or Cost()
    salt, nonce = random(_SALT_BYTES), random(_NONCE_BYTES)
    outer = AESGCM(_stretch(passphrase, salt, cost))
    return Wrap(
        nonce, outer.encrypt(nonce, master_key, _purpose("passphrase", profile_id)), salt, cost
    )


def unwrap_with_passphrase(wrap: Wrap, passphrase: str, profile_id: str) -> bytes:
    """Return the master key; raises WrongPassphrase."""
    outer = AESGCM(_stretch(passphrase, wrap.salt, wrap.cost or Cost()))
    try:
        return outer.decrypt(wrap.nonce, wrap.sealed, _purpose("passphrase", profile_id))
    except InvalidTag as error:
        raise WrongPassphrase from error


def wrap_with_recovery(
    master_key: bytes, recovery: RecoveryKey, profile_id: str, *, random: RandomBytes = os.urandom
) -> Wrap:
    """Seal the master key with the recovery key, which needs no stretching: it is random."""
    nonce = random(_NONCE_BYTES)
    outer = AESGCM(_from_recovery(recovery, profile_id))
    return Wrap(nonce, outer.encrypt(nonce, master_key, _purpose("recovery", profile_id)))


def unwrap_with_recovery(wrap: Wrap, recovery: RecoveryKey, profile_id: str) -> bytes:
    """Return the master key; raises WrongRecoveryKey."""
    outer = AESGCM(_from_recovery(recovery, profile_id))
    try:
        return outer.decrypt(wrap.nonce, wrap.sealed, _purpose("recovery", profile_id))
    except InvalidTag as error:
        raise WrongRecoveryKey from error


def _purpose(way: str, profile_id: str) -> bytes:
    """Bind a wrap to its profile and its way in, so that it cannot be moved to another place."""
    return f"balie/wrap/1/{way}/{profile_id}".encode()


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # One keyboard sends é as one character and another as two: NFKC makes them the same.
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(typed)


def _from_recovery(recovery: RecoveryKey, profile_id: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=_purpose("hkdf", profile_id)).derive(
        recovery.secret
    )


def _checksum(secret: bytes) -> str:
    bits = int.from_bytes(hashlib.sha256(b"balie/recovery/1/" + secret).digest()[:2], "big")
    return "".join(_ALPHABET[bits >> 5 * place & 31] for place in range(_SUM_CHARACTERS))
