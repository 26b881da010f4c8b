"""What adapters share: reading JSON of which nothing is taken for granted."""

from datetime import UTC, datetime

import pytest

from app.models.rules.errors import InvalidValueError
from app.services.channels.api import AccountSettings, Json
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    ProtocolChanged,
    TargetGone,
    Transient,
)
from app.services.channels.kit import (
    Node,
    answered,
    fingerprint,
    had,
    secret,
    server_address,
    setting,
    sign_in_ends,
    tell_sign_in_ends,
    versioned,
)
from app.services.channels.registry import Channels
from app.services.storage.credentials import NewSecrets

ACCOUNT = AccountSettings(1, "winkel", "De Winkel", {"server": "", "location": 7})


def test_what_is_missing_reads_as_empty() -> None:
    node = Node.of(
        b'{"a": {"b": [1, "2", null]}, "t": "x\\u0000y\\ud800", "yes": "true", "n": 1.5}'
    )
    assert [one.number for one in node["a"]["b"]] == [1, 2, None]
    assert node["t"].text == "xy?"
    assert node["yes"].is_true
    assert (node["n"].number, node["n"].text) == (None, "1.5")
    assert not node["a"]["c"]["d"]
    assert list(node["t"]) == []
    assert Node(True).text == ""
    assert node["a"].raw == {"b": [1, "2", None]}
    assert Node({"b": 1, "a": "é"}).bytes() == '{"a": "é", "b": 1}'.encode()


def test_moments_are_aware() -> None:
    at = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    for told in ("2026-11-27T09:00:00Z", "2026-11-27T10:00:00+01:00", "2026-11-27T09:00:00"):
        assert Node(told).moment() == at
    assert Node(int(at.timestamp())).moment() == at
    assert Node(str(int(at.timestamp()))).moment() == at
    for nonsense in ("", "gisteren", "9" * 40):
        with pytest.raises(ValueError, match=nonsense or None):
            Node(nonsense).moment()


def test_what_is_needed_is_insisted_on() -> None:
    assert Node({"id": 7}).need("id") == "7"
    with pytest.raises(ValueError, match="id"):
        Node({}).need("id")
    with pytest.raises(ProtocolChanged):
        answered(Node({}), "data", "server")
    assert [one.text for one in answered(Node({"data": ["a"]}), "data", "server")] == ["a"]
    assert secret(NewSecrets({"token": "x"}), "token", ACCOUNT) == "x"
    with pytest.raises(AuthExpired):
        secret(NewSecrets({}), "token", ACCOUNT)
    assert setting(ACCOUNT, "server", "https://x") == "https://x"
    assert setting(ACCOUNT, "location") == "7"


def test_versions_have_names_of_their_own() -> None:
    assert versioned("7", "") == "7"
    assert versioned("7", "2") == "7@2"
    assert fingerprint("a", "b") != fingerprint("ab")


def test_secrets_go_to_safe_servers_only() -> None:
    assert server_address(" Bsky.Social ") == "https://bsky.social"
    assert server_address("https://a.nl:8443/weg") == "https://a.nl:8443"
    assert server_address("http://[::1]:80") == "http://[::1]:80"
    for told in ("http://bsky.social", "ftp://a.nl", "https://", "https://a:b", "a b"):
        with pytest.raises(InvalidValueError):
            server_address(told)
    bluesky = Channels()["bluesky"]
    with pytest.raises(InvalidValueError):
        bluesky.discover({"handle": "winkel.test", "server": "http://pds.example"})


def test_a_file_is_waited_for_as_long_as_it_may_come() -> None:
    def failing(error: ChannelError) -> bytes:
        raise error

    assert had(lambda: b"a", waits=True) == b"a"
    assert had(lambda: failing(TargetGone(server="s", what="a")), waits=True) is None
    passing = Transient(server="s", detail="HTTP 503")
    with pytest.raises(Transient):
        had(lambda: failing(passing), waits=True)
    assert had(lambda: failing(passing), waits=False) is None


def test_the_end_of_a_sign_in_is_kept() -> None:
    box = NewSecrets({})
    assert sign_in_ends(box.get) is None
    tell_sign_in_ends(box, datetime(2026, 12, 1, 9, tzinfo=UTC))
    assert sign_in_ends(box.get) == datetime(2026, 12, 1, 9, tzinfo=UTC)
    tell_sign_in_ends(box, None)
    assert sign_in_ends(box.get) is None


@pytest.mark.parametrize(
    ("token", "ends"),
    [
        ('{"refresh_ends_at": 1796115600.0}', datetime(2026, 12, 1, 9, tzinfo=UTC)),
        ('{"refresh_ends_at": null}', None),
        ("[]", None),
        ("{", None),
    ],
)
def test_a_sign_in_by_browser_tells_until_when_it_is_renewed(
    token: str, ends: datetime | None
) -> None:
    assert sign_in_ends(NewSecrets({"oauth_token": token}).get) == ends


def test_a_damaged_end_is_none() -> None:
    assert sign_in_ends(NewSecrets({"sign_in_ends": "morgen"}).get) is None


def test_what_was_filled_in_comes_back_without_secrets() -> None:
    kind = Channels()["mastodon"]
    values: dict[str, Json] = {"user": "a@b.example", "token": "x", "server": "b", "_limits": {}}
    account = AccountSettings(1, "a@b.example", "", values)
    assert kind.filled_in(account) == {"user": "a@b.example", "server": "b"}
