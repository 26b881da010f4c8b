"""Flowcharts: one that is walked easily, a large one, one that is not right yet, and none."""

from dataclasses import replace

from app.models.rules.handbook import drawing
from app.models.rules.handbook.pages import START, Answer, Kind, Sop, Step
from app.models.rules.handbook.text import parse
from app.views.handbook.chart.editor import ChartEditor
from app.views.pictures.album import Album

LATE = """---
soort: sop
sleutel: te-laat
titel: "Bestelling te laat"
---

## Stappen

1. Zoek de bestelling op en kijk bij de vervoerder waar het pakket is.
   Resultaat: je weet wanneer het pakket komt.
2. Keuze: Komt het pakket nog?
   - Ja, binnen twee dagen -> 3
   - Nee, of niemand weet het -> 5
   - Het is bezorgd, zegt de vervoerder -> 8
3. Stuur: Bestelling vertraagd
   Noem de dag van bezorging, en zeg sorry zonder *maar*.
4. Klaar: Klant weet wanneer het komt
5. Vraag collega (Magazijn en bezorging): Kan er vandaag een nieuw pakket weg?
6. Keuze: Ligt het er nog?
   - Ja -> 7
   - Nee -> 10
7. Stuur: Pakket kwijt: nieuw pakket
   -> 4
8. Vraag de klant om bij de buren te kijken, en kijk naar de foto van de bezorger.
9. Keuze: Gevonden?
   - Ja -> 12
   - Nee -> 5
10. Betaal de bestelling terug.
    Resultaat: de terugbetaling staat klaar.
11. Stuur: Terugbetaling bevestigd
12. Klaar: Opgelost
"""
_PART = 15
_LONG = (
    (Kind.DO, "Kijk wat de klant eerder vroeg, en wat er toen is beloofd."),
    (Kind.CHOICE, "Is het binnen de bedenktijd?"),
    (Kind.ASK, "Klopt het wat de klant zegt over de levering?"),
    (Kind.SEND, "Vraag om gegevens"),
    (Kind.DO, "Houd de bestelling vast tot er antwoord is."),
    (Kind.CHOICE, "Heeft de klant een foto gestuurd?"),
)


def late() -> Sop:
    """Return a procedure of twelve steps."""
    sop = parse(LATE)
    assert isinstance(sop, Sop)  # noqa: S101  what stands above is one
    return sop


def long_procedure(count: int) -> Sop:
    """Return a procedure of so many steps: parts of fifteen, each with choices and ways back."""
    steps = []
    for number in range(1, count + 1):
        place, text = (number - 1) % _PART, _LONG[(number - 1) % len(_LONG)][1]
        kind = _LONG[(number - 1) % len(_LONG)][0]
        if place == _PART - 1 or number == count:
            steps.append(Step(number, Kind.END, about="Klaar"))
            continue
        answers: tuple[Answer, ...] = ()
        if kind is Kind.CHOICE:
            aside = _aside(number, place, count)
            answers = (Answer("Ja", number + 1), Answer("Nee, nog niet", aside))
        about = text if kind is Kind.SEND else "Magazijn" if kind is Kind.ASK else ""
        words = "" if kind is Kind.SEND else text
        next_ = None if answers else number + 1
        steps.append(Step(number, kind, words, about, next=next_, answers=answers))
    return Sop(title="Lang", key=f"lang-{count}", first=1, steps=tuple(steps))


def _aside(number: int, place: int, count: int) -> int:
    """Return where "no" leads: the first time to the next part, then on, or back."""
    following = number - place + _PART
    if place < len(_LONG) and following <= count:
        return following
    return number + 2 if place % 2 else number - 4


def unfinished() -> Sop:
    """Return a procedure with something wrong at several steps."""
    sop = drawing.led(late(), drawing.Way(2, 1), None)
    sop = drawing.led(sop, drawing.Way(8), None)
    sop, number = drawing.added(sop, Kind.SEND)
    steps = (replace(one, text="") if one.id == 10 else one for one in sop.steps)
    return drawing.joined(replace(sop, key="half", steps=tuple(steps)), number, 4)


async def charts(album: Album) -> None:
    """The chart of a procedure, beside nothing else."""
    editor = ChartEditor(album.theme)
    album.window.add_page(editor)
    album.window.show_page(editor)
    editor.show(late())
    await album.settle()
    await album.take("100-chart")
    editor.canvas.choose([2])
    await album.take("101-chart-words", lambda: editor.do("edit"))
    editor.inline.give_up()
    editor.canvas.choose([3])
    await album.take("102-chart-menu", lambda: editor.do("menu"))
    editor.show(long_procedure(60))
    await album.settle()
    await album.take("103-chart-large")
    editor.do("fit")
    await album.take("104-chart-whole")
    editor.show(unfinished())
    await album.take("105-chart-problems")
    editor.show(replace(late(), first=None, steps=(), key="leeg"))
    await album.take("106-chart-empty")
    editor.show(late(), read_only=True)
    editor.canvas.choose([START])
    await album.take("107-chart-read")
    album.window.show_messages()
    editor.hide()
