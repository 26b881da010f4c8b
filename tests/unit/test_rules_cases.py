"""From public to private: which line comes when, and when to warn."""

import pytest

from app.models.rules.cases import Line, belongs_in_private, may, next_line


def test_each_line_is_written_once_and_the_closing_one_after_the_private_one() -> None:
    assert [may(line, ()) for line in Line] == [True, True, False]
    assert [may(line, {Line.PRIVATE}) for line in Line] == [True, False, True]
    assert [next_line(set(list(Line)[:count])) for count in range(4)] == [*Line, None]


@pytest.mark.parametrize(
    ("public", "marks", "done", "warns"),
    [
        (True, ("complaint", None), (), True),
        (True, (None, "complaints"), {Line.PUBLIC}, True),
        (True, ("complaint", None), {Line.PRIVATE}, False),
        (True, ("question", "orders"), (), False),
        (False, ("complaint", "complaints"), (), False),
    ],
)
def test_a_complaint_in_public_belongs_in_private(
    public: bool, marks: tuple[str | None, ...], done: tuple[Line, ...], warns: bool
) -> None:
    assert belongs_in_private(public=public, marks=marks, done=done) is warns
