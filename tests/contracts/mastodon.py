"""Mastodon's API as Mastodon.py asks it, and the entities as its types have them."""

import ast

from tests.contracts.description import (
    Description,
    Operation,
    classes,
    fields,
    functions,
    keys,
    named,
    parameters,
    template,
)
from tests.contracts.wheels import wheel


def mastodon() -> Description:
    library = wheel("mastodon_py")
    found = Description("Mastodon.py")
    for kind in classes(library.tree("mastodon/return_types.py")):
        found.types[kind.name] = fields(kind)
    for path in library.paths("mastodon/"):
        for function in functions(library.tree(path)):
            sends = f"{function.name}()"
            found.types[sends] = parameters(function) | dict.fromkeys(keys(function), frozenset())
            for method, target, override in _requests(function):
                reads = named(override) & found.types.keys() or named(function.returns)
                way = target.rstrip("/")
                found.operations.append(Operation(method, way, frozenset({sends}), reads))
            for target in _streams(function):
                found.operations.append(Operation("GET", target, frozenset({sends}), frozenset()))
    return found


def _streams(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """Return the paths at which a function listens."""
    return [
        template(node.args[0])
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr.endswith("__stream_or_subscribe")
    ]


def _requests(
    function: ast.FunctionDef | ast.AsyncFunctionDef,
) -> list[tuple[str, str, ast.expr | None]]:
    """Return method, path and said type of what a function asks the server."""
    return [
        (template(node.args[0]), template(node.args[1]), _override(node))
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr.endswith("__api_request")
        and len(node.args) > 1
    ]


def _override(node: ast.Call) -> ast.expr | None:
    return next((one.value for one in node.keywords if one.arg == "override_type"), None)
