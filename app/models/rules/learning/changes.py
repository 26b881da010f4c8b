"""What acts of the owner come down to for his colleagues: what is new, other, or gone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Group(StrEnum):
    """What a change is about, in the order in which a briefing tells it."""

    PAGES = "pages"
    DECISIONS = "decisions"
    RULES = "rules"
    HOURS = "hours"
    TEXTS = "texts"
    LISTS = "lists"
    PEOPLE = "people"


class What(StrEnum):
    """What happened to it. A thing that is SET has always been there, such as the hours."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    SET = "set"


ACTS: Mapping[str, Group] = {
    "rule_saved": Group.RULES,
    "rule_removed": Group.RULES,
    "stars_rule": Group.RULES,
    "hours_week": Group.HOURS,
    "hours_evening": Group.HOURS,
    "hours_date": Group.HOURS,
    "holiday": Group.HOURS,
    "country": Group.HOURS,
    "plan_added": Group.HOURS,
    "plan_changed": Group.HOURS,
    "plan_removed": Group.HOURS,
    "text_saved": Group.TEXTS,
    "text_removed": Group.TEXTS,
    "macro_saved": Group.TEXTS,
    "macro_removed": Group.TEXTS,
    "writing": Group.TEXTS,
    "list_added": Group.LISTS,
    "list_renamed": Group.LISTS,
    "list_removed": Group.LISTS,
    "colleague_added": Group.PEOPLE,
    "colleague_changed": Group.PEOPLE,
    "colleague_removed": Group.PEOPLE,
    "asking": Group.PEOPLE,
}
"""The acts that change how the firm works, by what they are about."""

PAGE_ACTS = frozenset(
    {"page_saved", "page_removed", "pages_imported", "starter_installed", "case_kept"}
)
LASTING = PAGE_ACTS | ACTS.keys()
"""Acts that are told of as long as the store lasts; the others may be forgotten."""

_NAMED = ("rule", "plan", "text", "macro", "entry", "colleague")
_BY_DAY = frozenset({"hours_week", "hours_evening"})
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        topic: what kind of thing: the name of an act without what it did, or of a list.
        name: what it is called, or of which day it is; "" where there is one only.
        detail: how it is now, as far as that can be told in a few words.
    """

    group: Group
    what: What
    topic: str
    name: str
    detail: str = ""


def changes_of(acts: Iterable[tuple[str, Json, Sequence[Json]]]) -> list[Change]:
    """Return what acts come down to, the first of each thing first.

    What was added and thrown away again is left out; what was changed more than once is told once,
    as it is now.

    Args:
        acts: names, params and steps (services/tickets/acts.py), the oldest first.
    """
    first: dict[object, Change] = {}
    last: dict[object, Change] = {}
    for name, params, steps in acts:
        for key, change in _found(name, params, steps):
            first.setdefault(key, change)
            last[key] = change
    whole = ((first[key], change) for key, change in last.items())
    return [found for before, after in whole if (found := _net(before, after)) is not None]


@dataclass(frozen=True, slots=True)
class Saved:
    """A page that acts changed: the version it had, those that were saved, and that it has.

    Version 0 stands for a page that is not there.
    """

    page_id: int
    before: int
    saved: tuple[int, ...]
    now: int


def pages_of(steps: Iterable[Json], table: str) -> list[Saved]:
    """Return what steps of acts, the oldest first, made of pages; those as they were are left out.

    Args:
        table: that holds the pages.
    """
    found: dict[int, Saved] = {}
    for step in steps:
        if step["op"] != "row" or step["table"] != table:
            continue
        page_id, version = step["key"]["id"], step["after"]["version"]
        one = found.get(page_id) or Saved(page_id, step["before"]["version"], (), 0)
        saved = (*one.saved, version) if version else one.saved
        found[page_id] = Saved(page_id, one.before, saved, version)
    return [one for one in found.values() if one.now != one.before]


def _net(first: Change, last: Change) -> Change | None:
    if first.what is not What.NEW:
        return last
    if last.what is What.REMOVED:
        return None
    return Change(last.group, What.NEW, last.topic, last.name, last.detail)


def _found(
    act: str, params: Json, steps: Sequence[Json]
) -> Iterable[tuple[tuple[object, ...], Change]]:
    group = ACTS[act]
    if act in _BY_DAY:
        for day, blocks in params["days"].items():
            yield (act, day), Change(group, What.SET, act, day, blocks)
    elif act in {"hours_date", "holiday"}:
        day = params["date"]
        yield ("date", day), Change(group, What.SET, *_of_date(act, params))
    elif name := next((params[one] for one in _NAMED if one in params), ""):
        rows = [one for one in steps if one["op"] == "row"]
        if rows:
            # What else had to give way to a removal comes before it, what goes along with another
            # change after it.
            row = rows[-1] if act.endswith("_removed") else rows[0]
            topic = params.get("list", act.partition("_")[0])
            key = (row["table"], *row["key"].values())
            yield key, Change(group, _what(act, row), topic, name)
    else:
        yield (act,), Change(group, What.SET, act, "")


def _of_date(act: str, params: Json) -> tuple[str, str, str]:
    if act == "holiday":
        return "holiday_open" if params["open"] else "holiday_closed", params["date"], ""
    if "blocks" not in params:
        return "date_usual", params["date"], ""
    return "hours_date", params["date"], params["blocks"]


def _what(act: str, row: Json) -> What:
    if act.endswith("_removed"):
        return What.REMOVED
    return What.NEW if row["before"] is None else What.CHANGED
