"""What happened in the example firm, read from `resources/example_firm`, relative to now."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.services.resources import resource
from app.services.settings import HoursSettings

FOLDER = "example_firm"
CUSTOMER, US, NOTE = "customer", "us", "note"
ASK, COLLEAGUE, PHONE = "ask", "colleague", "phone"
EDIT, GONE = "edit", "gone"
MORNING, EVENING = 7, 23
"""Between these hours people write."""
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class File:
    """A file of a message: its name, type and bytes."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a ticket.

    Attributes:
        by: "customer", "us" or "note"; "ask" for a question to a colleague, "colleague" for his
            answer, "phone" for what he said when he was called; "edit" for what the customer made
            of his latest message afterwards, "gone" when he took it away.
        author, name: handle and name of who wrote it, when that is not the ticket's customer.
        to: key of the colleague.
        asked: what he was asked on the phone.
        promises: whether the text gives a promise that gets a clock.
        stars: of a review.
        page: where it can be read on the web.
    """

    by: str
    at: datetime
    text: str
    quoted: str = ""
    html: str | None = None
    author: str | None = None
    name: str | None = None
    files: tuple[File, ...] = ()
    to: str = ""
    asked: str = ""
    promises: bool = False
    stars: int | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A ticket: what was written, and what was decided about it.

    Attributes:
        reply_until: when the platform stops taking answers.
        snoozed_until: when it comes back.
        delivery: what became of our last answer: "failed", "unknown", "queued"; None for sent.
        link: key of a ticket that it belongs to.
    """

    key: str
    account: str
    handle: str
    name: str
    subject: str
    lines: tuple[Line, ...]
    category: str | None
    department: str | None
    priority: str
    tags: tuple[str, ...]
    state: str
    reason: str = ""
    reply_until: datetime | None = None
    snoozed_until: datetime | None = None
    delivery: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """A message that comes in while somebody looks."""

    account: str
    after: timedelta
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the firm; one that `refuses` asks for its password again."""

    key: str
    kind: str
    handle: str
    name: str
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """The whole firm."""

    firm: str
    accounts: Sequence[Account]
    stories: Sequence[Story]
    coming: Sequence[Coming]


def read(now: datetime) -> Script:
    """Read the firm as it is at `now` (aware UTC)."""
    found = json.loads(resource(FOLDER, "tickets.json").read_text("utf-8"))
    return Script(
        found["firm"]["name"],
        [Account(**one) for one in found["accounts"]],
        [_story(one, now) for one in found["tickets"]],
        [
            Coming(one["account"], timedelta(seconds=one["after_seconds"]), one["message"])
            for one in found["coming"]
        ],
    )


def _story(one: Mapping[str, Any], now: datetime) -> Story:
    lines = tuple(_line(line, now) for line in one["messages"])
    window = one.get("window_minutes")
    snooze = one.get("snooze_minutes")
    return Story(
        one["key"],
        one["account"],
        one["customer"]["handle"],
        one["customer"]["name"],
        one["subject"],
        lines,
        one["category"],
        one["department"],
        one["priority"],
        tuple(one["tags"]),
        one["state"],
        reason=one.get("reason", ""),
        reply_until=None if window is None else now + timedelta(minutes=window),
        snoozed_until=None if snooze is None else now + timedelta(minutes=snooze),
        delivery=one.get("delivery"),
        link=one.get("link"),
    )


def moment(now: datetime, minutes_ago: int) -> datetime:
    """Return when something happened, so that nothing does in the night.

    What happened today since the morning stays as long ago as the script says. The days before
    are as many, each with its hours pressed into those in which people are awake.

    Args:
        now: aware; its time zone says what day and night are.
    """
    local = now.astimezone(ZoneInfo(HoursSettings().zone)).replace(tzinfo=None)
    morning = local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    today = max(0, int((local - morning) / timedelta(minutes=1)))
    if minutes_ago <= today:
        return now - timedelta(minutes=minutes_ago)
    awake = (EVENING - MORNING) * 60
    days, rest = divmod(minutes_ago - today, DAY)
    evening = morning.replace(hour=EVENING) - timedelta(days=days + 1)
    then = evening - timedelta(minutes=rest * awake // DAY)
    return then.replace(tzinfo=ZoneInfo(HoursSettings().zone)).astimezone(now.tzinfo)


def _line(one: Mapping[str, Any], now: datetime) -> Line:
    author = one.get("author") or {}
    return Line(
        one["from"],
        moment(now, one["minutes_ago"]),
        one.get("text", ""),
        quoted=one.get("quoted", ""),
        html=one.get("html"),
        author=author.get("handle"),
        name=author.get("name"),
        files=tuple(_file(file) for file in one.get("files", ())),
        to=one.get("to", ""),
        asked=one.get("asked", ""),
        promises=one.get("promise", False),
        stars=one.get("stars"),
        page=one.get("page"),
    )


def _file(one: Mapping[str, str]) -> File:
    name = one["name"]
    if one["kind"] == "pdf":
        return File(name, "application/pdf", paper(name.rpartition(".")[0].replace("-", " ")))
    picture = resource(FOLDER, "pictures", name)
    mime = "image/png" if name.endswith(".png") else "image/jpeg"
    return File(name, mime, picture.read_bytes())


def paper(title: str) -> bytes:
    """Return a PDF of one page with a title on it."""
    shown = title.encode("latin-1", "replace").replace(b"\\", b"").replace(b"(", b"")
    content = b"BT /F1 20 Tf 60 760 Td (" + shown.replace(b")", b"") + b") Tj ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, len(made))
    )
