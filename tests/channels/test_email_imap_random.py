"""Mail that comes and goes on odd servers over bad lines: in the end nothing is lost or doubled."""

import random

import pytest

from app.services.channels.api import Budget, Cursor
from app.services.channels.errors import ChannelError
from tests.channels.contract import fetch, fetch_all
from tests.channels.email_accounts import mail, model_settings, opened
from tests.effort import repeated
from tests.servers.imap_model import MODERN, POOR, ImapModel
from tests.servers.proxy import Proxy

QUIRKS = ["no_uidnext", "low_uidnext", "no_dates", "no_sizes", "twice", "flags"]
ACTIONS = ["add", "add", "add", "remove", "renumber", "fetch", "fetch", "fetch"]
FAULTS = ["cut", "bye", "no", "close"]


class Play:
    """A sequence of random actions that its seed decides; `store` is what a program would keep."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.model = ImapModel(self.chance.choice([MODERN, POOR, "IMAP4rev1 CONDSTORE ENABLE"]))
        self.model.quirks = set(self.chance.sample(QUIRKS, self.chance.randrange(3)))
        self.proxy = Proxy(self.model.port)
        self.box = self.model.boxes["INBOX"]
        self.number = 0
        self.cursor: Cursor | None = None
        self.store: dict[str, bytes] = {}
        self.ever: dict[str, bytes] = {}

    def run(self, actions: int) -> None:
        values = model_settings(self.model) | {"imap": f"localhost:{self.proxy.port}"}
        with self.model, self.proxy, opened(values) as self.channel:
            for _ in range(actions):
                getattr(self, self.chance.choice(ACTIONS + FAULTS))()
                self.note()
            self.recover()
            for _ in range(2):
                items, self.cursor = fetch_all(self.channel, "INBOX", self.cursor, Budget(items=7))
                self.store |= {item.external_id: item.data for item in items}

    def add(self) -> None:
        with self.model.lock:
            for _ in range(self.chance.choice([1, 2, 9])):
                self.number += 1
                self.box.add(mail(self.number), skip=self.chance.choice([0, 0, 0, 3]))

    def remove(self) -> None:
        with self.model.lock:
            if self.box.mails:
                self.box.remove(self.chance.choice(self.box.mails).uid)

    def renumber(self) -> None:
        if self.chance.random() < 0.3:
            with self.model.lock:
                self.box.renumber()
            self.channel.close()

    def cut(self) -> None:
        self.proxy.cut_to_client = self.chance.randrange(1, 4000)

    def bye(self) -> None:
        self.model.answers["NOOP"] = b"* BYE bye"

    def no(self) -> None:
        self.model.answers["UID FETCH"] = b"NO [UNAVAILABLE] later"

    def close(self) -> None:
        self.channel.close()

    def fetch(self) -> None:
        try:
            budget = Budget(items=self.chance.choice([1, 2, 5, 200]))
            result = fetch(self.channel, "INBOX", self.cursor, budget)
        except ChannelError:
            self.recover()
            return
        self.store |= {item.external_id: item.data for item in result.items}
        self.cursor = result.cursor

    def recover(self) -> None:
        self.model.answers.clear()
        self.proxy.cut_to_client = None
        self.channel.close()

    def note(self) -> None:
        with self.model.lock:
            self.ever |= self.there()

    def there(self) -> dict[str, bytes]:
        start = f"INBOX/{self.box.uidvalidity}"
        return {f"{start}/{each.uid}": each.data for each in self.box.mails}


@repeated
@pytest.mark.parametrize("seed", range(30))
def test_random_sequences_lose_nothing(seed: int) -> None:
    play = Play(seed)
    play.run(30)
    assert not set(play.there()) - set(play.store)
    assert not [name for name, data in play.store.items() if play.ever.get(name) != data]
