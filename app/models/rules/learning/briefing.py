"""A briefing: what changed, put into words; and who should have read it by now."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.models.rules.learning.changes import Change, Group, What

_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]+\)")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_HEADING = re.compile(r"(?m)^#{1,6}\s+(.+)$")
_MANY = 3
"""So many pages with one reason are told in one line."""

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is new, other or gone; `key` is "" for one that no link leads to."""

    what: What
    title: str
    key: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of these days, with the names of who was there."""

    number: int
    day: date
    what: str
    why: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that happened between two moments, on these days."""

    first: date
    last: date
    pages: tuple[PageChange, ...] = ()
    decided: tuple[Decided, ...] = ()
    others: tuple[Change, ...] = ()

    @property
    def count(self) -> int:
        """How many things changed."""
        return len(self.pages) + len(self.decided) + len(self.others)


def compose(found: Changes, words: Words) -> str:
    """Return changes as Markdown, grouped, with links to pages of the handbook (`key.md`).

    Args:
        words: of a language (resources/briefing_texts.json).
    """
    first, last = (day_text(day, words) for day in (found.first, found.last))
    parts = [words["lead" if found.count else "nothing"].format(first=first, last=last)]
    for group in Group:
        lines = list(_lines(group, found, words))
        if lines:
            parts.append("\n".join([f"## {words[group]}", "", *lines]))
    return "\n\n".join(parts) + "\n"


def day_text(day: date, words: Words) -> str:
    """Return a day as it is said: "24 november 2026"."""
    return f"{day.day} {words['months'].split()[day.month - 1]} {day.year}"


def plain(text: str) -> str:
    """Return Markdown as a mail shows it: links by their words, headings in capitals."""
    told = _STRONG.sub(r"\1", _LINK.sub(r"\1", text))
    return _HEADING.sub(lambda found: found[1].upper(), told).strip() + "\n"


def is_overdue(due_on: str | None, *, read: bool, today: date) -> bool:
    """Tell whether somebody should have read a briefing before today."""
    return not read and due_on is not None and date.fromisoformat(due_on) < today


# --- how -------------------------------------------------------------------------------------


def _lines(group: Group, found: Changes, words: Words) -> Iterable[str]:
    if group is Group.PAGES:
        return _page_lines(found.pages, words)
    if group is Group.DECISIONS:
        return [_decided(one, words) for one in found.decided]
    return [_line(one, words) for one in found.others if one.group is group]


def _page_lines(pages: Sequence[PageChange], words: Words) -> Iterable[str]:
    alike: dict[object, list[PageChange]] = {}
    for place, page in enumerate(pages):
        key = (page.what, page.reasons) if page.reasons else (page.what, place)
        alike.setdefault(key, []).append(page)
    for together in alike.values():
        size = len(together) if len(together) > _MANY else 1
        for at in range(0, len(together), size):
            yield _pages(together[at : at + size], words)


def _pages(pages: Sequence[PageChange], words: Words) -> str:
    names = ", ".join(f"[{one.title}]({one.key}.md)" if one.key else one.title for one in pages)
    line = f"- {words[pages[0].what]}: {names}"
    reasons = "; ".join(reason.rstrip(".") for reason in pages[0].reasons)
    return f"{line}. {words['why']}: {reasons}." if reasons else line


def _decided(one: Decided, words: Words) -> str:
    parts = [f"- {day_text(one.day, words)}: **{_ended(one.what)}**"]
    if one.why:
        parts.append(f"{words['why']}: {_ended(one.why)}")
    if one.people:
        parts.append(words["with"].format(names=", ".join(one.people)))
    parts.append(f"({words['decision'].format(number=one.number)})")
    return " ".join(parts)


def _ended(text: str) -> str:
    flat = " ".join(text.split())
    return flat if flat.endswith((".", "!", "?", "…")) else f"{flat}."


def _line(one: Change, words: Words) -> str:
    topic = words[f"topic_{one.topic}"]
    if one.what is What.SET:
        about = topic.format(name=_day_named(one.name, words))
        shown = f"{about}: {one.detail or words['closed']}"
        return f"- {shown}" if one.topic.startswith("hours_") else f"- {about}"
    return f"- {words[one.what]}: {topic.format(name=one.name)}"


def _day_named(name: str, words: Words) -> str:
    """Return a weekday by its number, or a day by its date, as it is said; "" for neither."""
    if name.isdigit():
        return words["weekdays"].split()[int(name)]
    return day_text(date.fromisoformat(name), words) if name else ""
