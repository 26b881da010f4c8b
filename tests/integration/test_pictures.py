"""Pictures on the internet: left out, asked for when the owner wants them, from outside only."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, Person
from app.services.channels.practice import PracticeChannels
from app.services.markup import MOST_REMOTE, picture_id, show_html
from app.services.sync import pictures as internet
from app.services.tickets import inbox, pictures
from app.services.tickets.arrivals import Arrival, receive
from tests.channels.email_accounts import NOW
from tests.fakes import MONDAY, SHOP
from tests.servers.web import WebServer

PNG = b"\x89PNG\r\n\x1a\n"
LOGO = "https://winkel.example/logo.png"
HTML = f'<p>Dag</p><img src="{LOGO}" alt="logo"><img src="cid:a@b"><img src="http://x.example/p">'


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


def outside(_host: str) -> list[str]:
    return ["93.184.215.14"]


def test_they_are_left_out_and_counted() -> None:
    shown = show_html(HTML)
    assert shown.remote == (LOGO,)
    assert "winkel.example" not in shown.html
    assert "cid:a@b" in shown.html


def test_each_gets_a_place_when_wanted() -> None:
    shown = show_html(HTML, remote=True)
    assert f'src="cid:{picture_id(LOGO)}"' in shown.html
    assert "https://" not in shown.html
    assert "x.example" not in shown.html
    many = "".join(f'<img src="https://a.example/{n}">' for n in range(MOST_REMOTE + 5))
    assert len(show_html(many).remote) == MOST_REMOTE


def test_a_sender_is_trusted_and_no_longer(
    services: Services, account_id: int, arrive_html: Callable[[str], int]
) -> None:
    ticket_id = arrive_html(HTML)
    read, write = services.database.read_now, services.database.write_now
    (message,) = read(inbox.messages, ticket_id)
    assert (message.remote, message.trusted) == (1, False)
    write(pictures.trust, message.id)
    write(pictures.trust, message.id)
    (message,) = read(inbox.messages, ticket_id)
    assert message.trusted
    again = read(inbox.messages, arrive_html(HTML))
    assert again[-1].trusted
    shown = read(pictures.with_pictures, message.id)
    assert shown is not None
    assert shown.remote == (LOGO,)
    assert read(pictures.with_pictures, 999) is None
    write(pictures.trust, message.id, wanted=False)
    (message,) = read(inbox.messages, ticket_id)
    assert not message.trusted


@pytest.fixture
def arrive_html(services: Services, account_id: int) -> Callable[[str], int]:
    keys = count(1)

    def put(html: str) -> int:
        key = f"<{next(keys)}@klant.example>"
        message = InboundMessage(
            key=key,
            fingerprint=key,
            direction=Direction.IN,
            author=Person("anna@klant.example", "Anna"),
            recipients=(Person(SHOP),),
            parents=(),
            subject="Nieuwsbrief",
            text="Dag",
            html=html,
            created_at=MONDAY,
            received_at=MONDAY,
        )
        arrival = Arrival(account_id, "fake", 0, message, in_sent=False)
        return services.database.write_now(receive, arrival).ticket_id

    return put


def test_pictures_are_got(web: WebServer) -> None:
    web.pages["/a.png"] = (200, {"Content-Type": "image/png"}, PNG)
    web.pages["/b.html"] = (200, {"Content-Type": "image/png"}, b"<svg></svg>")
    web.pages["/c.png"] = (404, {}, b"")
    addresses = [f"{web.url}/{name}" for name in ("a.png", "b.html", "c.png")]
    found = internet.fetch(addresses, now=lambda: NOW, resolve=outside)
    assert found == {picture_id(addresses[0]): PNG}
    assert not {"cookie", "referer"} & {name.lower() for name in web.asked[0].headers}


def test_too_much_is_left_out(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(internet, "MOST_BYTES", 3)
    web.pages["/a"] = web.pages["/b"] = (200, {}, PNG)
    found = internet.fetch([f"{web.url}/a", f"{web.url}/b"], now=lambda: NOW, resolve=outside)
    assert len(found) == 1


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "fe80::1", "odd"]
)
def test_the_own_network_is_not_asked(web: WebServer, address: str) -> None:
    assert not internet.is_public("inside.example", lambda _host: ["93.184.215.14", address])
    assert internet.fetch([f"{web.url}/a"], now=lambda: NOW, resolve=lambda _host: [address]) == {}
    assert web.asked == []


def test_a_host_without_an_address_is_not_asked() -> None:
    def unknown(_host: str) -> Any:
        raise OSError

    assert not internet.is_public("nowhere.example", unknown)
    assert not internet.is_public("nowhere.example", lambda _host: [])
    assert not internet.is_public("localhost", internet.addresses_of)


def test_the_example_firm_asks_nobody(services: Services) -> None:
    object.__setattr__(services, "channels", PracticeChannels(services.clock.now))
    assert services.pictures([LOGO]) == {}


def test_the_program_asks_when_wanted(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(internet, "fetch", lambda addresses, *, now: {"a": b"b"})
    assert services.pictures([LOGO]) == {"a": b"b"}
