"""Who works in the example firm, its rules, and what goes wrong in it at the moment."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.rules.policy import Condition, Effect
from app.services.demo.script import FOLDER, moment
from app.services.resources import resource
from app.services.storage.database import Unit
from app.services.tickets import directory, policies


@dataclass(frozen=True, slots=True)
class Colleague:
    """A colleague: fields of the directory, the key of his deputy, departments that ask him."""

    key: str
    values: Mapping[str, Any]
    deputy: str
    fixed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for what comes in."""

    name: str
    conditions: tuple[Condition, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """An incident: since when, how it stands, and the keys of the tickets about it."""

    title: str
    status: str
    at: datetime
    tickets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Everything that is there beside the messages."""

    colleagues: Sequence[Colleague]
    rules: Sequence[Rule]
    trouble: Trouble


def read(now: datetime) -> People:
    """Read who is there and what is the matter at `now` (aware UTC)."""
    found = json.loads(resource(FOLDER, "people.json").read_text("utf-8"))
    incident = found["incident"]
    return People(
        [_colleague(one) for one in found["colleagues"]],
        [_rule(one) for one in found["rules"]],
        Trouble(
            incident["title"],
            incident["status"],
            moment(now, incident["minutes_ago"]),
            tuple(incident["tickets"]),
        ),
    )


def _colleague(one: Mapping[str, Any]) -> Colleague:
    apart = {"key", "deputy", "fixed"}
    values = {name: value for name, value in one.items() if name not in apart}
    return Colleague(one["key"], values, one["deputy"], tuple(one["fixed"]))


def _rule(one: Mapping[str, Any]) -> Rule:
    return Rule(
        one["name"],
        tuple(Condition(field, tuple(values)) for field, values in one["when"].items()),
        tuple(Effect(kind, value) for kind, value in one["then"].items()),
    )


def settle(unit: Unit, people: People) -> dict[str, int]:
    """Put the colleagues into the directory and keep the rules; returns their ids by key."""
    ids = {one.key: directory.add(unit, **one.values)[0] for one in people.colleagues}
    for one in people.colleagues:
        directory.change(unit, ids[one.key], deputy_id=ids[one.deputy])
        for department in one.fixed:
            directory.fix(unit, department, colleague_id=ids[one.key])
    for rule in people.rules:
        policies.save(unit, name=rule.name, conditions=rule.conditions, effects=rule.effects)
    return ids
