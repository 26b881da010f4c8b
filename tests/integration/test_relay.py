"""The relay that the owner hosts: one contract, kept by the PHP and by the Python file."""

import hashlib
import hmac
import http.client
import json
import os
import random
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from app.services.channels.api import AccountSettings, Budget, Cursor, RawItem
from app.services.channels.meta import relay_reading
from app.services.channels.meta.relay import OtherAppSecret, Record, Relay, RelaySecretRefused
from app.services.channels.meta.relay_reading import Makes, Place
from tests.channels.email_accounts import Secrets
from tests.effort import repeated
from tests.servers.relay import APP_SECRET, FILES, READ_SECRET, RelayServer, bodies, signature

Starts = Callable[..., RelayServer]


@pytest.fixture(params=list(FILES))
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Starts]:
    with ExitStack() as stack:

        def begin(**values: str | int) -> RelayServer:
            return stack.enter_context(RelayServer(request.param, tmp_path, **values))

        yield begin


def test_meta_shakes_hands_and_a_browser_sees_it_is_there(start: Starts) -> None:
    relay = start()
    assert relay.shake_hands() == (200, b"11592<b>")
    status, body = relay.shake_hands("ander woord")
    assert status == 403
    assert b"11592" not in body
    status, _, body = relay.ask("GET", f"/{FILES[relay.kind]}")
    assert status == 200
    assert b"Balie relay: ready" in body
    assert relay.ask("DELETE", f"/{FILES[relay.kind]}")[0] == 405


def test_it_does_nothing_before_it_is_filled_in(start: Starts) -> None:
    for values in ({"READ_SECRET": "CHANGE-ME: lang woord"}, {"VERIFY_TOKEN": ""}):
        relay = start(**values)
        assert relay.shake_hands("")[0] == 503
        assert relay.deliver(b"{}") == 503
        assert b"three values" in relay.ask("GET", f"/{FILES[relay.kind]}")[2]


def test_a_webhook_is_kept_byte_for_byte(start: Starts, tmp_path: Path) -> None:
    relay = start()
    odd = [b'{"a": "\\ud83d\\udc4d"}', "é €\r\n 👍 \0".encode(), b"\xff\xfe<?php echo 1; ?>", b""]
    for body in odd:
        assert relay.deliver(body) == 200
    told = relay.read(nonce="0a1b")
    assert bodies(told) == odd
    assert [record["seq"] for record in told["records"]] == [1, 2, 3, 4]
    first = told["records"][0]
    assert first["headers"] == {"x-hub-signature-256": signature(odd[0])}
    assert abs(time.mktime(time.strptime(first["received_at"], "%Y-%m-%dT%H:%M:%SZ"))
               - time.mktime(time.gmtime())) < 60  # fmt: skip
    proof = hmac.new(APP_SECRET.encode(), b"balie-relay:0a1b", hashlib.sha256).hexdigest()
    assert (told["relay"], told["last"], told["more"], told["full"]) == (1, 4, False, "")
    assert told["proof"] == proof
    assert [record["seq"] for record in relay.read(2)["records"]] == [3, 4]
    assert relay.data.stat().st_mode & 0o077 == 0
    assert not list(relay.site.glob("balie-relay-data*"))


def test_what_meta_did_not_sign_is_refused(start: Starts) -> None:
    relay = start()
    for signed in ("", signature(b"{}", "ander geheim"), signature(b"x")[7:], "sha256=", "é"):
        assert relay.deliver(b"{}", signed) == 403
    assert relay.read()["records"] == []


def test_only_the_one_with_the_secret_reads_and_acks(start: Starts) -> None:
    relay = start()
    relay.deliver(b"{}")
    store = relay.read()["store"]
    for secret in ("", READ_SECRET[:-1], READ_SECRET + "x", "\xe9"):
        assert relay.talk("GET", {"after": "0", "reader": "een"}, secret) == (
            403, {"error": "secret"},
        )  # fmt: skip
        query = {"ack": "1", "reader": "een", "store": store}
        assert relay.talk("POST", query, secret)[0] == 403
    for reader in ("", "a b", "../x", "x" * 65, "een\n"):
        assert relay.talk("GET", {"after": "0", "reader": reader})[0] == 400
    assert len(relay.read()["records"]) == 1


def test_nothing_is_deleted_before_all_readers_have_it(start: Starts) -> None:
    relay = start()
    for number in range(3):
        relay.deliver(b"%d" % number)
    assert len(relay.read(0, "twee")["records"]) == 3
    assert relay.ack(2) == 200
    assert len(relay.read(0)["records"]) == 3
    assert relay.ack(1, "twee") == 200
    assert bodies(relay.read(0)) == [b"1", b"2"]
    assert relay.ack(99, "twee") == 200
    assert relay.ack(1) == 200  # a late, smaller word changes nothing
    assert bodies(relay.read(0)) == [b"2"]


