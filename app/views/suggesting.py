"""Suggestions in words, and how they are asked for: on a worker thread, never the window's."""

from collections.abc import Iterator
from contextlib import suppress

from app.bootstrap import Services
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.tickets import Priority
from app.services.assist.answers import Chance, Pick, Suggestion
from app.services.assist.errors import NotAvailableError
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.lists import CATEGORY, TYPE, Lists
from app.views import sentences
from app.views.assessing import choice_name
from app.views.language import translate

WORDS = 3
_HEAVIER = [one.value for one in Priority]
POINTS = {
    "serious": QT_TRANSLATE_NOOP("Suggesting", "“{word}”"),
    "word": QT_TRANSLATE_NOOP("Suggesting", "“{word}”"),
    "tone": QT_TRANSLATE_NOOP("Suggesting", "unhappy"),
    "influence": QT_TRANSLATE_NOOP("Suggesting", "influence"),
    "clock": QT_TRANSLATE_NOOP("Suggesting", "little time left"),
    "public": QT_TRANSLATE_NOOP("Suggesting", "in public"),
    "repeat": QT_TRANSLATE_NOOP("Suggesting", "wrote before"),
}


def warm_up(services: Services) -> None:
    """Load the model in the background; called on a worker thread, for numpy is imported."""
    with suppress(NotAvailableError):
        services.suggester().warm_up()


def offered(services: Services, ticket_id: int) -> Suggestion | None:
    """Return what is suggested for a ticket; called on a worker thread."""
    try:
        return services.suggester().offered(ticket_id)
    except NotAvailableError:
        return None


def new_in(found: Suggestion, ticket: TicketInfo) -> dict[str, str]:
    """Return what is suggested and not so yet, by field; priority only when it is higher."""
    now = {CATEGORY: ticket.category, TYPE: ticket.assessment.type, "priority": ticket.priority}
    looks = found.priority.priority.value if found.priority else ticket.priority
    higher = max(looks, ticket.priority, key=_HEAVIER.index)
    wanted = {CATEGORY: found.category.key, TYPE: found.type.key, "priority": higher}
    return {field: value for field, value in wanted.items() if value and value != now[field]}


def told(found: Suggestion, ticket: TicketInfo, lists: Lists) -> str:
    """Return what is suggested that is not so yet; "" for nothing."""
    new = new_in(found, ticket)
    parts = []
    for field, pick, now in (
        (CATEGORY, found.category, ticket.category),
        (TYPE, found.type, ticket.assessment.type),
    ):
        if field in new:
            parts.append(_chance(pick.best[0], field, lists))
        elif pick.key is None and now is None and pick.best:
            either = translate("Suggesting", " or ")
            both = either.join(_chance(one, field, lists) for one in pick.best)
            parts.append(translate("Suggesting", "not sure: {both}").format(both=both))
    if "priority" in new:
        name = sentences.word(sentences.PRIORITIES, new["priority"])
        parts.append(translate("Suggesting", "priority {name}").format(name=name.lower()))
    what = " · ".join(parts)
    return translate("Suggesting", "Suggestion: {what}").format(what=what) if what else ""


def why(found: Suggestion, ticket: TicketInfo) -> str:
    """Return the words that weighed, what it is like, and the points of a higher priority."""
    return " · ".join(_reasons(found, new_in(found, ticket)))


def _reasons(found: Suggestion, new: dict[str, str]) -> Iterator[str]:
    words = [one.text for pick in (found.category, found.type) for one in pick.words]
    if words:
        named = ", ".join(f"“{one}”" for one in dict.fromkeys(words[:WORDS]))
        yield translate("Suggesting", "because of {words}").format(words=named)
    yield from _like(found.category)
    if "priority" in new and found.priority is not None:
        yield ", ".join(
            f"{translate('Suggesting', POINTS[one.code]).format(word=one.word)} +{one.points}"
            for one in found.priority.points
        )
    for one in found.duplicates[:1]:
        yield translate("Suggesting", "nearly the same as no. {number}").format(number=one.number)


def _like(pick: Pick) -> Iterator[str]:
    numbers = [str(one.number) for one in pick.alike if one.number is not None]
    if numbers:
        text = translate("Suggesting", "like no. {numbers}")
        yield text.format(numbers=", ".join(numbers))


def _chance(one: Chance, field: str, lists: Lists) -> str:
    return f"{choice_name(lists, field, one.key)} ({one.chance:.0%})"
