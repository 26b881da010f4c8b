"""The flowchart of a procedure: drawn by pointer and keys, and its text says the same."""

from dataclasses import replace
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.models.rules.handbook.chart import chart_of, sop_of
from app.models.rules.handbook.drawing import Way
from app.models.rules.handbook.pages import START, Kind, Sop
from app.models.rules.handbook.text import parse, render
from app.services.handbook.arrows import parts_of
from app.services.resources import resource
from app.views.handbook.chart import export
from app.views.handbook.chart.commands import ADDS, COMMANDS, MENU, TOOLS, words_of
from app.views.handbook.chart.editor import ChartEditor
from app.views.handbook.chart.export import chart_image, chart_pdf, chart_svg, export_chart
from app.views.handbook.chart.parts import ChartMenu
from app.views.handbook.chart.picture import boxes_of, draw_chart, picture, rect_of
from app.views.pictures.chart_scenes import late, long_procedure, unfinished
from app.views.theme import DARK_MODE, Theme
from app.views.tokens import DARK, LIGHT
from tests.effort import repeated

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> ChartEditor:
    made = ChartEditor(theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show(late())
    qtbot.waitUntil(lambda: made.canvas.zoom < 1)
    made.canvas.setFocus()
    return made


def press(editor: ChartEditor, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        QTest.keyClick(editor.canvas, key, held or Qt.KeyboardModifier.NoModifier)


def lines(sop: Sop) -> list[str]:
    return [f"{e.source}>{e.target}{e.label and ' ' + e.label}" for e in chart_of(sop).edges]


def same_in_words(editor: ChartEditor) -> bool:
    """What was drawn comes back from its text, and from its chart."""
    sop = editor.sop()
    read = parse(render(sop))
    assert isinstance(read, Sop)
    return chart_of(read) == chart_of(sop) and sop_of(chart_of(sop), sop) == sop


def at(editor: ChartEditor, number: int) -> QPoint:
    editor.canvas.ensureVisible(editor.canvas.chart.nodes[number])
    return editor.canvas.mapFromScene(editor.canvas.chart.nodes[number].pos())


def drag(editor: ChartEditor, start: QPoint, by: QPoint) -> None:
    port = editor.canvas.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + by / 2)
    QTest.mouseMove(port, start + by)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + by)


def test_keys_walk_along_the_flow_and_say_where_they_are(editor: ChartEditor) -> None:
    canvas = editor.canvas
    assert canvas.accessibleName()
    press(editor, Key.Key_Down)
    assert canvas.chosen_nodes() == [START]
    press(editor, Key.Key_Down, Key.Key_Down)
    assert canvas.chosen_nodes() == [2]
    assert canvas.accessibleDescription().startswith("2, Choice: Komt het pakket nog?. Ja, binnen")
    press(editor, Key.Key_Down)
    assert canvas.chosen_nodes() == [3]
    press(editor, Key.Key_Up)
    assert canvas.chosen_nodes() == [2]
    press(editor, Key.Key_Right)
    assert canvas.chosen_nodes() not in ([2], [])
    asked: list[str] = []
    shortcut = QShortcut("Esc", editor)
    shortcut.activated.connect(partial(asked.append, "of the window"))
    press(editor, Key.Key_Escape, Key.Key_Tab)
    assert not asked, "keys of the window wait while the chart is worked on"
    assert canvas.chosen_nodes() == [START]
    press(editor, *[Key.Key_Tab] * 12)
    assert canvas.chosen_nodes() == [12]
    press(editor, Key.Key_Backtab)
    assert canvas.chosen_nodes() == [11]
    press(editor, Key.Key_A, held=CTRL)
    assert len(canvas.chosen_nodes()) == 13


