"""What the tests of the channels at Google share."""

from app.services.channels.oauth import CLIENT_SECRET, TOKEN
from tests.channels.email_accounts import Secrets
from tests.servers.google_model import STORED, TOKEN_PATH, GoogleModel

PROJECT = {"oauth-client-id": "balie-test"}
SECRET_WORDS = ("geheim-token-winkel", "geheim-vernieuwing", "geheim-van-het-project")


def at(server: GoogleModel) -> dict[str, str]:
    """Return what the owner fills in to use a model instead of Google."""
    return {
        **PROJECT,
        "server": server.url,
        "oauth-authorize-url": f"{server.url}/authorize",
        "oauth-token-url": f"{server.url}{TOKEN_PATH}",
    }


def signed_in() -> Secrets:
    return Secrets({TOKEN: STORED, CLIENT_SECRET: "geheim-van-het-project"})
