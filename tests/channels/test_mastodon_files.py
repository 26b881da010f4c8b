"""Files that come with a mention on Mastodon."""

from datetime import timedelta
from threading import Event

import pytest

from app.services.channels.api import Attachment, Budget
from app.services.channels.errors import ProtocolChanged, Transient
from app.services.channels.mastodon import files
from app.services.channels.mastodon.channel import MastodonChannel
from tests.channels import test_mastodon as mastodon
from tests.channels.contract import fetch, fetch_all
from tests.channels.test_mastodon import mentions, parsed
from tests.servers.mastodon_model import BERT, SHOP, MastodonModel

server, platform, channel = mastodon.server, mastodon.platform, mastodon.channel
PNG = Attachment("55.png", "image/png", b"PNG/media/55.png")


def test_a_picture_comes_in_with_its_mention(
    server: MastodonModel,
    channel: MastodonChannel,
) -> None:
    server.write(BERT, "@winkel kapot!", media=("55", "56"), words="de as is gebroken")
    (message,) = mentions(channel)
    assert message.attachments[0] == PNG
    assert [one.name for one in message.attachments] == ["55.png", "56.png"]
    assert message.text == "kapot!\n[de as is gebroken]\n[de as is gebroken]"


def test_a_file_that_is_gone_leaves_its_address(
    server: MastodonModel,
    channel: MastodonChannel,
) -> None:
    server.files_gone = True
    server.write(BERT, "@winkel kapot!", media=("55",))
    (item,), _ = fetch_all(channel, "mentions")
    assert item.problem == "no_file"
    message = parsed(item)
    assert message.attachments == ()
    assert message.text == "kapot!\n[image]"
    first = message.fingerprint
    server.files_gone = False
    assert mentions(channel)[0].fingerprint == first


def test_a_fault_that_may_pass_holds_up_a_young_one_only(
    server: MastodonModel,
    channel: MastodonChannel,
) -> None:
    server.files_down = True
    server.write(BERT, "@winkel kapot!", media=("55",))
    with pytest.raises(Transient):
        fetch(channel, "mentions")
    server.now += timedelta(hours=2)
    (message,) = mentions(channel)
    assert message.attachments == ()


def test_a_file_that_is_too_large_stays_there(
    server: MastodonModel,
    channel: MastodonChannel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "LARGEST", 5)
    server.write(BERT, "@winkel kapot!", media=("55",))
    (item,), _ = fetch_all(channel, "mentions")
    assert (item.problem, parsed(item).attachments) == ("no_file", ())


@pytest.mark.parametrize(
    "where", ["http://voorbeeld.example", "https://localhost", "https://10.0.0.1", "file://"]
)
def test_nothing_is_asked_within_the_firm(
    server: MastodonModel,
    channel: MastodonChannel,
    where: str,
) -> None:
    server.files_at = where
    server.write(BERT, "@winkel kijk", media=("55",))
    (item,), _ = fetch_all(channel, "mentions")
    assert item.problem == "no_file"
    with pytest.raises(ProtocolChanged):
        channel._line.file(f"{where}/media/55.png", 100)


def test_old_ones_and_our_own_are_not_fetched(
    server: MastodonModel,
    channel: MastodonChannel,
) -> None:
    server.write(BERT, "@winkel toen", media=("55",))
    server.write(SHOP, "@bert zo", media=("56",))
    server.now += timedelta(days=8)
    assert [item.history for item in fetch_all(channel, "mentions")[0]] == [True]
    assert len(fetch_all(channel, "statuses")[0]) == 1
    assert server.given == []


def test_large_files_end_a_fetch_early(
    server: MastodonModel,
    channel: MastodonChannel,
) -> None:
    for number in range(4):
        server.write(BERT, f"@winkel {number}", media=(str(number),))
    seen, cursor, more = [], None, True
    while more:
        result = channel.fetch("mentions", cursor, Budget(size=1), Event())
        assert len(result.items) <= 1
        seen += [parsed(item).text for item in result.items]
        cursor, more = result.cursor, result.more
    assert seen == ["0", "1", "2", "3"]


def test_a_changed_status_brings_its_files_again(
    server: MastodonModel,
    channel: MastodonChannel,
) -> None:
    made = server.write(BERT, "@winkel kapot", media=("55",))
    _, cursor = fetch_all(channel, "mentions")
    server.edit(made["id"], "@winkel toch niet")
    (item,), _ = fetch_all(channel, "mentions", cursor)
    assert (parsed(item).text, parsed(item).attachments) == ("toch niet", (PNG,))
