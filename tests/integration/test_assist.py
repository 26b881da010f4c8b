"""Suggestions, with a model that knows words only: what is learnt, kept, compared and said."""

import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text as sql

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.services.assist import because, preferences, seeds, vectors
from app.services.assist.asked import learnt
from app.services.assist.embedder import State
from app.services.assist.errors import NotAvailableError
from app.services.assist.lexical import Words
from app.services.assist.suggester import Suggester
from app.services.handbook import page_acts
from app.services.tickets import acts, decisions, lists, replies, triage
from app.views import suggesting
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.fakes_assist import AbsentEmbedder, SlowEmbedder, WordEmbedder
from tests.integration.test_engine import sync

LATE = "Mijn bestelling staat al vijf dagen op 'in behandeling', klopt dat?"
SEEDS = [one for at, one in enumerate(seeds.all_of()) if at % 7 == 0 or one.text == LATE]
Write = Callable[..., Any]
Arrive = Callable[..., None]


@pytest.fixture
def model() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture
def suggester(services: Services, model: WordEmbedder) -> Suggester:
    return made(services, model)


def made(services: Services, model: Any) -> Suggester:
    return Suggester(services.database, services.clock, lambda kind: kind == "open", model, SEEDS)


@pytest.fixture
def arrive(services: Services, channel: FakeChannelType, account_id: int) -> Arrive:
    def put(*texts: str, **values: Any) -> None:
        for text in texts:
            channel.platform.deliver(**{"text": text, "subject": "", **values})
        sync(services)

    return put


def count(services: Services, table: str) -> int:
    def read(session: Any) -> int:
        return int(session.scalar(sql(f"select count(*) from {table}")))

    return services.database.read_now(read)


# --- what is learnt --------------------------------------------------------------------------


def test_a_shipped_example_is_recognised_and_shown_as_the_reason(
    suggester: Suggester, write: Write
) -> None:
    write(preferences.change, threshold=0.3)
    found = suggester.suggest_text(LATE)
    assert (found.category.key, found.type.key, found.language) == ("orders", "question", "nl")
    assert found.category.best[0].chance > found.category.best[1].chance
    assert found.category.alike[0].number is None
    assert found.category.alike[0].cosine == pytest.approx(1, abs=0.01)
    assert found.category.words
    assert all(one.drop >= because.LEAST for one in found.category.words)
    assert found.priority is None
    assert suggester.suggest_text("Waar blijft het?", why=False).category.words == ()


def test_what_it_is_not_sure_of_is_not_said_but_the_two_likeliest_are_shown(
    suggester: Suggester,
) -> None:
    found = suggester.suggest_text("Xylofoon kwispelt blauwdruk")
    assert found.category.key is None
    assert len(found.category.best) == 2


def test_one_correction_is_learnt_at_once_and_unlearnt_when_undone(
    suggester: Suggester, arrive: Arrive, write: Write
) -> None:
    arrive("Zwabberdoek gevraagd", "Zwabberdoek gezocht")
    suggester.complete()
    before = suggester.suggest(2)
    done = write(decisions.set_listed, [1], field="category", value="technical")
    after = suggester.suggest(2)
    assert before
    assert after
    assert after.category.best[0].key == "technical"
    assert after.category.alike[0].number == 1
    write(acts.undo, done.act_id)
    assert suggester.suggest(2) == before


def test_a_ticket_does_not_teach_what_is_said_of_itself(
    suggester: Suggester, arrive: Arrive, write: Write
) -> None:
    arrive("Zwabberdoek gevraagd")
    before = suggester.suggest(1)
    write(decisions.set_listed, [1], field="category", value="technical")
    after = suggester.suggest(1)
    assert before
    assert after
    assert after.category.key == before.category.key
    for one, other in zip(after.category.best, before.category.best, strict=True):
        assert (one.key, one.chance) == (other.key, pytest.approx(other.chance, abs=0.03))
    assert [one.text for one in after.category.alike] == [one.text for one in before.category.alike]


