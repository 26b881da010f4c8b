"""What belongs together: labels, conversations put together, split and linked."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.services.tickets import decisions, finding, inbox, merging
from app.services.tickets.inbox_page import InboxRow
from app.views import channel_looks, sentences
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.ticket.controller import TicketController
from app.views.widgets.picker import Entry, Picker

FOUND = 20


class Relations(QObject):
    """Does what the owner wants with labels and with other conversations."""

    def __init__(
        self, services: Services, tickets: TicketController, picker: Picker, doing: Doing
    ) -> None:
        super().__init__(tickets)
        self._services = services
        self._database = services.database
        self._tickets, self._picker, self._doing = tickets, picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        tickets.page.facts.tag_removed.connect(self._on_tag_removed)
        tickets.page.timeline.split_wanted.connect(self._on_split)

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with which tickets, by the names of the actions."""
        return {"tag": self._tag, "merge": self._merge, "link": self._link}

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    async def _tag(self, targets: list[int]) -> None:
        known = await self._database.read(decisions.known_tags)
        infos = await self._database.read(inbox.infos, targets)
        on_all = set.intersection(*(set(info.tags) for info in infos)) if infos else set()
        entries = [Entry(tag, tag, icon="tag", marked=tag in on_all) for tag in known]
        entry = await self._picker.pick(
            translate("Work", "Labels"),
            entries,
            placeholder=translate("Work", "Choose a label, or type a new one"),
            offer=partial(_new_tag, known),
        )
        if entry is None:
            return
        if entry.marked:
            await self._remove_tag(targets, entry.key)
            return
        done = await self._database.write(decisions.add_tag, targets, tag=entry.key)
        self._doing.told(done, translate("Work", "Label: {name}").format(name=entry.key))

    async def _remove_tag(self, targets: list[int], tag: str) -> None:
        done = await self._database.write(decisions.remove_tag, targets, tag=tag)
        self._doing.told(done, translate("Work", "Label off: {name}").format(name=tag))

    async def _merge(self, targets: list[int]) -> None:
        if len(targets) == 1:
            other = await self._other(targets[0], translate("Work", "Put together with"))
            if other is None:
                return
            targets = [*targets, other]
        act_id = await self._database.write(merging.merge, targets)
        self._doing.tell(translate("Work", "Put together into one"), act_id)
        self._tickets.open(targets[0])

    async def _link(self, targets: list[int]) -> None:
        other = await self._other(targets[0], translate("Work", "Belongs to"))
        if other is not None:
            act_id = await self._database.write(merging.link, targets[0], other)
            if act_id is not None:
                self._doing.tell(translate("Work", "Linked"), act_id)

    async def _other(self, ticket_id: int, title: str) -> int | None:
        """Let the owner choose another ticket: first those of the same customer."""
        same = await self._database.read(inbox.of_customer, ticket_id)
        rows = await self._database.read(finding.rows_of, [one.id for one in same])

        async def search(typed: str) -> list[Entry]:
            now = self._services.clock.now()
            hits = await self._database.read(finding.found_rows, typed, now=now, limit=FOUND)
            return [_ticket_entry(row) for row in hits if row.id != ticket_id]

        entry = await self._picker.pick(
            title,
            [_ticket_entry(row) for row in rows],
            placeholder=translate("Work", "Search by customer, subject or number"),
            search=search,
        )
        return None if entry is None else int(entry.key)

    async def _split(self, ticket_id: int, message_id: int) -> None:
        made, act_id = await self._database.write(merging.split, ticket_id, from_message=message_id)
        self._doing.tell(translate("Work", "This is a conversation of its own now"), act_id)
        self._tickets.open(made)

    def _on_tag_removed(self, tag: str) -> None:
        if self._tickets.ticket_id is not None:
            self._tasks.start(self._remove_tag([self._tickets.ticket_id], tag))

    def _on_split(self, message_id: int) -> None:
        if self._tickets.ticket_id is not None:
            self._tasks.start(self._split(self._tickets.ticket_id, message_id))


def _new_tag(known: Sequence[str], typed: str) -> list[Entry]:
    clean = " ".join(typed.split())
    if not clean or clean.lower() in {tag.lower() for tag in known}:
        return []
    return [Entry(clean, translate("Work", "New label “{name}”").format(name=clean), icon="plus")]


def _ticket_entry(row: InboxRow) -> Entry:
    state = sentences.word(sentences.STATES, row.state)
    return Entry(
        str(row.id),
        f"{row.customer}: {row.subject}",
        f"{state} · {row.number}",
        channel_looks.icon_of(row.kind),
    )
