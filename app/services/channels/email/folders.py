"""Which folders of an account are read, by their special use and by the names in use."""

from collections.abc import Sequence

from app.services.channels.email.imap_answers import Folder

INBOX = "INBOX"

SENT_NAMES = (
    "sent",
    "sent items",
    "sent messages",
    "sent mail",
    "verzonden",
    "verzonden items",
    "verzonden berichten",
    "verzonden e-mail",
    "gesendet",
    "gesendete objekte",
    "envoyés",
    "éléments envoyés",
)
"""Names of the Sent folder where the server does not mark it (RFC 6154), best known first."""


def sent_folder(folders: Sequence[Folder]) -> str | None:
    """Return the name of the folder with what was sent, None when there is none."""
    for each in folders:
        if "\\sent" in each.flags:
            return each.name
    for name in SENT_NAMES:
        for each in folders:
            if each.name.casefold() == name or _last_part(each).casefold() == name:
                return each.name
    return None


def chosen_folders(folders: Sequence[Folder], wanted: Sequence[str]) -> list[str]:
    """Return the names on the server of the folders that the owner named, as far as they exist.

    He may leave out the prefix ("INBOX.") and use "/" whatever the server's separator is.
    """
    found = []
    for want in wanted:
        names = [each.name for each in folders if _is_named(each, want)]
        found.extend(names[:1])
    return found


def new_sent_name(folders: Sequence[Folder]) -> str:
    """Return the name for a Sent folder to make, under INBOX where all others are (RFC 2342)."""
    others = [each for each in folders if each.name.upper() != INBOX]
    separator = next((each.separator for each in folders if each.separator), "")
    prefix = f"{INBOX}{separator}"
    below = separator and others and all(each.name.upper().startswith(prefix) for each in others)
    return f"{prefix}Sent" if below else "Sent"


def _last_part(folder: Folder) -> str:
    return folder.name.rpartition(folder.separator)[2] if folder.separator else folder.name


def _is_named(folder: Folder, want: str) -> bool:
    names = {folder.name}
    if folder.separator:
        slashed = folder.name.replace(folder.separator, "/")
        names |= {slashed, slashed.removeprefix(f"{INBOX}/")}
        names.add(folder.name.removeprefix(f"{INBOX}{folder.separator}"))
    return want.casefold() in {each.casefold() for each in names}
