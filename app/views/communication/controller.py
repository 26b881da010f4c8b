"""Works for the page with what is posted, said and told."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QUrl

from app.bootstrap import Services
from app.models.rules.communication import Status
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.handbook.walk import Move
from app.services.communication import checklist, contents, informing, rows, statements
from app.services.communication.contents import ContentInfo
from app.services.communication.days import BadMomentError
from app.services.communication.informing import ListInfo
from app.services.communication.statements import StatementInfo
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.settings import HoursSettings, load
from app.services.tickets import directory, lists, opening
from app.views import channel_looks, moments
from app.views.communication.listing import Row
from app.views.communication.page import CommunicationPage
from app.views.communication.post_form import place_name
from app.views.communication.telling import Teller, about_post, about_statement
from app.views.communication.typed import (
    LISTS,
    POSTS,
    STATEMENTS,
    Post,
    Typed,
    circle_of,
    day_words,
    post_of,
    said_of,
    values_of,
)
from app.views.doing import Doing
from app.views.language import is_dutch, translate
from app.views.tasks import GuiTasks
from app.views.texts.drafts import Item
from app.views.widgets.picker import Entry, Picker

SAVE: dict[str, Callable[..., tuple[int, int | None]]] = {
    POSTS: contents.save,
    STATEMENTS: statements.save,
    LISTS: informing.save,
}
REMOVE: dict[str, Callable[..., int | None]] = {
    POSTS: contents.remove,
    STATEMENTS: statements.remove,
    LISTS: informing.remove,
}
NOW = frozenset({"nu", "now"})
LOOKS = {
    Status.VALID: (QT_TRANSLATE_NOOP("Communication", "holds"), "circle-check", "ok"),
    Status.COMING: (QT_TRANSLATE_NOOP("Communication", "still to come"), "clock", "muted"),
    Status.DRAFT: (QT_TRANSLATE_NOOP("Communication", "a draft"), "pencil", "muted"),
    Status.EXPIRED: (
        QT_TRANSLATE_NOOP("Communication", "no longer holds"), "alert-triangle", "warn",
    ),
    Status.WITHDRAWN: (QT_TRANSLATE_NOOP("Communication", "withdrawn"), "ban", "muted"),
}  # fmt: skip


class CommunicationController(QObject):
    """Reads and writes posts, statements and lists for one page."""

    def __init__(
        self,
        services: Services,
        page: CommunicationPage,
        picker: Picker,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(page)
        self._database, self._clock = services.database, services.clock
        self._page, self._picker, self._doing = page, picker, doing
        self._teller = Teller(services, page, picker, doing, open_url)
        self._tasks = GuiTasks(self, doing.notices.report)
        self._lists: dict[int, ListInfo] = {}
        page.save_wanted.connect(self._on_save)
        page.remove_wanted.connect(self._on_remove)
        page.tell_wanted.connect(self._on_tell)
        page.shown_changed.connect(self._on_shown)
        page.language_changed.connect(self.begin)
        page.card.checks.begin_wanted.connect(self._on_begin)
        page.card.checks.moved.connect(self._on_moved)
        page.card.circle.member_wanted.connect(self._on_member)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    def begin(self) -> None:
        """Show everything as it stands."""
        self._tasks.start(self._show(), replaces="show")

    # --- showing -----------------------------------------------------------------------------

    async def _show(self) -> None:
        read, now = self._database.read, self._clock.now()
        zone = (await read(load, HoursSettings)).zone
        posts = await read(contents.all_of)
        said = await read(statements.all_of, now)
        told = await read(informing.all_of)
        accounts = await read(contents.places)
        self._lists = {one.id: one for one in told}
        self._page.card.post.show_accounts(accounts)
        items: dict[str, Sequence[Item[Typed]]] = {
            POSTS: [Item(one.id, post_of(one, zone)) for one in posts],
            STATEMENTS: [Item(one.id, said_of(one)) for one in said],
            LISTS: [Item(one.id, circle_of(one)) for one in told],
        }
        lines = {
            POSTS: [self._post_row(one) for one in posts],
            STATEMENTS: [_said_row(one) for one in said],
            LISTS: [_list_row(one) for one in told],
        }
        self._page.show_all(items, lines)

    def _post_row(self, one: ContentInfo) -> Row:
        if one.posted_at is None:
            when = translate("Communication", "not posted yet")
        else:
            when = moments.short_moment(one.posted_at, self._clock.now())
        asked = " ".join(f"{each.question} {each.line}" for each in one.questions)
        below = f"{place_name(one.kind)} · {when}"
        return Row(one.id, one.title, below, channel_looks.icon_of(one.kind), f"{one.text} {asked}")

    async def _show_beside(self) -> None:
        """Show how far the checklist is, who is on a list, and who was told."""
        page, read = self._page, self._database.read
        tab, shown = page.tab, page.shown
        if shown is None:
            page.card.show_told((), self._clock.now())
            page.card.circle.show_people(())
            return
        if tab == POSTS:
            page.card.checks.show_checked(await read(checklist.of, shown))
        if tab == LISTS and shown in self._lists:
            page.card.circle.show_people(self._lists[shown].people)
        about = {POSTS: "content_id", STATEMENTS: "statement_id", LISTS: "list_id"}[tab]
        told = await read(informing.tellings, **{about: shown})
        if (page.tab, page.shown) == (tab, shown):
            page.card.show_told(told, self._clock.now())

    # --- doing -------------------------------------------------------------------------------

    async def _save(self) -> None:
        page = self._page
        tab, shown, typed = page.tab, page.shown, page.card.typed
        values = values_of(typed)
        if isinstance(typed, Post):
            values |= await self._posted(typed, page.stored)
        saved, act_id = await self._database.write(SAVE[tab], shown, **values)
        page.saved(tab, shown, saved, typed)
        self.begin()  # apart, so that what is typed meanwhile can be saved at once
        told = translate("Communication", "Saved: {name}").format(name=typed.name.strip())
        self._doing.tell(told, act_id)

    async def _posted(self, typed: Post, stored: Typed) -> dict[str, Any]:
        """Return when it was posted; nothing when that was not changed: words have no seconds."""
        words = typed.posted.strip()
        if isinstance(stored, Post) and words == stored.posted:
            return {}
        now = self._clock.now()
        if not words or words.lower() in NOW:
            return {"posted_at": now if words else None}
        found = await self._database.read(opening.past_named, words, now)
        if found is None:
            raise BadMomentError(words=words)
        return {"posted_at": found}

    async def _remove(self, tab: str, shown: int) -> None:
        self._page.drop()
        act_id = await self._database.write(REMOVE[tab], shown)
        self._doing.tell(translate("Communication", "Thrown away"), act_id)

    async def _tell(self, tab: str, shown: int) -> None:
        read = self._database.read
        if tab == LISTS:
            await self._teller.tell_list(shown)
        elif tab == POSTS:
            await self._teller.tell_about(about_post(await read(contents.find, shown)))
        else:
            found = await read(statements.find, shown, self._clock.now())
            await self._teller.tell_about(about_statement(found))

    async def _check(self, shown: int, move: str | None, answer: int | None) -> None:
        if move is None:
            act_id = await self._database.write(checklist.begin, shown)
            told = translate("Communication", "Checklist begun")
        else:
            act_id = await self._database.write(checklist.go, shown, move=Move(move), answer=answer)
            told = translate("Walk", "Step done")
            if move == Move.BACK:
                told = translate("Walk", "One step back")
        self._doing.tell(told, act_id)

    async def _member(self) -> None:
        read = self._database.read
        people = await read(directory.colleagues)
        departments = await read(lists.entries, lists.DEPARTMENT)
        names = [one.name_nl if is_dutch() else one.name_en for one in departments]
        entry = await self._picker.pick(
            translate("Communication", "Who is on it"),
            [
                *(Entry(one.name, one.name, one.role, "user") for one in people),
                *(Entry(one, one, translate("Communication", "department"), "users")
                  for one in names),
            ],
        )  # fmt: skip
        if entry is not None:
            self._page.card.circle.put_member(entry.key)

    # --- what is heard -----------------------------------------------------------------------

    def _on_save(self) -> None:
        self._tasks.start(self._save(), once="save")

    def _on_remove(self) -> None:
        if self._page.shown is not None:
            self._tasks.start(self._remove(self._page.tab, self._page.shown), once="remove")

    def _on_tell(self) -> None:
        if self._page.shown is not None:
            self._tasks.start(self._tell(self._page.tab, self._page.shown), once="tell")

    def _on_begin(self) -> None:
        if self._page.shown is not None:
            self._tasks.start(self._check(self._page.shown, None, None), once="check")

    def _on_moved(self, move: str, answer: int | None) -> None:
        if self._page.shown is not None:
            self._tasks.start(self._check(self._page.shown, move, answer), once="check")

    def _on_member(self) -> None:
        self._tasks.start(self._member(), once="member")

    def _on_shown(self) -> None:
        self._tasks.start(self._show_beside(), replaces="beside")

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        if isinstance(event, StoreChangedElsewhere) or event.section in rows.SECTIONS:
            self.begin()


def _said_row(one: StatementInfo) -> Row:
    words, icon, colour = LOOKS[Status(one.status)]
    below = translate("Communication", words)
    if one.valid_until is not None and one.status == Status.VALID:
        until = translate("Communication", "holds until {day}")
        below = until.format(day=day_words(one.valid_until))
    return Row(one.id, one.subject, below, icon, " ".join((*one.asked, *one.texts)), colour)


def _list_row(one: ListInfo) -> Row:
    return Row(one.id, one.name, ", ".join(one.subjects or one.members), "users")
