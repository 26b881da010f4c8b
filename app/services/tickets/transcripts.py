"""A ticket told as plain text: who wrote what, and what was done about it, in one order."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from textwrap import indent
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.models.rules.handbook.walk import Ended, Move
from app.models.rules.messages import Delivery, Direction
from app.models.rules.promises import PromiseKind
from app.services.resources import resource
from app.services.settings import HoursSettings, LookSettings, load
from app.services.tickets import inbox, lists, questions, walks
from app.services.tickets.inbox import MessageInfo, TicketView
from app.services.tickets.journal import Entry
from app.services.tickets.walks import RunInfo, Taken

TEXTS = "transcript_texts.json"
_TURNS = {"us": "us", "customer": "customer_turn", "colleague": "colleague", "closed": "closed"}


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts one ticket into words.

    Attributes:
        said: the words of the firm's language.
        colleagues: the name of the colleague by question.
        outcomes: what outcomes are called.
        runs: the procedures that were walked, from their rows: so they are told as they hold, also
            after a merge.
    """

    said: Mapping[str, str]
    zone: ZoneInfo
    colleagues: Mapping[int, str]
    outcomes: Mapping[str, str]
    runs: Sequence[RunInfo]

    def moment(self, moment: datetime) -> str:
        local = moment.astimezone(self.zone)
        return f"{self.said['days'].split()[local.weekday()]} {local:%d-%m-%Y %H:%M}"

    def whole(self, view: TicketView, now: datetime) -> str:
        parts = [
            (one.created_at, 0, place, f"\n{self._message(one)}\n")
            for place, one in enumerate(view.messages)
        ]
        for entry in view.journal:
            line = self._line(entry)
            if line:
                parts.append((entry.at, 1, entry.seq, f"* {self.moment(entry.at)} · {line}"))
        for run in self.runs:
            lines = self._run(run)
            parts += [
                (at, 2, place, f"* {self.moment(at)} · {line}")
                for place, (at, line) in enumerate(lines)
            ]
        told = [text for *_place, text in sorted(parts)]
        return "\n".join([*self._head(view, now), *told, ""]).replace("\n\n\n", "\n\n")

    def _head(self, view: TicketView, now: datetime) -> Iterator[str]:
        ticket, said = view.ticket, self.said
        handles = ", ".join(one.handle for one in ticket.identities)
        who = " ".join(filter(None, (ticket.contact_name, f"<{handles}>" if handles else "")))
        yield f"{ticket.subject or said['no_subject']}  (#{ticket.number})"
        yield said["customer"].format(who=who)
        yield said["via"].format(account=ticket.account)
        yield said["state"].format(state=said[f"state_{ticket.state}"])
        if ticket.outcome:
            yield said["outcome"].format(outcome=self._outcome(ticket.outcome))
        spent = view.standing.minutes(now)
        parts = [said[_TURNS[turn]].format(number=number) for turn, number in spent.items()]
        yield said["minutes"].format(parts=", ".join(parts), total=sum(spent.values()))

    def _message(self, message: MessageInfo) -> str:
        heading = f"{self._author(message)} · {self.moment(message.created_at)}"
        delivery = message.delivery
        if delivery not in {None, Delivery.SENT.value}:
            heading += f" · {self.said[f'delivery_{delivery}']}"
        # Set in, so that no customer writes lines that look like acts.
        lines = [heading, indent(message.text.strip(), "    ")]
        files = [file.name for file in message.attachments if not file.inline]
        if files:
            lines.append("    " + self.said["files"].format(names=", ".join(files)))
        return "\n".join(lines)

    def _author(self, message: MessageInfo) -> str:
        if message.direction == Direction.IN.value:
            return message.author
        if message.direction == Direction.OUT.value:
            return self.said["we"]
        if message.delivery is not None:
            return self.said["to_colleague"].format(name=", ".join(message.recipients))
        if message.recipients:
            return self.said["from_colleague"].format(name=message.author)
        return self.said["note"]

    # --- acts --------------------------------------------------------------------------------

    def _line(self, entry: Entry) -> str:
        """Return an act in words; "" for those that the messages tell."""
        if entry.act == "state":
            return self._state(entry)
        if entry.act == "documented":
            return self._documented(entry)
        if entry.act == "stars":
            return self._stars(entry)
        of_walk = entry.act == "undone" and entry.reason in WALK_ACTS
        if entry.act not in _TOLD or of_walk:
            return ""
        return self.said[self._name(entry)].format(**self._values(entry))

    def _run(self, run: RunInfo) -> Iterator[tuple[datetime, str]]:
        """Return when what was done on a walk, in words."""
        said = self.said
        yield run.started_at, said["walk_begun"].format(title=run.title)
        for taken in run.taken:
            yield taken.at, self._taken(taken)
        if run.ended_at is None:
            return
        if run.ended == Ended.DONE:
            line = said["walk_done"].format(title=run.title)
            yield run.ended_at, f"{line} → {run.outcome}" if run.outcome else line
        else:
            line = said["walk_stopped"].format(title=run.title, step=run.walk.number)
            yield run.ended_at, self._with(line, run.reason)

    def _taken(self, taken: Taken) -> str:
        line = self.said["walk_step"].format(step=taken.step, title=taken.title)
        if taken.move == Move.CHOOSE:
            return f"{line} → {taken.answer}"
        return self.said["walk_back"].format(step=taken.step) if taken.move == Move.BACK else line

    def _state(self, entry: Entry) -> str:
        line = self.said[f"state_{entry.data['to']}"]
        return self._with(line, "" if entry.reason == entry.data.get("rule") else entry.reason)

    def _documented(self, entry: Entry) -> str:
        key = entry.data.get("outcome")
        if key is None:
            return self._with(self.said["documented_without"], entry.reason)
        line = self.said["documented"].format(outcome=self._outcome(str(key)))
        return self._with(line, entry.reason)

    def _stars(self, entry: Entry) -> str:
        done, before = entry.data.get("set"), entry.data.get("before")
        priority = done.get("priority") if isinstance(done, Mapping) else None
        name = "stars_priority" if priority else "stars_complaint"
        line = self.said[name].format(priority=self.said.get(f"priority_{priority}", priority))
        why = "stars_why" if before is None else "stars_why_changed"
        reason = self.said[why].format(stars=entry.data.get("stars"), before=before)
        return self._with(line, reason)

    def _with(self, line: str, reason: str) -> str:
        return self.said["why"].format(line=line, reason=reason) if reason else line

    def _name(self, entry: Entry) -> str:
        calls = entry.data.get("kind") == PromiseKind.CALLBACK.value
        return "promised_callback" if entry.act == "promised" and calls else entry.act

    def _values(self, entry: Entry) -> dict[str, object]:
        """Return what fills the places of a line."""
        question, due = entry.data.get("question"), entry.data.get("due")
        return {
            "due": self.moment(datetime.fromisoformat(str(due))) if due else "",
            "colleague": self.colleagues.get(question, "") if isinstance(question, int) else "",
            "clock": self.said.get(f"clock_{entry.reason}", entry.reason),
            "number": entry.data.get("number", ""),
            "text": entry.data.get("before", ""),
        }

    def _outcome(self, key: str) -> str:
        return self.outcomes.get(key, key)


