"""A handbook from its policy to its register: all parts in the order in which they are read."""

from collections.abc import Iterator
from html import escape

from app.services.handbook.book import ArticlePage, Book
from app.services.handbook.book_parts import (
    ARTICLES,
    HOURS,
    PEOPLE,
    REGISTER,
    SOPS,
    STATEMENTS,
    TEMPLATES,
    Links,
    Maker,
    Part,
    facts,
    glossary,
    hours,
    lead,
    people,
    register,
    templates,
)
from app.services.handbook.book_said import statements
from app.services.handbook.book_sops import sop_part
from app.services.handbook.book_words import words_in
from app.services.handbook.markdown_html import html_of


def parts(book: Book, links: Links) -> list[Part]:
    """Return the parts of a book; what there is nothing for is left out."""
    return list(_parts(Maker(book, words_in(book.language), links)))


def _parts(make: Maker) -> Iterator[Part]:
    book, words = make.book, make.words
    if book.policy:
        yield _article(make, book.policy, words("policy"), 1)
    yield Part(HOURS, words("hours"), 1, hours(make))
    yield Part(PEOPLE, words("people"), 1, people(make))
    if book.articles:
        yield Part(ARTICLES, words("articles"), 1, lead(words("articles_lead")))
        yield from (_article(make, one, one.page.title, 2) for one in book.articles)
    if book.sops:
        yield Part(SOPS, words("sops"), 1, lead(words("sops_lead")))
        yield from (sop_part(make, one) for one in book.sops)
    if book.statements:
        yield Part(STATEMENTS, words("statements"), 1, statements(make))
    if book.templates:
        yield Part(TEMPLATES, words("templates"), 1, templates(make))
    if book.glossary:
        html = glossary(make, book.glossary.page)
        yield Part(book.glossary.info.key, words("glossary"), 1, html, make.note(book.glossary))
    if book.sops:
        yield Part(REGISTER, words("register"), 1, register(make))


def _article(make: Maker, one: ArticlePage, title: str, level: int) -> Part:
    page, words = one.page, make.words
    head = facts(
        [
            (words("department"), escape(page.department)),
            (words("owner"), escape(page.owner)),
            (words("review"), words.day(page.review) if page.review else ""),
        ]
    )
    return Part(one.info.key, title, level, head + html_of(page.body, make.resolve), make.note(one))
