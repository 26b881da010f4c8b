from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.sign_ins import Ending, ending

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (60, None),
        (14.1, None),
        (14, Ending.SOON),
        (3.1, Ending.SOON),
        (3, Ending.URGENT),
        (0.1, Ending.URGENT),
        (0, Ending.OVER),
        (-5, Ending.OVER),
    ],
)
def test_the_end_is_told_two_weeks_and_three_days_before(days: float, told: Ending | None) -> None:
    assert ending(NOW + timedelta(days=days), NOW) is told


def test_what_does_not_end_is_not_told() -> None:
    assert ending(None, NOW) is None
