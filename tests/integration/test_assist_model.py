"""The bundled model: it works without a network, and knows what is meant in both languages."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from app.bootstrap import Services, build_services
from app.cli.main import main
from app.services.assist import articles, embedder, preferences, seeds, vectors
from app.services.assist.embedder import BundledEmbedder, Encoder, State
from app.services.assist.errors import NotAvailableError
from app.services.assist.suggester import Suggester
from app.services.handbook import page_acts, starter
from app.services.storage.profile import load_profile
from app.services.sync.parser import InlineParser
from tests.effort import repeated
from tests.fakes import FakeChannelType, FakeClock, add_account
from tests.integration.test_engine import sync
from tests.integration.test_runs import simple

FURIOUS = "Dit is een grof schandaal. Ik ben woedend over hoe onbeschoft jullie mij behandelen!"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, new_profile: Path) -> Iterator[Services]:
    """A store for all tests here: what the shipped examples mean is made once."""
    folder = tmp_path_factory.mktemp("assist") / "profile"
    shutil.copytree(new_profile, folder)
    profile, clock = load_profile(folder), FakeClock()
    channel = FakeChannelType()
    built = build_services(profile, None, clock=clock, channels=(channel,), parser=InlineParser())
    add_account(built)
    texts = ("Waar blijft mijn pakket? Het is dringend!", "Waar blijft mijn pakketje dan?", "Hoi")
    for text in texts:
        channel.platform.deliver(text=text, subject="")
    channel.platform.deliver(stream="sent", text="Dag", to=["nieuw@klant.example"])
    channel.platform.deliver(text=FURIOUS, subject="")
    sync(built)
    built.database.write_now(
        lambda unit: unit.session.execute(
            sql("update tickets set category = 'orders', assessed_at = 1 where id = 2")
        )
    )
    yield built
    built.close()


@pytest.fixture
def suggester(shop: Services) -> Suggester:
    return shop.suggester()


def test_new_wordings_in_both_languages_are_recognised(suggester: Suggester) -> None:
    wanted = {
        "Kunnen jullie nagaan waar het pakket met mijn lamp nu is?": "orders",
        "Sign-in is impossible since I forgot my password": "accounts",
        "Verkopen jullie deze tafel ook in het groen?": "products",
        "Na de update start het programma niet meer, foutcode 12": "technical",
        "I am furious about the rude man at your counter": "complaints",
    }
    found = {text: suggester.suggest_text(text, why=False) for text in wanted}
    assert {text: one.category.key for text, one in found.items()} == wanted
    tones = [one.tone.best[0].key for one in found.values()]
    assert tones[-1] == "negative"
    assert tones[2] == "neutral"


def test_numbers_make_no_difference_and_sentences_count_apart() -> None:
    encoder = Encoder(BundledEmbedder())
    one, other = encoder.meanings(["Bestelling 20417 is kwijt", "Bestelling 99 is kwijt"])
    assert one @ other > 0.99
    both, first = encoder.meanings(["Waar is het? Ik bel morgen.", "Waar is het?"])
    assert 0.5 < both @ first < 0.99
    assert encoder.encode([]).shape == (0, 512)
    assert encoder.state is State.READY
    assert encoder.size() > 30_000_000


@repeated
def test_a_page_in_one_language_answers_a_question_in_the_other(
    shop: Services, suggester: Suggester
) -> None:
    write = shop.database.write_now
    page = "---\nsoort: artikel\ntitel: {}\n---\n\n{}\n"
    write(page_acts.save, page.format("Retourneren", "Je mag binnen 14 dagen iets terugsturen."))
    write(page_acts.save, page.format("Openingstijden", "De winkel is op zaterdag tot vijf open."))
    found = suggester.suggest_text("How do I send something back?", why=False)
    assert found.pages[0].key == "retourneren"
    near = suggester.neighbours.of_text
    assert near("How do I send something back?").pages[0] == found.pages[0]
    made_up = ("qwrtz", "hjkl hjkl", "zunko wupfel snorik")
    assert any(suggester.suggest_text(one, why=False).pages for one in made_up)
    assert not any(near(one).pages for one in made_up)  # the model gives them a meaning too


def test_a_library_that_is_missing_or_broken_is_not_available(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    embedder._loaded.cache_clear()
    monkeypatch.setattr(embedder, "_MODULE", "usem3_is_gone")
    monkeypatch.setattr(embedder, "_DISTRIBUTION", "is-gone")
    gone = BundledEmbedder()
    with pytest.raises(NotAvailableError):
        gone.load()
    assert (gone.size(), gone.model) == (0, "is-gone")


def test_the_command_line_suggests_shows_how_it_does_and_is_told(
    shop: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(shop.profile.folder)

    def balie(*arguments: str) -> str:
        assert main(["--profile", folder, "assist", *arguments]) == 0
        return capsys.readouterr().out

    found = json.loads(balie("suggest", "1", "--json"))
    assert found["category"]["key"] == "orders"
    assert found["category"]["alike"][0]["number"] == 2
    assert {"code": "word", "points": 2, "word": "dringend"} in found["priority"]["points"]
    assert [one["number"] for one in found["duplicates"]] == [2]
    typed = ("suggest", "--text", "beschadigd of verkeerd ontvangen")
    assert json.loads(balie(*typed, "--json"))["helps"][0]["kind"] == "text"
    assert "\nhelps      text Beschadigd of verkeerd" in balie(*typed)
    lines = balie("suggest", "1")
    assert "because of" in lines
    assert "word “dringend” +2" in lines
    assert "does not know" in balie("suggest", "--text", "qwertyuiop")
    assert "nothing yet" in balie("suggest", "5")
    assert json.loads(balie("set", "--off", "--threshold", "0.7", "--json"))["act"] is not None
    status = json.loads(balie("status", "--json"))
    assert (status["state"], status["tickets"]) == ("ready", 4)
    assert (status["enabled"], status["threshold"]) == (False, 0.7)
    assert status["learnt"][0]["examples"] == 1
    lines = balie("status")
    assert "category: 1 of your own, 100% right" in lines
    assert "type: nothing of your own yet" in lines
    assert main(["--profile", folder, "assist", "set", "--threshold", "2"]) == 2
    assert main(["--profile", folder, "assist", "suggest"]) == 2


@repeated
def test_the_command_line_hears_an_angry_customer_as_the_window_does(
    shop: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    def proposed() -> list[list[str]]:
        assert main(["--profile", str(shop.profile.folder), "sop", "propose", "4", "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        return [[why["kind"] for why in one["why"]] for one in found]

    write = shop.database.write_now
    assert proposed() == []
    page_id, _act = write(page_acts.save, simple("boos", "signalen: [angry]\n"))
    write(preferences.change, enabled=True, threshold=0.5)
    assert proposed() == [["heard"]]
    write(preferences.change, enabled=False)
    assert proposed() == []
    write(preferences.change, enabled=True)
    write(page_acts.remove, page_id)


def test_the_shipped_vectors_are_those_of_the_shipped_examples() -> None:
    encoder = Encoder(BundledEmbedder())
    texts = list(dict.fromkeys(one.text for one in seeds.all_of()))
    pages = [text for page in starter.pages() for text in articles.texts_of(page)]
    shipped = seeds.vectors_for(encoder.model)
    assert shipped.keys() == {
        *(vectors.digest(text, as_message=True) for text in texts),
        *map(vectors.digest, pages),
    }, "run packaging/seed_vectors.py"
    for text, row in zip(texts[::200], encoder.meanings(texts[::200]), strict=True):
        assert shipped[vectors.digest(text, as_message=True)] @ row == pytest.approx(1, abs=0.001)
    for text, row in zip(pages[::200], encoder.encode(pages[::200]), strict=True):
        assert shipped[vectors.digest(text)] @ row == pytest.approx(1, abs=0.001)
    assert seeds.vectors_for("another model") == {}
