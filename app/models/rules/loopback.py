"""Addresses of servers on this computer, and nothing else."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError

HOSTS = ("127.0.0.1", "::1", "localhost")
_USUAL_PATH, _USUAL_PORT = "/v1", 80


class NotOnThisComputerError(KnownError):
    """An address that does not lead to this computer, or is none."""

    code = "not_on_this_computer"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{address}” is not an address of this computer. Drafts are made here only: use "
        "http://127.0.0.1, http://[::1] or http://localhost, with the port of the server.",
    )


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is: a host of HOSTS, a port, and the path before "/chat/completions"."""

    host: str
    port: int
    path: str

    @property
    def text(self) -> str:
        """Return it as the owner writes it."""
        return f"http://{self.authority}{self.path}"

    @property
    def authority(self) -> str:
        """Return host and port as they stand in an address."""
        return authority(self.host, self.port)


def checked(text: str) -> Address:
    """Return an address of this computer.

    Raises:
        NotOnThisComputerError: it is another's, or no http address.
    """
    try:
        parts = urlsplit(text.strip())
        host, port = (parts.hostname or "").lower(), parts.port or _USUAL_PORT
    except ValueError as error:
        raise NotOnThisComputerError(address=text) from error
    strange = parts.username or parts.password or parts.query or parts.fragment
    if parts.scheme != "http" or host not in HOSTS or strange or "\\" in text:
        raise NotOnThisComputerError(address=text)
    path = parts.path.rstrip("/").removesuffix("/chat/completions") or _USUAL_PATH
    return Address(host, port, path)


def authority(host: str, port: int) -> str:
    """Return host and port as they stand in an address (RFC 3986 3.2)."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
