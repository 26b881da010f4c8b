"""What the owner decides about suggestions: whether, and how sure they have to be."""

from dataclasses import replace

from app.models.rules.errors import InvalidValueError
from app.services.settings import AssistSettings, load
from app.services.storage.database import Unit
from app.services.tickets import acts, setting_acts

NAME = "assist_set"
LEAST, MOST = 0.3, 0.99


def change(
    unit: Unit,
    *,
    enabled: bool | None = None,
    threshold: float | None = None,
    origin: object | None = None,
) -> int | None:
    """Switch suggestions on or off, or say how likely one has to be; returns the act.

    Raises:
        InvalidValueError: the threshold is not from 0.3 to 0.99.
    """
    before = load(unit.session, AssistSettings)
    if threshold is not None and not LEAST <= threshold <= MOST:
        raise InvalidValueError(value=threshold, field="threshold", choices=f"{LEAST}-{MOST}")
    after = replace(
        before,
        enabled=before.enabled if enabled is None else enabled,
        threshold=before.threshold if threshold is None else round(threshold, 2),
    )
    recorder = acts.begin(unit, NAME, origin=origin)
    recorder.add(setting_acts.keep(unit, after))
    data = {"enabled": after.enabled, "threshold": after.threshold}
    return setting_acts.finish(unit, recorder, after, data)
