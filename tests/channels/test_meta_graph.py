"""Meta's Graph: tokens, pages, what refusals mean, throttles, signatures, against a model of it."""

import hashlib
import hmac
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from typing_extensions import override

from app.models.rules.errors import InvalidValueError
from app.services.channels.api import AccountSettings
from app.services.channels.errors import (
    AccountRestricted,
    AlreadyReplied,
    AuthExpired,
    ChannelError,
    InvalidContent,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
    Transient,
    WindowClosed,
)
from app.services.channels.kit import Node
from app.services.channels.meta.common import is_signed, last_part, version_of
from app.services.channels.meta.graph import PARKED, Graph
from app.services.channels.meta.refusals import Asked, Refusal, meaning
from app.services.storage.credentials import NewSecrets
from tests.servers.meta_model import TOKEN, VERSION, GraphModel, GraphRefusal, Json, Request

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Things(GraphModel):
    """A Graph of numbered things; writing makes one more."""

    def __init__(self) -> None:
        super().__init__(NOW)
        self.things: list[Json | None] = []
        self.refusal: GraphRefusal | None = None

    @override
    def handle(self, request: Request) -> Json:
        if self.refusal:
            raise self.refusal
        if request.method == "POST":
            self.things.append({"id": self.new_id(), **request.form})
            return {"id": self.things[-1]["id"]}  # type: ignore[index]
        if request.parts == ("things",):
            return self.listed(request, self.things)  # type: ignore[arg-type]
        if request.parts == ("circle",):
            self.things = [{"id": "1"}] * 3
            told = self.listed(request, self.things)  # type: ignore[arg-type]
            told["paging"]["next"] = f"{self.url}/{VERSION}/circle?after=1&access_token={TOKEN}"
            return told
        return {"id": "-".join(request.parts), "at": self.at(self.now)}


@pytest.fixture
def server() -> Iterator[Things]:
    with Things() as server:
        yield server


@pytest.fixture
def graph(server: Things) -> Iterator[Graph]:
    account = AccountSettings(1, "12", "De Winkel", {"server": server.url, "version": VERSION})
    graph = Graph.of(account, NewSecrets({"token": TOKEN}), lambda: server.now)
    yield graph
    graph.close()


