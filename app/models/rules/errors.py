"""The family of errors that the owner can act on, each with a code and one sentence."""

from typing import ClassVar


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  the name lupdate looks for
    """Mark a text for translation without needing Qt, and return it unchanged."""
    return text


class KnownError(Exception):
    """A state of the world that the owner can change; anything else is a bug.

    Attributes:
        code: stable word for programs (`--json`, tests).
        text: English sentence with `{name}` places, translated by the views.
        params: what fills the places; never a secret and never a message's text.
    """

    code: ClassVar[str] = "known_error"
    text: ClassVar[str] = QT_TRANSLATE_NOOP("errors", "Something needs your attention.")

    def __init__(self, **params: object) -> None:
        super().__init__(self.text.format(**params))
        self.params = params


class NotFoundError(KnownError):
    """The owner named something that is not there."""

    code = "not_found"
    text = QT_TRANSLATE_NOOP("errors", "There is no {what} {name}.")


class ExampleFirmError(KnownError):
    """What was asked would need a network, or mail of the owner's own."""

    code = "example_firm"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "This is the example firm. Connect accounts and import mail in your own messages.",
    )


class InvalidValueError(KnownError):
    """The owner gave a value that the field does not take."""

    code = "invalid_value"
    text = QT_TRANSLATE_NOOP("errors", "“{value}” is not a {field}. Choose one of: {choices}.")


class NotAllowedError(KnownError):
    """The ticket cannot go from its state to the wanted one."""

    code = "not_allowed"
    text = QT_TRANSLATE_NOOP("errors", "A message that is {state} cannot become {wanted}.")


class UndocumentedError(KnownError):
    """A ticket is to be closed while something is missing; `left` has all of it."""

    code = "undocumented"
    text = QT_TRANSLATE_NOOP("errors", "No. {number} cannot be done yet: {missing}.")


class EmptyTextError(KnownError):
    """An answer or note without a word in it."""

    code = "empty_text"
    text = QT_TRANSLATE_NOOP("errors", "There is no text to send yet.")
