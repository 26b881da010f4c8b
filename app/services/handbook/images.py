"""The pictures of pages: kept once per content, each under a name that never means another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.handbook import HandbookImage
from app.models.messages import Blob
from app.models.rules.handbook.images import MIMES, form_of, names_in, safe_name
from app.services.storage.database import Unit


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page: its name in texts, its size in dots, and all of it."""

    name: str
    width: int
    height: int
    data: bytes


def add(unit: Unit, name: str, data: bytes) -> str:
    """Keep a picture and return its name, which is another one where that is taken.

    A version of a page shows for ever what it showed when it was saved: so a name is given once,
    and a picture that is there already has the name that it got.

    Raises:
        NotAPictureError: it is none.
        PictureTooLargeError: it has too many bytes or dots.
    """
    form = form_of(name, data)
    digest = sha256(data).hexdigest()
    known = select(HandbookImage.name).where(HandbookImage.sha256 == digest)
    wanted = safe_name(name, form.suffix)
    same = list(unit.session.scalars(known.order_by(HandbookImage.name)))
    if same:
        return wanted if wanted in same else same[0]
    if unit.session.get(HandbookImage, wanted) is not None:
        wanted = safe_name(f"{wanted}-{digest[:8]}", form.suffix)
    if unit.session.get(Blob, digest) is None:
        unit.session.add(Blob(sha256=digest, size=len(data), data=data))
        unit.session.flush()
    unit.session.add(
        HandbookImage(
            name=wanted, sha256=digest, mime=MIMES[form.suffix], width=form.width,
            height=form.height, added_at=unit.now,
        )
    )  # fmt: skip
    unit.session.flush()
    return wanted


def names(session: Session) -> frozenset[str]:
    """Return the names of all pictures; no picture is read."""
    return frozenset(session.scalars(select(HandbookImage.name)))


def of(session: Session, texts: Iterable[str]) -> Mapping[str, Picture]:
    """Return the pictures that texts name, by name."""
    return find(session, dict.fromkeys(chain.from_iterable(map(names_in, texts))))


def find(session: Session, names: Iterable[str]) -> Mapping[str, Picture]:
    """Return the pictures of these names; one that is not there is left out."""
    found = session.execute(
        select(HandbookImage, Blob.data)
        .join(Blob, Blob.sha256 == HandbookImage.sha256)
        .where(HandbookImage.name.in_(list(names)))
    )
    return {one.name: Picture(one.name, one.width, one.height, data) for one, data in found}
