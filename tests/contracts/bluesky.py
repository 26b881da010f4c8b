"""The AT protocol as the models of atproto have it, which were made from its lexicons."""

import ast
import re

from tests.contracts.description import (
    Description,
    Operation,
    Shape,
    camel,
    classes,
    fields,
    functions,
    named,
    template,
)
from tests.contracts.wheels import Wheel, wheel

MODELS = "atproto_client/models/"
WAYS = {"invoke_query": "GET", "invoke_procedure": "POST"}
OPEN = {
    "UnknownType": ("AppBskyFeedPost.Record", "DidDocument"),
    "UnknownInputType": ("AppBskyFeedPost.Record",),
}
"""What a lexicon leaves open, and what stands there for us: a post, or a DID document."""


def bluesky() -> Description:
    library = wheel("atproto")
    found = Description("atproto")
    for path in library.paths(MODELS):
        module = path.removeprefix(MODELS).removesuffix(".py")
        for kind in classes(library.tree(path)):
            found.types[f"{_pascal(module)}.{kind.name}"] = _shape(kind, _pascal(module))
    for path in library.paths("atproto_core/did_doc/"):
        for kind in classes(library.tree(path)):
            found.types[kind.name] = _shape(kind, "")
    methods = _methods(library)
    for name, (method, answers) in methods.items():
        module = _pascal("/".join(_snake(part) for part in name.split(".")))
        sends = frozenset({f"{module}.Params", f"{module}.Data"})
        reads = frozenset({f"{module}.Response", *answers})
        found.operations.append(Operation(method, f"/xrpc/{name}", sends, reads))
    return found


def _methods(library: Wheel) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the methods of the protocol with how each is asked and what it answers."""
    return {
        template(node.args[0]): (WAYS[node.func.attr], _models(function.returns))
        for function in functions(library.tree("atproto_client/namespaces/sync_ns.py"))
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WAYS
    }


def _models(annotation: ast.expr | None) -> frozenset[str]:
    return frozenset(one.removeprefix("models.") for one in named(annotation))


def _shape(kind: ast.ClassDef, module: str) -> Shape:
    shape = {}
    for name, types in fields(kind).items():
        wire = "$type" if name == "py_type" else camel(name.rstrip("_"))
        known = {one.removeprefix("models.") for one in types}
        known |= {other for one in types for other in OPEN.get(one.rpartition(".")[2], ())}
        shape[wire] = frozenset(known | {f"{module}.{one}" for one in known if "." not in one})
    return shape


def _pascal(module: str) -> str:
    """Return "AppBskyFeedGetPosts" for "app/bsky/feed/get_posts"."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[/_]", module))


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
