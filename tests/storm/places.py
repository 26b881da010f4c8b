"""The platforms of the storm: each a model server, with an account of ours and many customers."""

import json
import random
import shutil
import socket
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

from typing_extensions import override

from app.services.channels.oauth import CLIENT_SECRET
from app.services.channels.oauth import TOKEN as OAUTH_TOKEN
from app.services.channels.rss.channel import RssType
from tests.servers import (
    bluesky_model,
    google_model,
    instagram_model,
    kiyoh_model,
    mastodon_model,
    meta_model,
    page_model,
    reviews_model,
    telegram_model,
    trustpilot_model,
    twilio_model,
    whatsapp_model,
    x_model,
    youtube_model,
)
from tests.servers.relay import APP_SECRET, READ_SECRET, RelayHere
from tests.servers.rss_model import FeedServer, Mention
from tests.servers.threaded import ThreadedServer

SKEW = timedelta(minutes=4)
"""How far the clock of a platform is from ours, at most."""


class Skewed:
    """The clock of a platform: ours, and wrong by something else whenever it is asked."""

    def __init__(self, now: Callable[[], datetime], chance: random.Random) -> None:
        self._now, self._chance = now, chance

    def __call__(self) -> datetime:
        return self._now() + SKEW * self._chance.uniform(-1, 1)


@dataclass
class Place:
    """A platform.

    Attributes:
        ask: let a customer of his own write this.
        answers: all that stands there of ours, as text.
        tick: time has passed.
        values: settings of the account, given the address of the server.
    """

    server: ThreadedServer
    handle: Callable[[str], str]
    secrets: Mapping[str, str]
    values: Callable[[str], Mapping[str, str]]
    ask: Callable[[str], object]
    answers: Callable[[], str]
    tick: Callable[[], None] = field(default=lambda: None)


def telegram(now: Skewed) -> Place:
    server = telegram_model.TelegramModel(now)
    people = iter(range(500_000_000, 600_000_000))

    def ask(text: str) -> None:
        number = next(people)
        server.write(text, {"id": number, "is_bot": False, "first_name": f"Klant {number}"})

    return Place(
        server,
        lambda url: telegram_model.BOT,
        {"token": telegram_model.TOKEN},
        lambda url: {"server": url, "bot": telegram_model.BOT},
        ask,
        lambda: json.dumps(server.sent),
    )


def mastodon(now: Skewed) -> Place:
    server = mastodon_model.MastodonModel(now())

    def tick() -> None:
        server.now = max(server.now, now())

    def answers() -> str:
        ours = mastodon_model.SHOP
        return json.dumps([s for s in server.statuses.values() if s["account"]["id"] == ours])

    return Place(
        server,
        lambda url: "winkel@voorbeeld.example",
        {"token": mastodon_model.TOKEN},
        lambda url: {"server": url, "user": "@winkel@voorbeeld.example"},
        lambda text: server.write(mastodon_model.BERT, f"@winkel {text}"),
        answers,
        tick,
    )


def bluesky(now: Skewed) -> Place:
    server = bluesky_model.BlueskyModel()

    def tick() -> None:
        server.clock = max(server.clock, now())
        server.expire()

    tick()
    return Place(
        server,
        lambda url: bluesky_model.HANDLE,
        {"password": bluesky_model.APP_PASSWORD},
        lambda url: {"server": url},
        server.post,
        lambda: json.dumps(server.written),
        tick,
    )


def kiyoh(now: Skewed) -> Place:
    server = kiyoh_model.KiyohModel()

    def answers() -> str:
        return json.dumps([review["reviewComments"] for review in server.reviews])

    return Place(
        server,
        lambda url: "123",
        {"token": kiyoh_model.TOKEN},
        lambda url: {"server": url},
        lambda text: server.add(text, now().isoformat()),
        answers,
    )


def rss(now: Skewed) -> Place:
    server = FeedServer()

    def ask(text: str) -> None:
        number = len(server.mentions)
        link = f"https://www.forum.example/t/{number}"
        one = Mention(f"topic-{number}", "De Winkel genoemd", escape(text), now(), link)
        server.mentions.insert(0, one)

    kind = RssType(now)
    return Place(
        server,
        lambda url: kind.handle({"address": f"{url}/feed"}),
        {},
        lambda url: {"address": f"{url}/feed"},
        ask,
        str,
    )


