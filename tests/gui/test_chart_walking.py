"""Where keys lead on a chart, and where boxes snap to: values in, values out."""

from app.models.rules.handbook.pages import START, Position
from app.services.handbook.layout import Size
from app.views.handbook.chart import lettering, walking
from app.views.pictures.chart_scenes import late

PLACES: dict[int, Position] = {0: (0, 0), 1: (0, 100), 2: (200, 100), 3: (203, 300)}


def test_a_walk_follows_arrows_and_else_looks_around() -> None:
    assert walking.along(late(), START) == 1
    assert walking.along(late(), 12) is None
    assert walking.along(late(), 1, back=True) == START
    assert walking.beside(PLACES, 1, 1, 0) == 2
    assert walking.beside(PLACES, 0, -1, 0) is None
    assert walking.in_turn(late(), None, 1) == START
    assert walking.in_turn(late(), None, -1) == 12
    assert walking.in_turn(late(), 12, 1) is None


def test_a_box_snaps_to_others_and_else_to_the_grid() -> None:
    assert walking.snapped((197.0, 194.0), PLACES) == walking.Snap((200, 190), 2)
    assert walking.snapped((61.0, 104.0), PLACES) == walking.Snap((60, 100), None, 1)
    assert walking.snapped((64.0, 66.0), {}) == walking.Snap((60, 70))


def test_boxes_are_lined_up_and_spread() -> None:
    sizes = {number: Size(100, 60) for number in PLACES}
    assert walking.lined_up(PLACES, [1, 2], axis=0) == {1: (0, 100), 2: (0, 100)}
    assert walking.lined_up(PLACES, [0, 2], axis=1) == {0: (0, 0), 2: (200, 0)}
    assert walking.spread(PLACES, sizes, [0, 1, 3], axis=1) == {1: (0, 150)}
    assert walking.spread(PLACES, sizes, [0, 3, 2], axis=0)[2][1] == 100
    assert walking.spread(PLACES, sizes, [0, 1], axis=0) == {0: (0, 0), 1: (0, 100)}


def test_words_are_broken_without_their_marks(qapp: object) -> None:
    words = lettering.words("Zeg **sorry**, zie [het beleid](beleid.md) *nu*.", lettering.TEXT, 90)
    assert " ".join(words.lines) == "Zeg sorry, zie het beleid nu."
    assert words.width <= 90
    assert words.height == words.step * len(words.lines)
    cut = lettering.words("woord " * 50, lettering.SMALL, 60, 3)
    assert len(cut.lines) == 3
    assert cut.lines[-1].endswith("…")
    assert lettering.plain("2 * 3 * 4") == "2 * 3 * 4"
