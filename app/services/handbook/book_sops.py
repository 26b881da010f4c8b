"""A procedure as a part of a printed handbook: its summary, its steps and its flowchart."""

from html import escape

from app.models.rules.handbook.pages import Kind, Sop, Step
from app.services.handbook import chart_svg
from app.services.handbook.book import SopPage
from app.services.handbook.book_parts import (
    TEMPLATES,
    Maker,
    Part,
    facts,
    meanings,
    template_anchor,
)
from app.services.handbook.book_words import Words
from app.services.handbook.markdown_html import html_of, inline
from app.services.tickets import lists

_KINDS = {Kind.CHOICE: "kind_choice", Kind.ASK: "kind_ask", Kind.SEND: "kind_send",
          Kind.END: "kind_end"}  # fmt: skip


def sop_part(make: Maker, one: SopPage) -> Part:
    """Return a procedure with its flowchart."""
    page, words = one.page, make.words
    html = _summary(make, page)
    if page.purpose:
        purpose = html_of(page.purpose, make.resolve)
        html += f"<h2>{escape(words('purpose'))}</h2>{purpose}"
    if page.terms:
        html += f"<h2>{escape(words('terms'))}</h2>{meanings(page.terms, make.resolve)}"
    if page.steps:
        html += f"<h2>{escape(words('steps'))}</h2>{_steps(make, page)}"
    drawing = drawing_of(page, words) if page.steps else None
    return Part(one.info.key, page.title, 2, html, make.note(one), drawing)


def _summary(make: Maker, page: Sop) -> str:
    words = make.words
    names = make.book.names

    def named(field: str, keys: tuple[str, ...]) -> str:
        return escape(", ".join(names[field].get(key, key) for key in keys))

    return facts(
        [
            (words("department"), escape(page.department)),
            (words("owner"), escape(page.owner)),
            (words("category"), named(lists.CATEGORY, page.categories)),
            (words("type"), named(lists.TYPE, page.types)),
            (words("signals"), ", ".join(words(f"signal_{one}") for one in page.signals)),
            (words("required"), words("required_yes") if page.required else ""),
            (words("response"), words.amount(page.response) if page.response else ""),
            (words("throughput"), words.amount(page.throughput) if page.throughput else ""),
            (words("review"), words.day(page.review) if page.review else ""),
        ]
    )


def drawing_of(page: Sop, words: Words) -> chart_svg.Drawing:
    """Return the flowchart of a procedure, with what it says of itself in a language."""
    told = chart_svg.Words(
        start=words("start"),
        heads={kind: words(key) for kind, key in _KINDS.items()},
        whom=words("ask_whom", about="{about}"),
        title=words("flowchart_of", title=page.title),
    )
    return chart_svg.draw(page, told)


# --- steps -----------------------------------------------------------------------------------


def _steps(make: Maker, page: Sop) -> str:
    rows, begin = "", ""
    if page.first is not None and page.first != page.steps[0].id:
        begin = f"<p>{_jump(make, page, 'begin_at', page.first)}</p>"
    for place, step in enumerate(page.steps):
        after = page.steps[place + 1].id if place + 1 < len(page.steps) else None
        rows += _step(make, page, step, after)
    return f'{begin}<div class="steps">{rows}</div>'


def _step(make: Maker, page: Sop, step: Step, after: int | None) -> str:
    words = make.words
    first, _, rest = step.text.partition("\n")
    about = _about(make, step)
    head = words(_KINDS[step.kind]) if step.kind in _KINDS else ""
    if step.kind is Kind.ASK and step.about:
        head = words("ask_whom", about=step.about)
    told = f'<p class="kind">{escape(head)}</p>' if head else ""
    if about:
        told += f'<p class="what">{about}</p>{html_of(_apart(step.text), make.resolve)}'
    else:
        told += f'<p class="what">{inline(first, make.resolve)}</p>'
        told += html_of(_apart(rest), make.resolve)
    if step.expected:
        result = f"{escape(words('result'))}: {inline(step.expected, make.resolve)}"
        told += f'<p class="result">{result}</p>'
    anchor = make.links.anchor(page.key, f"step-{step.id}")
    told += _onward(make, page, step, after)
    return (
        f'<table class="step {step.kind.value}"><tbody><tr><td class="number" id="{anchor}">'
        f'{step.id}</td><td class="told">{told}</td></tr></tbody></table>'
    )


def _apart(text: str) -> str:
    """Return a text in which every line is a paragraph: so steps are written."""
    lines = text.split("\n")
    plain = all(line == line.lstrip() and not line.startswith(("-", "*", "+", "|", "`", ">"))
                for line in lines)  # fmt: skip
    return "\n\n".join(lines) if plain else text


def _about(make: Maker, step: Step) -> str:
    """Return the name of the text that a step sends, or the outcome that it ends with."""
    if step.kind not in {Kind.SEND, Kind.END} or not step.about:
        return ""
    known = {one.name for one in make.book.templates}
    if step.kind is Kind.SEND and step.about in known:
        to = make.links.to(TEMPLATES, template_anchor(step.about))
        return f'<a href="{to}">{escape(step.about)}</a>'
    return escape(step.about)


def _onward(make: Maker, page: Sop, step: Step, after: int | None) -> str:
    if step.kind is Kind.CHOICE:
        answers = (
            f"<li>{escape(one.label)} <span class='to'>→ "
            f"{_jump(make, page, 'go_to', one.target)}</span></li>"
            for one in step.answers
        )
        return f'<ul class="answers">{"".join(answers)}</ul>' if step.answers else ""
    if step.kind is Kind.END or step.next == after:
        return ""
    return f'<p class="to">→ {_jump(make, page, "then_to", step.next)}</p>'


def _jump(make: Maker, page: Sop, key: str, number: int | None) -> str:
    if number is None:
        return escape(make.words("nowhere"))
    told = escape(make.words(key, number=number))
    to = make.links.to(page.key, f"step-{number}")
    return f'<a href="{to}">{told}</a>' if to else told
