"""Which hosts may be asked for what a stranger's message points at."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import TypeAlias

Resolve: TypeAlias = Callable[[str], Sequence[str]]


def resolve(host: str) -> Sequence[str]:
    """Return the network addresses of a host name.

    Raises:
        OSError: it has none.
    """
    return [str(one[4][0]) for one in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]


def is_public(host: str, resolve: Resolve = resolve) -> bool:
    """Tell whether a host is somewhere on the internet, and not in a network of the firm's own.

    Args:
        resolve: the network addresses of a host name.
    """
    try:
        found = [ipaddress.ip_address(one) for one in resolve(host)]
    except (OSError, ValueError):
        return False
    return bool(found) and all(one.is_global for one in found)
