import pytest

from app.models.rules.automatic import may_answer_automatically
from app.models.rules.messages import Automatic

OWN = frozenset({"winkel@voorbeeld.nl"})


@pytest.mark.parametrize(
    ("sender", "automatic", "day", "hour", "reason"),
    [
        ("anna@klant.example", None, 0, 0, "acknowledgement"),
        ("anna@klant.example", Automatic.AUTO_REPLY, 0, 0, "automatic_auto_reply"),
        ("anna@klant.example", Automatic.LIST, 0, 0, "automatic_list"),
        ("winkel@voorbeeld.nl", None, 0, 0, "own_address"),
        ("", None, 0, 0, "own_address"),
        ("mailer-daemon@x.nl", None, 0, 0, "nobody_reads_there"),
        ("no-reply@x.nl", None, 0, 0, "nobody_reads_there"),
        ("noreply+12@x.nl", None, 0, 0, "nobody_reads_there"),
        ("noreplyers@x.nl", None, 0, 0, "acknowledgement"),
        ("anna@klant.example", None, 1, 1, "once_a_day"),
        ("bert@klant.example", None, 0, 10, "ten_an_hour"),
    ],
)
def test_machines_are_not_answered_and_people_not_often(
    sender: str, automatic: Automatic | None, day: int, hour: int, reason: str
) -> None:
    found = may_answer_automatically(
        sender, automatic=automatic, own_handles=OWN, to_sender_in_a_day=day, in_an_hour=hour
    )
    assert found.reason == reason
    assert found.allowed is (reason == "acknowledgement")
