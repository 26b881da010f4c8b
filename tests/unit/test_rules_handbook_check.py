"""What has to be put right before a procedure can be walked."""

import pytest

from app.models.rules.handbook.check import SENTENCES, Problem, problems
from app.models.rules.handbook.pages import Kind, Sop, Step
from app.models.rules.handbook.text import parse


def found(steps: str) -> list[str]:
    """Return the problems of steps as "code step value"."""
    page = parse(f"---\nkind: sop\ntitle: T\n---\n## Steps\n{steps}")
    assert isinstance(page, Sop)
    return [f"{one.code} {one.step} {one.value}".strip() for one in problems(page)]


def test_nothing_is_wrong_with_a_loop_that_can_end() -> None:
    assert not found(
        "1. Call\n2. Choice: Answered?\n- No -> 1\n- Yes -> 3\n3. Ask (x): y\n"
        "4. Send: z\n5. Done: a\n"
    )


@pytest.mark.parametrize(
    ("steps", "wrong"),
    [
        ("", ["no_steps None"]),
        ("-> ?\n1. A\n2. Done: x\n", ["no_start 0"]),
        ("-> 9\n1. A\n2. Done: x\n", ["unknown_start 0 9"]),
        ("1. A\n-> 3\n2. B\n3. Done: x\n", ["unreachable 2"]),
        ("1. A\n-> ?\n2. Done: x\n", ["dead_end 1", "unreachable 2"]),
        ("1. A\n2. Send: B\n", ["dead_end 2"]),
        ("1. A\n-> 7\n", ["unknown_reference 1 7"]),
        ("1. Choice: A\n- Yes -> 2\n2. Done: x\n", ["missing_answer 1"]),
        ("1. Choice: A\n", ["missing_answer 1"]),
        ("1. Choice: A\n- Yes -> 2\n- No -> ?\n2. Done: x\n", ["open_answer 1 No"]),
        ("1. Choice: A\n- Yes -> 2\n- yes -> 2\n- YES -> 2\n2. Done: x\n", ["double_answer 1 yes"]),
        ("1. Choice: A\n- Yes -> 2\n- -> 2\n2. Done: x\n", ["empty_answer 1"]),
        ("1. Choice: A\n- Yes -> 8\n- No -> 8\n", ["unknown_reference 1 8"]),
        ("1.\n2. Choice:\n- Yes -> 3\n- No -> 3\n3. Ask (x):\n4. Done: x\n",
         ["empty_text 1", "empty_text 2", "empty_text 3"]),
        ("1. Send:\n2. Done:\n", ["no_template 1", "no_outcome 2"]),
        ("1. A\n2. B\n3. C\n-> 2\n", ["endless 1"]),
        ("1. Choice: A\n- Yes -> 2\n- No -> 3\n2. B\n-> 2\n3. Done: x\n", ["endless 2"]),
        ("1. A\n2. Choice: B\n- Yes -> 1\n- No -> 9\n", ["unknown_reference 2 9"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_step(steps: str, wrong: list[str]) -> None:
    assert found(steps) == wrong


def test_a_page_needs_a_title_and_numbers_of_their_own() -> None:
    end = Step(1, Kind.END, about="x")
    sop = Sop(title=" ", first=1, steps=(end, end))
    assert problems(sop) == (Problem("no_title"), Problem("double_step", 1))
    assert problems(Sop(title="")) == (Problem("no_title"), Problem("no_steps"))


def test_every_problem_has_a_sentence() -> None:
    said = {code: Problem(code, 3, "Yes").sentence for code in SENTENCES}
    assert said["open_answer"] == "Step 3: “Yes” leads nowhere yet."
    assert not any("{" in sentence for sentence in said.values())
