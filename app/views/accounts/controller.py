"""Shows the accounts as they are, connects and disconnects them."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event as Stop

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.bootstrap import Services
from app.models.rules.errors import QT_TRANSLATE_NOOP, ExampleFirmError, KnownError
from app.services.channels.setup import Finding
from app.services.events import AccountHealthChanged, Event, StoreChangedElsewhere
from app.services.sync import accounts, health, quarantine
from app.services.sync.health import AccountInfo
from app.views.accounts.page import AccountPage
from app.views.accounts.setup_page import SetupPage
from app.views.accounts.webform import Webform
from app.views.language import translate
from app.views.navigation.sidebar import Sidebar
from app.views.sentences import error_text
from app.views.tasks import GuiTasks, answered
from app.views.widgets.notices import NoticeBar
from app.views.widgets.question import Question

OpenUrl = Callable[[QUrl], object]


class UnreadableFileError(KnownError):
    """A file that belongs to the settings of an account cannot be read."""

    code = "unreadable_file"
    text = QT_TRANSLATE_NOOP("errors", "The file {name} cannot be read. Choose another one.")


class AccountsController(QObject):
    """Works for the list in the side bar, the page of one account, and the page that adds one.

    Signals:
        poked(): fetch from all accounts now.
        page_wanted(QWidget): the page of an account is to be shown.
        setup_wanted(): the page that adds one is to be shown.
        finished(): back to the messages.
    """

    poked = Signal()
    page_wanted = Signal(QWidget)
    setup_wanted = Signal()
    finished = Signal()

    def __init__(
        self,
        services: Services,
        sidebar: Sidebar,
        make_page: Callable[[], AccountPage],
        make_setup: Callable[[], SetupPage],
        notices: NoticeBar,
        open_url: OpenUrl,
    ) -> None:
        super().__init__(sidebar)
        self._services = services
        self._sidebar = sidebar
        self._make_page, self._make_setup = make_page, make_setup
        self._made_page: AccountPage | None = None
        self._made_setup: SetupPage | None = None
        self._notices = notices
        self._open_url = open_url
        self.webform = Webform(services.database, sidebar, notices)
        self._tasks = GuiTasks(self, notices.report)
        self._infos: dict[int, AccountInfo] = {}
        self._stop = Stop()
        self._unsubscribe = [
            services.hub.subscribe(AccountHealthChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]
        sidebar.account_wanted.connect(self.open)
        sidebar.add_wanted.connect(self.add)
        sidebar.channels.add.setEnabled(True)

    @property
    def page(self) -> AccountPage:
        """The page of one account, made when it is first wanted."""
        if self._made_page is None:
            page = self._made_page = self._make_page()
            page.left.connect(self.finished)
            page.retry_wanted.connect(self._on_retry)
            page.renew_wanted.connect(self._on_renew)
            page.remove_wanted.connect(self._on_remove)
            page.reread_wanted.connect(self._on_reread)
            page.form_wanted.connect(self.webform.open)
        return self._made_page

    @property
    def setup(self) -> SetupPage:
        """The page that adds an account, made when it is first wanted."""
        if self._made_setup is None:
            setup = self._made_setup = self._make_setup()
            setup.left.connect(self.finished)
            setup.cancelled.connect(self._on_cancelled)
            setup.connect_wanted.connect(self._on_connect)
        return self._made_setup

    def close(self) -> None:
        """Hear no more events and end what runs."""
        self._stop.set()
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self.webform.close()
        self._tasks.close()

    def refresh(self) -> None:
        """Ask how the accounts are doing."""
        self._tasks.start(self._refresh(), replaces="accounts")

    def open(self, account_id: int) -> None:
        """Show the page of an account."""
        if account_id in self._infos and self._infos[account_id].state != "local":
            self.page.show_account(self._infos[account_id])
            self.page_wanted.emit(self.page)

    def add(self) -> None:
        """Show the page that adds an account."""
        if self._refuses_here():
            return
        self.setup.begin()
        self.setup_wanted.emit()

    def _refuses_here(self) -> bool:
        """Tell the owner, in the example firm, that no account can be connected there."""
        if self._services.is_example:
            self._notices.tell(error_text(ExampleFirmError()))
        return self._services.is_example

    async def _refresh(self) -> None:
        infos = await self._services.database.read(health.accounts)
        self._infos = {info.id: info for info in infos}
        self._sidebar.show_accounts(infos)
        page = self._made_page
        if page is not None and page.info is not None and page.info.id in self._infos:
            page.show_account(self._infos[page.info.id])

    def _on_changed(self, _event: Event) -> None:
        self.refresh()

    # --- connecting --------------------------------------------------------------------------

    def _on_connect(self) -> None:
        missing = self.setup.form.missing()
        if missing is not None:
            name = self.setup.form.label_of(missing)
            text = translate("SetupPage", "Fill in: {name}").format(name=name)
            self.setup.show_problems([text])
            self.setup.form.focus_first_empty()
            return
        self._stop = Stop()
        self._tasks.start(self._connect(), replaces="connect")

    async def _connect(self) -> None:
        setup = self.setup
        setup.show_problems([])
        setup.set_busy(True)
        kind = self._services.channels[setup.kind]
        loop = asyncio.get_running_loop()

        def show_page(url: str) -> None:
            loop.call_soon_threadsafe(setup.wait_for_browser)
            loop.call_soon_threadsafe(self._open_url, QUrl(url))

        try:
            contents = await asyncio.to_thread(_read, setup.form.files())
            await asyncio.to_thread(
                accounts.connect,
                self._services.database,
                kind,
                {**setup.form.values(), **contents},
                setup.form.secrets(),
                open_url=show_page,
                stop=self._stop,
            )
        except KnownError as error:
            setup.show_problems(_problems(error))
            setup.form.unfold() if error.code == "settings_not_found" else None
        else:
            self._notices.tell(translate("SetupPage", "Connected; your messages are coming in."))
            self.finished.emit()
        finally:
            setup.set_busy(False)

    def _on_cancelled(self) -> None:
        self._stop.set()
        self._tasks.start(asyncio.sleep(0), replaces="connect")

    # --- one account -------------------------------------------------------------------------

    def _on_retry(self, _account_id: int) -> None:
        self.poked.emit()
        self._notices.tell(translate("AccountPage", "Fetching now"))

    def _on_renew(self, account_id: int) -> None:
        if self._refuses_here():
            return
        self._tasks.start(self._renew(account_id), replaces="renew")

    async def _renew(self, account_id: int) -> None:
        kind, known = await self._services.database.read(accounts.settings_of, account_id)
        filled_in = self._services.channels[kind].filled_in(known)
        self.setup.begin(kind=kind, values={**filled_in, "name": known.name})
        self.setup_wanted.emit()

    def _on_remove(self, account_id: int) -> None:
        self._tasks.start(self._remove(account_id), replaces="remove")

    async def _remove(self, account_id: int) -> None:
        dialog = _removal(self.page, self._infos[account_id].handle)
        if await answered(dialog) != QDialog.DialogCode.Accepted.value:
            return
        await self._services.database.write(accounts.remove, account_id)
        self._notices.tell(translate("AccountPage", "Disconnected; its messages stay here."))
        self.finished.emit()

    def _on_reread(self, account_id: int) -> None:
        self._tasks.start(self._reread(self._infos[account_id].handle), replaces="reread")

    async def _reread(self, handle: str) -> None:
        database = self._services.database
        for item in await database.read(quarantine.items):
            if item.account == handle:
                await database.write(quarantine.retry, item.id)
        self.poked.emit()


def _removal(parent: QWidget, handle: str) -> Question:
    text = translate(
        "RemoveDialog",
        "Balie forgets the password of {account} and fetches nothing more from there. "
        "All messages and answers stay in Balie.",
    )
    return Question(
        parent,
        translate("RemoveDialog", "Disconnect account"),
        text.format(account=handle),
        stay=translate("RemoveDialog", "Keep it"),
        go=translate("RemoveDialog", "Disconnect"),
        dangerous=True,
    )


def _read(files: Mapping[str, str]) -> dict[str, str]:
    contents = {}
    for option, name in files.items():
        try:
            contents[option] = Path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableFileError(name=Path(name).name) from error
    return contents


def _problems(error: KnownError) -> list[str]:
    """Return what does not work as sentences: the findings of a probe one by one."""
    findings: Sequence[Finding] = getattr(error, "findings", ())
    bad = [finding for finding in findings if not finding.ok]
    if not bad:
        return [error_text(error)]
    return [_sentence(finding) for finding in bad]


def _sentence(finding: Finding) -> str:
    for context in ("probe", "setup", "errors"):
        text = translate(context, finding.text)
        if text != finding.text:
            return text.format(**finding.params)
    return finding.text.format(**finding.params)
