"""What is known of a page beside its text: whose it is, when it is reviewed, its targets."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.handbook.check import problems
from app.models.rules.handbook.pages import Article, Sop
from app.services.handbook.browsing import Leaf
from app.services.handbook.pages import VersionInfo
from app.services.handbook.run_stats import SopStats
from app.views import moments
from app.views.handbook.walk_facts import WalkFacts
from app.views.handbook.words import KINDS, iso_day
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, TIGHT
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WIDTH = 200
NAMES = ("kind", "department", "owner", "review", "targets", "version", "tags", "problems")


class PageFacts(Panel):
    """A column of names and values; what is not known is left out."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._leaf: Leaf | None = None
        self._versions: Sequence[VersionInfo] = ()
        self._lacks = 0
        self._names = {name: PlainLabel(face="section") for name in NAMES}
        self.values = {name: PlainLabel(wrap=True, selectable=True) for name in NAMES}
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = {name: QWidget(self) for name in NAMES}
        for name, row in self._rows.items():
            inside = QVBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, MEDIUM)
            inside.setSpacing(TIGHT)
            inside.addWidget(self._names[name])
            inside.addWidget(self.values[name])
            column.addWidget(row)
        self.walks = WalkFacts(theme, self)
        column.addWidget(self.walks)
        column.addStretch(1)
        self.dress()

    def show_leaf(
        self, leaf: Leaf | None, versions: Sequence[VersionInfo], walks: SopStats | None = None,
        lacks: int = 0,
    ) -> None:  # fmt: skip
        """Show what is known of a page, how it is walked, and how many pictures it lacks."""
        self._leaf, self._versions, self._lacks = leaf, versions, lacks
        self.walks.show_stats(walks)
        self._fill()

    @property
    def summary(self) -> str:
        """The most important of it on one line, for where the column has no room."""
        told = [self.values[name].text() for name in ("department", "owner", "review")]
        if told[-1]:
            told[-1] = f"{self._names['review'].text()} {told[-1]}"
        return " · ".join(text for text in told if text)

    def _fill(self) -> None:
        shown = self._texts(self._leaf) if self._leaf is not None else {}
        for name in NAMES:
            text = shown.get(name, "")
            self.values[name].setText(text)
            self._rows[name].setVisible(bool(text))
        due = self._leaf is not None and self._leaf.due
        self.values["review"].set_tone("warn" if due else "")
        self.values["problems"].set_tone("warn")

    def _texts(self, leaf: Leaf) -> dict[str, str]:
        info = leaf.info
        review = iso_day(info.review_on) if info.review_on else ""
        if leaf.due:
            review += "\n" + translate("Handbook", "That day has come: read it again.")
        return {
            "kind": translate("Handbook", KINDS[info.kind]),
            "department": info.department,
            "owner": info.owner,
            "review": review,
            "targets": _targets(leaf.page) if isinstance(leaf.page, Sop) else "",
            "version": self._version(info.version, info.saved_at),
            "tags": ", ".join(leaf.page.tags),
            "problems": _problems(leaf.page, self._lacks),
        }

    def _version(self, number: int, saved_at: datetime) -> str:
        lines = [str(number), moments.full_moment(saved_at, self._now())]
        known = next((one for one in self._versions if one.number == number), None)
        if known is not None:
            lines += [text for text in (known.author, known.reason) if text]
        return "\n".join(lines)

    @override
    def retranslate(self) -> None:
        for name, text in {
            "kind": translate("Handbook", "Kind"),
            "department": translate("Handbook", "Department"),
            "owner": translate("Handbook", "Owner"),
            "review": translate("Handbook", "To be reviewed on"),
            "targets": translate("Handbook", "Targets"),
            "version": translate("Handbook", "Version"),
            "tags": translate("Handbook", "Labels"),
            "problems": translate("Handbook", "To be put right"),
        }.items():
            self._names[name].setText(text)
        self._fill()


def _targets(sop: Sop) -> str:
    lines = []
    if sop.response is not None:
        told = translate("Handbook", "First reaction within {time}")
        lines.append(told.format(time=moments.whole_amount(sop.response)))
    if sop.throughput is not None:
        told = translate("Handbook", "Done within {time}")
        lines.append(told.format(time=moments.whole_amount(sop.throughput)))
    return "\n".join(lines)


def _problems(page: Article | Sop, lacks: int) -> str:
    found = lacks + (len(problems(page)) if isinstance(page, Sop) else 0)
    return plural("Handbook", "%n thing(s): edit the page to see which", found) if found else ""
