"""A chart of 60 steps: how long it takes to lay out, and each frame of dragging and typing.

A frame is everything from the pointer or key to what is painted.
"""

import math
import sys
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.rules.handbook.chart import chart_of
from app.services.handbook import layout, routes
from app.views.handbook.chart import picture
from app.views.handbook.chart.editor import ChartEditor
from app.views.pictures.chart_scenes import long_procedure
from app.views.theme import LIGHT_MODE, Theme

STEPS = 60
FRAMES = 300
GOAL_MS = 1000 / 60
Frame = tuple[float, float]
"""Milliseconds that passed, and that this thread worked."""
TEXT = "Bel de klant en vraag wanneer het pakket is aangekomen, en hoe het eruitzag. "


class Bench:
    def __init__(self, application: QApplication) -> None:
        self.application = application
        self.editor = ChartEditor(Theme(application, LIGHT_MODE))
        self.editor.resize(1366, 768)
        self.editor.show()
        self.editor.show(long_procedure(STEPS))
        self.settle()

    def settle(self) -> None:
        for _ in range(10):
            self.application.processEvents()
            QTest.qWait(5)

    def frame(self, act: Callable[[], object]) -> Frame:
        return timed(partial(self._shown, act))

    def _shown(self, act: Callable[[], object]) -> None:
        act()
        # The scene asks the view, the view the window: each a turn of the loop.
        for _ in range(3):
            self.application.processEvents()

    def drag(self, number: int) -> list[Frame]:
        """Drag a box over the chart, through everything that is in its way."""
        canvas = self.editor.canvas
        start = canvas.mapFromScene(canvas.chart.nodes[number].pos())
        port = canvas.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        times, place = [], start
        for step in range(FRAMES):
            turn = 2 * math.pi * step / 60
            by = QPoint(round(260 * math.sin(turn)), round(180 * math.sin(1.7 * turn)))
            place = start + by
            times.append(self.frame(partial(QTest.mouseMove, port, place)))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        self.editor.do("undo")
        self.settle()
        return times

    def type(self, number: int) -> list[Frame]:
        """Type into a box that grows as it goes."""
        self.editor.canvas.choose([number])
        self.editor.do("edit")
        self.settle()
        field = self.editor.inline.texts["text"]
        letters = (TEXT * 4)[:FRAMES]
        times = [self.frame(partial(QTest.keyClicks, field, key)) for key in letters]
        self.editor.inline.give_up()
        self.settle()
        return times

    def nudge(self, number: int) -> list[Frame]:
        """Move a box by keys: each a change that is kept, with its checks."""
        canvas = self.editor.canvas
        canvas.choose([number])
        held = Qt.KeyboardModifier.ControlModifier
        keys = (Qt.Key.Key_Right, Qt.Key.Key_Down)
        return [
            self.frame(partial(QTest.keyClick, canvas, keys[turn % 2], held)) for turn in range(60)
        ]


def line(name: str, times: list[Frame], goal: float | None = GOAL_MS) -> str:
    """Tell what passed, and beside it what this thread worked: others may use the computer."""
    passed, worked = (sorted(one) for one in zip(*times, strict=True))
    verdict = "" if goal is None else "  ok" if at(worked, 0.95) <= goal else f"  over {goal:.1f}"
    return (
        f"{name:<24} p50 {at(passed, 0.5):6.1f}  p95 {at(passed, 0.95):6.1f} ms"
        f"  worked p50 {at(worked, 0.5):6.1f}  p95 {at(worked, 0.95):6.1f} ms{verdict}"
    )


def at(values: list[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))]


def lay_out() -> tuple[list[Frame], list[Frame]]:
    sop = long_procedure(STEPS)
    chart = chart_of(sop)
    drawn = picture.shapes_of(chart, "nl")
    sizes = {number: one.size for number, one in drawn.items()}
    boxes = picture.boxes_of(drawn, layout.arrange(chart, sizes))
    arrows, _answers = picture.arrows_of(chart)
    return (
        [timed(partial(layout.arrange, chart, sizes)) for _ in range(20)],
        [timed(partial(routes.routes, boxes, arrows)) for _ in range(20)],
    )


def timed(act: Callable[[], object]) -> Frame:
    began, worked = time.perf_counter(), time.thread_time()
    act()
    return 1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - worked)


def run(_count: int) -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    places, ways = lay_out()
    print(line("places of 60 boxes", places, None))
    print(line("all their arrows", ways, None))
    bench = Bench(application)
    for zoom, name in ((1.0, "as it is"), (0.3, "small")):
        bench.editor.canvas.zoom_to(zoom)
        bench.editor.canvas.centerOn(bench.editor.canvas.chart.nodes[2].pos())
        bench.settle()
        print(line(f"drag a choice, {name}", bench.drag(2)))
        print(line(f"type, {name}", bench.type(2)))
    print(line("move by keys", bench.nudge(2)))
    bench.editor.close()
