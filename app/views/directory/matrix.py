"""The responsibility matrix on paper: who is asked about what, and who when he is not there."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.tickets.directory import ColleagueInfo
from app.services.tickets.lists import Choice
from app.views.language import is_dutch, translate

DOTS_PER_INCH = 300
MARGIN = QMarginsF(15, 15, 15, 15)
STYLE = """
body { font-family: sans-serif; font-size: 9pt; color: #1f2328; }
h1 { font-size: 16pt; } p { color: #5f6b7a; }
th { text-align: left; background-color: #e4f3f1; padding: 5px; }
td { padding: 5px; vertical-align: top; }
"""


class NotSavedError(KnownError):
    """The file could not be written."""

    code = "matrix_not_saved"
    text = QT_TRANSLATE_NOOP("errors", "{name} could not be saved there. Choose another place.")


def matrix_html(
    colleagues: Sequence[ColleagueInfo], departments: Sequence[Choice], day: str
) -> str:
    """Return the matrix as HTML for QTextDocument: a row for each department."""
    heads = (
        translate("Matrix", "Department"),
        translate("Matrix", "Asked first"),
        translate("Matrix", "Deputy"),
        translate("Matrix", "Also there"),
        translate("Matrix", "Knows about"),
        translate("Matrix", "Reached by"),
    )
    rows = [_row(one, colleagues) for one in departments]
    homeless = [one for one in colleagues if not one.department and not one.fixed_for]
    if homeless:
        rows.append(_cells(translate("Matrix", "Others"), (), homeless))
    title = escape(translate("Matrix", "Who is responsible for what"))
    made = escape(translate("Matrix", "As it stood on {day}").format(day=day))
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    return (
        f"<html><head><style>{STYLE}</style></head><body><h1>{title}</h1><p>{made}</p>"
        f'<table width="100%" border="1" cellspacing="0" style="border-collapse: collapse">'
        f"<tr>{head}</tr>{''.join(rows)}</table></body></html>"
    )


def _row(department: Choice, colleagues: Sequence[ColleagueInfo]) -> str:
    first = [one for one in colleagues if department.key in one.fixed_for]
    others = [one for one in colleagues if one.department == department.key and one not in first]
    return _cells(department.name_nl if is_dutch() else department.name_en, first, others)


def _cells(name: str, first: Sequence[ColleagueInfo], others: Sequence[ColleagueInfo]) -> str:
    everyone = [*first, *others]
    cells = (
        [name],
        [_person(one) for one in first],
        [one.deputy for one in everyone if one.deputy],
        [_person(one) for one in others],
        sorted({subject for one in everyone for subject in one.subjects}),
        [_ways(one) for one in everyone if _ways(one)],
    )
    return "<tr>" + "".join(f"<td>{_lines(texts)}</td>" for texts in cells) + "</tr>"


def _lines(texts: Sequence[str]) -> str:
    return "<br>".join(escape(text) for text in texts) or "–"


def _person(one: ColleagueInfo) -> str:
    return f"{one.name} ({one.role})" if one.role else one.name


def _ways(one: ColleagueInfo) -> str:
    ways = ", ".join(way for way in (one.phone, one.mail, one.hours) if way)
    return f"{one.name}: {ways}" if ways else ""


def write_pdf(html: str, place: Path, title: str) -> None:
    """Write the matrix as a PDF, A4 lying.

    Raises:
        NotSavedError: the place takes no file.
    """
    try:
        with place.open("ab"):
            pass
    except OSError as error:
        raise NotSavedError(name=place.name) from error
    writer = QPdfWriter(str(place))
    writer.setTitle(title)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            MARGIN,
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.setHtml(html)
    document.print_(writer)
