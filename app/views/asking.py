"""Asking a colleague about the open ticket, and what becomes of it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from app.bootstrap import Services
from app.services.tickets import consults, directory, inbox, lists, proposals, questions
from app.services.tickets.directory import ColleagueInfo, Hit
from app.services.tickets.lists import Choice
from app.views.directory.ask_dialog import APPROVAL, PHONE, SOMEBODY_ELSE, AskDialog
from app.views.doing import Doing
from app.views.language import is_dutch, translate
from app.views.tasks import GuiTasks, answered
from app.views.ticket.controller import TicketController
from app.views.widgets.picker import Entry, Picker

NEW = "new"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a proposal; not `settled`: there was none, or somebody else is to be asked.

    `act_id` is the act in which the colleague was asked, None when the owner thought better of it.
    """

    settled: bool
    act_id: int | None = None


class Asking(QObject):
    """Hears the action "ask" and the buttons of the questions in the facts.

    Signals:
        directory_wanted(): nobody is there to ask yet.
    """

    directory_wanted = Signal()

    def __init__(
        self, services: Services, tickets: TicketController, picker: Picker, doing: Doing
    ) -> None:
        super().__init__(tickets)
        self._database = services.database
        self._tickets, self._picker, self._doing = tickets, picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        facts = tickets.page.facts.questions
        facts.withdraw_wanted.connect(self._on_withdraw_wanted)
        facts.decided.connect(self._on_decided)

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with which tickets, by the names of the actions."""
        return {"ask": self._ask}

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    async def _ask(self, targets: list[int]) -> None:
        ticket_id = targets[0]
        if not (await self.propose(ticket_id)).settled:
            await self.ask(ticket_id)

    async def ask(self, ticket_id: int, *, whom: int | None = None, question: str = "") -> None:
        """Ask a colleague; who is chosen first when nobody is given."""
        hits = await self._database.read(directory.proposed, ticket_id)
        departments = await self._database.read(lists.entries, lists.DEPARTMENT)
        known = next((hit.colleague for hit in hits if hit.colleague.id == whom), None)
        if known is not None:
            await self._ask_him(ticket_id, known, question=question)
            return
        entries = [_entry(hit, departments) for hit in hits]
        entries.append(
            Entry(NEW, translate("Asking", "Somebody else: to the directory"), "", "plus")
        )
        entry = await self._picker.pick(
            translate("Asking", "Ask a colleague"),
            entries,
            placeholder=translate("Asking", "Name, department, or what it is about"),
        )
        if entry is None:
            return
        if entry.key == NEW:
            self.directory_wanted.emit()
            return
        chosen = next(hit.colleague for hit in hits if str(hit.colleague.id) == entry.key)
        await self._ask_him(ticket_id, chosen, question=question)

    async def propose(self, ticket_id: int) -> Answer:
        """Open the question to the colleague whom a rule proposes, filled in."""
        found = await self._database.read(proposals.of, ticket_id)
        if found is None:
            return Answer(settled=False)
        known = await self._database.read(directory.colleagues)
        colleague = next(one for one in known if one.id == found.colleague_id)
        (ticket,) = await self._database.read(inbox.infos, [ticket_id])
        question = translate("Asking", "A customer writes about “{subject}”. What can I answer?")
        return await self._ask_him(
            ticket_id, colleague, question=question.format(subject=ticket.subject), rule=found.rule
        )

    async def _ask_him(
        self, ticket_id: int, colleague: ColleagueInfo, *, question: str = "", rule: str = ""
    ) -> Answer:
        composer = self._tickets.page.composer
        draft = "" if composer.internal or ticket_id != self._tickets.ticket_id else composer.text
        dialog = AskDialog(self._tickets.page, colleague, draft, question=question, rule=rule)
        result = await answered(dialog)
        if result != QDialog.DialogCode.Accepted.value:
            return Answer(settled=result != SOMEBODY_ELSE)
        return Answer(settled=True, act_id=await self._carry_out(ticket_id, colleague, dialog))

    async def _carry_out(
        self, ticket_id: int, colleague: ColleagueInfo, dialog: AskDialog
    ) -> int | None:
        if dialog.kind == PHONE:
            act_id = await self._database.write(
                consults.log_phone,
                ticket_id,
                colleague_id=colleague.id,
                asked=dialog.asked,
                answer=dialog.said,
            )
            self._doing.tell(translate("Asking", "Noted what was said"), act_id)
            return act_id
        asked = await self._database.write(
            questions.ask,
            ticket_id,
            colleague_id=colleague.id,
            text=dialog.asked,
            draft=dialog.said if dialog.kind == APPROVAL else None,
        )
        told = translate("Asking", "Asked {name}; this waits for the answer")
        self._doing.tell(told.format(name=colleague.name), asked.act_id)
        return asked.act_id

    def _on_withdraw_wanted(self, question_id: int) -> None:
        self._tasks.start(self._withdraw(question_id))

    async def _withdraw(self, question_id: int) -> None:
        act_id = await self._database.write(questions.withdraw, question_id)
        self._doing.tell(translate("Asking", "The answer is no longer waited for"), act_id)

    def _on_decided(self, question_id: int, approved: bool) -> None:  # noqa: FBT001  as the signal has it
        self._tasks.start(self._decide(question_id, approved=approved))

    async def _decide(self, question_id: int, *, approved: bool) -> None:
        act_id = await self._database.write(consults.decide, question_id, approved=approved)
        told = (
            translate("Asking", "Kept: approved")
            if approved
            else translate("Asking", "Kept: not approved")
        )
        self._doing.tell(told, act_id)


def _entry(hit: Hit, departments: Sequence[Choice]) -> Entry:
    one = hit.colleague
    names = {each.key: each.name_nl if is_dutch() else each.name_en for each in departments}
    department = names.get(one.department or "", "")
    because = ", ".join(names.get(word, word) for word in hit.because)
    about = " · ".join(part for part in (one.role, department) if part)
    text = f"{one.name} ({about})" if about else one.name
    return Entry(str(one.id), text, because, "user", words=" ".join(one.subjects))