def test_steps_are_added_worded_moved_and_removed_by_keys(
    editor: ChartEditor, qtbot: QtBot
) -> None:
    canvas, drawn = editor.canvas, list[Sop]()
    editor.changed.connect(drawn.append)
    before = editor.sop()
    canvas.choose([1])
    press(editor, Key.Key_Insert)
    assert canvas.chosen_nodes() == [13]
    assert lines(editor.sop())[1:3] == ["1>13", "13>2"]
    press(editor, Key.Key_Return)
    field = editor.inline.texts["text"]
    qtbot.waitUntil(field.isVisible)
    QTest.keyClicks(field, "Bel de klant, en zeg dat je erop terugkomt zodra je iets weet. " * 2)
    assert canvas.chart.nodes[13].drawn.size.height > 80
    assert len(drawn) == 1
    editor.show(drawn[-1])
    assert editor.inline.isVisible(), "what says the same disturbs nobody who types"
    QTest.keyClick(field, Key.Key_Return)
    assert editor.sop().steps[1].text.startswith("Bel de klant")
    assert not editor.inline.isVisible()
    press(editor, Key.Key_Right, Key.Key_Down, Key.Key_Down, held=CTRL)
    moved = editor.sop().steps[1].position
    assert moved is not None
    assert all(step.position is not None for step in editor.sop().steps)
    press(editor, Key.Key_Z, held=CTRL)
    assert editor.sop().steps[1].position is None
    press(editor, Key.Key_Y, held=CTRL)
    assert editor.sop().steps[1].position == moved
    assert same_in_words(editor)
    press(editor, Key.Key_C)
    choice = editor.sop().steps[2]
    assert (choice.kind, [one.label for one in choice.answers]) == (Kind.CHOICE, ["Ja", "Nee"])
    assert choice.position is not None
    press(editor, Key.Key_Delete)
    assert canvas.chosen_nodes() == [13]
    press(editor, Key.Key_Delete, Key.Key_T)
    assert editor.sop() == before
    for _ in range(9):
        press(editor, Key.Key_Z, held=CTRL)
    assert editor.sop() == before
    assert drawn[-1] == before


