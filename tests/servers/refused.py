"""An answer of a server in small that is no success."""


class Refused(Exception):
    """A refusal: its status, name, headers and words."""

    def __init__(
        self, status: int, name: str, headers: dict[str, str] | None = None, words: str = ""
    ) -> None:
        super().__init__(name)
        self.status, self.name, self.headers = status, name, headers or {}
        self.words = words or f"about {name}"
