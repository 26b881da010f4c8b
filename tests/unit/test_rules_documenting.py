import pytest

from app.models.rules.documenting import Evidence, missing


@pytest.mark.parametrize(
    ("evidence", "left"),
    [
        (Evidence("solved"), ()),
        (Evidence(), ("outcome",)),
        (Evidence(""), ("outcome",)),
        (Evidence("solved", promises=1), ("promise",)),
        (Evidence("solved", questions=2), ("question",)),
        (Evidence("solved", procedures=1), ("open_procedure",)),
        (Evidence(unsettled=True), ("outcome", "sending")),
    ],
)
def test_what_stands_in_the_way(evidence: Evidence, left: tuple[str, ...]) -> None:
    assert missing(evidence) == left
