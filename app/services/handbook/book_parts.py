"""The parts of a handbook in their order, as pieces of HTML that a page or a site is made of."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import Protocol

from app.models.rules.handbook.glossary import terms_of
from app.models.rules.handbook.images import FOLDER, name_in
from app.models.rules.handbook.pages import Article, Kind, Sop, Term, slug
from app.models.rules.hours import Block
from app.models.rules.plans import Plan
from app.models.rules.templates import Form, fill, unknown
from app.services.handbook.book import ArticlePage, Book, SopPage
from app.services.handbook.book_words import Words
from app.services.handbook.chart_svg import Drawing
from app.services.handbook.markdown_html import Resolve, Shown, html_of, inline
from app.services.tickets import lists
from app.services.tickets.directory import ColleagueInfo
from app.services.tickets.templates import PURPOSES, TemplateInfo

HOURS, PEOPLE, ARTICLES, SOPS = "book_hours", "book_people", "book_articles", "book_sops"
TEMPLATES, REGISTER = "book_templates", "book_register"
STATEMENTS = "book_statements"
"""Names of parts that are no pages; a key of a page has no such line in it."""

_LINK = re.compile(r"(?:\.?/)?([a-z0-9-]+)\.md(?:#.*)?")
_OPEN, _CLOSE = "\ue000", "\ue001"


class Links(Protocol):
    """How parts lead to each other."""

    def to(self, name: str, inner: str = "") -> str:
        """Return the address of a part, or of something in it; "" where no link is wanted."""
        ...

    def anchor(self, name: str, inner: str) -> str:
        """Return the id of something in a part."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter (level 1) or a page of one (2); `html` is without its title.

    `note` says in words which version it is; `drawing` is the flowchart of a procedure.
    """

    name: str
    title: str
    level: int
    html: str
    note: str = ""
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Leads to parts, and shows the pictures that the book has."""

    book: Book
    links: Links

    def __call__(self, address: str) -> str:
        found = _LINK.fullmatch(address)
        return self.links.to(found[1]) if found and found[1] in self.book.keys else ""

    def picture(self, address: str) -> Shown | None:
        """Return a picture of the book."""
        found = self.book.pictures.get(name_in(address) or "")
        return Shown(f"{FOLDER}/{found.name}", found.width, found.height) if found else None


@dataclass(frozen=True, slots=True)
class Maker:
    """What parts are made with."""

    book: Book
    words: Words
    links: Links

    @property
    def resolve(self) -> Resolve:
        """Return how links between pages lead to parts; those to no page of the book nowhere."""
        return _Resolver(self.book, self.links)

    def note(self, page: ArticlePage | SopPage) -> str:
        """Return which version of a page this is."""
        day = self.words.day(self.book.hours.local_day(page.info.saved_at))
        return self.words("version", number=page.info.version, day=day)


