"""Reading over IMAP: what the server says, odd servers, faults, and nothing lost or doubled."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from app.services.channels.api import Budget, RawItem
from app.services.channels.email import imap_line, imap_sync
from app.services.channels.email.account import EmailChannel
from app.services.channels.email.imap_answers import (
    fetched,
    folder_name,
    folders,
    moment,
    safe_text,
    uid_set,
)
from app.services.channels.email.imap_cursor import Position, want_again
from app.services.channels.email.line import DeadlineReader, Patience
from app.services.channels.email.watch import Watcher
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    NotAllowedByPlatform,
    Offline,
    PermissionMissing,
    ProtocolChanged,
    QuotaExhausted,
    RateLimited,
    TargetGone,
    Transient,
)
from tests.channels.contract import fetch, fetch_all, ids
from tests.channels.email_accounts import (
    IMPATIENT,
    NOW,
    Secrets,
    email_type,
    long_ago,
    mail,
    model_settings,
    opened,
)
from tests.effort import repeated
from tests.servers.imap_model import MODERN, POOR, ImapModel
from tests.servers.mail import MailOptions, MailServer, MailUser, written
from tests.servers.processes import until
from tests.servers.proxy import Proxy


@pytest.fixture
def model() -> Iterator[ImapModel]:
    with ImapModel() as server:
        yield server


@pytest.fixture
def channel(model: ImapModel) -> Iterator[EmailChannel]:
    with opened(model_settings(model)) as channel:
        yield channel


@pytest.fixture
def hasty(model: ImapModel) -> Iterator[EmailChannel]:
    """A channel that gives up soon, for a server that is told not to answer."""
    with opened(model_settings(model), patience=IMPATIENT) as channel:
        yield channel


def fill(model: ImapModel, count: int, **values: datetime) -> None:
    box = model.boxes["INBOX"]
    with model.lock:
        for number in range(count):
            box.add(mail(number + len(box.mails)), **values)  # type: ignore[arg-type]


# --- what answers mean -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "answer", "expected"),
    [
        ("LOGIN", b"NO [AUTHENTICATIONFAILED] wrong", AuthExpired),
        ("LOGIN", b"NO [AUTHORIZATIONFAILED] x", AuthExpired),
        ("LOGIN", b"NO [EXPIRED] x", AuthExpired),
        ("LOGIN", b"NO [ALERT] Application-specific password required", AuthExpired),
        ("LOGIN", b"NO login failed", AuthExpired),
        ("LOGIN", b"NO [UNAVAILABLE] later", Transient),
        ("LOGIN", b"NO [INUSE] x", Transient),
        ("LOGIN", b"NO [LIMIT] x", RateLimited),
        ("LOGIN", b"NO [ALERT] Too many simultaneous connections", RateLimited),
        ("LOGIN", b"NO [CONTACTADMIN] x", AccountRestricted),
        ("LOGIN", b"NO [WEBALERT https://a.example] Web login required", AccountRestricted),
        ("LOGIN", b"NO [PRIVACYREQUIRED] x", NotAllowedByPlatform),
        ("LOGIN", b"* BYE [UNAVAILABLE] going down", Transient),
        ("LOGIN", b"BAD User is authenticated but not connected.", Transient),
        ("LOGIN", None, Transient),
        ("CAPABILITY", b"BAD what", ProtocolChanged),
        ("CAPABILITY", None, Transient),
        ("EXAMINE", b"NO [NONEXISTENT] gone", TargetGone),
        ("EXAMINE", b"BAD what", ProtocolChanged),
        ("EXAMINE", b"* BYE bye", Transient),
        ("FETCH", b"NO [NOPERM] no", PermissionMissing),
        ("FETCH", b"NO [OVERQUOTA] full", QuotaExhausted),
        ("FETCH", b"NO [CANNOT] no", ProtocolChanged),
        ("FETCH", b"NO [UNAVAILABLE] no", Transient),
        ("FETCH", b"BAD no", ProtocolChanged),
        ("FETCH", None, Transient),
        ("UID FETCH", b"NO [LIMIT] no", RateLimited),
        ("UID FETCH", b"NO [UNAVAILABLE] no", Transient),
        ("UID FETCH", b"BAD no", ProtocolChanged),
        ("UID FETCH", None, Transient),
        ("LIST", b"NO [UNAVAILABLE] no", Transient),
    ],
)
def test_refusals_have_their_class(
    model: ImapModel,
    channel: EmailChannel,
    command: str,
    answer: bytes | None,
    expected: type[ChannelError],
) -> None:
    fill(model, 2)
    model.answers[command] = answer
    with pytest.raises(expected):
        fetch(channel, "INBOX")
    model.answers.clear()
    assert len(fetch_all(channel, "INBOX")[0]) == 2


def test_silence_is_an_error(model: ImapModel, hasty: EmailChannel) -> None:
    fill(model, 2)
    model.answers["EXAMINE"] = b""
    with pytest.raises(Transient):
        fetch(hasty, "INBOX")
    model.answers.clear()
    assert len(fetch_all(hasty, "INBOX")[0]) == 2


@pytest.mark.parametrize(
    ("greeting", "expected"),
    [
        (b"* BYE too many connections", RateLimited),
        (b"* BYE [UNAVAILABLE] down", Transient),
        (b"SSH-2.0-OpenSSH_9", ProtocolChanged),
        (b"220 mx ESMTP", ProtocolChanged),
        (b"\xff\xfe\x00", ProtocolChanged),
        (b"* OK [CAPABILITY \xff\xff] x", None),
    ],
)
def test_greetings(
    model: ImapModel, channel: EmailChannel, greeting: bytes, expected: type[ChannelError] | None
) -> None:
    model.greeting = greeting
    if expected is None:
        assert fetch(channel, "INBOX").items == []
    else:
        with pytest.raises(expected):
            fetch(channel, "INBOX")


GARBAGE = [
    b"* 1 FETCH (UID 1 BODY[] {99999999999999}",
    b"* 1 FETCH (UID 1 BODY[] {" + b"9" * 5000 + b"}",
    b"* 99999999999999999999999 EXISTS",
    b"* VANISHED 1:99999999999",
    b"* SEARCH 1 x 99999999999999999999 \xff",
    b"* CAPABILITY {3}\r\nabc",
    b"\x00\x01\x02",
    b"* ",
    b"X1 OK done",
    b"* FETCH",
    b"* 1 FETCH (UID 1",
    b"* LIST ((( x",
    b"* OK [UIDVALIDITY abc] x",
    b"+ go on",
]


@pytest.mark.parametrize("garbage", range(len(GARBAGE)))
@pytest.mark.parametrize("command", ["LOGIN", "EXAMINE", "LIST", "FETCH", "UID FETCH"])
def test_garbage_is_one_of_our_errors(model: ImapModel, command: str, garbage: int) -> None:
    fill(model, 2)
    model.answers[command] = b"*" + GARBAGE[garbage].removeprefix(b"*")
    quick = Patience(connect=1, answer=0.06, command=1)
    with opened(model_settings(model), patience=quick) as channel, pytest.raises(ChannelError):
        fetch(channel, "INBOX")


def test_answers_have_a_limit(monkeypatch: pytest.MonkeyPatch, model: ImapModel) -> None:
    model.boxes["INBOX"].add(mail(1, "x" * 5000))
    monkeypatch.setattr(imap_line, "MAX_LITERAL", 4000)
    with opened(model_settings(model)) as channel, pytest.raises(ProtocolChanged):
        fetch(channel, "INBOX")


def test_reading_fetch_answers() -> None:
    answers: list[bytes | tuple[bytes, bytes]] = [
        b"1 (UID 1 FLAGS (\\Seen))",
        (b"2 (UID 2 BODY[] {3}", b"abc"),
        b")",
        (b"3 (BODY[]<0> {5}", b"UID 9"),
        b" UID 3 RFC822.SIZE 5)",
        b'4 (UID 4 BODY[] "a \\"UID 7\\" b")',
        b"5 (UID 5 BODY[] NIL)",
        b"6 (FLAGS ())",
    ]
    found = {each.uid: each for each in fetched(answers)}
    assert {uid: each.body for uid, each in found.items()} == {
        1: None,
        2: b"abc",
        3: b"UID 9",
        4: b'a "UID 7" b',
        5: b"",
    }
    assert found[3].size == 5


def test_reading_dates() -> None:
    assert moment("17-Jul-1996 02:44:25 -0700") == datetime(1996, 7, 17, 9, 44, 25, tzinfo=UTC)
    assert moment(" 1-Jan-2026 00:30:60 +0100") == datetime(2025, 12, 31, 23, 30, 59, tzinfo=UTC)
    for wrong in ("", "17-Foo-1996 02:44:25 -0700", "31-Feb-2026 00:00:00 +0000", "x" * 99):
        assert moment(wrong) is None
    assert moment("01-Jan-0001 00:00:00 +0100") is None


def test_reading_folders() -> None:
    found = folders(
        [
            b'(\\HasNoChildren \\Sent) "." "INBOX.Verzonden &- klaar"',
            (b'() "/" {7}', b'a "b" c'),
            b"",
            b"(\\Noselect) NIL Map",
            b"() NIL Prullenbak",
            b'() "/" "Gel&AOk-zen \\"nu\\""',
            b"strange",
        ]
    )
    assert [(each.name, each.separator) for each in found] == [
        ("INBOX.Verzonden & klaar", "."),
        ('a "b" c', "/"),
        ("Prullenbak", ""),
        ('Gelézen "nu"', "/"),
    ]
    assert found[3].wire == b'"Gel&AOk-zen \\"nu\\""'


@pytest.mark.parametrize("wire", [b"A&B", b"&", b"&!!!-", b"Caf\xc3\xa9", b"a\x00b", b"&2D0-"])
def test_odd_folder_names_stay_usable(wire: bytes) -> None:
    assert folder_name(wire).isprintable()
    assert folder_name(wire)


def test_sets_of_uids() -> None:
    assert uid_set([]) == ""
    assert uid_set([1, 2, 3, 7, 9, 10]) == "1:3,7,9:10"
    assert uid_set([1, 5, 9], [1, 5, 9, 12]) == "1:9"
    assert uid_set([1, 9], [1, 5, 9]) == "1,9"


def test_words_of_a_server_are_made_safe() -> None:
    assert safe_text(b"a\r\nb \x1b[0m\xff geheim", "geheim") == "a b [0m� ***"
    assert len(safe_text("x" * 999)) == 200


# --- cursors ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"folder": 1},
        {"since": "yesterday"},
        {"since": "2026-11-23T09:00:00"},
        {"high": "7"},
        {"low": -1},
        {"uidvalidity": True},
        {"modseq": None},
    ],
)
def test_strange_cursors_begin_anew(change: dict[str, object]) -> None:
    good = Position("INBOX", 5, NOW, high=7).to_cursor()
    assert Position.read(good) is not None
    assert Position.read(good | change) is None  # type: ignore[arg-type, operator]
    assert Position.read({}) is None


def test_want_again_takes_its_own_folder_only() -> None:
    cursor = Position("A/B", 5, NOW, high=7, want=[1]).to_cursor()
    wanted = want_again(cursor, ["A/B/5/3", "A/B/6/4", "INBOX/5/2", "A/B/5/x", "A/B/5/3"])
    assert wanted["want"] == [1, 3]
    assert want_again({}, ["A/B/5/3"]) == {}


def test_old_mail_is_history(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 1, date=long_ago(8))
    fill(model, 1, date=long_ago(6))
    items, cursor = fetch_all(channel, "INBOX")
    assert [item.history for item in sorted(items, key=lambda i: i.external_id)] == [True, False]
    fill(model, 1, date=long_ago(300))  # moved in later: it asks for attention
    assert [item.history for item in fetch(channel, "INBOX", cursor).items] == [False]


def test_newest_come_first_and_new_ones_before_the_past(
    model: ImapModel, channel: EmailChannel
) -> None:
    fill(model, 10)
    first = fetch(channel, "INBOX", None, Budget(items=3))
    assert ids(list(first.items)) == ["INBOX/1000/10", "INBOX/1000/8", "INBOX/1000/9"]
    assert first.remote_count == 10
    fill(model, 1)
    second = fetch(channel, "INBOX", first.cursor, Budget(items=3))
    assert ids(list(second.items)) == ["INBOX/1000/11", "INBOX/1000/6", "INBOX/1000/7"]
    assert second.more


def test_bytes_bound_a_batch(model: ImapModel, channel: EmailChannel) -> None:
    for number in range(6):
        model.boxes["INBOX"].add(mail(number, "x" * 10_000))
    sizes = []
    cursor = None
    while True:
        result = fetch(channel, "INBOX", cursor, Budget(items=100, size=25_000))
        sizes.append(len(result.items))
        cursor = result.cursor
        if not result.more:
            break
    assert sizes == [2, 2, 2]
    model.boxes["INBOX"].add(mail(9, "x" * 90_000))
    assert len(fetch(channel, "INBOX", cursor, Budget(size=25_000)).items) == 1


def test_end_of_the_past_lists_all(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 5)
    first = fetch(channel, "INBOX", None, Budget(items=3))
    assert first.remote_ids is None
    last = fetch(channel, "INBOX", first.cursor, Budget(items=3))
    assert last.remote_ids == {f"INBOX/1000/{uid}" for uid in range(1, 6)}


def test_a_new_life_of_the_folder(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 3)
    _, cursor = fetch_all(channel, "INBOX")
    channel.close()
    with model.lock:
        model.boxes["INBOX"].renumber()
        model.boxes["INBOX"].add(mail(77))
    result = fetch(channel, "INBOX", cursor)
    assert result.loss_possible == "uidvalidity"
    assert len(result.items) == 4
    assert fetch(channel, "INBOX", result.cursor).loss_possible is None


def test_new_life_on_dovecot(mail_server: MailServer, mail_user: MailUser) -> None:
    mail_server.append_many(mail_user, "INBOX", [mail(1), mail(2)])
    with opened(mail_server.settings(mail_user), mail_user.address) as channel:  # type: ignore[arg-type]
        items, cursor = fetch_all(channel, "INBOX")
        channel.close()
        mail_server.bump_uidvalidity(mail_user)
        result = fetch(channel, "INBOX", cursor)
    assert result.loss_possible == "uidvalidity"
    assert {item.data for item in result.items} == {item.data for item in items}
    assert not set(ids(list(result.items))) & set(ids(items))


# --- reconciling -----------------------------------------------------------------------------


@pytest.mark.parametrize("capability", [MODERN, POOR, "IMAP4rev1 CONDSTORE ENABLE"])
@pytest.mark.parametrize("kept", [True, False])
def test_what_goes_away_is_noticed(model: ImapModel, capability: str, *, kept: bool) -> None:
    model.capability = capability
    fill(model, 6)
    with opened(model_settings(model)) as channel:
        _, cursor = fetch_all(channel, "INBOX")
        with model.lock:
            model.boxes["INBOX"].remove(2)
            model.boxes["INBOX"].remove(3)
        fill(model, 1)
        if not kept:
            channel.close()
        result = fetch(channel, "INBOX", cursor)
        assert ids(list(result.items)) == ["INBOX/1000/7"]
        assert result.remote_count == 5
        told = kept or capability == MODERN
        assert (result.remote_ids is None) == told
        assert fetch(channel, "INBOX", result.cursor).remote_ids is None


def test_a_gap_is_found_and_filled(model: ImapModel, channel: EmailChannel) -> None:
    model.quirks.add("lost")
    model.lost = {2}
    fill(model, 4)
    items, cursor = fetch_all(channel, "INBOX")
    assert len(items) == 3
    model.lost = set()
    again = want_again(cursor, ["INBOX/1000/2"])
    result = fetch(channel, "INBOX", again)
    assert ids(list(result.items)) == ["INBOX/1000/2"]
    assert result.cursor["want"] == []


def test_what_is_wanted_and_gone_is_let_go(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 2)
    _, cursor = fetch_all(channel, "INBOX")
    result = fetch(channel, "INBOX", want_again(cursor, ["INBOX/1000/40"]))
    assert not result.items
    assert not result.more


def test_the_channel_wants(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 9)
    _, cursor = fetch_all(channel, "INBOX")
    cursor = channel.want(cursor, [f"INBOX/1000/{uid}" for uid in (1, 5, 9)])
    items, _ = fetch_all(channel, "INBOX", cursor, Budget(items=2))
    assert ids(items) == ["INBOX/1000/1", "INBOX/1000/5", "INBOX/1000/9"]


def test_one_damaged_message_does_not_stop_the_rest(
    model: ImapModel, channel: EmailChannel
) -> None:
    fill(model, 5)
    model.damaged = {3}
    items, cursor = fetch_all(channel, "INBOX")
    assert len(items) == 5
    assert [item.external_id for item in items if item.problem] == ["INBOX/1000/3"]
    fill(model, 2)
    model.damaged = {6}
    assert len(fetch_all(channel, "INBOX", cursor)[0]) == 2


def test_a_huge_message_comes_with_its_headers(
    monkeypatch: pytest.MonkeyPatch, model: ImapModel, channel: EmailChannel
) -> None:
    monkeypatch.setattr(imap_sync, "TOO_LARGE", 20_000)
    fill(model, 1)
    model.boxes["INBOX"].add(mail(2, "x" * 30_000))
    fill(model, 1)
    items, _ = fetch_all(channel, "INBOX")
    huge = [item for item in items if item.problem]
    assert [(item.external_id, item.problem) for item in huge] == [("INBOX/1000/2", "too_large")]
    assert huge[0].data.endswith(b"\r\n\r\n")
    assert len(items) == 3


@pytest.mark.parametrize(
    "quirk",
    ["no_uidnext", "low_uidnext", "quoted_bodies", "no_dates", "no_sizes", "twice", "flags"],
)
@pytest.mark.parametrize("capability", [MODERN, POOR])
def test_odd_servers(model: ImapModel, quirk: str, capability: str) -> None:
    model.capability = capability
    model.quirks.add(quirk)
    fill(model, 4)
    model.boxes["INBOX"].add(b"Subject: een regel")
    with opened(model_settings(model)) as channel:
        items, cursor = fetch_all(channel, "INBOX", None, Budget(items=2))
        fill(model, 2)
        more, _ = fetch_all(channel, "INBOX", cursor)
    assert (len(items), len(more)) == (5, 2)
    assert {item.data for item in [*items, *more]} == {m.data for m in model.boxes["INBOX"].mails}


# --- how much is asked -----------------------------------------------------------------------


def commands(model: ImapModel) -> list[str]:
    said = [command.decode() for command in model.commands]
    model.commands.clear()
    return said


def test_a_kept_connection_asks_once(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 3)
    _, cursor = fetch_all(channel, "INBOX")
    commands(model)
    for _ in range(3):
        assert not fetch(channel, "INBOX", cursor).items
    assert [command.split()[0] for command in commands(model)] == ["NOOP", "UID"] * 3
    fill(model, 10)
    assert len(fetch(channel, "INBOX", cursor).items) == 10
    assert [command.split()[0] for command in commands(model)] == ["NOOP", "UID"]


def test_a_new_connection_trusts_the_count_of_changes(
    model: ImapModel, channel: EmailChannel
) -> None:
    fill(model, 3)
    _, cursor = fetch_all(channel, "INBOX")
    channel.close()
    commands(model)
    assert not fetch(channel, "INBOX", cursor).items
    assert not [command for command in commands(model) if "FETCH" in command]


def test_a_quiet_second_folder_costs_one_question(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 3)
    _, sent = fetch_all(channel, "Sent")
    _, inbox = fetch_all(channel, "INBOX")
    _, sent = fetch_all(channel, "Sent", sent)
    fetch_all(channel, "INBOX", inbox)
    commands(model)
    assert not fetch(channel, "Sent", sent).items
    fetch(channel, "INBOX", inbox)
    assert [command.split()[0] for command in commands(model)] == ["STATUS", "NOOP", "UID"]
    model.boxes["Sent"].add(mail(50))
    items = fetch(channel, "Sent", sent).items
    assert [item.outgoing for item in items] == [True]


def test_reading_writes_nothing(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 3)
    fetch_all(channel, "INBOX")
    channel.probe()
    said = " ".join(commands(model))
    assert "SELECT" not in said
    assert "BODY[" not in said
    assert not {"STORE", "APPEND", "EXPUNGE", "COPY", "CREATE"} & set(said.split())


def test_many_new_messages_in_steps(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 1)
    _, cursor = fetch_all(channel, "INBOX")
    fill(model, 150)
    model.boxes["INBOX"].add(mail(999, "x" * 200_000), skip=70)
    items, cursor = fetch_all(channel, "INBOX", cursor, Budget(items=40))
    assert len(items) == len(set(ids(items))) == 151
    model.boxes["INBOX"].add(mail(1000, "x" * 200_000))
    large = fetch(channel, "INBOX", cursor).items
    assert [len(item.data) > 200_000 for item in large] == [True]


# --- folders ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["INBOX", "Verzonden items"], "Verzonden items"),
        (["INBOX", "INBOX/Sent Items"], "INBOX/Sent Items"),
        (["INBOX", "Sent", "Verzonden"], "Sent"),
        (["INBOX", "Archief"], None),
    ],
)
def test_sent_is_known_by_its_name(
    model: ImapModel, channel: EmailChannel, names: list[str], expected: str | None
) -> None:
    model.boxes = dict.fromkeys(names, model.boxes["INBOX"])
    model.flags.clear()
    assert list(channel.streams()) == ["INBOX", *([expected] if expected else [])]


def test_chosen_folders_on_a_dutch_hoster() -> None:
    options = MailOptions(prefix="INBOX.", separator=".", capability=POOR + " UIDPLUS")
    with MailServer(options) as server:
        user = server.new_user()
        server.append(user, "Klachten & Vragen.Bestellingen €", mail(1))
        server.append(user, "Sent", mail(2))
        values = server.settings(user) | {
            "folders": ["Klachten & Vragen/Bestellingen €", "Bestaat niet"]
        }
        with opened(values, user.address) as channel:  # type: ignore[arg-type]
            streams = channel.streams()
            assert list(streams) == [
                "INBOX",
                "INBOX.Sent",
                "INBOX.Klachten & Vragen.Bestellingen €",
            ]
            found = [item for stream in streams for item in fetch_all(channel, stream)[0]]
    assert [(item.stream, item.outgoing) for item in found] == [
        ("INBOX.Sent", True),
        ("INBOX.Klachten & Vragen.Bestellingen €", False),
    ]


# --- the line --------------------------------------------------------------------------------


def test_a_dead_connection_is_replaced(mail_server: MailServer, mail_user: MailUser) -> None:
    with opened(mail_server.settings(mail_user), mail_user.address) as channel:  # type: ignore[arg-type]
        _, cursor = fetch_all(channel, "INBOX")
        mail_server.append(mail_user, "INBOX", mail(1))
        mail_server.drop_connections()
        assert len(fetch(channel, "INBOX", cursor).items) == 1


def test_goodbye_on_a_kept_connection(model: ImapModel, channel: EmailChannel) -> None:
    fill(model, 1)
    _, cursor = fetch_all(channel, "INBOX")
    connections = model.connections
    model.answers["NOOP"] = b"* BYE Disconnected for inactivity."
    assert not fetch(channel, "INBOX", cursor).items
    assert model.connections == connections + 1


def test_a_hanging_server_is_not_asked_twice(model: ImapModel, hasty: EmailChannel) -> None:
    fill(model, 1)
    _, cursor = fetch_all(hasty, "INBOX")
    model.answers["NOOP"] = b""
    connections = model.connections
    with pytest.raises(Transient):
        fetch(hasty, "INBOX", cursor)
    assert model.connections == connections


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for host in (f"localhost:{port}", "niet-bestaand.invalid:993", "-slecht-.invalid:993"):
        values = {"imap": host, "smtp": host, "user": "x", "tls": "tls"}
        with opened(values) as channel, pytest.raises(Offline):  # type: ignore[arg-type]
            fetch(channel, "INBOX")


def test_stop_interrupts_waiting(model: ImapModel, channel: EmailChannel) -> None:
    model.answers["EXAMINE"] = b""
    stop = Event()
    threading.Timer(0.1, stop.set).start()
    result = channel.fetch("INBOX", None, Budget(), stop)
    assert result.more
    assert not result.items


def test_slow_answers_end() -> None:
    left, right = socket.socketpair()
    with left, right:
        reader = DeadlineReader(left)
        stop = Event()

        def dribble() -> None:
            while not stop.wait(0.02):
                right.send(b"x")

        thread = threading.Thread(target=dribble)
        thread.start()
        reader.expect(0.3)
        with pytest.raises(TimeoutError):
            reader.readall()
        stop.set()
        thread.join()
        assert reader.timed_out


@repeated
@pytest.mark.parametrize("step", [37])
def test_cut_at_every_kth_byte(step: int) -> None:
    """Whatever byte the line breaks at, going on gives all messages once."""
    with ImapModel() as model, Proxy(model.port) as proxy:
        fill(model, 7)
        with opened(model_settings(model)) as channel:
            fetch_all(channel, "INBOX")
        whole = sum(len(each.data) for each in model.boxes["INBOX"].mails) + 1500
        values = model_settings(model) | {"imap": f"localhost:{proxy.port}"}
        for cut in range(1, whole, step):
            found: list[RawItem] = []
            cursor = None
            with opened(values) as channel:
                proxy.cut_to_client = cut
                for _ in range(3):
                    try:
                        result = fetch(channel, "INBOX", cursor, Budget(items=2))
                    except Transient:
                        proxy.cut_to_client = None
                        continue
                    found += result.items
                    cursor = result.cursor
                proxy.cut_to_client = None
                found += fetch_all(channel, "INBOX", cursor)[0]
            assert len(found) == len(set(ids(found))) == 7, cut


# --- waiting for mail ------------------------------------------------------------------------


def test_idle_wakes_up(mail_server: MailServer, mail_user: MailUser) -> None:
    with opened(mail_server.settings(mail_user), mail_user.address) as channel:  # type: ignore[arg-type]
        fetch_all(channel, "INBOX")
        assert not channel.wait(Event(), timedelta(seconds=0.2))
        threading.Timer(0.05, lambda: mail_server.append(mail_user, "INBOX", mail(1))).start()
        assert channel.wait(Event(), timedelta(seconds=10))


@pytest.mark.parametrize("capability", [MODERN, POOR])
def test_waiting(model: ImapModel, channel: EmailChannel, capability: str) -> None:
    model.capability = capability
    channel._watcher._poll = 0.1
    assert not channel.wait(Event(), timedelta(seconds=0.1))
    threading.Timer(0.05, fill, (model, 1)).start()
    assert channel.wait(Event(), timedelta(seconds=5))
    with model.lock:
        model.boxes["INBOX"].remove(1)
    assert channel.wait(Event(), timedelta(seconds=5))


def test_mail_between_fetch_and_wait_is_told(model: ImapModel, channel: EmailChannel) -> None:
    fetch_all(channel, "INBOX")
    fill(model, 1)
    assert channel.wait(Event(), timedelta(seconds=5))


def test_mail_while_the_line_was_down_is_told(model: ImapModel) -> None:
    with opened(model_settings(model)) as channel:
        watcher = Watcher(channel._connect)
        assert not watcher.wait(Event(), timedelta(seconds=0.05), None)
        model.drop()
        fill(model, 1)
        assert watcher.wait(Event(), timedelta(seconds=5), None)
        watcher.close()


@pytest.mark.parametrize("capability", [MODERN, POOR])
def test_stop_ends_waiting(model: ImapModel, channel: EmailChannel, capability: str) -> None:
    model.capability = capability
    stop = Event()
    threading.Timer(0.1, stop.set).start()
    # Waiting on would take longer than a test may.
    assert not channel.wait(stop, timedelta(hours=1))


@pytest.mark.parametrize("answer", [b"NO no", b"BAD no"])
def test_a_refused_idle_is_asking_now_and_then(
    model: ImapModel, channel: EmailChannel, answer: bytes
) -> None:
    model.answers["IDLE"] = answer
    channel._watcher._poll = 0.05
    threading.Timer(0.1, fill, (model, 1)).start()
    assert channel.wait(Event(), timedelta(seconds=5))
    assert b"NOOP" in model.commands


@pytest.mark.parametrize("answer", [None, b"", b"* BYE bye", b"* NO strange"])
def test_a_server_that_fails_at_idle(
    model: ImapModel, hasty: EmailChannel, answer: bytes | None
) -> None:
    model.answers["IDLE"] = answer
    with pytest.raises(Transient):
        hasty.wait(Event(), timedelta(seconds=5))


def test_line_cut_while_waiting(model: ImapModel, channel: EmailChannel) -> None:
    threading.Timer(0.1, model.drop).start()
    with pytest.raises(Transient):
        channel.wait(Event(), timedelta(seconds=5))


# --- signing in ------------------------------------------------------------------------------


@pytest.mark.parametrize("password", ["géheim", 'a"b\\c', "a b", "x\r\nA1 LOGOUT"])
def test_any_password_goes_over_the_line(model: ImapModel, password: str) -> None:
    model.capability = MODERN + " AUTH=PLAIN"
    box = Secrets(password=password)
    with opened(model_settings(model), secrets=box) as channel, pytest.raises(AuthExpired):
        fetch(channel, "INBOX")
    assert not [command for command in model.commands if command.startswith(b"LOGOUT")]


def test_login_disabled(model: ImapModel, channel: EmailChannel) -> None:
    model.capability = MODERN + " LOGINDISABLED AUTH=PLAIN"
    assert not fetch(channel, "INBOX").items
    assert not [command for command in model.commands if command.startswith(b"LOGIN ")]


# --- probe -----------------------------------------------------------------------------------


def test_probe_says_what_works(mail_server: MailServer, mail_user: MailUser) -> None:
    mail_server.append(mail_user, "INBOX", mail(1))
    with opened(mail_server.settings(mail_user), mail_user.address) as channel:  # type: ignore[arg-type]
        found = {finding.code: finding for finding in channel.probe()}
    assert list(found) == [
        "imap_login",
        "inbox",
        "sent_folder",
        "idle",
        "condstore",
        "smtp_login",
        "size_limit",
    ]
    assert all(finding.ok and finding.text.format(**finding.params) for finding in found.values())
    assert found["inbox"].params == {"count": 1}


def test_probe_says_what_does_not(model: ImapModel, channel: EmailChannel) -> None:
    model.capability = POOR
    del model.boxes["Sent"]
    found = {finding.code: finding for finding in channel.probe()}
    assert not found["offline"].ok
    assert "every 15 seconds" in found["idle"].text
    model.answers["LOGIN"] = b"NO no"
    channel.close()
    assert [finding.code for finding in channel.probe()] == ["auth_expired", "offline"]


def test_small_mails_of_every_kind_come_through(
    mail_server: MailServer, mail_user: MailUser
) -> None:
    odd = [
        b"",
        b"\r\n",
        b"Subject: x",
        b"Subject: x\r\n\r\n" + bytes(range(1, 256)).replace(b"\n", b"").replace(b"\r", b""),
        written("a@b.nl", "c@d.nl", "x", "y" * 50_000),
    ]
    for message in odd[1:]:
        mail_server.append(mail_user, "INBOX", message)
    with opened(mail_server.settings(mail_user), mail_user.address) as channel:  # type: ignore[arg-type]
        items, _ = fetch_all(channel, "INBOX")
    assert {item.data for item in items} == set(mail_server.mailbox(mail_user))


def test_waiting_helper_of_the_servers_gives_up() -> None:
    with pytest.raises(TimeoutError):
        until(lambda: False, "nothing", seconds=0.02)


def test_kinds_share_nothing() -> None:
    assert email_type().fields is email_type().fields