def test_an_entry_of_the_owners_own_is_known_by_its_name_then_by_his_messages(
    suggester: Suggester, arrive: Arrive, write: Write
) -> None:
    key, _act = write(lists.add, "category", name_nl="Catering", name_en="Party food")
    found = suggester.suggest_text("catering")
    assert found.category.best[0].key == key
    arrive("Bitterballen voor vrijdag")
    write(decisions.set_listed, [1], field="category", value=key)
    suggester.complete()
    assert suggester.suggest_text("bitterballen voor zaterdag").category.best[0].key == key


def test_an_entry_that_is_gone_is_suggested_no_more(suggester: Suggester, write: Write) -> None:
    write(lists.remove, "category", "orders", replacement="products")
    assert "orders" not in {one.key for one in suggester.suggest_text(LATE).category.best}


def test_what_the_owner_accepts_teaches_too_and_what_a_rule_said_does_not(
    services: Services, suggester: Suggester, arrive: Arrive, write: Write
) -> None:
    arrive("Zwabberdoek gevraagd", "Zwabberdoek gezocht")
    services.database.write_now(
        lambda unit: unit.session.execute(sql("update tickets set category = 'technical'"))
    )
    suggester.complete()
    assert suggester.status().learnt[0].examples == 0
    write(triage.accept, [1])
    learnt = suggester.status().learnt[0]
    assert (learnt.field, learnt.examples, learnt.right) == ("category", 1, 0.0)


def test_with_less_than_two_labels_there_is_nothing_to_tell_apart(
    suggester: Suggester, write: Write
) -> None:
    for key in ("complaints", "orders", "accounts", "products"):
        write(lists.remove, "category", key, replacement="technical")
    found = suggester.suggest_text("Waar blijft mijn pakketje?")
    assert (found.category.key, found.category.best) == (None, ())
    assert suggester.status().learnt[0].right is None


# --- what is kept ----------------------------------------------------------------------------


def test_a_message_is_understood_once_and_again_when_its_words_change(
    services: Services, suggester: Suggester, model: WordEmbedder, arrive: Arrive
) -> None:
    arrive("Zwabberdoek gevraagd")
    suggester.suggest(1, why=False)
    assert model.encoded.count("Zwabberdoek gevraagd") == 1
    again = made(services, model)
    again.suggest(1, why=False)
    assert model.encoded.count("Zwabberdoek gevraagd") == 1
    services.database.write_now(
        lambda unit: unit.session.execute(sql("update messages set text = 'Emmer gevraagd'"))
    )
    assert count(services, "message_vectors") == 0
    again.suggest(1, why=False)
    assert model.encoded.count("Emmer gevraagd") == 1


def test_another_model_makes_other_vectors(
    services: Services, suggester: Suggester, arrive: Arrive
) -> None:
    arrive("Zwabberdoek gevraagd")
    suggester.suggest(1)
    kept = count(services, "text_vectors")
    other = WordEmbedder("words 2")
    made(services, other).suggest(1)
    assert "Zwabberdoek gevraagd" in other.encoded
    assert (count(services, "text_vectors"), count(services, "message_vectors")) == (kept, 1)


def test_a_vector_takes_a_kilobyte_and_says_the_same(model: WordEmbedder) -> None:
    (vector,) = model.encode(["Zwabberdoek"])
    packed = vectors.packed(vector)
    assert len(packed) == 1024
    assert vectors.unpacked(packed) @ vector == pytest.approx(1, abs=0.001)


def test_the_past_is_understood_bit_by_bit(
    services: Services, suggester: Suggester, arrive: Arrive
) -> None:
    arrive(*(f"Vraag {number} over emmers" for number in range(40)))
    assert suggester.catch_up()
    assert count(services, "message_vectors") == 32
    assert not suggester.catch_up()
    assert not suggester.catch_up()
    assert count(services, "message_vectors") == 40


# --- what else helps -------------------------------------------------------------------------


def test_the_same_question_of_somebody_else_or_of_the_customer_himself_is_found(
    suggester: Suggester, arrive: Arrive, write: Write, services: Services
) -> None:
    arrive("Doet de rode zwabber het op hout?", author="a@klant.example")
    arrive("Doet de rode zwabber het op hout", author="b@klant.example")
    arrive("Iets heel anders dan emmers vragen", author="c@klant.example")
    suggester.complete()
    found = suggester.suggest(1)
    assert found is not None
    assert [(one.number, one.same_customer) for one in found.duplicates] == [(2, False)]
    write(replies.answer, 2, text="Ja hoor", now=True)
    sync(services)
    later = suggester.suggest(1)
    assert later is not None
    assert later.duplicates == ()
    assert [one.ticket_id for one in later.answered] == [2]
    assert later.answered[0].cosine > 0.9


