"""The whole handbook of a firm as it stands at a moment, for print and for a site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.rules.handbook import glossary
from app.models.rules.handbook.pages import Article, Sop
from app.models.rules.handbook.text import parse
from app.models.rules.hours import OpeningHours
from app.models.rules.plans import Plan
from app.services.handbook import images, pages, said
from app.services.handbook.images import Picture
from app.services.handbook.pages import PageInfo
from app.services.handbook.said import Said
from app.services.settings import HoursSettings, LookSettings, WritingSettings, load
from app.services.tickets import directory, lists, opening, plans, templates
from app.services.tickets.directory import ColleagueInfo
from app.services.tickets.templates import TemplateInfo

POLICY = "beleid"
"""The key of the page with the policy, in every language."""

AHEAD = timedelta(days=366)
"""How far the days that differ are told."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article, and which version of it this is."""

    info: PageInfo
    page: Article


@dataclass(frozen=True, slots=True)
class SopPage:
    """A procedure, and which version of it this is."""

    info: PageInfo
    page: Sop


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A day that is not as its weekday: its blocks as minutes, () for closed, and why."""

    day: date
    blocks: tuple[tuple[int, int], ...]
    why: str


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that is printed.

    Attributes:
        firm: its name; "" when no account has one.
        day: the local day on which it was collected.
        changed: the local day on which the newest of its pages was saved, None without pages.
        hours: the calendar; `other_days` are those of the coming year that differ.
        names: by list ("department", "category", "type") what each key is called.
        statements: those in its language that hold on `day`.
        form: how the firm's texts speak to customers, u or je.
        pictures: those that its pages name, by name.
    """

    firm: str
    language: str
    day: date
    changed: date | None
    policy: ArticlePage | None
    glossary: ArticlePage | None
    articles: tuple[ArticlePage, ...]
    sops: tuple[SopPage, ...]
    hours: OpeningHours
    other_days: tuple[OtherDay, ...]
    plans: tuple[Plan, ...]
    colleagues: tuple[ColleagueInfo, ...]
    templates: tuple[TemplateInfo, ...]
    statements: tuple[Said, ...]
    names: Mapping[str, Mapping[str, str]]
    form: str
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of its pages."""
        known = [*self.articles, *self.sops, self.policy, self.glossary]
        return frozenset(one.info.key for one in known if one)


def collect(session: Session, now: datetime, *, language: str | None = None) -> Book:
    """Return the handbook in a language, by default that of the program.

    Args:
        now: aware; the days told are those of the firm's own zone.
    """
    spoken = language or load(session, LookSettings).language
    hours = opening.opening_hours(session, now)
    day = hours.local_day(now)
    texts = pages.texts(session, language=spoken)
    found = [(info, parse(text)) for info, text in texts]
    articles = {one.info.key: one for one in _articles(found)}
    saved = [hours.local_day(info.saved_at) for info, _page in found]
    return Book(
        firm=firm_of(session),
        language=spoken,
        day=day,
        changed=max(saved, default=None),
        policy=articles.pop(POLICY, None),
        glossary=articles.pop(glossary.KEY, None),
        articles=tuple(articles.values()),
        sops=tuple(SopPage(info, page) for info, page in found if isinstance(page, Sop)),
        hours=hours,
        other_days=tuple(_other_days(session, hours, day, spoken)),
        plans=plans.plans(session),
        colleagues=tuple(directory.colleagues(session)),
        templates=tuple(templates.all_of(session, language=spoken)),
        statements=said.holding(session, day, spoken),
        names={
            field: _names(session, field, spoken)
            for field in (lists.DEPARTMENT, lists.CATEGORY, lists.TYPE)
        },
        form=load(session, WritingSettings).form,
        pictures=images.of(session, [text for _info, text in texts]),
    )


def firm_of(session: Session) -> str:
    """Return what the firm calls itself: the name of its first account that has one, or ""."""
    names = select(Account.name).where(Account.state != "removed").order_by(Account.id)
    return next((name.strip() for name in session.scalars(names) if name.strip()), "")


def _articles(found: list[tuple[PageInfo, Article | Sop]]) -> Iterator[ArticlePage]:
    for info, page in found:
        if isinstance(page, Article):
            yield ArticlePage(info, page)


def _names(session: Session, field: str, language: str) -> dict[str, str]:
    choices = lists.entries(session, field)
    return {one.key: one.name_en if language == "en" else one.name_nl for one in choices}


def _other_days(
    session: Session, hours: OpeningHours, today: date, language: str
) -> list[OtherDay]:
    """Return the days of the coming year that differ: holidays that close us, and single dates."""
    found: dict[date, OtherDay] = {}
    for year in range(today.year, (today + AHEAD).year + 1):
        names = opening.holiday_names(session, year, language=language)
        for one in opening.holidays_of(session, year):
            if not one.open:
                found[one.day] = OtherDay(one.day, (), names.get(one.day, one.name))
    for iso, blocks, why in load(session, HoursSettings).dates:
        day = date.fromisoformat(iso)
        known = found[day].why if day in found else ""
        found[day] = OtherDay(day, blocks, why or known)
    return [
        one
        for day, one in sorted(found.items())
        if today <= day < today + AHEAD and (one.blocks or hours.week[day.weekday()])
    ]
