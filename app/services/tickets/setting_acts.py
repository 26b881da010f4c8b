"""A section of the settings changed as an act, or as a part of one."""

from dataclasses import asdict
from typing import Any

from app.models.settings import Setting
from app.services.events import SettingsChanged
from app.services.settings import S, forget, load
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal


def keep(unit: Unit, after: S) -> dict[str, Any] | None:
    """Store a section; returns the step that puts it back, None when it was so already."""
    if after == load(unit.session, type(after)):
        return None
    row = unit.session.get(Setting, after.section)
    if row is None:
        step: dict[str, Any] | None = act_rows.added(
            unit, Setting(section=after.section, value=asdict(after))
        )
    else:
        step = act_rows.changed(unit, row, value=asdict(after))
    forget(unit.session)
    return step


def finish(unit: Unit, recorder: acts.Recorder, after: S, data: dict[str, Any]) -> int | None:
    """Finish an act that changed a section, tell of it, and return it."""
    act_id = recorder.finish()
    if act_id is not None:
        journal.append(unit, recorder.name, data=data)
        unit.publish(SettingsChanged(section=after.section, origin=recorder.origin))
    return act_id
