"""Tries out whether the model that drafts answers is there, as the settings say."""

from sqlalchemy.orm import Session

from app.models.rules import loopback
from app.services.assist.endpoint import Call
from app.services.assist.preferences import NoModelError
from app.services.settings import AssistSettings, load

_ASKED = ({"role": "user", "content": "Say: ready"},)


def begin(session: Session) -> tuple[Call, str]:
    """Return a question to the model that was chosen, and its name; `run` asks it.

    Raises:
        NoModelError: none was.
    """
    settings = load(session, AssistSettings)
    if not settings.model:
        raise NoModelError
    return Call(loopback.checked(settings.endpoint)), settings.model


def run(call: Call, model: str) -> str:
    """Return what the model says to a short question; blocks until then.

    Raises:
        KnownError: of endpoint.py: why it says nothing.
    """
    return call.ask(model, _ASKED)
