"""A Facebook Page: the contract, watched posts, changes, answers in public and in private."""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from typing_extensions import override

from app.models.rules.errors import InvalidValueError
from app.models.rules.messages import Direction
from app.services.channels.api import (
    Attachment,
    Budget,
    Draft,
    InboundMessage,
    Person,
    RawItem,
)
from app.services.channels.errors import (
    AlreadyReplied,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    TargetGone,
    WindowClosed,
)
from app.services.channels.meta.facebook import FacebookChannel, FacebookType
from app.services.channels.meta.page import NotThePage
from app.services.channels.registry import Channels
from app.services.storage.credentials import NewSecrets
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import NOW
from tests.channels.page_platform import PagePlatform
from tests.servers.meta_model import TOKEN
from tests.servers.page_model import ANNA, BERT, PAGE, PageModel

PNG = Attachment("foto.png", "image/png", b"\x89PNG\r\n\x1a\n")


class FacebookPlatform(PagePlatform):
    """The comments of the shop."""

    stream = own_stream = "comments"

    def __init__(self, server: PageModel) -> None:
        super().__init__(server, FacebookType)
        self.post = server.post()

    @override
    def open(self) -> FacebookChannel:
        return FacebookType(lambda: self.server.now).open(
            self.account(), NewSecrets({"token": TOKEN})
        )

    def put(self, text: str) -> None:
        self.server.comment(self.post, ANNA, text)

    def put_own(self, text: str) -> None:
        self.server.comment(self.post, PAGE, text)


@pytest.fixture
def server() -> Iterator[PageModel]:
    with PageModel(NOW) as server:
        yield server
    assert_declared(FacebookType.calls, server.asked)
    assert not server.edited


@pytest.fixture
def platform(server: PageModel) -> FacebookPlatform:
    return FacebookPlatform(server)


@pytest.fixture
def channel(platform: FacebookPlatform) -> Iterator[FacebookChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestFacebookContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: PageModel) -> FacebookPlatform:  # type: ignore[override]
        return FacebookPlatform(server)


def read(
    platform: FacebookPlatform, channel: FacebookChannel, stream: str = "comments",
    cursor: object = None,
) -> list[InboundMessage]:  # fmt: skip
    items, _ = fetch_all(channel, stream, cursor)  # type: ignore[arg-type]
    return [platform.parse(item) for item in items]


def draft(answers: str, text: str = "We kijken het na.", *, private: bool = False,
          files: tuple[Attachment, ...] = ()) -> Draft:  # fmt: skip
    return Draft("k1", "t", Person(PAGE), Person(ANNA), "", text, NOW, (answers,), files,
                 private=private)  # fmt: skip


# --- reading ---------------------------------------------------------------------------------


def test_it_is_a_channel_of_balie() -> None:
    assert isinstance(Channels()["facebook"], FacebookType)


@pytest.mark.parametrize("short", [False, True])
def test_answers_below_answers_come_in_too(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel, short: bool
) -> None:
    server.short = short
    first = server.comment(platform.post, ANNA, "Hebben jullie dit nog?")
    second = server.comment(platform.post, PAGE, "Ja hoor.", first)
    server.comment(platform.post, BERT, "Ik wil er ook een.", second)
    one, two, three = read(platform, channel)
    assert (one.key, one.parents) == (f"comment:{first}", ())
    assert (two.direction, two.parents) == (Direction.OUT, (f"comment:{first}",))
    assert three.parents == (f"comment:{first}",)
    assert (three.author.handle, three.author.name) == (BERT, "Bert Prins")
    assert (three.public, three.subject) == (True, "Nieuw in de winkel")
    assert three.permalink is not None


