"""Commands that carry what a ticket taught into the handbook."""

from collections.abc import Iterator
from typing import Any

import click

from app.cli.context import as_json_option, say, session_of, show
from app.models.rules.handbook.from_case import Part
from app.models.rules.masking.text import Mask
from app.models.rules.templates import LANGUAGES
from app.services.handbook import cases, pages
from app.services.handbook.cases import CaseDraft, Place
from app.services.tickets import lifecycle

_PARTS = click.Choice([part.value for part in Part])


@click.command("from-case")
@click.argument("ticket", type=int)
@click.option("--to", "page", help="Add it to this page; a new article when left out.")
@click.option("--as", "part", type=_PARTS, default="example", help="What it is in a procedure.")
@click.option("--term", default="", help="The word that a term explains.")
@click.option("--step", type=int, help="The step whose text grows.")
@click.option("--title", help="What the article is called.")
@click.option("--text", help="What it says instead of the draft.")
@click.option("--file", type=click.File("r", encoding="utf-8"), help="File with what it says.")
@click.option("--show", "shown", multiple=True, help="Do not mask this; may be given again.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the page.")
@click.option("--reason", default="", help="Why, for the version.")
@click.option("--dry-run", is_flag=True, help="Show the draft and what was masked; save nothing.")
@as_json_option
@click.pass_context
def from_case(
    ctx: click.Context, /, ticket: int, as_json: bool, dry_run: bool, **options: Any
) -> None:
    """Make an article of a ticket, or add it to a page; people are masked."""
    text = options["text"] if options["file"] is None else options["file"].read()
    with session_of(ctx).services() as services:
        read, write = services.database.read_now, services.database.write_now
        ticket_id = read(lifecycle.by_number, ticket)
        language = options["language"]
        found = read(pages.named, options["page"], language=language) if options["page"] else None
        draft = read(
            cases.draft_article, ticket_id, shown=options["shown"],
            language=language or (found.language if found else None),
        )  # fmt: skip
        if dry_run:
            show(draft, as_json=as_json, lines=lambda: _lines(draft))
            return
        given: dict[str, Any] = {"text": text or draft.text, "reason": options["reason"]}
        if found is None:
            title = options["title"] or draft.title
            page_id, act_id = write(
                cases.save_article, ticket_id, title=title, language=draft.language, **given
            )
        else:
            place = Place(found.id, Part(options["part"]), options["term"], options["step"])
            page_id, act_id = write(cases.add_to_page, ticket_id, place=place, **given)
        key = read(pages.find, page_id).key
    value = {"page": page_id, "key": key, "act": act_id, "masked": _masked(draft)}
    show(value, as_json=as_json, lines=lambda: iter([key]))


@click.command("link")
@click.argument("ticket", type=int)
@click.argument("page")
@click.option("--remove", is_flag=True, help="It does not go with the ticket after all.")
@as_json_option
@click.pass_context
def link(ctx: click.Context, ticket: int, page: str, remove: bool, as_json: bool) -> None:
    """Say that a page goes with a ticket."""
    with session_of(ctx).services() as services:
        ticket_id = services.database.read_now(lifecycle.by_number, ticket)
        found = services.database.read_now(pages.named, page)
        act = cases.unlink if remove else cases.link
        act_id = services.database.write_now(act, ticket_id, page_id=found.id)
    if as_json:
        show({"act": act_id}, as_json=True, lines=lambda: iter(()))
    else:
        say("Nothing changed." if act_id is None else found.key)


def _masked(draft: CaseDraft) -> list[dict[str, str]]:
    masks: tuple[Mask, ...] = (*draft.title_masks, *draft.masks)
    return [{"kind": one.kind.value, "original": one.original} for one in masks]


def _lines(draft: CaseDraft) -> Iterator[str]:
    yield draft.title
    yield ""
    yield from draft.text.split("\n")
    yield ""
    yield from (f"{one['kind']}: {one['original']}" for one in _masked(draft))