def test_a_reader_that_stays_away_for_long_holds_nothing_up(start: Starts) -> None:
    relay = start()
    relay.read(0, "weg")
    relay.deliver(b"een")
    assert relay.ack(1) == 200
    assert bodies(relay.read(0)) == [b"een"]
    _make_old(relay, "weg")
    assert relay.deliver(b"twee") == 200
    assert bodies(relay.read(0)) == [b"twee"]
    _make_old(relay, "weg", "een")
    assert relay.deliver(b"drie") == 200  # nobody is left, so nothing may go
    assert bodies(relay.read(0, "nieuw")) == [b"twee", b"drie"]


def _make_old(relay: RelayServer, *readers: str) -> None:
    path = relay.data / "state.php"
    guard, _, told = path.read_text().partition("\n")
    state = json.loads(told)
    for reader in readers:
        state["readers"][reader]["seen"] -= 31 * 86400
    path.write_text(f"{guard}\n{json.dumps(state)}")


def test_numbers_never_come_back(start: Starts, tmp_path: Path) -> None:
    relay = start()
    relay.deliver(b"a")
    relay.deliver(b"b")
    relay.ack(2)
    again = start()
    again.deliver(b"c")
    told = again.read(2)
    assert [record["seq"] for record in told["records"]] == [3]
    shutil.rmtree(again.data)
    again.deliver(b"d")
    new = again.read(3, store=told["store"])
    assert new["store"] != told["store"]
    assert bodies(new) == [b"d"]
    assert again.ack(3, store=told["store"]) == 409
    assert bodies(again.read()) == [b"d"]


def test_large_backlogs_come_in_parts(start: Starts) -> None:
    relay = start()
    sent = [bytes([65 + number]) * 900_000 for number in range(4)]
    for body in sent:
        assert relay.deliver(body) == 200
    first = relay.read()
    assert first["more"]
    second = relay.read(first["records"][-1]["seq"])
    assert not second["more"]
    assert bodies(first) + bodies(second) == sent


@pytest.mark.parametrize("cap", [{"MAX_RECORDS": 2}, {"MAX_BYTES": 400}])
def test_when_full_it_says_so_and_goes_on_after_an_ack(start: Starts, cap: dict[str, int]) -> None:
    relay = start(**cap)
    assert [relay.deliver(b"x" * 50) for _ in range(3)] == [200, 200, 503]
    told = relay.read()
    assert told["full"] == "too much is waiting"
    assert len(told["records"]) == 2
    relay.ack(2)
    assert relay.deliver(b"y") == 200
    assert bodies(relay.read()) == [b"y"]


def test_a_body_that_is_too_large_is_refused(start: Starts) -> None:
    relay = start(MAX_BODY=1000)
    assert relay.deliver(b"x" * 1001) == 413
    assert relay.deliver(b"x" * 1000) == 200


def test_old_and_unread_refuses_new_ones(start: Starts) -> None:
    relay = start()
    relay.deliver(b"oud")
    old = time.time() - 31 * 86400
    os.utime(relay.data / "000000000001.php", (old, old))
    assert relay.deliver(b"nieuw") == 503
    assert "30 days" in relay.read()["full"]
    assert bodies(relay.read()) == [b"oud"]


def test_a_crash_in_the_middle_leaves_all_readable(start: Starts) -> None:
    relay = start()
    relay.deliver(b"een")
    (relay.data / "writing.php").write_bytes(b"<?php half")
    (relay.data / "000000000002.php").write_bytes(b"beschadigd")
    (relay.data / "state.php").write_bytes(b"")
    relay.deliver(b"drie")
    told = relay.read()
    assert [record["seq"] for record in told["records"]] == [1, 2, 3]
    assert bodies(told) == [b"een", b"beschadigd", b"drie"]
    assert told["records"][1]["headers"] in ({}, [])


def test_nothing_that_is_kept_is_served(start: Starts, tmp_path: Path) -> None:
    relay = start(FOLDER=str(tmp_path / "www" / "balie-relay-data"))
    relay.deliver(b"geheim bericht")
    relay.read()
    folder = relay.site / "balie-relay-data"
    assert (folder / ".htaccess").read_text().startswith("Require all denied")
    names = sorted(path.name for path in folder.iterdir())
    assert names == [".htaccess", "000000000001.php", "lock.php", "state.php"]
    if relay.kind == "php":
        for name in names[1:]:
            status, _, body = relay.ask("GET", f"/balie-relay-data/{name}")
            assert (status, body) in {(404, b""), (200, b"")}


def balie(server: RelayServer, box: Secrets | None = None) -> Relay:
    """Return the relay as Balie reads it."""
    account = AccountSettings(1, "31201234567", "Winkel", {"relay": server.url})
    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    secrets = box or Secrets(app_secret=APP_SECRET, relay_secret=READ_SECRET)
    return Relay(account, secrets, lambda: now, "whatsapp:1")


