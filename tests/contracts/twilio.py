"""Twilio's API as its own library has it, which is made from its OpenAPI description."""

import ast
import re

from tests.contracts.description import (
    NOTHING,
    Description,
    Operation,
    classes,
    functions,
    keys,
    template,
)
from tests.contracts.wheels import Wheel, wheel

FOLDER = "twilio/rest/api/v2010/"
PARTS = ("message", "incoming_phone_number")
"""The parts that a shop can have to do with; the whole takes seconds to read."""


def twilio() -> Description:
    library = wheel("twilio")
    # The one object in an answer of which the library keeps what comes.
    found = Description("twilio", open=frozenset({"capabilities"}))
    version = re.search(r'__init__\(domain, "(.+?)"\)', library.text(f"{FOLDER}__init__.py"))
    assert version
    meta = _meta(library)
    for path in (path for part in PARTS for path in library.paths(f"{FOLDER}account/{part}/")):
        tree = library.tree(path)
        instance = _instance(tree)
        for kind in classes(tree):
            address = _address(kind)
            if not address:
                continue
            name = f"{path}:{kind.name}"
            found.types[name] = instance
            found.types[f"{name}[]"] = {**meta, **dict.fromkeys(_list(address), frozenset({name}))}
            for function in functions(kind):
                for method, asks in _asked(function):
                    sends = f"{name}.{function.name}()"
                    found.types[sends] = dict.fromkeys(keys(function), NOTHING)
                    reads = frozenset({f"{name}[]" if asks == "page" else name})
                    way = f"/{version[1]}{address}"
                    found.operations.append(Operation(method, way, frozenset({sends}), reads))
    return found


def _meta(library: Wheel) -> dict[str, frozenset[str]]:
    page = re.search(r"META_KEYS = \{(.+?)\}", library.text("twilio/base/page.py"), re.DOTALL)
    assert page
    return dict.fromkeys(re.findall(r'"(\w+)"', page[1]), NOTHING)


def _list(address: str) -> set[str]:
    """Return what the list in a page can be called: the library takes whatever is there."""
    last = address.rpartition("/")[2].removesuffix(".json")
    plain = re.sub(r"(?<!^)(?=[A-Z])", "_", last).lower()
    return {plain, f"{plain}_list"}


def _instance(tree: ast.Module) -> dict[str, frozenset[str]]:
    """Return the fields that are taken from an answer."""
    return {
        template(node.args[0]): frozenset({template(node.args[0])})
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "payload.get"
    }


def _address(kind: ast.ClassDef) -> str:
    """Return the address that a class asks: `self._uri = "...".format(...)`."""
    for node in ast.walk(kind):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "self._uri":
            call = node.value
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                return template(call.func.value)
    return ""


def _asked(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[tuple[str, str]]:
    """Return the methods by which a function asks its address, and the way of asking."""
    return [
        (template(word.value), node.func.attr)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value) == "self._version"
        for word in node.keywords
        if word.arg == "method"
    ]