def test_both_forms_of_an_id_are_one_comment(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    platform.put("Hoi")
    items, cursor = fetch_all(channel, "comments")
    server.short = True
    again, _ = fetch_all(channel, "comments", cursor)
    assert (len(items), again) == (1, [])


def test_long_lists_are_read_to_what_is_known(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    for number in range(130):
        platform.put(f"bericht {number}")
        server.tick(seconds=number % 3)
    items, cursor = fetch_all(channel, "comments")
    assert len({item.external_id for item in items}) == 130
    for number in range(60):
        platform.put(f"later {number}")
    before = len(server.asked)
    more, cursor = fetch_all(channel, "comments", cursor)
    assert len({item.external_id for item in more}) == 60
    assert sum("/comments" in one.target for one in server.asked[before:]) == 2
    assert fetch_all(channel, "comments", cursor)[0] == []


def test_changed_and_removed_comments_are_noticed(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Goed")
    second = server.comment(platform.post, BERT, "Slecht")
    old, cursor = fetch_all(channel, "comments")
    server.found(first)["message"] = "Toch niet goed"
    server.remove(second)
    items, cursor = fetch_all(channel, "comments", cursor)
    changed, gone = (platform.parse(item) for item in items)
    assert (changed.key, changed.text, changed.edited) == (
        f"comment:{first}", "Toch niet goed", True)  # fmt: skip
    assert (gone.key, gone.gone) == (f"comment:{second}", True)
    found = [*old, *items]
    for text in ("Goed", "Toch niet goed", "Goed"):  # each is news, though it was said before
        server.found(first)["message"] = text
        items, cursor = fetch_all(channel, "comments", cursor)
        assert [platform.parse(item).text for item in items] == [text]
        found += items
    assert len({item.external_id for item in found}) == len(found) == 7
    assert fetch_all(channel, "comments", cursor)[0] == []


def test_what_only_hides_for_a_while_is_not_gone(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.visit(ANNA, "Waar blijft het?")
    _, cursor = fetch_all(channel, "visitor_posts")
    hidden, server.visitors = server.visitors, []
    server.tags = hidden
    assert fetch_all(channel, "visitor_posts", cursor)[0] == []
    server.tags = []
    gone = read(platform, channel, "visitor_posts", cursor)
    assert [(one.key, one.gone) for one in gone] == [(f"post:{first}", True)]


def test_a_post_that_seems_gone_is_asked_again_in_an_hour(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Goed")
    _, cursor = fetch_all(channel, "comments")
    comments = server.comments.pop(platform.post)
    server.tick(minutes=3)
    items, cursor = fetch_all(channel, "comments", cursor)
    before = len(server.asked)
    items, cursor = fetch_all(channel, "comments", cursor)
    assert (items, len(server.asked) - before) == ([], 2)
    server.comments[platform.post] = comments
    server.found(first)["message"] = "Toch niet"
    server.tick(hours=1)
    changed = read(platform, channel, "comments", cursor)
    assert [(one.text, one.edited) for one in changed] == [("Toch niet", True)]


@pytest.mark.parametrize("lacks", ["id", "created_time"])
def test_a_comment_that_cannot_be_placed_is_told(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel, lacks: str
) -> None:
    server.comment(platform.post, ANNA, "Goed", **{lacks: ""})
    with pytest.raises(ProtocolChanged):
        fetch(channel, "comments")


def test_posts_are_watched_while_they_live(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    _, cursor = fetch_all(channel, "comments")

    def asked(**later: int) -> int:
        nonlocal cursor
        server.tick(**later)
        before = len(server.asked)
        _, cursor = fetch_all(channel, "comments", cursor)
        return sum("/comments" in one.target for one in server.asked[before:])

    assert asked(minutes=3) == 1
    assert asked(days=3) == 1
    assert asked(minutes=3) == 0
    assert asked(hours=1) == 1
    server.comment(platform.post, ANNA, "Ik lees dit nu pas.")
    assert asked(minutes=3) == 1
    assert asked(days=25) == 1
    assert asked(days=25) == 0


def test_an_old_post_that_is_talked_about_is_found(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    server.tick(days=100)
    server.most = 5
    for _ in range(12):
        server.post("Weer wat nieuws")
    platform.put("Nog over die oude")
    assert [one.text for one in read(platform, channel)] == ["Nog over die oude"]


def test_old_comments_are_history(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    platform.put("Oud")
    server.tick(days=8)
    platform.put("Nieuw")
    assert [one.history for one in read(platform, channel)] == [True, False]


def test_visitors_and_what_they_talk_about(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    post = server.visit(ANNA, "Waar blijft mijn pakket?")
    server.visitors[0]["attachments"] = {"data": [
        {"media_type": "photo", "url": "https://www.facebook.com/photo/1", "media": {}}
    ]}  # fmt: skip
    server.comment(post, BERT, "Het mijne ook niet.")
    visit = read(platform, channel, "visitor_posts")[0]
    assert (visit.key, visit.parents) == (f"post:{post}", ())
    assert visit.text == "Waar blijft mijn pakket?\n[photo] https://www.facebook.com/photo/1"
    assert read(platform, channel)[0].parents == (f"post:{post}",)


@pytest.mark.parametrize(
    ("review", "stars"),
    [({}, 5), ({"recommendation_type": "negative"}, 1), ({"rating": 3}, 3),
     ({"recommendation_type": "?"}, None)],
)  # fmt: skip
def test_recommendations_have_stars(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel,
    review: Mapping[str, Any], stars: int | None,
) -> None:  # fmt: skip
    told = server.recommend(ANNA, "Fijne winkel", **review)
    one = read(platform, channel, "ratings")[0]
    assert (one.text, one.stars, one.author.name) == ("Fijne winkel", stars, "Anna Bakker")
    assert one.key == f"rating:{told['open_graph_story']['id']}"


def test_a_changed_recommendation_comes_in_again(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    server.recommend(ANNA, "Fijne winkel")
    _, cursor = fetch_all(channel, "ratings")
    server.reviews[0] |= {"review_text": "Toch niet", "recommendation_type": "negative"}
    changed = read(platform, channel, "ratings", cursor)[0]
    assert (changed.stars, changed.edited) == (1, True)


def test_what_may_not_be_read_holds_up_nothing_else(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    server.closed = {"ratings", "tagged"}
    assert read(platform, channel, "ratings") == read(platform, channel, "tagged") == []
    server.closed = {"visitor_posts"}
    with pytest.raises(PermissionMissing):
        fetch(channel, "visitor_posts")


def test_the_token_of_a_person_is_no_quiet_page(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    server.as_user = True
    with pytest.raises(NotThePage):
        fetch(channel, "comments")
    assert [one.ok for one in channel.probe()] == [False]


def test_what_is_damaged_is_put_aside(platform: FacebookPlatform) -> None:
    for data in (b"{}", b"[", b'{"comment": {"message": "x"}, "on": {"id": "1_2"}}'):
        with pytest.raises(ValueError):  # noqa: PT011  the engine asks no more of it
            platform.parse(RawItem("x", "comments", NOW, data))


class Shop:
    """A store in small: what was kept by its key, each raw item once."""

    def __init__(self, platform: FacebookPlatform) -> None:
        self.platform, self.raw = platform, set[str]()
        self.texts: dict[str, str] = {}
        self.cursor: object = None

    def fetch(self, channel: FacebookChannel, most: int) -> bool:
        """Fetch once, as the engine does; tell whether there is more."""
        result = fetch(channel, "comments", self.cursor, Budget(items=most))  # type: ignore[arg-type]
        for item in result.items:
            if item.external_id in self.raw:
                continue
            self.raw.add(item.external_id)
            message = self.platform.parse(item)
            if message.gone:
                del self.texts[message.key]
            else:
                assert message.edited == (message.key in self.texts)
                self.texts[message.key] = message.text
        self.cursor = json.loads(json.dumps(result.cursor))
        return result.more


class Life:
    """What people may do at a Page, by chance."""

    def __init__(self, platform: FacebookPlatform, seed: int, *, calm: bool) -> None:
        self.chance, self.server = random.Random(seed), platform.server
        self.acts = [self.comment] * 4
        self.acts += [] if calm else [self.change, self.change, self.remove, self.post]
        self.posts = [platform.post]

    def there(self) -> dict[str, str]:
        """Return the text of every comment by its id."""
        comments = (one for all_ in self.server.comments.values() for one in all_)
        return {one["id"]: one["message"] for one in comments}

    def comment(self) -> None:
        post = self.chance.choice(self.posts)
        below = [one["id"] for one in self.server.comments[post]]
        who, text = self.chance.choice([ANNA, BERT, PAGE]), str(self.chance.random())
        self.server.comment(post, who, text, self.chance.choice(["", *below]))

    def change(self) -> None:
        for number in self.chance.sample(sorted(self.there()), 1) if self.there() else ():
            self.server.found(number)["message"] = self.chance.choice("ab")

    def remove(self) -> None:
        for number in self.chance.sample(sorted(self.there()), 1) if self.there() else ():
            self.server.remove(number)

    def post(self) -> None:
        visits = self.chance.random() < 0.5
        self.posts.append(self.server.visit(BERT, "Hallo") if visits else self.server.post())

    def go_on(self) -> None:
        """Let something happen, and some time pass."""
        self.chance.choice(self.acts)()
        self.server.tick(seconds=self.chance.choice([0, 0, 1, 60]))


@pytest.mark.parametrize("page", [3, 100])  # beyond the first page changes are not looked for
@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_nothing_is_lost_or_doubled(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel, seed: int, page: int
) -> None:
    shop, life = Shop(platform), Life(platform, seed, calm=page == 3)
    server.most = page
    for _ in range(40):
        life.go_on()
        server.fault = life.chance.choice(["", "", "", "down", "nonsense", "gone", "busy"])
        server.short = life.chance.random() < 0.5
        try:
            shop.fetch(channel, life.chance.choice([1, 2, 5, 200]))
        except ChannelError:
            server.tick(minutes=life.chance.choice([1, 30]))
        server.fault = ""
    server.tick(hours=1)
    for _ in range(3):  # of what is gone, a few are asked for each time
        while shop.fetch(channel, 7):
            pass
        server.tick(minutes=3)
    assert shop.texts == {f"comment:{number}": text for number, text in life.there().items()}


# --- answering -------------------------------------------------------------------------------


def test_an_answer_stands_under_the_comment_and_comes_back_as_ours(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Kapot!")
    below = server.comment(platform.post, BERT, "Hier ook", first)
    prepared = channel.prepare(draft(f"comment:{below}", "Zie https://winkel.example/garantie"))
    told: list[int] = []
    sent = channel.send(prepared, lambda: told.append(len(server.asked)))
    writes = [number for number, one in enumerate(server.asked) if one.method == "POST"]
    assert writes == told
    echo = read(platform, channel)[-1]
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)
    assert (echo.direction, echo.parents) == (Direction.OUT, (f"comment:{first}",))
    assert sent.sent_at == NOW


def test_a_visitor_and_a_recommendation_are_answered(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    post = server.visit(ANNA, "Bedankt!")
    server.recommend(BERT, "Slecht", "negative")
    for stream in ("visitor_posts", "ratings"):
        key = read(platform, channel, stream)[0].key
        assert channel.send(channel.prepare(draft(key)), lambda: None).external_id
    assert [one["message"] for one in server.comments[post]] == ["We kijken het na."]
    unknown = replace(draft("rating:-abc"), references=("message:m_1", "rating:-abc"))
    with pytest.raises(NotAllowedByPlatform):
        channel.prepare(unknown)


def test_a_picture_goes_along(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Hoe ziet het eruit?")
    prepared = channel.prepare(draft(f"comment:{first}", "", files=(PNG,)))
    sent = channel.send(prepared, lambda: None)
    assert list(server.photos.values()) == [PNG.data]
    echo = read(platform, channel)[-1]
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)
    assert echo.text.startswith("[photo] https://")


def test_a_lost_answer_is_found_and_not_mistaken(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Kapot!")
    other = server.comment(platform.post, BERT, "Ook kapot!")
    channel.send(channel.prepare(draft(f"comment:{other}")), lambda: None)
    prepared = channel.prepare(draft(f"comment:{first}"))
    assert channel.reconcile(prepared) is None
    server.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    assert found.external_id == f"comment:{server.comments[platform.post][-1]['id']}"
    server.tick(hours=2)
    late = replace(draft(f"comment:{first}"), created_at=server.now)
    assert channel.reconcile(channel.prepare(late)) is None


def test_what_the_server_does_to_an_answer(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Kapot!")
    prepared = channel.prepare(draft(f"comment:{first}"))
    channel.send(prepared, lambda: None)
    server.no_id = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    server.no_id, server.fault = False, "down"
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    server.fault = ""
    server.remove(first)
    with pytest.raises(TargetGone):
        channel.send(prepared, lambda: None)


def test_a_lost_answer_is_found_where_its_comment_is_gone(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Kapot!")
    prepared = channel.prepare(draft(f"comment:{first}"))
    channel.send(prepared, lambda: None)
    server.comments[platform.post] = [
        one for one in server.comments[platform.post] if one["id"] != first
    ]
    assert channel.reconcile(prepared) is not None
    server.comments[platform.post] = []
    assert channel.reconcile(prepared) is None


def test_an_answer_that_is_the_customers_own_words_is_unknown(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Kapot!")
    server.gives = first
    with pytest.raises(OutcomeUnknown):
        channel.send(channel.prepare(draft(f"comment:{first}")), lambda: None)


def test_one_private_message_about_a_comment(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Kapot!")
    prepared = channel.prepare(draft(f"comment:{first}", private=True))
    assert channel.reconcile(prepared) is None
    server.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    assert found.external_id == f"message:{server.messages[f't_{ANNA}'][0]['id']}"
    other = draft(f"comment:{first}", "Iets anders", private=True)
    assert channel.reconcile(channel.prepare(other)) is None
    with pytest.raises(AlreadyReplied):
        channel.send(prepared, lambda: None)
    assert len(server.comments[platform.post]) == 1
    del server.found(first)["private_reply_conversation"]
    server.found(first)["can_reply_privately"] = True
    with pytest.raises(AlreadyReplied):  # by Facebook's own word
        channel.send(prepared, lambda: None)


def test_a_private_message_in_time_and_to_whom_it_may(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    post = server.visit(BERT, "Waar blijft het?")
    visit = channel.prepare(draft(f"post:{post}", private=True))
    assert channel.reconcile(visit) is None
    assert channel.send(visit, lambda: None).external_id.startswith("message:m_")
    first = server.comment(platform.post, ANNA, "Kapot!", can_reply_privately=False)
    prepared = channel.prepare(draft(f"comment:{first}", private=True))
    with pytest.raises(NotAllowedByPlatform):
        channel.send(prepared, lambda: None)
    server.tick(days=8)
    with pytest.raises(WindowClosed):
        channel.send(prepared, lambda: None)


def test_what_facebook_does_not_take(channel: FacebookChannel) -> None:
    big = replace(PNG, data=b"x" * ((10 << 20) + 1))
    text = Attachment("a.txt", "text/plain", b"a")
    wrong = [
        draft("comment:1_2", " "), draft("comment:1_2", "x" * 8001),
        draft("comment:1_2", "x" * 2000, private=True), draft("comment:1_2", files=(PNG, PNG)),
        draft("comment:1_2", files=(text,)), draft("comment:1_2", files=(big,)),
    ]  # fmt: skip
    for one in wrong:
        with pytest.raises(InvalidContent):
            channel.prepare(one)
    for one in (draft("comment:1_2", files=(PNG,), private=True), draft("message:m_1"),
                draft("rating:1", private=True)):  # fmt: skip
        with pytest.raises(NotAllowedByPlatform):
            channel.prepare(one)
    assert channel.prepare(draft("comment:1_2", "x" * 8000)).external_id == "out:k1"


# --- set-up ----------------------------------------------------------------------------------


def test_the_probe_tells_what_goes(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    found = {one.code: one.ok for one in channel.probe()}
    assert found == {"sign_in": True, "reads": True, "private": True, "edits": True}
    server.closed = {"tagged"}
    assert {one.code for one in channel.probe()} == {*found, "no_tagged"}
    server.closed = {"published_posts"}
    assert [(one.code, one.ok) for one in platform.open().probe()] == [
        ("permission_missing", False)
    ]
    server.fault = "busy"
    assert [one.code for one in channel.probe()] == ["rate_limited"]


def test_a_page_is_a_number_at_a_safe_server() -> None:
    kind = FacebookType(lambda: NOW)
    assert kind.handle({"page": " 123 "}) == "123"
    assert kind.discover({"page": "123"}) == {
        "page": "123", "server": "https://graph.facebook.com", "version": "v26.0"
    }  # fmt: skip
    with pytest.raises(InvalidValueError):
        kind.handle({"page": "De Winkel"})
    with pytest.raises(InvalidValueError):
        kind.discover({"server": "http://graph.example"})
    with pytest.raises(InvalidValueError):
        kind.discover({"version": "nieuwste"})


def test_a_picture_that_is_refused_stops_the_answer(
    server: PageModel, platform: FacebookPlatform, channel: FacebookChannel
) -> None:
    first = server.comment(platform.post, ANNA, "Kapot!")
    server.closed = {"photos"}
    with pytest.raises(PermissionMissing):
        channel.send(channel.prepare(draft(f"comment:{first}", files=(PNG,))), lambda: None)
    assert len(server.comments[platform.post]) == 1