def test_an_arrow_is_drawn_by_keys_and_by_its_handle(editor: ChartEditor, qtbot: QtBot) -> None:
    canvas = editor.canvas
    canvas.choose([8])
    press(editor, Key.Key_L, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert "8>12" in lines(editor.sop())
    canvas.choose([8])
    press(editor, Key.Key_L, Key.Key_Down, Key.Key_Escape)
    assert "8>12" in lines(editor.sop())
    editor.do("fit")
    canvas.choose([1])
    box = canvas.chart.box(1)
    handle = canvas.mapFromScene(QPointF((box.left + box.right) / 2, box.bottom))
    drag(editor, handle, at(editor, 8) - handle)
    assert lines(editor.sop())[1] == "1>8"
    empty = canvas.mapFromScene(QPointF(box.left - 300, box.bottom + 20))
    drag(editor, handle, empty - handle)
    assert lines(editor.sop())[1] == "1>13"
    assert "13>8" in lines(editor.sop())
    press(editor, Key.Key_Z, Key.Key_Z, held=CTRL)
    arrow = canvas.chart.arrows[Way(2, 1)]
    arrow.setSelected(True)
    canvas.chart.nodes[1].setSelected(False)
    press(editor, Key.Key_Delete)
    assert "2>5 Nee, of niemand weet het" not in lines(editor.sop())
    assert same_in_words(editor)


def test_a_box_is_dragged_into_line_with_others(editor: ChartEditor, qtbot: QtBot) -> None:
    canvas = editor.canvas
    editor.do("zoom_none")
    place, start = at(editor, 8), canvas.chart.places[8]
    drag(editor, place, QPoint(63, 41))
    x, y = canvas.chart.places[8]
    others = [one for number, one in canvas.chart.places.items() if number != 8]
    assert (x, y) != start
    assert x % 10 == 0 or x in [one[0] for one in others]
    assert editor.sop().steps[7].position == (x, y)
    qtbot.waitUntil(lambda: not canvas.chart._rough)
    assert canvas.chart.chart_rect().contains(rect_of(canvas.chart.box(8)))
    canvas.choose([3, 8, 11])
    editor.do("column")
    assert len({canvas.chart.places[number][0] for number in (3, 8, 11)}) == 1
    editor.do("spread_down")
    ys = sorted(canvas.chart.places[number][1] for number in (3, 8, 11))
    sizes = canvas.chart.sizes()
    assert ys == sorted(set(ys))
    assert abs((ys[1] - ys[0]) - (ys[2] - ys[1])) < max(one.height for one in sizes.values())
    editor.do("row")
    assert len({canvas.chart.places[number][1] for number in (3, 8, 11)}) == 1
    editor.do("tidy")
    assert editor.sop() == late()


def test_the_pointer_chooses_zooms_and_opens(editor: ChartEditor, qtbot: QtBot) -> None:
    canvas, port = editor.canvas, editor.canvas.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=at(editor, 1))
    assert canvas.chosen_nodes() == [1]
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, CTRL, at(editor, 2))
    assert canvas.chosen_nodes() == [1, 2]
    QTest.mouseMove(port, at(editor, 3))
    assert canvas.chart.nodes[3].has_handle
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=at(editor, 2))
    qtbot.waitUntil(editor.inline.isVisible)
    answers = editor.inline.texts["answers"]
    answers.setPlainText("Ja\nNee\nBezorgd\nGeen idee")
    QTest.keyClick(answers, Key.Key_Return, CTRL)
    assert lines(editor.sop())[2:6] == ["2>3 Ja", "2>5 Nee", "2>8 Bezorgd", "2>None Geen idee"]
    assert canvas.chart.nodes[2].problems
    assert canvas.chart.nodes[2].toolTip()
    assert editor.problems.isVisible()
    zoom = canvas.zoom
    for turned in (120, -120, -120):
        place = QPointF(port.rect().center())
        event = QWheelEvent(
            place, port.mapToGlobal(place), QPoint(), QPoint(0, turned),
            Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(port, event)
    assert canvas.zoom < zoom
    press(editor, Key.Key_Plus, held=CTRL)
    assert canvas.zoom == pytest.approx(zoom)
    press(editor, Key.Key_0, held=CTRL)
    assert canvas.zoom == pytest.approx(1.0)
    before = canvas.verticalScrollBar().value()
    QTest.mousePress(port, Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    QTest.mouseMove(port, QPoint(300, 260))
    QTest.mouseRelease(port, Qt.MouseButton.MiddleButton, pos=QPoint(300, 260))
    assert canvas.verticalScrollBar().value() == before + 40


def test_what_is_not_right_is_marked_and_listed(editor: ChartEditor) -> None:
    editor.show(unfinished())
    listed = [editor.problems.list.item(row) for row in range(editor.problems.list.count())]
    assert "Step 10 has no text." in [item.text() for item in listed]
    assert editor.canvas.chart.nodes[10].problems[-1] == "Step 10 has no text."
    item = next(item for item in listed if item.text() == "Step 10 has no text.")
    editor.problems.list.itemActivated.emit(item)
    assert editor.canvas.chosen_nodes() == [10]
    assert "Step 10 has no text." in editor.canvas.accessibleDescription()
    QTest.keyClick(editor.canvas, Key.Key_Return)
    assert editor.inline.lines["expected"].text() == "de terugbetaling staat klaar."
    QTest.keyClicks(editor.inline.texts["text"], "Terug")
    QTest.keyClick(editor.inline.texts["text"], Key.Key_Escape)
    assert editor.canvas.chart.nodes[10].problems
    editor.show(unfinished(), read_only=True)
    assert not editor.problems.isVisible()
    assert not editor.canvas.chart.nodes[10].problems


def test_a_chart_that_is_only_read_is_not_changed(editor: ChartEditor) -> None:
    editor.show(late(), read_only=True)
    assert not editor.tools.buttons["add_do"].isVisible()
    assert editor.tools.buttons["export"].isVisible()
    editor.canvas.choose([2])
    press(editor, Key.Key_Insert, Key.Key_Delete, Key.Key_Return, Key.Key_L)
    drag(editor, at(editor, 1), QPoint(50, 50))
    assert editor.sop() == late()
    assert not editor.inline.isVisible()


def test_text_from_elsewhere_keeps_what_can_be_undone_only_when_it_says_the_same(
    editor: ChartEditor,
) -> None:
    editor.canvas.choose([1])
    press(editor, Key.Key_S)
    drawn = editor.sop()
    editor.show(replace(drawn, title="Andere titel"))
    assert editor.tools.buttons["undo"].isEnabled()
    assert editor.canvas.chosen_nodes() == [13]
    press(editor, Key.Key_Z, held=CTRL)
    assert editor.sop() == replace(late(), title="Andere titel")
    editor.show(replace(late(), steps=late().steps[:5]))
    assert not editor.tools.buttons["undo"].isEnabled()
    assert len(editor.canvas.chart.nodes) == 6


def test_a_procedure_begins_with_nothing(editor: ChartEditor, qtbot: QtBot) -> None:
    editor.show(replace(late(), first=None, steps=(), key="leeg"))
    assert editor.empty.isVisible()
    editor.empty.acted.emit()
    assert lines(editor.sop()) == ["0>1"]
    assert editor.canvas.isVisible()
    press(editor, Key.Key_A)
    editor.set_known({Kind.ASK: ["Magazijn", "Inkoop"]})
    press(editor, Key.Key_F2)
    about = editor.inline.lines["about"]
    qtbot.waitUntil(about.isVisible)
    completer = about.completer()
    assert completer is not None
    assert completer.model().rowCount() == 2
    QTest.keyClicks(about, "Magazijn")
    QTest.keyClick(about, Key.Key_Return)
    assert editor.sop().steps[1].about == "Magazijn"
    press(editor, Key.Key_E)
    assert [step.kind for step in editor.sop().steps] == [Kind.DO, Kind.ASK, Kind.END]
    assert same_in_words(editor)


def test_the_menu_offers_what_can_be_done(editor: ChartEditor, theme: Theme) -> None:
    known = {command.name for command in COMMANDS}
    assert {name for group in (*TOOLS, *MENU) for name in group} <= known | {"kind"}
    assert all(words_of(name) for name in ADDS)
    editor.canvas.choose([3])
    press(editor, Key.Key_F10, held=Qt.KeyboardModifier.ShiftModifier)
    (menu,) = editor.canvas.findChildren(ChartMenu)
    texts = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert texts["Change the words"].isEnabled()
    assert not texts["Put below each other"].isEnabled()
    menu.wanted_kind.emit("end")
    assert editor.sop().steps[2].kind is Kind.END
    menu.close()
    editor.do("number")
    assert editor.sop().steps[2].id == 3
    theme.choose(DARK_MODE)
    assert editor.canvas.chart.nodes[1].colours is DARK
    assert editor.canvas.backgroundBrush().color().name() == DARK.window


def test_a_picture_is_written_without_a_window(qapp: QApplication, tmp_path: Path) -> None:
    sop = late()
    svg = chart_svg(sop).decode()
    assert "Bestelling te laat</title>" in svg
    assert "Komt het pakket nog?" in svg
    assert chart_svg(replace(sop, steps=())).startswith(b"<svg xmlns")
    for kind in export.FORMATS:
        export_chart(sop, tmp_path / f"chart.{kind}")
    small, large = ((chart_pdf(one)).decode("latin-1") for one in (sop, long_procedure(60)))
    assert small.startswith("%PDF")
    assert "/MediaBox [0 0 595" in small
    assert "/MediaBox [0 0 595" not in large
    image = QImage(str(tmp_path / "chart.png"))
    bounds = picture(sop).bounds
    assert abs(image.width() - 2 * bounds.width()) <= 2
    assert image.pixelColor(2, 2).name() == LIGHT.surface
    with pytest.raises(ValueError, match="docx"):
        export_chart(sop, tmp_path / "chart.docx")
    drawn = QImage(400, 300, QImage.Format.Format_RGB32)
    drawn.fill(0)
    painter = QPainter(drawn)
    draw_chart(painter, QRectF(0, 0, 400, 300), sop, DARK)
    painter.end()
    colours = {drawn.pixelColor(x, y).name() for x in range(400) for y in range(0, 300, 3)}
    assert DARK.accent in colours, "its start"
    assert max(chart_image(long_procedure(60), scale=9).height(), 1) <= export.MOST_DOTS


def test_a_picture_is_saved_where_the_owner_says(
    editor: ChartEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    failed: list[str] = []
    editor.failed.connect(failed.append)
    press(editor, Key.Key_E, held=CTRL)
    (dialog,) = editor.findChildren(QFileDialog)
    dialog.filterSelected.emit("PDF (*.pdf)")
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "te-laat.pdf"))
    dialog.close()
    assert (tmp_path / "te-laat.pdf").exists()
    editor.export(tmp_path / "nowhere" / "te-laat.svg")
    assert failed == ["No such file or directory"]


@repeated
def test_the_starter_handbook_is_drawn_with_nothing_on_anything(qapp: QApplication) -> None:
    found = 0
    for file in sorted(resource("handbook", "nl").glob("*.md")):
        page = parse(file.read_text(encoding="utf-8"))
        if isinstance(page, Sop):
            found += 1
            drawn = picture(page)
            boxes = boxes_of(drawn.shapes, drawn.places).values()
            assert not any(one.meets(two) for one, two in combinations(boxes, 2)), file.stem
            for route in drawn.routes:
                parts = [part.grown(0.5) for part in parts_of(route.points)]
                assert not any(part.meets(box.grown(-2)) for part in parts for box in boxes)
                assert not any(route.label and route.label.meets(box) for box in boxes), file.stem
    assert found >= 15


def test_sixty_boxes_are_drawn_without_one_on_another(qapp: QApplication) -> None:
    drawn = picture(long_procedure(60))
    boxes = [rect_of(box) for box in boxes_of(drawn.shapes, drawn.places).values()]
    assert len(boxes) == 61
    assert not any(one.intersects(two) for one in boxes for two in boxes if one is not two)
    labels = [rect_of(route.label) for route in drawn.routes if route.label is not None]
    assert labels
    assert not any(label.intersects(box) for label in labels for box in boxes)
