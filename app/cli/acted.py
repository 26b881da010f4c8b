"""How commands about communication say what they did."""

from typing import Any

from app.cli.context import say, show

DONE = "Done; balie undo {act} takes it back."


def saved(value: dict[str, Any], act_id: int | None, line: str, *, as_json: bool) -> None:
    """Show what was stored, and in JSON the act."""
    show(value | {"act": act_id}, as_json=as_json, lines=lambda: iter((line,)))


def acted(act_id: int | None, *, as_json: bool) -> None:
    """Tell what takes it back."""
    if as_json:
        show({"act": act_id}, as_json=True, lines=lambda: iter(()))
    else:
        say("Nothing changed." if act_id is None else DONE.format(act=act_id))
