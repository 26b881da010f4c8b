"""X's API as its own library has it, which is made from its OpenAPI description."""

import ast
import re

from tests.contracts.description import (
    Description,
    Operation,
    classes,
    fields,
    functions,
    keys,
    named,
    parameters,
)
from tests.contracts.wheels import wheel

_ADDRESS = re.compile(r"self\.client\.base_url \+ '(/2/[^']*)'")
_ASKS = re.compile(r"self\.client\.session\.(get|post|put|delete)\(")


def x() -> Description:
    library = wheel("xdk")
    found = Description("xdk", open=frozenset({"Any"}))
    for kind in classes(library.tree("xdk/schemas.py")):
        found.types[kind.name] = fields(kind)
    for name, value in _lists(library.tree("xdk/schemas.py")):
        found.types[name] = {
            key: types for one in named(value) for key, types in found.types.get(one, {}).items()
        }
    for path in library.paths("xdk/", "/client.py"):
        folder = path.split("/")[1]
        if folder == "client.py":
            continue
        others = _others(library.tree(f"xdk/{folder}/models.py"))
        for function in functions(library.tree(path)):
            text = ast.unparse(function)
            address, asks = _ADDRESS.search(text), _ASKS.search(text)
            if not (address and asks):
                continue
            sends = f"{folder}.{function.name}()"
            given = parameters(function)
            found.types[sends] = given | dict.fromkeys(keys(function), frozenset())
            body = frozenset(others.get(one, one) for one in given.get("body", frozenset()))
            reads = frozenset(others.get(one, one) for one in named(function.returns))
            found.operations.append(Operation(asks[1].upper(), address[1], body | {sends}, reads))
    return found


def _lists(tree: ast.Module) -> list[tuple[str, ast.expr]]:
    """Return the names of lists of schemas, each with what it is a list of."""
    return [
        (ast.unparse(node.targets[0]), node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript)
    ]


def _others(tree: ast.Module) -> dict[str, str]:
    """Return the names that schemas have within one part of the API."""
    return {
        ast.unparse(node.targets[0]): node.value.attr
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute)
    }
