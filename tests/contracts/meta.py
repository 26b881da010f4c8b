"""The Graph API as Meta's own library has it, which is made from its descriptions of each node."""

import ast
import re

from tests.contracts.description import (
    NOTHING,
    Description,
    Operation,
    bare,
    classes,
    functions,
    template,
)
from tests.contracts.wheels import Wheel, wheel

FOLDER = "facebook_business/adobjects/"
NODES = (
    "page", "pagepost", "comment", "recommendation", "unifiedthread", "photo", "user",
    "iguser", "igmedia", "igcomment", "igcommentfromuser",
    "iguserforigonlyapi", "igmediaforigonlyapi",
)  # fmt: skip
PAGE = "[]"
OPEN = frozenset({"Object", "map", "AbstractCrudObject"})


def graph() -> Description:
    library = wheel("facebook_business")
    found = Description("facebook-business", open=OPEN, normal=with_version)
    found.types |= _paging(library)
    nodes: set[str] = set()
    for node in NODES:
        path = f"{FOLDER}{node}.py"
        if path not in library.paths(FOLDER):
            continue
        kind = next(one for one in classes(library.tree(path)) if one.name.lower() == node)
        shape = _fields(kind)
        for method, edge, target, names in _edges(kind):
            sends = f"{kind.name}.{method}{edge}"
            found.types[sends] = dict.fromkeys(names, NOTHING) | {
                one: frozenset({"Object"}) for one, told in names.items() if told == "Object"
            }
            # Every list comes as {"data": [...]}: it can be left out of a field's name.
            listed = frozenset({f"{target}{PAGE}", target})
            if method == "GET" and edge:
                found.types[f"{target}{PAGE}"] = {
                    "data": frozenset({target}), "paging": frozenset({"Paging"})
                }  # fmt: skip
                shape.setdefault(edge[1:], listed)  # an edge can be asked as a field
            reads = listed if method == "GET" and edge else frozenset({target})
            given = frozenset({sends, "Asked"})
            found.operations.append(Operation(method, f"/v/{{}}{edge}", given, reads))
        found.types[kind.name] = shape
        nodes.add(kind.name)
    # A call of a node of any kind has the fields of all.
    found.operations.append(Operation("GET", "/v/{}", frozenset({"Asked"}), frozenset(nodes)))
    return found


def with_version(path: str) -> str:
    """Return a path with any version, and with "me" for the node that it stands for."""
    plain = re.sub(r"^/(v[\d.]*|\{version\})/", "/v/", bare(path.replace("{version}", "v")))
    plain = plain if plain.startswith("/v/") else f"/v{plain}"
    return re.sub(r"^/v/me(?=/|$)", "/v/{}", plain)


def _paging(library: Wheel) -> dict[str, dict[str, frozenset[str]]]:
    """Return what goes for every call: what the library itself asks and reads."""
    text = library.text("facebook_business/api.py") + library.text("facebook_business/session.py")
    words = set(re.findall(r"'(\w+)'", text))
    assert words >= {"paging", "cursors", "after", "next", "fields", "access_token"}
    return {
        # How many come in a page is not in what is said of each edge.
        "Asked": dict.fromkeys(("fields", "after", "access_token", "limit"), NOTHING),
        "Paging": {"cursors": frozenset({"Cursors"}), "next": NOTHING},
        "Cursors": {"after": NOTHING},
    }


def _fields(kind: ast.ClassDef) -> dict[str, frozenset[str]]:
    """Return the fields of a node with their types."""
    types: dict[str, frozenset[str]] = {}
    for node in kind.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_field_types":
            told = ast.literal_eval(node.value)
            types = {name: frozenset({kind.removeprefix("list<").rstrip(">")})
                     for name, kind in told.items()}  # fmt: skip
    return types


def _edges(kind: ast.ClassDef) -> list[tuple[str, str, str, dict[str, str]]]:
    """Return of each call: method, edge ("" for the node itself), what comes, what can be sent."""
    found = []
    for function in functions(kind):
        names: dict[str, str] = {}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "param_types":
                names = ast.literal_eval(node.value)
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "FacebookRequest":
                told = {word.arg: word.value for word in node.keywords}
                edge = template(told["endpoint"]).rstrip("/")
                target = ast.unparse(told["target_class"])
                found.append((template(told["method"]), edge, target, names))
    return found
