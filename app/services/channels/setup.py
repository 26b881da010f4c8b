"""What connecting an account takes: the fields to fill in, the sign-in, what was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SetupField:
    """One thing the owner fills in to connect an account, rendered by wizard and command line.

    Attributes:
        option: name of the command-line option, and key of the value.
        kind: "text" | "address" | "host_port" | "secret" | "choice" | "file".
    """

    option: str
    label: str
    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a probe: what works, or what does not and why."""

    code: str
    ok: bool
    text: str
    params: Mapping[str, object] = field(default_factory=dict)


class SignIn(Protocol):
    """One attempt to sign in with a provider: open `url` in the browser, then `finish`."""

    url: str

    def finish(self, stop: Event) -> None:
        """Wait until the browser comes back, and put the tokens into the secrets.

        Raises:
            ChannelError: nobody signed in, or the provider refused.
        """
        ...

    def cancel(self) -> None:
        """Stop waiting; never raises."""
        ...
