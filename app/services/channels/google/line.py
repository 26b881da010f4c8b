"""The line to Google: the owner's own Cloud project, tokens that renew, what refusals mean."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import ClassVar
from urllib.parse import urlsplit

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import AccountSettings, Draft, Json, SecretBox
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    PermissionMissing,
    ProjectNotApproved,
    ProtocolChanged,
    QuotaExhausted,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.http import Answer, Http
from app.services.channels.kit import ApiType, Node, sign_in_ends
from app.services.channels.oauth import (
    CLIENT_SECRET,
    OAuthSettings,
    SignInFlow,
    TokenSource,
)
from app.services.channels.setup import Finding, SetupField, SignIn

AUTHORIZE_URL = "https://accounts.google.com/o/oauth2/v2/auth"
TOKEN_URL = "https://oauth2.googleapis.com/token"  # noqa: S105  an address, not a secret
CLIENT_ID = "oauth-client-id"

PROJECT_FIELDS = (
    SetupField(
        CLIENT_ID,
        QT_TRANSLATE_NOOP("setup", "Client id of your Google project"),
        required=True,
        help=QT_TRANSLATE_NOOP("setup", "It ends in .apps.googleusercontent.com."),
    ),
    SetupField(
        CLIENT_SECRET,
        QT_TRANSLATE_NOOP("setup", "Client secret of your Google project"),
        "secret",
        required=True,
    ),
    SetupField(
        "server",
        QT_TRANSLATE_NOOP("setup", "Server of Google's API"),
        help=QT_TRANSLATE_NOOP("setup", "Leave empty for Google itself."),
    ),
    SetupField("oauth-authorize-url", QT_TRANSLATE_NOOP("setup", "Address to sign in at")),
    SetupField("oauth-token-url", QT_TRANSLATE_NOOP("setup", "Address that gives tokens")),
)
PROJECT_STEPS = (
    QT_TRANSLATE_NOOP(
        "setup",
        "Under APIs & Services, OAuth consent screen: fill in the name of your shop, choose "
        "External, and add your own Google address as a test user.",
    ),
    QT_TRANSLATE_NOOP(
        "setup",
        "Under Credentials, Create credentials, OAuth client ID: choose Desktop app. Copy the "
        "client id and the client secret.",
    ),
    QT_TRANSLATE_NOOP(
        "setup",
        "While the consent screen says Testing, Google ends the sign-in after 7 days and you sign "
        "in again. Press Publish app there to keep it; Google then warns you once that it has not "
        "verified the app, which is your own.",
    ),
    QT_TRANSLATE_NOOP(
        "setup",
        "Press Connect: your browser opens at Google. Choose the account, and tick every right "
        "that is asked for.",
    ),
)
_ENDS = QT_TRANSLATE_NOOP(
    "setup",
    "Google ends this sign-in on {day}: press Publish app at the OAuth consent screen, or sign in "
    "again before that day.",
)
_MAY_END = QT_TRANSLATE_NOOP(
    "setup",
    "While the OAuth consent screen of your project says Testing, Google ends the sign-in after 7 "
    "days and Balie asks you to sign in again.",
)

_USED_UP = {"quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg"}
_BUSY = {"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"}
_SWITCHED_OFF = {"accessNotConfigured", "SERVICE_DISABLED"}
_NO_RIGHT = {
    "forbidden",
    "insufficientPermissions",
    "ineligibleAccount",
    "youtubeSignupRequired",
    "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
}
_FORBIDDEN = {
    "commentsDisabled": "comments are switched off there",
    "operationNotSupported": "Google does not support it",
    "parentCommentIsPrivate": "the comment is held for review; approve it in YouTube Studio first",
}
_GONE = {
    "commentNotFound",
    "parentCommentNotFound",
    "commentThreadNotFound",
    "videoNotFound",
    "channelNotFound",
}


class Line:
    """Asks Google in the name of one account; renews its token once when it is refused.

    Args:
        gated: Google lets a project in by hand, and gives it 0 requests a minute until then.
    """

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        settings: OAuthSettings,
        *,
        now: Callable[[], datetime],
        lock: threading.Lock,
        gated: bool = False,
    ) -> None:
        self.account = account.handle
        self._now, self._http = now, Http(now)
        self._tokens = TokenSource(
            settings, account=account.handle, secrets=secrets, now=now, lock=lock
        )
        self._secrets = secrets
        self.shut = gated

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def get(self, url: str, params: Mapping[str, str] | None = None) -> Node:
        """Read something.

        Raises:
            ChannelError: see `_judge`; ProtocolChanged for an answer that is no object.
        """
        answer = self._ask("GET", url, params, None, writes=False)
        told = answer.json()
        if not isinstance(told, Mapping):
            raise ProtocolChanged(server=_host(url), detail="no object")
        return Node(told)

    def write(
        self,
        method: str,
        url: str,
        body: Json,
        *,
        params: Mapping[str, str] | None = None,
        committing: Callable[[], None],
    ) -> Node:
        """Change something over there; a token that can be renewed is renewed before that.

        Raises:
            OutcomeUnknown: nobody knows whether Google has taken it.
            ChannelError: it has not.
        """
        self._tokens.access_token(renew=False)
        committing()
        return Node(self._ask(method, url, params, body, writes=True).json())

    def _ask(
        self, method: str, url: str, params: Mapping[str, str] | None, body: Json, *, writes: bool
    ) -> Answer:
        def attempt(token: str) -> Answer:
            return self._http.request(
                method,
                url,
                token=token,
                params=params,
                body=body,
                account=self.account,
                writes=writes,
                judge=self._judge,
            )

        token = self._tokens.access_token(renew=False)
        try:
            answer = attempt(token)
        except AuthExpired:
            answer = attempt(self._tokens.access_token(renew=True))
        self.shut = False
        return answer

    def ends(self) -> Finding:
        """Return the line of a probe that says how long the sign-in lasts."""
        moment = sign_in_ends(self._secrets.get)
        if moment is None:
            return Finding("sign_in_may_end", ok=True, text=_MAY_END)
        return Finding("sign_in_ends", ok=True, text=_ENDS, params={"day": f"{moment:%d-%m-%Y}"})

    def _judge(self, answer: Answer) -> ChannelError | None:
        """Return what the words of a refusal mean (google.rpc.Status, and the older `errors`)."""
        error = _error(answer)
        reasons = _reasons(error)
        if answer.status == 429 or reasons & _BUSY:
            return self._too_often(answer, error)
        return self._by_reason(answer, reasons) or self._by_status(answer, error)

    def _by_reason(self, answer: Answer, reasons: set[str]) -> ChannelError | None:
        server, word = answer.server, min(reasons, default="")
        if reasons & _USED_UP:
            return QuotaExhausted(server=server, account=self.account)
        if reasons & _SWITCHED_OFF:
            what = "use this API: switch it on in your Google project"
            return PermissionMissing(account=self.account, what=what)
        if reasons & _NO_RIGHT:
            return PermissionMissing(account=self.account, what=f"do this at Google ({word})")
        if forbidden := reasons & _FORBIDDEN.keys():
            return NotAllowedByPlatform(server=server, detail=_FORBIDDEN[min(forbidden)])
        if reasons & _GONE:
            return TargetGone(server=server, what=word)
        return None

    def _by_status(self, answer: Answer, error: Node) -> ChannelError | None:
        said = error["message"].text[:200]
        if answer.status == 403 and self.shut:
            return ProjectNotApproved(account=self.account)
        if answer.status != 400:
            return None
        if answer.to_write:
            return InvalidContent(server=answer.server, detail=said or "HTTP 400")
        if "processingFailure" in _reasons(error):
            return Transient(server=answer.server, detail="processingFailure")
        return ProtocolChanged(server=answer.server, detail=said or "HTTP 400")

    def _too_often(self, answer: Answer, error: Node) -> ChannelError | None:
        if self.shut or _limit_is_zero(error):
            return ProjectNotApproved(account=self.account)
        wait = _delay(error)
        if wait is None and answer.status == 429:
            return None
        retry_at = self._now() + (wait or timedelta(minutes=5))
        return RateLimited(retry_at=retry_at, server=answer.server)


class GoogleType(ApiType):
    """A kind of channel at Google; the owner signs in with a Cloud project of his own."""

    scope: ClassVar[str]

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._locks: dict[str, threading.Lock] = {}

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        """Return the settings of an account.

        Raises:
            InvalidValueError: an address that is not safe, or no client id.
        """
        found = super().discover(values)
        self.oauth(found)
        return found

    def oauth(self, values: Mapping[str, Json]) -> OAuthSettings:
        """Return how the owner signs in.

        Raises:
            InvalidValueError: see `discover`.
        """
        client = str(values.get(CLIENT_ID) or "").strip()
        if not client:
            choices = "….apps.googleusercontent.com"
            raise InvalidValueError(value="", field="client id", choices=choices)
        return OAuthSettings.parse(
            {
                "authorize_url": values.get("oauth-authorize-url") or AUTHORIZE_URL,
                "token_url": values.get("oauth-token-url") or TOKEN_URL,
                "client_id": client,
                "scope": self.scope,
                # Without these Google gives no refresh token, or none the second time.
                "extra": {"access_type": "offline", "prompt": "consent"},
            }
        )

    @override
    def sign_in(self, account: AccountSettings, secrets: SecretBox) -> SignIn | None:
        """Begin to sign in at Google.

        Raises:
            InvalidValueError: the client secret is missing.
        """
        if not secrets.get(CLIENT_SECRET):
            raise InvalidValueError(value="", field="client secret", choices="GOCSPX-…")
        settings = self.oauth(account.values)
        return SignInFlow(settings, account=account.handle, secrets=secrets, now=self.now)

    def line(self, account: AccountSettings, secrets: SecretBox, *, gated: bool = False) -> Line:
        """Return the line of an account."""
        lock = self._locks.setdefault(account.handle, threading.Lock())
        settings = self.oauth(account.values)
        return Line(account, secrets, settings, now=self.now, lock=lock, gated=gated)


def checked(draft: Draft, server: str) -> str:
    """Return the text of an answer at Google: public, without files, not empty.

    Raises:
        InvalidContent, NotAllowedByPlatform: it can never be sent like this.
    """
    if draft.private:
        raise NotAllowedByPlatform(server=server, detail="there are no private answers")
    if draft.attachments:
        raise NotAllowedByPlatform(server=server, detail="an answer takes no files")
    if not draft.references:
        raise NotAllowedByPlatform(server=server, detail="there is nothing to answer")
    text = Node(draft.text).text.strip()
    if not text:
        raise InvalidContent(server=server, detail="the message is empty")
    return text


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _error(answer: Answer) -> Node:
    try:
        return Node.of(answer.body)["error"]
    except (ValueError, RecursionError):
        return Node(None)


def _reasons(error: Node) -> set[str]:
    found = {one["reason"].text for part in ("errors", "details") for one in error[part]}
    return found - {""}


def _limit_is_zero(error: Node) -> bool:
    limits = [one["metadata"]["quota_limit_value"].text for one in error["details"]]
    return "0" in limits


def _delay(error: Node) -> timedelta | None:
    """Return how long google.rpc.RetryInfo asks to wait: "30s" or "1.5s"."""
    for one in error["details"]:
        told = one["retryDelay"].text.removesuffix("s")
        if told.replace(".", "", 1).isdecimal():
            return min(timedelta(seconds=float(told[:12])), timedelta(days=1))
    return None
