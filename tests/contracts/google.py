"""Google's own descriptions of its APIs, as its Python library carries them."""

from typing import Any

from tests.contracts.description import NOTHING, Description, Operation
from tests.contracts.wheels import wheel

FOLDER = "googleapiclient/discovery_cache/documents"


def google(*names: str) -> Description:
    """Return what the documents say together: "youtube.v3"."""
    library = wheel("google_api_python_client")
    found = Description(f"the discovery documents of {', '.join(names)}")
    for name in names:
        document = library.json(f"{FOLDER}/{name}.json")
        for kind, schema in document["schemas"].items():
            _shape(found, f"{name}:{kind}", schema, name)
        common = set(document.get("parameters", ()))
        _operations(found, document["resources"], name, common)
    return found


def _operations(found: Description, resources: Any, name: str, common: set[str]) -> None:
    for resource in resources.values():
        _operations(found, resource.get("resources", {}), name, common)
        for method in resource.get("methods", {}).values():
            given = f"{method['id']}()"
            found.types[given] = dict.fromkeys({*common, *method.get("parameters", ())}, NOTHING)
            sends = {given, *_named(method.get("request", {}), name)}
            reads = _named(method.get("response", {}), name)
            for path in {method["path"], method.get("flatPath", method["path"])}:
                way = f"/{path.lstrip('/')}"
                found.operations.append(
                    Operation(method["httpMethod"], way, frozenset(sends), reads)
                )


def _shape(found: Description, kind: str, schema: Any, name: str) -> None:
    """Keep a schema, and each object within it under the name of its place."""
    shape = {}
    for key, told in schema.get("properties", {}).items():
        inner = told.get("items", told)
        if "properties" in inner:
            _shape(found, f"{kind}.{key}", inner, name)
            shape[key] = frozenset({f"{kind}.{key}"})
        else:
            shape[key] = _named(inner, name)
    found.types[kind] = shape


def _named(told: Any, name: str) -> frozenset[str]:
    return frozenset({f"{name}:{told['$ref']}"}) if "$ref" in told else NOTHING
