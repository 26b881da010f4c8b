"""Graph in the name of one Instagram account: who we are, and a token that is renewed weekly."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property

from app.services.channels.api import AccountSettings, Json, SecretBox
from app.services.channels.errors import (
    AlreadyReplied,
    AuthExpired,
    ChannelError,
    RateLimited,
)
from app.services.channels.http import Http
from app.services.channels.kit import Node, fingerprint, secret, tell_sign_in_ends
from app.services.channels.meta import media
from app.services.channels.meta.graph import Graph

SERVER = "https://graph.instagram.com"
LASTS = timedelta(days=60)
RENEWED_EVERY = timedelta(days=7)
"""A token ends after 60 days unless it is renewed, which it can be after its first."""

ALREADY = {10900: AlreadyReplied}
"""A second private message about one comment; the code is from memory, unverified."""

_AGAIN = timedelta(hours=1)
_TOKEN, _RENEWED = "token", "renewed"


class InstagramLine:
    """What the reading and the answering of one account share."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._account, self._secrets, self._now = account, secrets, now
        self.graph = Graph.of(account, secrets, now, home=SERVER, also=ALREADY)
        self._files = Http(now)
        self._lock = threading.Lock()
        self._tried: datetime | None = None

    def close(self) -> None:
        """Close the connections."""
        self.graph.close()
        self._files.close()

    @cached_property
    def me(self) -> Node:
        """Return our account; asked once in a session.

        Raises:
            ChannelError: see `Graph.get`.
        """
        return self.graph.get("/me", {"fields": "id,user_id,username,account_type"})

    def is_us(self, person: Node) -> bool:
        """Tell whether something was written by us: Instagram has two numbers for an account."""
        told = person["id"].text
        ours = {self.me["id"].text, self.me["user_id"].text} - {""}
        name = person["username"].text.lower()
        return told in ours or (bool(name) and name == self.me["username"].text.lower())

    def file(self, url: str) -> bytes:
        """Return a file that came with a message, from an address that ends after a while.

        Raises:
            ChannelError: it cannot be had.
        """
        return media.file_at(self._files, url, self.graph.host)

    def renew(self) -> None:
        """Renew the token when a week has gone by; one that was pasted counts from now.

        Raises:
            AuthExpired: it has ended.
            RateLimited: Graph rests.
        """
        with self._lock:
            token, now = secret(self._secrets, _TOKEN, self._account), self._now()
            kept = Node.of((self._secrets.get(_RENEWED) or "null").encode())
            if kept["of"].text != fingerprint(token):
                self._note(token, now)
                return
            tried = self._tried and now - self._tried < _AGAIN
            if tried or now - kept["at"].moment() < RENEWED_EVERY:
                return
            self._tried = now
            try:
                asked = {"grant_type": "ig_refresh_token"}
                told = self.graph.get("/refresh_access_token", asked, bare=True)
            except (AuthExpired, RateLimited):
                raise
            except ChannelError:
                return  # the token of today is good for weeks
            if renewed := told["access_token"].text:
                self._secrets.put(_TOKEN, renewed)
                self._note(renewed, now)

    def _note(self, token: str, now: datetime) -> None:
        noted: dict[str, Json] = {"of": fingerprint(token), "at": now.isoformat()}
        self._secrets.put(_RENEWED, Node(noted).bytes().decode())
        tell_sign_in_ends(self._secrets, now + LASTS)
