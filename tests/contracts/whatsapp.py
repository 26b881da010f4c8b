"""The WhatsApp Cloud API as pywa asks it; names alone, since it has no types of the wire."""

import ast
import re

from tests.contracts.description import Description, Operation, functions, template
from tests.contracts.meta import with_version
from tests.contracts.wheels import wheel


def whatsapp() -> Description:
    library = wheel("pywa")
    found = Description("pywa", normal=with_version)
    text = "".join(library.text(path) for path in library.paths("pywa/"))
    words = {*re.findall(r"['\"](\w+)['\"]", text), *re.findall(r"\b(\w+)\s*[:=]", text)}
    # Any word within any other: which one holds which is not said.
    found.types["Word"] = dict.fromkeys(words, frozenset({"Word"}))
    for function in functions(library.tree("pywa/api.py")):
        for node in ast.walk(function):
            told = {word.arg: word.value for word in getattr(node, "keywords", ())}
            if isinstance(node, ast.Call) and "endpoint" in told:
                method = template(told.get("method")) or "GET"
                path = template(told["endpoint"]).strip("/")
                given = frozenset({"Word"})
                found.operations.append(Operation(method, f"/v/{path}", given, given))
    return found
