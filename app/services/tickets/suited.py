"""What an answer in a ticket can be: as its account has it, less what that account cannot reach."""

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.handles import reaches
from app.models.rules.messages import Direction
from app.services.channels.api import Traits
from app.services.tickets.entries import KINDS
from app.services.tickets.inbox import TicketView

BY_HAND = Traits(
    answers=False,
    explains=QT_TRANSLATE_NOOP(
        "channels",
        "This was said by phone or in the shop, so nothing can be sent from here: ring back, and "
        "log what was said.",
    ),
)
ON_THE_PAGE = Traits(
    answers=False,
    explains=QT_TRANSLATE_NOOP(
        "channels",
        "This platform only told us by mail. Open the message in the browser, answer on the page "
        "itself, and log what you wrote.",
    ),
)


def suited(view: TicketView, traits: Traits) -> Traits:
    """Return what an answer can be.

    Args:
        traits: of the kind of account by which the ticket came in, its `carrier`.
    """
    carrier = view.ticket.carrier
    if carrier in KINDS:
        return BY_HAND
    if view.ticket.channel == carrier:
        return traits
    newest = next((one for one in reversed(view.messages) if one.direction == Direction.IN), None)
    if newest is None or reaches(carrier, newest.reply_handle or newest.author_handle):
        return traits
    return ON_THE_PAGE
