"""Flowcharts as pictures: what stands in them, in shapes that hold it, safe to put in a page."""

from dataclasses import replace
from xml.etree import ElementTree

from app.models.rules.handbook.pages import Answer, Kind, Sop, Step
from app.services.handbook import chart_svg, starter
from app.services.handbook.chart_svg import Words, draw

WORDS = Words("Start", {Kind.CHOICE: "Keuze", Kind.ASK: "Vraag"}, "Vraag {about}", "Schema <1>")
SVG = "{http://www.w3.org/2000/svg}"
STEPS = (
    Step(1, Kind.DO, "Zoek **alles** op in [de lijst](x.md) & meer.\nEn dan dit.", next=2),
    Step(2, Kind.CHOICE, "Is <het> er?", answers=(Answer("Ja", 3), Answer("Nee", None))),
    Step(3, Kind.ASK, "Kan dat?", about="Magazijn", next=4),
    Step(4, Kind.SEND, "Noem de dag", about="Bericht", next=5),
    Step(5, Kind.END, about="Klaar ermee"),
)
SOP = Sop(title="Proef", first=1, steps=STEPS)


def number(one: ElementTree.Element, name: str) -> float:
    return float(one.get(name) or "")


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_every_step_stands_in_the_chart_with_its_number_and_what_it_is() -> None:
    drawing = draw(SOP, WORDS)
    assert drawing is not None
    told = " ".join(texts(drawing.svg))
    for wanted in ("Start", "1", "Zoek alles op in de lijst & meer.", "2 · Keuze", "Is <het> er?",
                   "3 · Vraag Magazijn", "Bericht", "Klaar ermee", "Ja", "Nee"):  # fmt: skip
        assert wanted in told
    assert "En dan dit" not in told
    assert "Noem de dag" not in told
    root = ElementTree.fromstring(drawing.svg)
    assert root.find(f"{SVG}title").text == "Schema <1>"
    assert (drawing.width, drawing.height) == (number(root, "width"), number(root, "height"))
    dashed = [one for one in root.iter(f"{SVG}polyline") if one.get("stroke-dasharray")]
    assert len(dashed) == 1


def test_a_procedure_without_steps_has_only_its_start() -> None:
    drawing = draw(replace(SOP, steps=(), first=None), WORDS)
    assert drawing.width < draw(SOP, WORDS).width
    assert WORDS.start in drawing.svg


def test_places_that_somebody_gave_are_kept() -> None:
    moved = (replace(STEPS[0], position=(900, 400)), *STEPS[1:])
    drawing = draw(replace(SOP, steps=moved), WORDS)
    assert drawing is not None
    assert '<rect x="790"' in drawing.svg  # 220 wide round 900


def test_bold_letters_have_more_room() -> None:
    said = "Wacht tot de zaak opengaat"
    assert chart_svg._wrapped(said, 200, 14) == [said]
    end = Sop(title="Proef", first=1, steps=(Step(1, Kind.END, about=said),))
    assert texts(draw(end, WORDS).svg)[-2:] == ["Wacht tot de zaak", "opengaat"]


def test_long_words_and_texts_are_broken_and_cut() -> None:
    lines = chart_svg._wrapped("x" * 90 + " kort", 200, 14)
    assert len(lines) > 3
    assert all(chart_svg._width(line, 14) <= 200 for line in lines)
    assert chart_svg._short("woord " * 60).endswith("woord…")


def test_the_charts_of_the_starter_handbook_fit_in_their_frame_and_are_the_same_each_time() -> None:
    page = next(one for one in starter.pages(language="nl") if one.key == "te-laat")
    assert isinstance(page, Sop)
    drawing = draw(page, WORDS)
    assert drawing == draw(page, WORDS)
    assert drawing is not None
    root = ElementTree.fromstring(drawing.svg)
    left, top, width, height = map(float, (root.get("viewBox") or "").split())
    for one in root.iter(f"{SVG}rect"):
        x, y = number(one, "x"), number(one, "y")
        assert left <= x <= left + width - number(one, "width")
        assert top <= y <= top + height - number(one, "height")


def test_a_chart_can_be_parted_where_nothing_but_arrows_is_cut() -> None:
    page = next(one for one in starter.pages(language="nl") if one.key == "crisis")
    assert isinstance(page, Sop)
    drawing = draw(page, WORDS)
    root = ElementTree.fromstring(drawing.svg)
    top = float((root.get("viewBox") or "").split()[1])
    rects = [(number(one, "y") - top, number(one, "height")) for one in root.iter(f"{SVG}rect")]
    assert len(drawing.gaps) > 5
    assert all(0 < gap < drawing.height for gap in drawing.gaps)
    assert not any(at < gap < at + high for gap in drawing.gaps for at, high in rects)
    assert draw(replace(SOP, steps=(), first=None), WORDS).gaps == ()
