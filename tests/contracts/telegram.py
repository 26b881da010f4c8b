"""The Bot API as python-telegram-bot has it: a method and a class for each of its own."""

import re

from tests.contracts.description import (
    NOTHING,
    Description,
    Operation,
    Shape,
    camel,
    classes,
    functions,
    named,
    parameters,
)
from tests.contracts.wheels import Wheel, wheel


def telegram() -> Description:
    library = wheel("python_telegram_bot")
    found = Description("python-telegram-bot", _types(library))
    words = library.text("telegram/request/_baserequest.py")
    refusal = {
        name: frozenset({"ResponseParameters"} if name == "parameters" else ())
        for name in ("ok", "description", "parameters", "retry_after")
        if re.search(f"['\"]{name}['\"]", words)
    }
    found.types["ResponseParameters"] = refusal
    bot = next(one for one in classes(library.tree("telegram/_bot.py")) if one.name == "Bot")
    for one in functions(bot):
        name = camel(one.name)
        found.types[f"{name}()"] = parameters(one)
        found.types[f"{name}->"] = refusal | {"result": named(one.returns)}
        sends, reads = frozenset({f"{name}()"}), frozenset({f"{name}->"})
        found.operations.append(Operation("POST", f"/bot{{}}/{name}", sends, reads))
    text = library.text("telegram/_bot.py")
    if "/file/bot" in text and "{self._base_file_url}/{file_path}" in text:
        found.operations.append(Operation("GET", "/file/bot{}/{}"))
    return found


def _types(library: Wheel) -> dict[str, Shape]:
    """Return the classes by name with what they are made from; some get it from their base."""
    made: dict[str, Shape] = {}
    bases: dict[str, list[str]] = {}
    for path in library.paths("telegram/"):
        if path.startswith(("telegram/ext/", "telegram/request/")):
            continue
        for kind in classes(library.tree(path)):
            bases[kind.name] = [name for base in kind.bases for name in named(base)]
            for one in functions(kind):
                if one.name == "__init__":
                    # `from` is a word of Python's own, so the library says from_user.
                    given = parameters(one)
                    made[kind.name] = given | {"from": given.get("from_user", NOTHING)}
    inherited = {
        name: made[base] for name, known in bases.items() for base in known if base in made
    }
    return inherited | made