def test_balie_reads_it_and_lets_it_go(start: Starts) -> None:
    server = start()
    hook = b'{"object": "whatsapp_business_account", "naam": "\xc3\xa9 \xf0\x9f\x91\x8d"}'
    server.deliver(hook)
    server.deliver(b"geen json")
    box = Secrets(app_secret=APP_SECRET, relay_secret=READ_SECRET)
    relay = balie(server, box)

    def split(record: Record, place: Place) -> list[Makes]:
        item = RawItem(record.hook.need("naam"), "messages", record.received_at, record.body)
        return [lambda: item]

    first = relay_reading.fetch(relay, "messages", None, Budget(), Event(), split)
    assert [item.external_id for item in first.items] == ["é 👍", first.items[1].external_id]
    assert (first.items[0].data, first.items[1].problem) == (hook, "no_json")
    assert server.numbers() == [1, 2]
    second = relay_reading.fetch(relay, "messages", first.cursor, Budget(), Event(), split)
    assert (second.items, second.more, server.numbers()) == ([], False, [])
    shutil.rmtree(server.data)
    server.deliver(hook)
    third = relay_reading.fetch(relay, "messages", second.cursor, Budget(), Event(), split)
    assert [item.data for item in third.items] == [hook]
    box["relay_secret"] = "verkeerd"
    with pytest.raises(RelaySecretRefused):
        relay.read()
    box |= {"relay_secret": READ_SECRET, "app_secret": "anders"}
    with pytest.raises(OtherAppSecret):
        relay.read()
    relay.close()


@repeated
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_or_twice_whatever_ends_in_the_middle(start: Starts, seed: int) -> None:
    dice = random.Random(seed)
    server = start()
    sent: set[str] = set()
    stored: list[str] = []
    cursor: Cursor | None = None
    relay = balie(server)

    def deliver() -> None:
        names = [f"m{len(sent) + number}" for number in range(dice.randint(1, 4))]
        sent.update(names)
        body = json.dumps({"names": names}).encode()
        for _ in range(dice.choice((1, 1, 2))):  # Meta may send it twice
            assert server.deliver(body) == 200

    def fetched(budget: Budget) -> bool:
        nonlocal cursor, relay
        result = relay_reading.fetch(relay, "messages", cursor, budget, Event(), names_in)
        if dice.random() < 0.3:  # ended before it was stored
            relay.close()
            relay = balie(server)
            return True
        stored.extend({item.external_id for item in result.items} - set(stored))
        cursor = result.cursor
        return result.more or bool(result.items)

    for _ in range(40):
        if dice.random() < 0.5:
            deliver()
        else:
            fetched(Budget(items=dice.randint(1, 5)))
    while fetched(Budget()):
        continue
    fetched(Budget())
    relay_reading.fetch(relay, "messages", cursor, Budget(), Event(), names_in)
    assert sorted(stored) == sorted(sent)
    assert server.numbers() == []
    relay.close()


def names_in(record: Record, place: Place) -> list[Makes]:
    return [
        partial(RawItem, name.text, "messages", record.received_at, b"")
        for name in record.hook["names"]
    ]


def test_what_was_answered_survives_a_sudden_end(start: Starts) -> None:
    server = start()
    kept: list[bytes] = []
    writers = [
        threading.Thread(target=deliver_to_the_end, args=(server, part, kept)) for part in range(4)
    ]
    for writer in writers:
        writer.start()
    while len(kept) < 40:
        time.sleep(0.005)
    server.kill()
    for writer in writers:
        writer.join(20)
    again = start()
    found: list[bytes] = []
    told = again.read()
    while told["records"]:
        found += bodies(told)
        told = again.read(told["records"][-1]["seq"])
    assert set(kept) <= set(found)
    assert len(found) == len(set(found))


def deliver_to_the_end(server: RelayServer, part: int, kept: list[bytes]) -> None:
    with suppress(OSError, http.client.HTTPException):
        for number in range(400):
            body = f"bericht {part}.{number}".encode()
            if server.deliver(body) == 200:
                kept.append(body)


def test_without_a_place_to_keep_it_meta_has_to_try_again(start: Starts) -> None:
    server = start(FOLDER="/dev/null/balie")
    assert server.deliver(b"{}") == 500
    assert server.shake_hands()[0] == 200
    status, told = server.talk("GET", {"after": "0", "reader": "een"})
    assert (status, told["error"]) == (500, "storage")


def test_many_at_once_lose_nothing(start: Starts) -> None:
    relay = start()
    sent = [f"bericht {number}".encode() for number in range(80)]
    status: list[int] = []

    def deliver(part: int) -> None:
        status.extend(relay.deliver(body) for body in sent[part::8])

    writers = [threading.Thread(target=deliver, args=(part,)) for part in range(8)]
    for writer in writers:
        writer.start()
    got: list[bytes] = []
    seqs = [0]
    while any(writer.is_alive() for writer in writers) or len(got) < len(sent):
        told = relay.read(seqs[-1])
        got += bodies(told)
        seqs += [record["seq"] for record in told["records"]]
        relay.ack(seqs[-1], store=told["store"])
        assert len(got) <= len(sent)
        if not told["records"] and not any(writer.is_alive() for writer in writers):
            break
    for writer in writers:
        writer.join(20)
    assert set(status) == {200}
    assert sorted(got) == sorted(sent)
    assert seqs == list(range(81))
    assert not list(relay.data.glob("0*.php"))
