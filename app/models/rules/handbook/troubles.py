"""What can be wrong with the text of a page, each with its line."""

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError


class UnreadablePageError(KnownError):
    """A line that the text form does not know.

    The first is raised; its `troubles` has all of them in the order of their lines, itself too.
    """

    code = "unreadable_page"
    text = QT_TRANSLATE_NOOP("errors", "Line {line}: “{value}” has no place here.")

    def __init__(self, **params: object) -> None:
        super().__init__(**params)
        self.troubles: tuple[UnreadablePageError, ...] = (self,)

    @property
    def line(self) -> int:
        """The line of the text, counted from 1."""
        return int(str(self.params["line"]))


class NoDetailsError(UnreadablePageError):
    """The page does not begin with its details."""

    code = "no_details"
    text = QT_TRANSLATE_NOOP(
        "errors", "Line {line}: a page begins with its details, between two lines of ---."
    )


class MissingDetailError(UnreadablePageError):
    """A detail without which it is no page."""

    code = "missing_detail"
    text = QT_TRANSLATE_NOOP("errors", "Line {line}: the details lack “{value}”.")


class UnknownDetailError(UnreadablePageError):
    """A detail that pages of this kind do not have."""

    code = "unknown_detail"
    text = QT_TRANSLATE_NOOP("errors", "Line {line}: “{value}” is not a detail of this page.")


class DoubleDetailError(UnreadablePageError):
    """The same detail twice."""

    code = "double_detail"
    text = QT_TRANSLATE_NOOP("errors", "Line {line}: “{value}” is there already.")


class BadDetailError(UnreadablePageError):
    """A value that the detail does not take."""

    code = "bad_detail"
    text = QT_TRANSLATE_NOOP("errors", "Line {line}: “{value}” cannot be the {field}.")


class DoubleSectionError(UnreadablePageError):
    """The same section twice."""

    code = "double_section"
    text = QT_TRANSLATE_NOOP("errors", "Line {line}: the section “{value}” is there already.")


class UnreadableTermError(UnreadablePageError):
    """A line among the terms that is none."""

    code = "unreadable_term"
    text = QT_TRANSLATE_NOOP(
        "errors", "Line {line}: “{value}” is no term. Write - **word**: what it means."
    )


class DoubleStepError(UnreadablePageError):
    """Two steps of one number."""

    code = "double_step"
    text = QT_TRANSLATE_NOOP("errors", "Line {line}: there is a step {value} already.")


class BadReferenceError(UnreadablePageError):
    """An arrow to something that is no number."""

    code = "bad_reference"
    text = QT_TRANSLATE_NOOP(
        "errors", "Line {line}: “{value}” leads to no step. Write an arrow and its number: -> 7."
    )


class ArrowTooManyError(UnreadablePageError):
    """A next step where there is one already, or cannot be one."""

    code = "arrow_too_many"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}: step {value} cannot lead there. A choice leads on by its answers, an end "
        "nowhere, another step to one step.",
    )


class AnswerWithoutChoiceError(UnreadablePageError):
    """An answer in a step that asks nothing."""

    code = "answer_without_choice"
    text = QT_TRANSLATE_NOOP(
        "errors", "Line {line}: step {value} is no choice. Give a choice with answers its own step."
    )