def _twilio(now: Skewed, prefix: str) -> Place:
    server = twilio_model.TwilioModel(now(), prefix)
    people = iter(range(10_000_000, 100_000_000))
    shop = twilio_model.SHOP

    def tick() -> None:
        server.now = max(server.now, now())

    return Place(
        server,
        lambda url: shop,
        {"token": twilio_model.TOKEN},
        lambda url: {"server": url, "number": shop, "sid": twilio_model.SID},
        lambda text: server.write(text, f"+316{next(people)}"),
        lambda: json.dumps([one for one in server.messages if one["from"] == f"{prefix}{shop}"]),
        tick,
    )


def sms(now: Skewed) -> Place:
    return _twilio(now, "")


def whatsapp_twilio(now: Skewed) -> Place:
    return _twilio(now, "whatsapp:")


def instagram(now: Skewed) -> Place:
    server = instagram_model.InstagramModel(now())
    people = iter(range(90_000_000_000, 99_000_000_000))

    def ask(text: str) -> None:
        number = next(people)
        if number % 20 == 0:  # of the comments on one post, the platform shows 50
            server.post()
        server.comment(text, {"id": str(number), "username": f"klant{number}"})

    def tick() -> None:
        server.now = max(server.now, now())

    def answers() -> str:
        ours = instagram_model.SHOP["id"]
        return json.dumps([one for one in server.comments.values() if one["from"]["id"] == ours])

    return Place(
        server,
        lambda url: "winkel",
        {"token": instagram_model.TOKEN},
        lambda url: {"server": url, "user": "@winkel"},
        ask,
        answers,
        tick,
    )


def _page(now: Skewed, ask: Callable[[page_model.PageModel, str], object]) -> Place:
    server = page_model.PageModel(now())
    server.post()

    def tick() -> None:
        server.now = max(server.now, now())

    def answers() -> str:
        told = [*server.comments.values(), *server.messages.values()]
        return json.dumps([x for some in told for x in some if x["from"]["id"] == page_model.PAGE])

    return Place(
        server,
        lambda url: page_model.PAGE,
        {"token": meta_model.TOKEN},
        lambda url: {"server": url, "version": meta_model.VERSION, "page": page_model.PAGE},
        lambda text: ask(server, text),
        answers,
        tick,
    )


def facebook(now: Skewed) -> Place:
    def ask(server: page_model.PageModel, text: str) -> None:
        server.tick(seconds=1)
        server.comment(server.posts[0]["id"], page_model.ANNA, text)

    return _page(now, ask)


def messenger(now: Skewed) -> Place:
    people = iter(range(70_000_000, 80_000_000))

    def ask(server: page_model.PageModel, text: str) -> None:
        server.tick(seconds=1)
        server.message(str(next(people)), text)

    return _page(now, ask)


class _WithRelay(whatsapp_model.WhatsAppModel):
    """WhatsApp, and the relay to which it sends its web hooks."""

    relay: RelayHere

    @override
    def __exit__(self, *about: object) -> None:
        super().__exit__(*about)
        self.relay.__exit__(*about)
        shutil.rmtree(self.relay.site.parent)


def whatsapp(now: Skewed) -> Place:
    relay = RelayHere(Path(tempfile.mkdtemp()))
    server = _WithRelay(relay.__enter__(), now)
    people = iter(range(31_610_000_000, 31_700_000_000))
    secrets = {"app_secret": APP_SECRET, "relay_secret": READ_SECRET}

    def ask(text: str) -> None:
        number = next(people)
        person = {"wa_id": str(number), "user_id": f"NL.{number}", "profile": {"name": "Klant"}}
        told = server.message(text, str(number), from_user_id=f"NL.{number}")
        server.hook(messages=[told], contacts=[person])

    return Place(
        server,
        lambda url: whatsapp_model.NUMBER,
        {"token": meta_model.TOKEN, **secrets},
        lambda url: {"server": url, "phone_id": whatsapp_model.PHONE_ID, "relay": relay.url},
        ask,
        lambda: json.dumps(server.sent),
    )