def test_the_page_that_answers_is_found_also_by_a_part_of_a_word_or_a_typo(
    suggester: Suggester, write: Write
) -> None:
    page = "---\nsoort: artikel\ntitel: {}\ntaal: {}\nsleutel: {}\n---\n\n{}\n"
    late = "## Vertraagd\n\nKijk eerst waar het pakket is, bij de bezorgdienst.\n\n- Bel dan terug"
    write(page_acts.save, page.format("Bezorging", "nl", "bezorging", late))
    write(page_acts.save, page.format("Delivery", "en", "bezorging", "Ask the carrier first."))
    write(page_acts.save, page.format("Openingstijden", "nl", "open", "Wij zijn elke dag open."))
    steps = "## Stappen\n\n1. Zoek de schoonmaakvloeistof op in de kelder\n2. Klaar: Schoon"
    sop = page.format("Schoonmaken", "nl", "schoon", steps).replace("artikel", "sop")
    write(page_acts.save, sop)
    found = suggester.suggest_text("Waar is het pakket?").pages[0]
    assert (found.key, found.language, found.section) == ("bezorging", "nl", "Vertraagd")
    assert found.words == ("pakket",)
    assert suggester.suggest_text("openingstijdn").pages[0].key == "open"
    cleaning = suggester.suggest_text("schoonmaakvloeistof in de kelder")
    assert cleaning.pages[0].section == "Zoek de schoonmaakvloeistof op in de kelder"
    write(page_acts.save, page.format("Zwabbers", "nl", "zwabbers", "Een zwabber past op hout."))
    assert suggester.suggest_text("zwabber").pages[0].key == "zwabbers"


def test_a_page_is_found_by_what_it_is_asked_for_misspelt_or_compound(
    suggester: Suggester, write: Write
) -> None:
    page = "---\nsoort: artikel\ntitel: {}\nsleutel: {}\ngevraagd:\n{}---\n\nDit is de tekst.\n"
    lists = {
        "retour": ("mag ik dit terugsturen", "terugzenden", "hoe stuur ik de lamp terug"),
        "bezorging": ("waar blijft mijn pakketje", "nog niks ontvangen", "pakket kwijt"),
    }
    for key, phrases in lists.items():
        asked = "".join(f"  - {phrase}\n" for phrase in phrases)
        write(page_acts.save, page.format(key.title(), key, asked))
    for question, key in (("terug gestuurd", "retour"), ("paketje waar", "bezorging")):
        assert suggester.suggest_text(question).pages[0].key == key


def test_one_page_that_is_asked_for_is_nothing_to_tell_apart() -> None:
    rows = WordEmbedder().encode(["waar blijft het"])
    assert learnt(["waar blijft het"], ["late"], rows).scores("waar", rows[0]) == {}
    rows = WordEmbedder().encode(["waar blijft het", "mag het terug"])
    found = learnt(["waar blijft het", "mag het terug"], ["late", "back"], rows)
    assert max(found.scores("mag het terug", rows[1]).items(), key=lambda one: one[1])[0] == "back"


def test_words_count_for_more_the_rarer_they_are() -> None:
    index = Words(["emmer en zwabber", "emmer", "emmer emmer"])
    hits = index.search("emmer zwabber")
    assert hits[0].score == pytest.approx(1)
    assert hits[1].score < 0.2
    assert index.search("de 20417 x") == {}
    assert Words(["de schoonmaakvloeistof"]).search("vloeistof")[0].score == pytest.approx(9 / 19)


def test_the_weight_follows_from_the_newest_words(
    suggester: Suggester, arrive: Arrive, clock: FakeClock
) -> None:
    arrive("Is de zwabber er nog?", key="<1@x>")
    arrive(
        "Dit is onacceptabel. Ik bel mijn advocaat!",
        key="<2@x>",
        parents=["<1@x>"],
        at=MONDAY + timedelta(hours=1),
    )
    clock.forward(timedelta(hours=2))
    found = suggester.suggest(1)
    assert found is not None
    assert found.priority is not None
    codes = {one.code: one.word for one in found.priority.points}
    assert codes["serious"] == "advocaat"
    assert {"repeat", "clock"} <= codes.keys()
    assert found.priority.priority.value in {"high", "urgent"}


