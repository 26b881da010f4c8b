"""What the owner decides about suggestions: which, for what, how sure they are, and drafts."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from app.models.rules import loopback
from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError, KnownError
from app.services.assist.answers import Pick, Suggestion
from app.services.settings import AssistSettings, load
from app.services.storage.database import Unit
from app.services.tickets import acts, setting_acts

NAME = "assist_set"
LEAST, MOST = 0.3, 0.99
CATEGORY, TYPE, PRIORITY, SAME, PAGES = PARTS = ("category", "type", "priority", "same", "pages")
"""What is suggested: `same` are messages that ask the same, `pages` those of the handbook."""

LANGUAGES = ("nl", "en", "de", "fr")
LONGEST_MODEL = 200


class NoModelError(KnownError):
    """Answers are to be drafted, and nobody said by which model."""

    code = "no_draft_model"
    text = QT_TRANSLATE_NOOP("errors", "Say first which model drafts answers.")


def change(unit: Unit, /, *, origin: object | None = None, **values: Any) -> int | None:
    """Change fields of AssistSettings; the rest stays. Returns the act, None for no change.

    Raises:
        InvalidValueError: the threshold is not from 0.3 to 0.99, or a part or language is none.
        NotOnThisComputerError: the address of the server is not of this computer.
        NoModelError: drafts are to be on without a model.
    """
    before = load(unit.session, AssistSettings)
    given = {name: value for name, value in values.items() if value is not None}
    after = _checked(replace(before, **given))
    recorder = acts.begin(unit, NAME, origin=origin)
    recorder.add(setting_acts.keep(unit, after))
    return setting_acts.finish(unit, recorder, after, {"set": sorted(given)})


def wanted(found: Suggestion, settings: AssistSettings) -> Suggestion | None:
    """Return what of a suggestion the owner wants to see; None for another language."""
    if found.language is not None and found.language not in settings.languages:
        return None
    nothing = Pick(None, ())
    off = settings.off
    return replace(
        found,
        category=nothing if CATEGORY in off else found.category,
        type=nothing if TYPE in off else found.type,
        priority=None if PRIORITY in off else found.priority,
        duplicates=() if SAME in off else found.duplicates,
        answered=() if SAME in off else found.answered,
        pages=() if PAGES in off else found.pages,
    )


def _checked(one: AssistSettings) -> AssistSettings:
    if not LEAST <= one.threshold <= MOST:
        choices = f"{LEAST}-{MOST}"
        raise InvalidValueError(value=one.threshold, field="threshold", choices=choices)
    model = " ".join(one.model.split())[:LONGEST_MODEL]
    if one.draft and not model:
        raise NoModelError
    return replace(
        one,
        threshold=round(one.threshold, 2),
        off=_of(PARTS, one.off, "part"),
        languages=_of(LANGUAGES, one.languages, "language"),
        endpoint=loopback.checked(one.endpoint).text,
        model=model,
    )


def _of(known: Iterable[str], chosen: Iterable[str], field: str) -> tuple[str, ...]:
    """Return what was chosen, each once and in the order in which it is known."""
    order = tuple(known)
    for one in chosen:
        if one not in order:
            raise InvalidValueError(value=one, field=field, choices=", ".join(order))
    return tuple(one for one in order if one in set(chosen))
