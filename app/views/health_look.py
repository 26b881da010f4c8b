"""How the health of an account looks: a light with its own shape and colour, and words."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.models.rules.sign_ins import Ending, ending
from app.views import moments, sentences
from app.views.language import plural, translate

if TYPE_CHECKING:  # the window is painted before the services are imported
    from app.services.sync.health import AccountInfo

LIGHTS = {
    "ok": ("circle-check", "ok"),
    "working": ("refresh", "accent"),
    "offline": ("plug-off", "warn"),
    "attention": ("alert-circle", "danger"),
    "unknown": ("circle-dashed", "muted"),
}


ENDINGS = {
    Ending.SOON: ("alert-triangle", "warn"),
    Ending.URGENT: ("alert-circle", "danger"),
    Ending.OVER: ("alert-circle", "danger"),
}


def ending_of(info: "AccountInfo", now: datetime) -> Ending | None:
    """Return how near the end of an account's sign-in is; None where something else is wrong."""
    return ending(info.sign_in_ends, now) if info.health == "ok" else None


def light(info: "AccountInfo", now: datetime) -> tuple[str, str]:
    """Return icon and colour of an account's light.

    What could not be read, and a sign-in that ends soon, ask for attention.
    """
    ends = ending_of(info, now)
    if ends is not None:
        return ENDINGS[ends]
    if info.quarantined and info.health == "ok":
        return "alert-triangle", "warn"
    return LIGHTS.get(info.health, LIGHTS["unknown"])


def totals(info: "AccountInfo") -> str:
    """Return how much of everything is in: "412 van 412"; "" while that is not known."""
    known = [part for part in info.progress if part.remote is not None]
    if not known:
        return ""
    local = sum(part.local for part in known)
    remote = sum(part.remote or 0 for part in known)
    return translate("Accounts", "{local} of {remote}").format(
        local=moments.number(min(local, remote)), remote=moments.number(remote)
    )


def short_line(info: "AccountInfo", now: datetime) -> str:
    """Return the one line below an account's name in the side bar."""
    if info.health == "working":
        amount = totals(info)
        return translate("Accounts", "Fetching: {amount}").format(amount=amount or "…")
    if info.health == "offline" and info.next_try_at is not None:
        moment = moments.short_moment(info.next_try_at, now)
        return translate("Accounts", "No connection · {moment}").format(moment=moment)
    ends = ending_of(info, now)
    if info.sign_in_ends is not None and ends is not None:
        told = (
            translate("Accounts", "Sign-in ended {moment}")
            if ends is Ending.OVER
            else translate("Accounts", "Sign-in ends {moment}")
        )
        return told.format(moment=moments.short_moment(info.sign_in_ends, now))
    if info.health == "ok" and info.quarantined:
        return plural("Accounts", "%n message(s) set apart", info.quarantined)
    if info.health == "ok" and info.complete_to is not None:
        moment = moments.short_moment(info.complete_to, now)
        amount = totals(info)
        if amount:
            return translate("Accounts", "{amount} · to {moment}").format(
                amount=amount, moment=moment
            )
        return translate("Accounts", "Complete to {moment}").format(moment=moment)
    return sentences.word(sentences.HEALTHS, info.health)