def test_the_token_goes_in_the_header(server: Things, graph: Graph) -> None:
    assert graph.get("/me")["id"].text == "me"
    assert graph.get("/me")["at"].moment() == NOW
    assert TOKEN not in server.asked[0].target
    assert server.asked[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_where_the_header_is_not_seen_the_token_goes_as_a_parameter(
    server: Things, graph: Graph
) -> None:
    server.token_ways = {"query"}
    assert graph.write("/things", form={"message": "Hoi"})["id"]
    graph.get("/me")
    assert len(server.things) == 1
    assert ["authorization" in one.headers for one in server.asked] == [True, False, False]
    server.token_ways = set()
    with pytest.raises(AuthExpired):
        graph.get("/me")


def test_a_path_that_is_not_known_is_not_the_tokens_fault(server: Things, graph: Graph) -> None:
    server.refusal = GraphRefusal(2500, 0, "Unknown path components: /tagged")
    with pytest.raises(ProtocolChanged):
        graph.get("/me")
    assert len(server.asked) == 1


def test_a_token_is_renewed_outside_the_versions(server: Things, graph: Graph) -> None:
    assert graph.get("/refresh_access_token", bare=True)["id"].text == "refresh_access_token"
    assert server.asked[0].target.startswith("/refresh_access_token?access_token=")
    assert "authorization" not in server.asked[0].headers


def test_a_list_is_read_past_empty_parts(server: Things, graph: Graph) -> None:
    server.things = [{"id": "1"}, {"id": "2"}, None, None, {"id": "5"}]
    parts = list(graph.pages("/things", {"limit": "2", "fields": "id"}))
    assert [[one["id"].text for one in part] for part in parts] == [["1", "2"], [], ["5"]]
    assert not [one for one in server.asked if TOKEN in one.target]
    assert {one.query["fields"] for one in server.requests} == {"id"}


def test_a_list_that_goes_round_is_no_list(graph: Graph) -> None:
    with pytest.raises(ProtocolChanged):
        list(graph.pages("/circle"))


def test_an_answer_without_a_list_is_told(server: Things, graph: Graph) -> None:
    with pytest.raises(ProtocolChanged):
        graph.page("/me")
    server.fault = "nonsense"
    with pytest.raises(ProtocolChanged):
        graph.get("/me")


@pytest.mark.parametrize(
    ("code", "subcode", "expected"),
    [
        *[(190, one, AuthExpired) for one in (0, 458, 459, 460, 463, 464, 467)],
        (102, 0, AuthExpired),
        (190, 492, PermissionMissing),
        *[(one, 0, PermissionMissing) for one in (3, 10, 200, 230, 299, 1705)],
        (10, 2018278, WindowClosed),
        (10, 2534022, WindowClosed),
        (10, 1893063, AccountRestricted),
        (100, 0, InvalidContent),
        (100, 33, TargetGone),
        (803, 0, TargetGone),
        (551, 0, RecipientUnavailable),
        (551, 1545041, RecipientUnavailable),
        (200, 2018108, RecipientUnavailable),
        (368, 0, AccountRestricted),
        *[(one, 0, RateLimited) for one in (4, 17, 32, 613, 80001, 80002, 80007)],
        (1, 0, Transient),
        (2, 0, Transient),
        (4711, 0, ProtocolChanged),
    ],
)
def test_codes_have_their_class(
    server: Things, graph: Graph, code: int, subcode: int, expected: type[ChannelError]
) -> None:
    server.refusal = GraphRefusal(code, subcode)
    with pytest.raises(ChannelError) as caught:
        graph.get("/me")
    assert type(caught.value) is expected


@pytest.mark.parametrize("refusal", [GraphRefusal(1), GraphRefusal(2, status=500),
                                     GraphRefusal(4711, is_transient=True),
                                     GraphRefusal(4711, status=503)])  # fmt: skip
def test_a_failure_of_metas_own_leaves_a_message_unknown(
    server: Things, graph: Graph, refusal: GraphRefusal
) -> None:
    server.refusal = refusal
    with pytest.raises(Transient):
        graph.get("/me")
    with pytest.raises(Transient):
        graph.store("/photos", files={"source": ("a.png", b"x", "image/png")})
    with pytest.raises(OutcomeUnknown):
        graph.write("/things")


def test_a_lost_or_empty_answer_leaves_a_message_unknown(server: Things, graph: Graph) -> None:
    server.cut = True
    with pytest.raises(OutcomeUnknown):
        graph.write("/things", body={"text": "Hoi"})
    server.no_id = True
    with pytest.raises(OutcomeUnknown):
        graph.write("/things", body={"text": "Hoi"})
    assert not graph.write("/things", gives="", body={"text": "Hoi"})["id"]
    server.fault = "nonsense"
    with pytest.raises(OutcomeUnknown):
        graph.write("/things")
    assert len(server.things) == 4


def test_nothing_is_asked_while_meta_throttles(server: Things, graph: Graph) -> None:
    regain = {"12": [{"type": "pages", "call_count": 100, "estimated_time_to_regain_access": 45}]}
    server.headers = {"X-Business-Use-Case-Usage": json.dumps(regain)}
    server.fault = "busy"
    for _ in range(3):
        with pytest.raises(RateLimited) as caught:
            graph.get("/me")
        assert caught.value.retry_at == NOW + timedelta(minutes=45)
    assert len(server.asked) == 1
    assert graph.rate is not None
    assert graph.rate.reset_at == NOW + timedelta(minutes=45)
    server.fault, server.headers = "", {}
    server.tick(minutes=45)
    assert graph.get("/me")["id"]


def test_a_throttle_without_a_time_rests_half_an_hour(server: Things, graph: Graph) -> None:
    server.refusal = GraphRefusal(613)
    with pytest.raises(RateLimited) as caught:
        graph.write("/things")
    assert caught.value.retry_at == NOW + PARKED


@pytest.mark.parametrize(
    ("used", "left", "minutes"), [(10, 90, 3), (74, 26, 3), (80, 20, 12), (120, 0, 30)]
)
def test_a_full_allowance_slows_down(
    server: Things, graph: Graph, used: int, left: int, minutes: int
) -> None:
    usage = {"call_count": 1, "total_cputime": used, "total_time": 3}
    server.headers = {"X-App-Usage": json.dumps(usage), "X-Business-Use-Case-Usage": "{"}
    assert graph.pace(timedelta(minutes=3)) == timedelta(minutes=3)
    graph.get("/me")
    assert graph.rate is not None
    assert (graph.rate.limit, graph.rate.remaining) == (100, left)
    assert graph.pace(timedelta(minutes=3)) == timedelta(minutes=minutes)


def test_the_token_is_seen_nowhere(
    server: Things, graph: Graph, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    other = "EAAveryOtherToken99"
    for refusal in (GraphRefusal(100, 0, f"Bad {TOKEN}"), GraphRefusal(200, 0, f"No {other}")):
        server.refusal = refusal
        with pytest.raises(ChannelError) as caught:
            graph.get("/me", bare=True)
        seen = f"{caught.value} {caught.value.params} {caught.value.__cause__!r} {graph!r}"
        assert TOKEN not in seen
        assert other not in seen
    assert TOKEN not in caplog.text


def test_a_channel_may_know_more_codes() -> None:
    asked = Asked("server", "winkel", NOW, "anna", writes=True)
    refusal = Refusal.of(Node({"code": 10900, "message": "Activity already replied to"}))
    assert refusal is not None
    assert meaning(refusal, asked) is None
    assert isinstance(meaning(refusal, asked, {10900: AlreadyReplied}), AlreadyReplied)
    assert Refusal.of(Node({"message": "without a code"})) is None


def test_a_signature_is_of_the_very_bytes() -> None:
    body = b'{"object":"page"}'
    made = hmac.new(b"geheim", body, hashlib.sha256).hexdigest()
    assert is_signed(body, f"sha256={made}", "geheim")
    assert not is_signed(body + b" ", f"sha256={made}", "geheim")
    assert not is_signed(body, f"sha256={made}", "")
    assert not is_signed(body, "sha256=é", "geheim")


def test_both_forms_of_an_id_are_one() -> None:
    assert last_part("12_98765") == last_part("98765") == "98765"


def test_a_version_is_one_of_meta() -> None:
    assert (version_of(""), version_of(" V25.0 ")) == ("v26.0", "v25.0")
    with pytest.raises(InvalidValueError):
        version_of("v26.0/../me")