# --- pieces ----------------------------------------------------------------------------------


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "grid") -> str:
    """Return a table; heads are text, cells are HTML."""
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Return names with what they are (HTML); those that are nothing are left out."""
    told = "".join(
        f"<tr><th>{escape(name)}</th><td>{what}</td></tr>" for name, what in rows if what
    )
    return f'<table class="facts"><tbody>{told}</tbody></table>' if told else ""


def lead(text: str) -> str:
    """Return what a chapter begins with."""
    return f'<p class="lead">{escape(text)}</p>'


# --- hours and targets -----------------------------------------------------------------------


def hours(make: Maker) -> str:
    """Return the opening hours, the days that differ and the targets."""
    words, week = make.words, make.book.hours
    late = any(week.evening)
    heads = [words("day"), words("open"), *([words("evening")] if late else [])]
    rows = []
    for number, blocks in enumerate(week.week):
        row = [escape(words.weekday(number).capitalize()), words.blocks(blocks)]
        evening = week.evening[number]
        rows.append([*row, words.blocks(evening) if evening else "–"] if late else row)
    return (
        f"<h2>{escape(words('opening'))}</h2>{table(heads, rows)}"
        f"<h2>{escape(words('other_days'))}</h2>{_other_days(make)}"
        f"<h2>{escape(words('targets'))}</h2>{lead(words('targets_lead'))}{_plans(make)}"
    )


def _other_days(make: Maker) -> str:
    words = make.words
    rows = []
    for one in make.book.other_days:
        day = f"{words.weekday(one.day.weekday())} {words.day(one.day)}"
        blocks = [Block(*block) for block in one.blocks]
        rows.append([escape(day), words.blocks(blocks), escape(one.why)])
    if not rows:
        return f"<p>{escape(words('all_as_usual'))}</p>"
    return table([words("date"), words("open"), words("why")], rows)


def _plans(make: Maker) -> str:
    words = make.words
    heads = ("plan", "for_whom", "first_reaction", "answer", "next_reply")
    rows = []
    for plan in make.book.plans:
        first = words.target(plan.targets.first_reaction)
        if plan.targets.evening is not None:
            evening = words.amount(plan.targets.evening)
            first += f"; {words('evening_reaction', amount=evening)}"
        rest = (words.target(plan.targets.answer), words.target(plan.targets.next_reply))
        rows.append([escape(one) for one in (plan.name, _whom(words, plan), first, *rest)])
    return table([words(head) for head in heads], rows)


def _whom(words: Words, plan: Plan) -> str:
    whom = [words(f"priority_{one}") for one in sorted(plan.priorities)]
    whom += sorted((words.channel(one) for one in plan.kinds), key=str.casefold)
    if plan.contacts:
        whom.insert(0, words.count("customers", len(plan.contacts)))
    return ", ".join(whom) or words("everybody")


# --- people ----------------------------------------------------------------------------------


def people(make: Maker) -> str:
    """Return who is asked about what, and how they are reached."""
    words, everyone = make.words, make.book.colleagues
    if not everyone:
        return f"<p>{escape(words('no_colleagues'))}</p>"
    heads = ("name", "there", "reached", "deputy")
    reached = [
        [_person(one), escape(one.hours) or "–", _ways(words, one), escape(one.deputy) or "–"]
        for one in everyone
    ]
    return (
        f"{lead(words('people_lead'))}<h2>{escape(words('matrix'))}</h2>{_matrix(make)}"
        f"<h2>{escape(words('by_subject'))}</h2>{_subjects(make)}"
        f"<h2>{escape(words('colleagues'))}</h2>{table([words(one) for one in heads], reached)}"
    )


def _matrix(make: Maker) -> str:
    words, everyone = make.words, make.book.colleagues
    rows = []
    for key, name in make.book.names[lists.DEPARTMENT].items():
        first = [one for one in everyone if key in one.fixed_for]
        others = [one for one in everyone if one.department == key and one not in first]
        rows.append(_responsible(name, first, others))
    homeless = [one for one in everyone if not one.department and not one.fixed_for]
    if homeless:
        rows.append(_responsible(words("others"), [], homeless))
    heads = ("department", "asked_first", "deputy", "also_there", "knows")
    return table([words(one) for one in heads], rows)


def _responsible(
    name: str, first: Sequence[ColleagueInfo], others: Sequence[ColleagueInfo]
) -> list[str]:
    knows = sorted({subject for one in (*first, *others) for subject in one.subjects})
    deputies = [escape(one.deputy) for one in first if one.deputy]
    people = ["<br>".join(_person(one) for one in group) or "–" for group in (first, others)]
    return [
        f"<strong>{escape(name)}</strong>", people[0], "<br>".join(deputies) or "–", people[1],
        escape(", ".join(knows)) or "–",
    ]  # fmt: skip


def _subjects(make: Maker) -> str:
    words = make.words
    known: dict[str, list[ColleagueInfo]] = {}
    for one in make.book.colleagues:
        for subject in one.subjects:
            known.setdefault(subject, []).append(one)
    rows = [
        [
            escape(subject),
            escape(", ".join(one.name for one in who)),
            escape(", ".join(dict.fromkeys(one.deputy for one in who if one.deputy))) or "–",
        ]
        for subject, who in sorted(known.items(), key=lambda pair: pair[0].casefold())
    ]
    return table([words("subject"), words("who"), words("deputy")], rows)


def _person(one: ColleagueInfo) -> str:
    role = f' <span class="faint">{escape(one.role)}</span>' if one.role else ""
    return f"{escape(one.name)}{role}"


def _ways(words: Words, one: ColleagueInfo) -> str:
    known = (("phone", one.phone), ("whatsapp", one.whatsapp))
    ways = [escape(words(way, value=value)) for way, value in known if value]
    return "<br>".join([*ways, *([escape(one.mail)] if one.mail else [])]) or "–"


# --- templates, words, register --------------------------------------------------------------


def template_anchor(name: str) -> str:
    """Return the id of a template within its chapter."""
    return f"t-{slug(name)}"


def templates(make: Maker) -> str:
    """Return all texts, by what they are for."""
    words = make.words
    order = {purpose: place for place, purpose in enumerate(PURPOSES)}
    known = sorted(make.book.templates, key=lambda one: order.get(one.purpose, len(order)))
    told = [lead(words("templates_lead"))]
    for purpose, group in groupby(known, key=lambda one: one.purpose):
        key = f"purpose_{purpose}"
        told.append(f"<h2>{escape(words(key) if words.known(key) else purpose)}</h2>")
        told += [_template(make, one) for one in group]
    return "".join(told)


def _template(make: Maker, one: TemplateInfo) -> str:
    words, name = make.words, one.name
    anchor = make.links.anchor(TEMPLATES, template_anchor(name))
    channels = escape(", ".join(words.channel(kind) for kind in one.kinds))
    used = [
        f'<a href="{make.links.to(sop.info.key)}">{escape(sop.page.title)}</a>'
        for sop in make.book.sops
        if any(step.about == name and step.kind is Kind.SEND for step in sop.page.steps)
    ]
    about = [words("for_channels", channels=channels)] if channels else []
    about += [f"{words('used_in')}: {', '.join(used)}"] if used else []
    told = f'<p class="faint">{"<br>".join(about)}</p>' if about else ""
    return (
        f'<h3 id="{anchor}">{escape(name)}</h3>{told}'
        f'<div class="letter">{letter(one.body, make.book.form, one.language)}</div>'
    )


def letter(text: str, form: str, language: str) -> str:
    """Return a text as it leaves, with what is still to be filled in marked."""
    told = escape(_filled(text, form, language, _OPEN, _CLOSE))
    told = told.replace(_OPEN, '<span class="place">').replace(_CLOSE, "</span>")
    paragraphs = (part.strip("\n").replace("\n", "<br>") for part in told.split("\n\n"))
    return "".join(f"<p>{part}</p>" for part in paragraphs if part)


def shown_text(text: str, form: str, language: str) -> str:
    """Return the words of a letter, with the names of its places in them."""
    return _filled(text, form, language)


def _filled(text: str, form: str, language: str, before: str = "", behind: str = "") -> str:
    body = text.replace(_OPEN, "").replace(_CLOSE, "")
    places = {name: f"{before}{name}{behind}" for name in unknown(body, frozenset())}
    return fill(body, places, form=Form(form), language=language).text


def glossary(make: Maker, page: Article) -> str:
    """Return the words by their first letter, below what the page says besides."""
    terms = list(terms_of(page))
    lines = page.body.split("\n")
    rest = [line for line in lines if not terms_of(replace(page, body=line))]
    terms.sort(key=lambda one: one.name.casefold())
    told = html_of("\n".join(rest), make.resolve)
    for letter, group in groupby(terms, key=lambda one: one.name[:1].upper()):
        told += f'<h2 class="letter-head">{escape(letter)}</h2>{meanings(group, make.resolve)}'
    return told


def meanings(terms: Iterable[Term], resolve: Resolve) -> str:
    """Return words with what they mean."""
    rows = "".join(
        f'<tr><th class="term">{escape(one.name)}</th><td>{inline(one.meaning, resolve)}</td></tr>'
        for one in terms
    )
    return f'<table class="terms"><tbody>{rows}</tbody></table>' if rows else ""


def register(make: Maker) -> str:
    """Return the procedures by category and by kind of message."""
    words = make.words
    return (
        f"{lead(words('register_lead'))}"
        f"<h2>{escape(words('by_category'))}</h2>"
        f"{_filed(make, lists.CATEGORY, words('category'), lambda sop: sop.categories)}"
        f"<h2>{escape(words('by_type'))}</h2>"
        f"{_filed(make, lists.TYPE, words('type'), lambda sop: sop.types)}"
    )


def _filed(make: Maker, field: str, head: str, keys: Callable[[Sop], tuple[str, ...]]) -> str:
    words, names = make.words, make.book.names[field]
    used = {key for one in make.book.sops for key in keys(one.page)}
    groups = [(names.get(key, key), key) for key in (*names, *sorted(used - set(names)))]
    rows = []
    for name, key in groups:
        found = [one for one in make.book.sops if key in keys(one.page)]
        rows += [_entry(make, name, one, first=not place) for place, one in enumerate(found)]
    loose = [one for one in make.book.sops if not keys(one.page)]
    without = words("without")
    rows += [_entry(make, without, one, first=not place) for place, one in enumerate(loose)]
    return table([head, words("sop"), words("response"), words("throughput")], rows)


def _entry(make: Maker, name: str, one: SopPage, *, first: bool) -> list[str]:
    """Return a row; the name of its group stands in each, as a page may begin anywhere."""
    words, page = make.words, one.page
    link = f'<a href="{make.links.to(one.info.key)}">{escape(page.title)}</a>'
    times = [words.amount(time) if time else "–" for time in (page.response, page.throughput)]
    told = escape(name)
    head = f"<strong>{told}</strong>" if first else f'<span class="faint">{told}</span>'
    return [head, link, *times]
