"""What an API is like in somebody else's words, and what of a declared call is not in there."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.services.channels.kit import Call

Shape = Mapping[str, frozenset[str]]
"""The names within a thing, each with the types that it can have; none for text and numbers."""

NOTHING: frozenset[str] = frozenset()


def bare(path: str) -> str:
    """Return a path without the names of what varies in it."""
    return re.sub(r"\{[^}]*\}", "{}", path)


@dataclass(frozen=True)
class Operation:
    """One call that the description knows; `sends` and `reads` are names of types."""

    method: str
    path: str
    sends: frozenset[str] = NOTHING
    reads: frozenset[str] = NOTHING


@dataclass
class Description:
    """An API: its operations, and the shapes that they send and answer.

    Attributes:
        open: types of which the description leaves open what is in them.
        normal: makes the paths of calls and of operations alike.
    """

    source: str
    types: dict[str, Shape] = field(default_factory=dict)
    operations: list[Operation] = field(default_factory=list)
    open: frozenset[str] = NOTHING
    normal: Callable[[str], str] = bare

    def problems(self, call: Call) -> list[str]:
        """Return what of a call the description does not have."""
        what = f"{call.method} {call.path}"
        fitting = [
            one
            for one in self.operations
            if one.method == call.method and self.normal(one.path) == self.normal(call.path)
        ]
        if not fitting:
            return [f"{what}: no such call in {self.source}"]
        return min((self._beyond(call, one, what) for one in fitting), key=len)

    def _beyond(self, call: Call, known: Operation, what: str) -> list[str]:
        sends = [one for one in call.sends if not self.has(known.sends, one.removesuffix("[]"))]
        reads = [one for one in call.reads if not self.has(known.reads, one)]
        return [
            *(f"{what}: sends {one}" for one in sends),
            *(f"{what}: reads {one}" for one in reads),
        ]

    def has(self, types: Iterable[str], name: str) -> bool:
        """Tell whether one of some types has a name, "a.b" for b within a."""
        first, _, rest = name.partition(".")
        for one in types:
            if one in self.open or name in self.types.get(one, {}):
                return True
            inner = self.types.get(one, {}).get(first)
            if inner is not None and (not rest or self.has(inner, rest)):
                return True
        return False


# --- reading Python without running it -------------------------------------------------------


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, frozenset[str]]:
    """Return the parameters of a function with the types that they name."""
    told = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return {one.arg: named(one.annotation) for one in told if one.arg != "self"}


def named(annotation: ast.expr | None) -> frozenset[str]:
    """Return every type that an annotation names, also where it stands in a text."""
    found: set[str] = set()
    for node in ast.walk(annotation) if annotation is not None else ():
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(ast.unparse(node))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= set(re.findall(r"[\w.]+", node.value))
    return frozenset(found)


def fields(kind: ast.ClassDef) -> dict[str, frozenset[str]]:
    """Return the annotated members of a class with the types that they name."""
    return {
        node.target.id: named(node.annotation)
        for node in kind.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }


def template(node: ast.expr | None) -> str:
    """Return a text with `{}` for each value that is put into it; "" for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return ""


def keys(tree: ast.AST) -> set[str]:
    """Return the texts that are keys of a dict, or are put into one by name."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            found |= {template(one) for one in node.keys if one is not None}
        elif isinstance(node, ast.Subscript):
            found.add(template(node.slice))
    return found - {""}


def camel(snake: str) -> str:
    """Return "thisName" for "this_name"."""
    first, *rest = snake.split("_")
    return first + "".join(one[:1].upper() + one[1:] for one in rest)
