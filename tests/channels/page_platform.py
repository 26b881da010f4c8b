"""The Page of the shop, as both channels that it has need it for the contract."""

from collections.abc import Mapping

from app.services.channels.api import (
    AccountSettings,
    Channel,
    InboundMessage,
    ParseContext,
    RawItem,
)
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.meta.page import PageType
from app.services.storage.credentials import NewSecrets
from tests.servers.meta_model import TOKEN
from tests.servers.page_model import PAGE, PageModel

OWN = ParseContext(frozenset({PAGE}))


class PagePlatform:
    """A Page at the model server, seen through one of its channels."""

    secrets = (TOKEN,)
    failures: Mapping[str, type[ChannelError]] = {
        "token": AuthExpired, "malformed": AuthExpired, "role": PermissionMissing,
        "scope": PermissionMissing, "blocked": AccountRestricted, "gone": TargetGone,
        "down": Transient, "passing": Transient, "field": ProtocolChanged, "busy": RateLimited,
        "nonsense": ProtocolChanged, "error page": Transient, "no list": ProtocolChanged,
    }  # fmt: skip

    def __init__(self, server: PageModel, kind: type[PageType]) -> None:
        self.server = server
        self.type = kind(now=lambda: server.now)
        self.values: dict[str, str] = {"page": PAGE, "server": server.url}

    def account(self) -> AccountSettings:
        """Return the account with its settings."""
        return AccountSettings(1, PAGE, "De Winkel", self.type.discover(self.values))

    def open(self) -> Channel:
        return self.type.open(self.account(), NewSecrets({"token": TOKEN}))

    def parse(self, item: RawItem, context: ParseContext = OWN) -> InboundMessage:
        return self.type.parse(item, context)

    def own_handle(self) -> str:
        return PAGE

    def state(self) -> object:
        return self.server.state()

    def fail(self, fault: str) -> None:
        self.server.fault = fault

    def recover(self) -> None:
        self.server.fault = ""
