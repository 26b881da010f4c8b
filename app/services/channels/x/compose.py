"""An answer at X in its wire form, checked before anything is sent."""

import base64
import json
import re
from collections.abc import Sequence

from app.models.rules.limits import Measure
from app.services.channels.api import Attachment, Draft, Json, Prepared
from app.services.channels.errors import InvalidContent, NoAnswersThere, NotAllowedByPlatform
from app.services.channels.kit import Node, check_length
from app.services.channels.x.line import NAME
from app.services.channels.x.parse import DIRECT, mark

_PICTURES = {"image/jpeg": 5 << 20, "image/png": 5 << 20, "image/webp": 5 << 20}
_MOVING = "image/gif"
_LARGEST_MOVING = 15 << 20
_CASHTAG = re.compile(r"(?<![\w$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?\b")


def prepare(draft: Draft) -> Prepared:
    """Return a draft as one call.

    Raises:
        InvalidContent: empty, too long, or with files that do not go along.
        NoAnswersThere, NotAllowedByPlatform: there is nothing that could be answered from here.
    """
    text = Node(draft.text).text.strip()
    target = _target(draft)
    direct = "answers" not in target
    if not text and not draft.attachments:
        raise InvalidContent(server=NAME, detail="the message is empty")
    check_length(Measure("x", private=direct), text, NAME)
    if not direct and len(set(_CASHTAG.findall(text))) > 1:
        raise InvalidContent(server=NAME, detail="only one $NAME in a post")
    _check_files(draft.attachments, most=1 if direct else 4)
    payload: dict[str, Json] = {
        **target,
        "key": draft.key,
        "text": text,
        "since": draft.created_at.isoformat(),
        "mark": mark(text, len(draft.attachments)),
        "files": [_file(one) for one in draft.attachments],
    }
    data = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
    return Prepared(f"out:{draft.key}", draft.recipient.handle, data, str(payload["mark"]))


def _target(draft: Draft) -> dict[str, Json]:
    """Return what is answered: a post, the user of a conversation, or the author of a post."""
    known = [key for key in draft.references if not key.startswith("out:")]
    last = known[-1] if known else ""
    if last.startswith(DIRECT):
        user = last.removeprefix(DIRECT).partition(":")[0]
        if not user.isdecimal():
            raise NoAnswersThere(server=NAME)
        return {"user": user}
    if not last.isdecimal():
        raise NotAllowedByPlatform(server=NAME, detail="there is no post to answer")
    return {"handle": draft.recipient.handle} if draft.private else {"answers": last}


def _check_files(files: Sequence[Attachment], *, most: int) -> None:
    moving = any(one.mime == _MOVING for one in files)
    if len(files) > (1 if moving else most):
        raise InvalidContent(server=NAME, detail="at most 4 pictures, or 1 moving one")
    for one in files:
        largest = _LARGEST_MOVING if one.mime == _MOVING else _PICTURES.get(one.mime)
        if largest is None:
            detail = f"{one.name}: only JPEG, PNG, WebP and GIF"
            raise InvalidContent(server=NAME, detail=detail)
        if len(one.data) > largest:
            detail = f"{one.name}: at most {largest >> 20} MB"
            raise InvalidContent(server=NAME, detail=detail)


def _file(one: Attachment) -> dict[str, Json]:
    return {"name": one.name, "mime": one.mime, "data": base64.b64encode(one.data).decode()}


def files_of(payload: Node) -> list[Attachment]:
    """Return the files of a prepared answer."""
    return [
        Attachment(one["name"].text, one["mime"].text, base64.b64decode(one["data"].text))
        for one in payload["files"]
    ]


def category_of(file: Attachment, *, direct: bool) -> str:
    """Return what a file is uploaded for."""
    use = "gif" if file.mime == _MOVING else "image"
    return f"dm_{use}" if direct else f"tweet_{use}"
