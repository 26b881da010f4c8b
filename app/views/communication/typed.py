"""What stands in the forms about communication, as the owner types it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from app.models.rules.communication import State, asked_of, asked_text
from app.services.communication.contents import ContentInfo
from app.services.communication.informing import ListInfo
from app.services.communication.statements import StatementInfo

POSTS, STATEMENTS, LISTS = "posts", "statements", "lists"
TABS = (POSTS, STATEMENTS, LISTS)
VARIANTS = 3
"""Texts of a statement that can be typed: whole, shorter, shortest."""


@dataclass(frozen=True, slots=True)
class Post:
    """Something posted: days and moments in words, `asked` as rules/communication reads it."""

    name: str = ""
    kind: str = "other"
    account_id: int | None = None
    posted: str = ""
    until: str = ""
    by: str = ""
    link: str = ""
    text: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `asked` has a question on each line."""

    name: str = ""
    language: str = "nl"
    state: str = State.APPROVED.value
    first: str = ""
    last: str = ""
    owner: str = ""
    asked: str = ""
    texts: tuple[str, ...] = ("",) * VARIANTS


@dataclass(frozen=True, slots=True)
class Circle:
    """An inform list: subjects behind commas, a member on each line."""

    name: str = ""
    subjects: str = ""
    members: str = ""


Typed: TypeAlias = Post | Said | Circle
BLANK: Mapping[str, Typed] = {POSTS: Post(), STATEMENTS: Said(), LISTS: Circle()}


def post_of(one: ContentInfo, zone: str) -> Post:
    """Return an entry of the log as it is typed."""
    return Post(
        one.title, one.kind, one.account_id, moment_words(one.posted_at, zone),
        day_words(one.until), one.posted_by, one.link, one.text, asked_text(one.questions),
    )  # fmt: skip


def said_of(one: StatementInfo) -> Said:
    """Return a statement as it is typed; more texts than can be typed stay with the last."""
    texts = (*one.texts, *("",) * VARIANTS)[: max(VARIANTS, len(one.texts))]
    return Said(
        one.subject, one.language, one.state, day_words(one.valid_from),
        day_words(one.valid_until), one.owner, "\n".join(one.asked), texts,
    )  # fmt: skip


def circle_of(one: ListInfo) -> Circle:
    """Return an inform list as it is typed."""
    return Circle(one.name, ", ".join(one.subjects), "\n".join(one.members))


def values_of(typed: Typed) -> dict[str, Any]:
    """Return what a form says as the services take it; but for when something was posted."""
    if isinstance(typed, Post):
        return {
            "title": typed.name, "kind": typed.kind, "account_id": typed.account_id,
            "until": typed.until, "posted_by": typed.by, "link": typed.link, "text": typed.text,
            "questions": asked_of(typed.asked),
        }  # fmt: skip
    if isinstance(typed, Said):
        return {
            "subject": typed.name, "language": typed.language, "state": typed.state,
            "valid_from": typed.first, "valid_until": typed.last, "owner": typed.owner,
            "asked": typed.asked.splitlines(), "texts": typed.texts,
        }  # fmt: skip
    return {
        "name": typed.name, "subjects": typed.subjects.split(","),
        "members": typed.members.splitlines(),
    }  # fmt: skip


def day_words(day: str | None) -> str:
    """Return a day (ISO) as it is typed, "" for none."""
    return date.fromisoformat(day).strftime("%d-%m-%Y") if day else ""


def moment_words(moment: datetime | None, zone: str) -> str:
    """Return a moment as it is typed, "" for none."""
    return "" if moment is None else moment.astimezone(ZoneInfo(zone)).strftime("%d-%m-%Y %H:%M")