def test_a_subject_is_read_unless_it_is_how_the_text_begins(
    suggester: Suggester, model: WordEmbedder, arrive: Arrive
) -> None:
    arrive("Hij is stuk", subject="Zwabber")
    arrive("Emmer is stuk", subject="Emmer")
    suggester.complete()
    assert "Zwabber. Hij is stuk" not in model.encoded
    assert {"Hij is stuk", "Emmer is stuk"} <= set(model.encoded)


def test_a_ticket_without_a_word_of_the_customer_has_no_suggestion(
    services: Services, suggester: Suggester, arrive: Arrive
) -> None:
    arrive("Dag", to=["anna@klant.example"], stream="sent", key="<uit@x>")
    assert suggester.suggest(1) is None
    with pytest.raises(NotFoundError):
        suggester.suggest(99)


# --- without the model, and what the owner decides -------------------------------------------


def test_without_the_model_nothing_is_suggested_and_it_is_tried_once(services: Services) -> None:
    absent = AbsentEmbedder()
    suggester = made(services, absent)
    suggester.warm_up()
    suggester._encoder.join()
    suggester.close()
    assert suggester.state is State.UNAVAILABLE
    with pytest.raises(NotAvailableError):
        suggester.suggest_text("Waar blijft het?")
    assert suggester.offered(1) is None
    suggester.complete()
    status = suggester.status()
    assert (status.state, status.learnt, absent.tries) == ("unavailable", (), 1)


def test_a_computer_without_the_libraries_has_no_suggestions(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "app.services.assist.suggester", None)
    with pytest.raises(NotAvailableError):
        services.suggester()
    suggesting.warm_up(services)
    assert suggesting.offered(services, 1) is None


def test_the_program_has_one_suggester(services: Services) -> None:
    assert services.suggester() is services.suggester()
    assert services.suggester().state is State.COLD


def test_warming_up_prepares_the_past_and_can_be_ended(
    services: Services, suggester: Suggester, arrive: Arrive
) -> None:
    arrive("Zwabberdoek gevraagd")
    suggester.warm_up()
    suggester.warm_up()
    suggester._encoder.join()
    suggester.close()
    assert suggester.state is State.READY
    assert count(services, "text_vectors") >= 70


def test_closing_waits_for_no_model_and_nothing_is_written_after(services: Services) -> None:
    slow = SlowEmbedder()
    suggester = made(services, slow)
    suggester.warm_up()
    assert slow.asked.wait(30)
    suggester.close()
    assert suggester.state is State.LOADING
    slow.told.set()
    suggester._encoder.join()
    assert suggester._encoder.load_seconds > 0
    assert count(services, "text_vectors") == 0


@pytest.mark.allow_log
def test_a_preparation_that_breaks_leaves_the_rest_working(
    services: Services, suggester: Suggester
) -> None:
    def broken(*_values: Any) -> Any:
        raise RuntimeError

    suggester._library.refresh = broken  # type: ignore[method-assign]
    suggester.warm_up()
    suggester._encoder.join()
    suggester.close()
    assert suggester.suggest_text("Waar blijft mijn pakketje?").category.best


def test_suggestions_are_switched_off_and_made_shyer_with_undo(
    services: Services, suggester: Suggester, arrive: Arrive, write: Write
) -> None:
    arrive(f"{LATE} Ik hoor graag van jullie")
    write(preferences.change, threshold=0.3)
    offered = suggester.offered(1)
    assert offered is not None
    assert offered.category.key == "orders"
    act_id = write(preferences.change, threshold=0.99)
    shy = suggester.offered(1)
    assert shy is not None
    assert shy.category.key is None
    write(preferences.change, enabled=False)
    assert suggester.offered(1) is None
    assert write(preferences.change, enabled=False) is None
    with pytest.raises(InvalidValueError):
        write(preferences.change, threshold=1.5)
    assert act_id is not None