class _Renews(google_model.GoogleModel):
    """Google that renews a token for who asks."""

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        if path == google_model.TOKEN_PATH:
            told = {"access_token": google_model.TOKEN, "expires_in": 3600, "token_type": "Bearer"}
            self._tell(connection, path, 200, json.dumps(told).encode())
        else:
            super()._answer(connection, path)


class _YouTube(_Renews, youtube_model.YouTubeModel):
    """A channel whose owner stays signed in."""


class _Reviews(_Renews, reviews_model.ReviewsModel):
    """A business whose owner stays signed in."""


GOOGLE_SECRETS = {OAUTH_TOKEN: google_model.STORED, CLIENT_SECRET: "geheim-van-het-project"}


def _google_values(url: str) -> dict[str, str]:
    return {
        "server": url,
        "oauth-client-id": "balie-test",
        "oauth-authorize-url": f"{url}/authorize",
        "oauth-token-url": f"{url}{google_model.TOKEN_PATH}",
    }


def youtube(now: Skewed) -> Place:
    server = _YouTube(now())
    server.limit = 10**9

    def tick() -> None:
        server.now = max(server.now, now())

    return Place(
        server,
        lambda url: "@winkel",
        GOOGLE_SECRETS,
        lambda url: {"channel": youtube_model.SHOP, **_google_values(url)},
        lambda text: server.write(youtube_model.ANNA, text),
        lambda: json.dumps([one for some in server.replies.values() for one in some]),
        tick,
    )


def google(now: Skewed) -> Place:
    server = _Reviews(now())

    def tick() -> None:
        server.now = max(server.now, now())

    return Place(
        server,
        lambda url: "winkel@gmail.example",
        GOOGLE_SECRETS,
        lambda url: {"address": "winkel@gmail.example", **_google_values(url)},
        server.write,
        lambda: json.dumps([one.get("reviewReply") for one in server.reviews.values()]),
        tick,
    )


def x(now: Skewed) -> Place:
    server = x_model.XModel()

    def tick() -> None:
        server.clock = max(server.clock, now())

    def answers() -> str:
        return json.dumps([one for one in server.posts if one["author_id"] == x_model.ME])

    tick()
    return Place(
        server,
        lambda url: x_model.HANDLE,
        {OAUTH_TOKEN: server.token()},
        lambda url: {"server": url, "client_id": "app-1", "cap": "1000"},
        lambda text: server.post(f"@winkel {text}"),
        answers,
        tick,
    )


def trustpilot(now: Skewed) -> Place:
    server = trustpilot_model.TrustpilotModel(now)
    return Place(
        server,
        lambda url: "winkel.nl",
        {"key": trustpilot_model.KEY, "secret": trustpilot_model.SECRET},
        lambda url: {"server": url, "user": trustpilot_model.USER, "unit": trustpilot_model.UNIT},
        lambda text: server.add(text, now()),
        lambda: json.dumps([one["companyReply"] for one in server.reviews]),
    )


PLACES: Mapping[str, Callable[[Skewed], Place]] = {
    "telegram": telegram,
    "mastodon": mastodon,
    "bluesky": bluesky,
    "kiyoh": kiyoh,
    "rss": rss,
    "sms": sms,
    "whatsapp_twilio": whatsapp_twilio,
    "instagram": instagram,
    "facebook": facebook,
    "messenger": messenger,
    "whatsapp": whatsapp,
    "youtube": youtube,
    "google": google,
    "x": x,
    "trustpilot": trustpilot,
}
"""Kinds that the storm goes over; others have storm_place in tests/channels/test_KIND.py."""

ELSEWHERE: Mapping[str, str] = {
    "email": "IMAP and SMTP have storms of their own: tests/channels/test_email_imap_random.py, "
    "test_email_smtp.py, tests/e2e/test_crashes.py",
}
"""Kinds that no storm of web requests can reach, and where they are tried."""
