"""X as a kind of channel: what connecting it takes, and every call that is made."""

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import InvalidValueError
from app.services.channels import kit
from app.services.channels.api import AccountSettings, Json, Parses, SecretBox, Traits
from app.services.channels.kit import Call
from app.services.channels.oauth import OAuthSettings, SignInFlow, TokenSource
from app.services.channels.setup import SetupField
from app.services.channels.x import words
from app.services.channels.x.channel import ME, XChannel
from app.services.channels.x.line import Line
from app.services.channels.x.meter import USUAL_CAP, Meter, amount_of, prices_of
from app.services.channels.x.parse import parse_x

SERVER, PAGES = "https://api.x.com", "https://x.com"
SCOPE = "tweet.read tweet.write users.read dm.read dm.write media.write offline.access"
_USER = re.compile(r"@?(\w{1,15})", re.ASCII)

_LISTS = ("max_results", "pagination_token", "since_id", "start_time", "expansions", "user.fields")
_SHOWN = ("data.id", "data.text", "data.created_at", "meta.next_token", "includes.users.id",
          "includes.users.username", "includes.users.name", "includes.users.verified",
          "includes.users.public_metrics.followers_count")  # fmt: skip
_LINKS = ("data.entities.urls.url", "data.entities.urls.expanded_url",
          "data.entities.urls.unwound_url")  # fmt: skip
_READ = (*_SHOWN, "data.author_id", "data.conversation_id", "data.in_reply_to_user_id",
         "data.referenced_posts.id", "data.referenced_posts.type", "data.edit_history_post_ids",
         "data.note_post.text", "data.note_post.entities.urls.url",
         *_LINKS, "data.entities.mentions.id",
         "data.entities.mentions.username", "data.attachments.media_keys")  # fmt: skip
CALLS = (
    Call("GET", "/2/users/me", (), ("data.id", "data.username")),
    Call("GET", "/2/users/{id}/mentions", (*_LISTS, "post.fields", "tweet.fields"), _READ),
    Call("GET", "/2/users/{id}/tweets", (*_LISTS, "post.fields", "tweet.fields"), _READ),
    Call("GET", "/2/dm_events",
         ("max_results", "pagination_token", "event_types", "dm_event.fields", "expansions",
          "user.fields"),
         (*_SHOWN, *_LINKS, "data.sender_id", "data.dm_conversation_id",
          "data.attachments.media_keys")),
    Call("GET", "/2/users/by/username/{username}", ("user.fields",),
         ("data.id", "data.receives_your_dm")),
    Call("POST", "/2/media/upload", ("media", "media_category"), ("data.id",)),
    Call("POST", "/2/tweets",
         ("text", "reply.in_reply_to_tweet_id", "media.media_ids"), ("data.id",)),
    Call("POST", "/2/dm_conversations/with/{participant_id}/messages",
         ("text", "attachments.media_id"), ("data.dm_event_id",)),
)  # fmt: skip


class XType(kit.ApiType):
    """Posts that mention the account, and its direct messages; nothing is read unless connected."""

    kind: ClassVar[str] = "x"
    traits: ClassVar[Traits] = Traits(public=True, private=True, explains=words.EXPLAINS)
    fields: ClassVar[Sequence[SetupField]] = words.FIELDS
    parse: ClassVar[Parses] = staticmethod(parse_x)
    steps: ClassVar[Sequence[str]] = words.STEPS
    calls: ClassVar[Sequence[Call]] = CALLS

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._locks: dict[str, tuple[threading.Lock, threading.Lock]] = {}

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        """Return the name without @, in lower case.

        Raises:
            InvalidValueError: it is none.
        """
        told = values.get("user", "").strip()
        found = _USER.fullmatch(told)
        if found is None:
            raise InvalidValueError(value=told, field="user", choices="@shop")
        return found[1].lower()

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        """Return what was filled in.

        Raises:
            InvalidValueError: an amount, price, port or server that is none.
        """
        amount_of(values.get("cap") or USUAL_CAP, "cap")
        prices_of(values.get("prices") or "")
        port = (values.get("port") or words.PORT).strip()
        if not port.isdecimal() or not 1024 <= int(port) <= 65535:
            raise InvalidValueError(value=port, field="port", choices=words.PORT)
        return super().discover(values)

    @override
    def sign_in(self, account: AccountSettings, secrets: SecretBox) -> SignInFlow:
        """Begin to sign in at X; who it is, is asked again afterwards.

        Raises:
            Transient: the one port that X knows is in use on this computer.
        """
        flow = SignInFlow(_settings(account), account=account.handle, secrets=secrets, now=self.now)
        secrets.put(ME, "")
        return flow

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> XChannel:
        locks = self._locks.setdefault(account.handle, (threading.Lock(), threading.Lock()))
        tokens = TokenSource(
            _settings(account),
            account=account.handle,
            secrets=secrets,
            now=self.now,
            lock=locks[0],
        )
        meter = Meter(
            secrets,
            prices_of(kit.setting(account, "prices")),
            amount_of(kit.setting(account, "cap", USUAL_CAP), "cap"),
            now=self.now,
            lock=locks[1],
        )
        line = Line(kit.setting(account, "server", SERVER), account.handle, tokens, self.now)
        return XChannel(account, secrets, self.now, line=line, meter=meter)


def _settings(account: AccountSettings) -> OAuthSettings:
    server = kit.setting(account, "server", SERVER)
    pages = PAGES if server == SERVER else server
    return OAuthSettings(
        authorize_url=f"{pages}/i/oauth2/authorize",
        token_url=f"{server}/2/oauth2/token",
        client_id=kit.setting(account, "client_id"),
        scope=SCOPE,
        redirect_port=int(kit.setting(account, "port", words.PORT)),
    )
