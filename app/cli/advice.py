"""Asks what is suggested for rules that go by it, and says so when it cannot be asked."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.cli.context import say
from app.cli.slow import Slow
from app.models.rules.advice import Advice, Silence
from app.services.assist import advising

if TYPE_CHECKING:
    from app.bootstrap import Services

ASKING = "Asking what is suggested"
SILENCES = {
    Silence.OFF: "Suggestions are off, so that what asks them does not hold.",
    Silence.UNAVAILABLE: (
        "Suggestions are not available on this computer, so that what asks them does not hold."
    ),
}


def advice_for(services: "Services", ticket_ids: Sequence[int]) -> Mapping[int, Advice]:
    """Return what is suggested for tickets, by ticket."""
    with Slow(ASKING) as slow:
        found = services.adviser.of_all(ticket_ids, slow.told)
    silent = advising.silence(found)
    if silent is not None:
        say(SILENCES[silent])
    return found
