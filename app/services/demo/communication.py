"""What the example firm posted, what it says, and who it told."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.models.rules.communication import Asked
from app.services.communication import contents, informing, statements
from app.services.communication.days import local_day
from app.services.demo.script import FOLDER, moment
from app.services.resources import resource
from app.services.storage.database import Unit

Happening = tuple[datetime, Callable[[Unit], None]]


def happenings(now: datetime, accounts: Mapping[str, int]) -> Iterator[Happening]:
    """Return what was done and when.

    Args:
        now: aware UTC.
        accounts: their ids by key.
    """
    found = json.loads(resource(FOLDER, "communication.json").read_text("utf-8"))
    first = max(one["minutes_ago"] for one in (*found["posts"], *found["statements"]))
    begin = moment(now, first) - timedelta(minutes=1)
    for one in found["lists"]:
        yield begin, partial(_keep_list, one)
    for one in found["statements"]:
        yield moment(now, one["minutes_ago"]), partial(_say, one, now)
    for one in found["posts"]:
        yield moment(now, one["minutes_ago"]), partial(_post, one, accounts, now)


def _keep_list(one: Mapping[str, Any], unit: Unit) -> None:
    informing.save(unit, **one)


def _say(one: Mapping[str, Any], now: datetime, unit: Unit) -> None:
    values = {name: one[name] for name in ("subject", "language", "owner", "asked", "texts")}
    statements.save(unit, valid_until=_day(unit, now, one["until_days"]), **values)


def _post(one: Mapping[str, Any], accounts: Mapping[str, int], now: datetime, unit: Unit) -> None:
    content_id, _act = contents.save(
        unit,
        title=one["title"],
        account_id=accounts[one["account"]],
        link=one["link"],
        text=one["text"],
        posted_by=one["by"],
        posted_at=unit.now,
        until=_day(unit, now, one["until_days"]),
        questions=[Asked(*each) for each in one["asked"]],
    )
    if "told" in one:
        found = contents.find(unit.session, content_id)
        list_id = informing.named(unit.session, one["told"]).id
        text = informing.text_of_content(found)
        informing.tell(unit, list_id, subject=found.title, text=text, content_id=content_id)


def _day(unit: Unit, now: datetime, days: int | None) -> str | None:
    if days is None:
        return None
    return (local_day(unit.session, now) + timedelta(days=days)).isoformat()
