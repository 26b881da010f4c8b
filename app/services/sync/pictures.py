"""Gets the pictures that a mail wants from the internet, when the owner asked for them."""

import logging
import re
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from app.services.channels.addresses import Resolve, is_public
from app.services.channels.addresses import resolve as addresses_of
from app.services.channels.errors import ChannelError
from app.services.channels.http import Http
from app.services.markup import picture_id

log = logging.getLogger(__name__)

LARGEST = 4 << 20
"""Bytes of one picture."""
MOST_BYTES = 24 << 20
SECONDS = 20.0
"""All pictures of a message together; what is not there by then is left out."""
LIMITS = (5.0, 8.0)
_PICTURE = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP", re.DOTALL)
"""How PNG, JPEG, GIF and WebP begin. Whatever type is told, nothing else is decoded: an SVG, for
one, can name files of this computer."""


def fetch(
    addresses: Sequence[str], *, now: Callable[[], datetime], resolve: Resolve | None = None
) -> Mapping[str, bytes]:
    """Return the bytes of pictures by their `picture_id`; those that cannot be had are left out.

    Nothing but the address is told: no cookies, no referrer. Servers inside the firm's own network
    are not asked (a mail could make Balie press their buttons).

    Args:
        resolve: the network addresses of a host name.
    """
    http = Http(now, time_limits=LIMITS, total_limit=SECONDS)
    end, size = time.monotonic() + SECONDS, 0
    found: dict[str, bytes] = {}
    try:
        for address in addresses:
            if time.monotonic() > end or size > MOST_BYTES:
                log.info("pictures left out: %s of %s", len(addresses) - len(found), len(addresses))
                break
            data = _one(http, address, resolve or addresses_of)
            if data is not None:
                found[picture_id(address)] = data
                size += len(data)
    finally:
        http.close()
    return found


def _one(http: Http, address: str, resolve: Resolve) -> bytes | None:
    try:
        answer = http.get_public(
            address, size_limit=LARGEST, may_ask=lambda host: is_public(host, resolve)
        )
    except ChannelError:
        return None
    return answer.body if _PICTURE.match(answer.body) else None
