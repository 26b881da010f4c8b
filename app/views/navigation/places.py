"""Where the owner can be: a shipped view, one account, one category, or a view of his own."""

from dataclasses import dataclass

from app.models.rules.errors import QT_TRANSLATE_NOOP

VIEWS = {
    "todo": (QT_TRANSLATE_NOOP("Places", "To do"), "inbox"),
    "waiting": (QT_TRANSLATE_NOOP("Places", "Waiting"), "hourglass"),
    "snoozed": (QT_TRANSLATE_NOOP("Places", "Snoozed"), "clock-pause"),
    "done": (QT_TRANSLATE_NOOP("Places", "Done"), "circle-check"),
    "all": (QT_TRANSLATE_NOOP("Places", "All messages"), "list-details"),
    "spam": (QT_TRANSLATE_NOOP("Places", "Spam"), "ban"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the list: tickets of a view that answer to a query."""

    key: str
    view: str
    query: str = ""


TODO = Place("view:todo", "todo")


def of_view(view: str) -> Place:
    """Return the place of a shipped view."""
    return Place(f"view:{view}", view)


def of_account(account_id: int) -> Place:
    """Return the place of what is to do on one account."""
    return Place(f"account:{account_id}", "todo", f"account:{account_id}")


def of_category(key: str) -> Place:
    """Return the place of what is to do in one category."""
    return Place(f"category:{key}", "todo", f'category:"{key}"')


def of_saved(view_id: int, view: str, query: str) -> Place:
    """Return the place of a view that the owner saved."""
    return Place(f"saved:{view_id}", view, query)
