"""Whose mails are recognised as notices of a platform, changed as acts; it counts for new mail."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.rules.errors import NotFoundError
from app.models.rules.notifications import MOST_OWN, Own, TooManyPlatformsError, checked
from app.services.channels.email.notifications import known
from app.services.settings import PlatformSettings, load
from app.services.storage.database import Unit
from app.services.tickets import acts, setting_acts

NAME = "platforms"


@dataclass(frozen=True, slots=True)
class PlatformInfo:
    """A platform as the owner sees it.

    Attributes:
        kind: names it, and is the kind of channel of its messages.
        domains: where its mails come from.
        by_mail: an answer by mail reaches the customer.
        own: the owner added it.
    """

    kind: str
    name: str
    domains: tuple[str, ...]
    words: str
    by_mail: bool
    on: bool
    own: bool


def infos(session: Session) -> list[PlatformInfo]:
    """Return all platforms, those of the owner last."""
    chosen = load(session, PlatformSettings).chosen
    found = [
        PlatformInfo(
            one.kind, one.name, one.domains, "", one.relay, one.kind not in chosen.off, own=False
        )
        for one in known()
    ]
    found += [
        PlatformInfo(
            one.name,
            one.name,
            (one.domain,),
            one.words,
            one.by_mail,
            one.name not in chosen.off,
            own=True,
        )
        for one in chosen.own
    ]
    return found


def switch(unit: Unit, kind: str, *, on: bool, origin: object | None = None) -> int | None:
    """Recognise the mails of a platform, or leave them ordinary ones.

    Returns the act, None when nothing changed.

    Raises:
        NotFoundError: there is no such platform.
    """
    one = _named(unit.session, kind)
    before = load(unit.session, PlatformSettings)
    off = set(before.off) - {one.kind} if on else {*before.off, one.kind}
    return _keep(unit, replace(before, off=tuple(sorted(off))), origin)


def add(unit: Unit, platform: Own, *, origin: object | None = None) -> tuple[str, int | None]:
    """Have the mails of a platform of the owner's own recognised; returns its kind and the act.

    Raises:
        UnfitPlatformError, PlatformKnownError: see rules.notifications.checked.
        TooManyPlatformsError: there are too many.
    """
    before = load(unit.session, PlatformSettings)
    if len(before.own) >= MOST_OWN:
        raise TooManyPlatformsError(most=MOST_OWN)
    names = {name.lower() for one in infos(unit.session) for name in (one.kind, one.name)}
    handles = unit.session.scalars(select(Account.handle).where(Account.kind == "email"))
    made = checked(platform, names=names, ours=_domains(handles))
    return made.name, _keep(unit, replace(before, own=(*before.own, astuple(made))), origin)


def remove(unit: Unit, kind: str, *, origin: object | None = None) -> int | None:
    """Take a platform of the owner's own out; its messages stay as they are. Returns the act.

    Raises:
        NotFoundError: there is none, or Balie came with it.
    """
    one = _named(unit.session, kind)
    if not one.own:
        raise NotFoundError(what="own platform", name=kind)
    before = load(unit.session, PlatformSettings)
    own = tuple(each for each in before.own if each[0] != one.kind)
    off = tuple(each for each in before.off if each != one.kind)
    return _keep(unit, PlatformSettings(off, own), origin)


def _keep(unit: Unit, after: PlatformSettings, origin: object | None) -> int | None:
    recorder = acts.begin(unit, NAME, origin=origin)
    recorder.add(setting_acts.keep(unit, after))
    return setting_acts.finish(unit, recorder, after, {"off": list(after.off)})


def _named(session: Session, kind: str) -> PlatformInfo:
    wanted = kind.strip().lower()
    for one in infos(session):
        if wanted in {one.kind.lower(), one.name.lower()}:
            return one
    raise NotFoundError(what="platform", name=kind)


def _domains(handles: Iterable[str]) -> set[str]:
    return {domain for handle in handles if (domain := handle.rpartition("@")[2])}
