"""Pages made at random: whatever people type, tidy or not."""

from datetime import date, timedelta

from hypothesis import strategies as st

from app.models.rules.handbook.pages import SIGNALS, Answer, Article, Kind, Sop, Step, Term

PIECES = (
    "Keuze: ", "Ask (x): ", "Vraag collega: ", "Stuur:", "Done: ", "Resultaat: ", "result:", "-> 3",
    "→ ?", "- ", "- Ja -> 2", "* a", "\\", "\\\\", "## Doel", "## Steps", "---", "1. ", "\n",
    "\n\n", "  ", "\t", "\r\n", "**", ": ", "):", "(", '"', "'", "#", "kat", "é",
    "\u2028", "\xa0", "\x1c",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=7).map("".join)
PLACES = st.none() | st.tuples(st.integers(-999, 9999), st.integers(-999, 9999))
AMOUNTS = st.none() | st.integers(0, 9_999).map(lambda minutes: timedelta(minutes=minutes))
STEP_KINDS = st.sampled_from([kind for kind in Kind if kind is not Kind.START])
MANY = st.lists(TEXTS, max_size=2).map(tuple)
HEADS = {
    "title": TEXTS,
    "key": TEXTS,
    "department": TEXTS,
    "owner": TEXTS,
    "review": st.none() | st.dates(date(2000, 1, 1)),
    "language": st.sampled_from(["nl", "en"]),
    "tags": MANY,
    "asked": MANY,
}
ARTICLES = st.builds(Article, **HEADS, body=TEXTS)


def steps_of(numbers: list[int]) -> st.SearchStrategy[tuple[Step, ...]]:
    """Steps of these numbers that lead to each other, to nothing, and to what is not there."""
    targets = st.none() | st.sampled_from([*numbers, 77])
    answers = st.lists(st.builds(Answer, TEXTS, targets), max_size=3).map(tuple)
    return st.tuples(
        *(
            st.builds(
                Step, st.just(number), STEP_KINDS, text=TEXTS, about=TEXTS, expected=TEXTS,
                next=targets, answers=answers, position=PLACES,
            )
            for number in numbers
        )
    )  # fmt: skip


NUMBERS = st.lists(st.integers(1, 20), max_size=5, unique=True)
SOPS = NUMBERS.flatmap(
    lambda numbers: st.builds(
        Sop, **HEADS, purpose=TEXTS, categories=MANY, types=MANY, response=AMOUNTS,
        signals=st.lists(st.sampled_from([*SIGNALS, "else"]), max_size=3).map(tuple),
        required=st.booleans(),
        throughput=AMOUNTS, terms=st.lists(st.builds(Term, TEXTS, TEXTS), max_size=2).map(tuple),
        first=st.none() | st.sampled_from([*numbers, 78]), steps=steps_of(numbers),
        start_position=PLACES,
    )
)  # fmt: skip
