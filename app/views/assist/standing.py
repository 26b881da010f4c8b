"""How suggestions are doing, in words."""

from collections.abc import Iterator

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.assist.answers import Learnt, Status
from app.views.language import plural, translate

STATES = {
    "cold": QT_TRANSLATE_NOOP("AssistPage", "The model is not loaded yet."),
    "loading": QT_TRANSLATE_NOOP("AssistPage", "The model is being loaded."),
    "ready": QT_TRANSLATE_NOOP("AssistPage", "The model is loaded."),
    "unavailable": QT_TRANSLATE_NOOP(
        "AssistPage", "The model cannot be loaded on this computer; everything else works."
    ),
}
FIELDS = {
    "category": QT_TRANSLATE_NOOP("AssistPage", "Category"),
    "type": QT_TRANSLATE_NOOP("AssistPage", "Type"),
}


def standing_lines(status: Status | None) -> list[str]:
    """Return how it stands, a line for each thing; None while that is being found out."""
    if status is None:
        return [translate("AssistPage", "Looking how it does …")]
    return list(_lines(status))


def _lines(status: Status) -> Iterator[str]:
    yield translate("AssistPage", STATES[status.state])
    if status.state == "unavailable":
        return
    read = plural("AssistPage", "%n message(s) read", status.tickets)
    if status.lacking:
        more = plural("AssistPage", "%n still to be read", status.lacking)
        read = f"{read}, {more}"
    yield f"{read}."
    for one in status.learnt:
        name = translate("AssistPage", FIELDS[one.field])
        yield f"{name}: {_learnt(one)}"


def _learnt(one: Learnt) -> str:
    if one.right is None or one.said is None:
        return translate(
            "AssistPage", "nothing learnt from you yet; it goes by the examples it came with."
        )
    of = plural("AssistPage", "of %n message(s) that you assessed", one.examples)
    if one.right_when_said is None:
        return translate("AssistPage", "{of} it is sure of none.").format(of=of)
    words = translate(
        "AssistPage", "{of} it would say something of {said} %, and be right in {right} % of those."
    )
    return words.format(of=of, said=round(100 * one.said), right=round(100 * one.right_when_said))
