"""What the owner is told when there is no model; imports nothing that may be missing."""

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError


class NotAvailableError(KnownError):
    """The model cannot be loaded on this computer; everything else works."""

    code = "assist_not_available"
    text = QT_TRANSLATE_NOOP("errors", "Suggestions are not available on this computer.")
