"""An article for a question that comes back: drafted from its tickets, and it settles it."""

from sqlalchemy.orm import Session

from app.models.rules.errors import NotFoundError
from app.models.rules.radar import State, Task
from app.services.handbook import cases, radar
from app.services.handbook.cases import CaseDraft, Place
from app.services.storage.database import Unit
from app.services.tickets import acts

LOOKED_AT = 8
"""Tickets, the newest, of which the first that was answered is the one that is drafted from."""
TOLD = 5
"""How many others are told in the words of their askers."""


def draft(session: Session, finding_id: int, *, language: str | None = None) -> CaseDraft:
    """Return an article of the newest answered ticket of a finding, and of how others ask it.

    Raises:
        NotFoundError: there is no such finding, or it has no ticket any more.
    """
    ids = radar.tickets_of(session, finding_id)
    if not ids:
        raise NotFoundError(what="finding", name=finding_id)
    drafts = (cases.draft_article(session, one, language=language) for one in ids[:LOOKED_AT])
    first = next((one.ticket_id for one in drafts if one.answered), ids[0])
    others = [one for one in ids if one != first][:TOLD]
    return cases.draft_article(session, first, language=language, others=others)


def save(
    unit: Unit, finding_id: int, *, ticket_id: int, title: str, text: str, language: str,
    place: Place | None = None, origin: object | None = None,
) -> tuple[int, int | None]:  # fmt: skip
    """Save the article, or add it to a page, and settle the finding: all in one act.

    Its tickets are linked to the page, which is returned with the act.

    Args:
        ticket_id: which of its tickets it was drafted from.
        place: where it goes in a page that is there; None for a new article.

    Raises:
        NotFoundError: there is no such finding, ticket or page.
        KnownError: what `cases.save_article` and `cases.add_to_page` say.
    """
    others = [one for one in radar.tickets_of(unit.session, finding_id) if one != ticket_id]
    with acts.together(unit, "radar_article", origin=origin, text=title) as recorder:
        if place is None:
            page_id, _act = cases.save_article(
                unit, ticket_id, title=title, text=text, language=language, origin=origin
            )
        else:
            page_id, _act = cases.add_to_page(
                unit, ticket_id, place=place, text=text, origin=origin
            )
        for other in others:
            cases.link(unit, other, page_id=page_id, origin=origin)
        radar.assign(unit, finding_id, task=Task.ARTICLE, origin=origin)
        radar.settle(unit, finding_id, state=State.DONE, origin=origin)
    return page_id, recorder.finish()