WALK_ACTS = frozenset({"sop_started", "sop_ticked", "sop_chosen", "sop_back", "sop_stopped"})
"""Acts on walks: what was taken back is not told, so neither is that it was."""

_TOLD = frozenset(
    {"reaction", "acknowledge", "breach", "sent_elsewhere"}
    | {"send_failed", "send_unknown", "send_undone", "undone"}
    | {"promised", "promise_kept", "promise_late", "promise_extended"}
    | {"promise_withdrawn", "promise_lapsed"}
    | {"asked", "asked_approval", "consulted", "approved", "not_approved"}
    | {"question_answered", "question_reminded", "question_escalated", "question_withdrawn"}
    | {"edited_there", "gone_there"}
    | {"page_linked", "page_unlinked", "decision_added"}
    | {"merged", "split", "split_off", "linked", "unlinked"}
)
"""Acts that are told in words of their own."""


def transcript(session: Session, ticket_id: int, now: datetime) -> str | None:
    """Return a ticket as text in the firm's language, or None when there is none.

    One that was merged away is told by the ticket that it went into.
    """
    view = inbox.ticket_view(session, ticket_id)
    if view is None:
        return None
    language = load(session, LookSettings).language
    asked = questions.infos(session, ticket_id=view.ticket.id)
    outcomes = lists.entries(session, lists.OUTCOME)
    teller = _Teller(
        said=_texts().get(language, _texts()["nl"]),
        zone=ZoneInfo(load(session, HoursSettings).zone),
        colleagues={one.id: one.colleague for one in asked},
        outcomes={one.key: one.name_en if language == "en" else one.name_nl for one in outcomes},
        runs=walks.of(session, view.ticket.id),
    )
    return teller.whole(view, now)


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(resource(TEXTS).read_text("utf-8"))
    return found
