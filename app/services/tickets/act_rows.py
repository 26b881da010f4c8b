"""Rows of other tables that an act adds, changes or takes out, with what puts them back."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table, text
from sqlalchemy.exc import IntegrityError

from app.models.base import Base
from app.services.storage.database import Unit

Json = dict[str, Any]

_BY_TIME = frozenset({"nudged_at", "lapsed_at"})
"""What passing time sets: it is no change by anybody, so it keeps no act from being undone."""


def added(unit: Unit, row: Base) -> Json:
    """Store a new row and return the step of an act that takes it out again."""
    unit.session.add(row)
    unit.session.flush()
    return _added(unit, row)


def added_all(unit: Unit, rows: Sequence[Base]) -> list[Json]:
    """Store many new rows at once and return the steps that take them out again."""
    unit.session.add_all(rows)
    unit.session.flush()
    return [_added(unit, row) for row in rows]


def changed(unit: Unit, row: Base, **values: Any) -> Json | None:
    """Set fields of a row and return the step that sets them back; None when none differs."""
    table = _table(row)
    unit.session.flush()
    key = _key_of(table, row)
    before = _raw(unit, table.name, key) or {}
    for name, value in values.items():
        setattr(row, name, value)
    unit.session.flush()
    after = _raw(unit, table.name, key) or {}
    names = [name for name in after if before[name] != after[name]]
    if not names:
        return None
    return {"op": "row", "table": table.name, "key": key,
            "before": {name: before[name] for name in names},
            "after": {name: after[name] for name in names}}  # fmt: skip


def removed(unit: Unit, row: Base) -> Json:
    """Take a row out and return the step that brings it back."""
    table = _table(row)
    unit.session.flush()
    key = _key_of(table, row)
    before = _raw(unit, table.name, key)
    unit.session.delete(row)
    unit.session.flush()
    return {"op": "row", "table": table.name, "key": key, "before": before, "after": None}


def moved(
    unit: Unit, rows: Iterable[Base], row: Base, *, to: int, first: int = 0
) -> Iterator[Json | None]:
    """Put a row at a place among those of its list, 0 for the first; give the steps back.

    Args:
        first: the position that the list begins with.
    """
    order = [one for one in rows if one is not row]
    order.insert(max(0, to), row)
    for position, one in enumerate(order, start=first):
        yield changed(unit, one, position=position)


def undo(unit: Unit, step: Json) -> bool:
    """Put a row back as it was, as far as it still is as the act left it.

    A row that others lean on by now, or that would stand in another's place, is left alone.
    """
    unit.session.flush()
    try:
        with unit.session.begin_nested():
            undone = _undo(unit, step)
    except IntegrityError:
        undone = False
    unit.session.expire_all()
    return undone


def _undo(unit: Unit, step: Json) -> bool:
    # By its name: who takes an act back need not know the entity of each table.
    table: str = step["table"]
    key, before, after = step["key"], step["before"], step["after"]
    now = _raw(unit, table, key)
    if after is None:
        return now is None and _insert(unit, table, before)
    if before is None:
        return _lasting(now) == _lasting(after) and _delete(unit, table, key)
    still = {name: before[name] for name in after if now and now[name] == after[name]}
    return bool(still) and _update(unit, table, key, still)


def _added(unit: Unit, row: Base) -> Json:
    table = _table(row)
    key = _key_of(table, row)
    return {"op": "row", "table": table.name, "key": key, "before": None,
            "after": _raw(unit, table.name, key)}  # fmt: skip


def _lasting(row: Json | None) -> Json | None:
    return row and {name: value for name, value in row.items() if name not in _BY_TIME}


def _table(row: Base) -> Table:
    table = row.__table__
    assert isinstance(table, Table)  # noqa: S101  entities are never made of joins here
    return table


def _key_of(table: Table, row: Base) -> Json:
    return {column.name: getattr(row, column.name) for column in table.primary_key}


# What stands in the store goes into the step and back unread, so that no type can change it.
def _raw(unit: Unit, table: str, key: Json) -> Json | None:
    sql = f"select * from {table} where {_match(key)}"
    row = unit.session.execute(text(sql), key).mappings().first()
    return None if row is None else dict(row)


def _match(key: Json) -> str:
    return " and ".join(f"{name} = :{name}" for name in key)


def _insert(unit: Unit, table: str, values: Json) -> bool:
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    unit.session.execute(text(f"insert into {table} ({names}) values ({marks})"), values)
    return True


def _delete(unit: Unit, table: str, key: Json) -> bool:
    unit.session.execute(text(f"delete from {table} where {_match(key)}"), key)
    return True


def _update(unit: Unit, table: str, key: Json, values: Json) -> bool:
    sets = ", ".join(f"{name} = :new_{name}" for name in values)
    unit.session.execute(
        text(f"update {table} set {sets} where {_match(key)}"),
        {**key, **{f"new_{name}": value for name, value in values.items()}},
    )
    return True
