"""What can go wrong at a platform; each class has its own visible reaction."""

from datetime import datetime, timedelta

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError


class ChannelError(KnownError):
    """Anything a platform does that stops us; each class has its own visible reaction."""

    code = "channel_error"


class AuthExpired(ChannelError):
    """The platform refuses our credentials: pause the account, ask to sign in again."""

    code = "auth_expired"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "{server} does not accept the sign-in of {account}. Enter the password or sign in again; "
        "until then no messages come in from there. Balie tries again in half an hour.",
    )


class PermissionMissing(ChannelError):
    """A right or scope is missing."""

    code = "permission_missing"
    text = QT_TRANSLATE_NOOP("errors", "{account} may not {what}: the right is missing.")


class ProjectNotApproved(PermissionMissing):
    """Google lets projects into this API by hand, and has not done so with this one."""

    code = "project_not_approved"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Google has not let the Cloud project of {account} use the Business Profile APIs yet. Ask "
        "for it with the form “Application for Basic API Access”. Until then reviews come in by "
        "the e-mail that Google sends of each.",
    )


class NotAllowedByPlatform(ChannelError):
    """The platform forbids it; offer another channel."""

    code = "not_allowed_by_platform"
    text = QT_TRANSLATE_NOOP("errors", "{server} does not allow this: {detail}")


class NoAnswersThere(NotAllowedByPlatform):
    """Nothing can be sent by this channel from here."""

    code = "no_answers_there"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Nothing can be sent to {server} from here. Open the message in the browser and answer on "
        "the page itself.",
    )


class WindowClosed(ChannelError):
    """The platform's reply window is over."""

    code = "window_closed"
    text = QT_TRANSLATE_NOOP("errors", "The time in which {server} takes an answer is over.")


class TargetGone(ChannelError):
    """What we want to answer or read is not there any more."""

    code = "target_gone"
    text = QT_TRANSLATE_NOOP("errors", "{what} is no longer at {server}.")


class RecipientUnavailable(ChannelError):
    """The platform refuses this recipient for good."""

    code = "recipient_unavailable"
    text = QT_TRANSLATE_NOOP(
        "errors", "{server} cannot deliver to {recipient}: {detail}. Check the address."
    )


class AlreadyReplied(ChannelError):
    """Only one answer is possible and it was given."""

    code = "already_replied"
    text = QT_TRANSLATE_NOOP("errors", "This was already answered at {server}.")


class InvalidContent(ChannelError):
    """The message breaks a rule of the platform: back to the composer."""

    code = "invalid_content"
    text = QT_TRANSLATE_NOOP("errors", "{server} does not take this message: {detail}")


class RateLimited(ChannelError):
    """Asked too often; silent wait until `retry_at`."""

    code = "rate_limited"
    text = QT_TRANSLATE_NOOP("errors", "{server} asks to wait a little.")

    def __init__(self, *, retry_at: datetime | None = None, **params: object) -> None:
        super().__init__(**params)
        self.retry_at = retry_at


class QuotaExhausted(ChannelError):
    """Full mailbox, used-up credits."""

    code = "quota_exhausted"
    text = QT_TRANSLATE_NOOP("errors", "{server} says that the quota of {account} is used up.")


class AccountRestricted(ChannelError):
    """The platform has put the account on hold: stop sending."""

    code = "account_restricted"
    text = QT_TRANSLATE_NOOP("errors", "{server} has restricted {account}: {detail}")


class Transient(ChannelError):
    """It may work later; `retry_after` when the platform's kind of refusal has its own delay."""

    code = "transient"
    text = QT_TRANSLATE_NOOP(
        "errors", "{server} has a problem at the moment ({detail}). Balie tries again by itself."
    )

    def __init__(self, *, retry_after: timedelta | None = None, **params: object) -> None:
        super().__init__(**params)
        self.retry_after = retry_after


class OutcomeUnknown(ChannelError):
    """A write was cut off: reconcile, then ask the owner; never resend blindly."""

    code = "outcome_unknown"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The connection broke while {server} took the message, so it may or may not have gone out.",
    )


class ProtocolChanged(ChannelError):
    """The platform answers in a way we do not understand."""

    code = "protocol_changed"
    text = QT_TRANSLATE_NOOP(
        "errors", "{server} gave an answer Balie does not understand: {detail}"
    )


class Offline(ChannelError):
    """No connection to the platform at all."""

    code = "offline"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "{server} cannot be reached ({detail}). What you write is kept and goes out when it can.",
    )


class CertificateRefused(ChannelError):
    """The server could not prove who it is; nothing was sent to it."""

    code = "certificate_refused"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "{server} could not prove that it is {host} ({detail}). Nothing was sent to it, "
        "not even the password.",
    )


class SettingsNotFound(ChannelError):
    """The servers that belong to an address could not be found."""

    code = "settings_not_found"
    text = QT_TRANSLATE_NOOP(
        "errors", "The mail servers of {address} could not be found. Fill them in by hand."
    )
