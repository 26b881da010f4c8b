"""The program's words for the owner: errors, states and acts as sentences in his language."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.views.language import translate

STATES = {
    "new": QT_TRANSLATE_NOOP("Words", "New"),
    "open": QT_TRANSLATE_NOOP("Words", "Open"),
    "waiting_colleague": QT_TRANSLATE_NOOP("Words", "Waiting for colleague"),
    "waiting_customer": QT_TRANSLATE_NOOP("Words", "Waiting for customer"),
    "snoozed": QT_TRANSLATE_NOOP("Words", "Snoozed"),
    "answered": QT_TRANSLATE_NOOP("Words", "Answered"),
    "closed": QT_TRANSLATE_NOOP("Words", "Done"),
    "no_reaction": QT_TRANSLATE_NOOP("Words", "No reaction needed"),
    "spam": QT_TRANSLATE_NOOP("Words", "Spam"),
}
TURNS = {
    "us": QT_TRANSLATE_NOOP("Words", "It is your turn"),
    "us_later": QT_TRANSLATE_NOOP("Words", "Your turn, later"),
    "colleague": QT_TRANSLATE_NOOP("Words", "It is a colleague's turn"),
    "customer": QT_TRANSLATE_NOOP("Words", "It is the customer's turn"),
    "nobody": QT_TRANSLATE_NOOP("Words", "Nobody has to do anything"),
}
PRIORITIES = {
    "low": QT_TRANSLATE_NOOP("Words", "Low"),
    "normal": QT_TRANSLATE_NOOP("Words", "Normal"),
    "high": QT_TRANSLATE_NOOP("Words", "High"),
    "urgent": QT_TRANSLATE_NOOP("Words", "Urgent"),
}
CLOCKS = {
    "first_reaction": QT_TRANSLATE_NOOP("Words", "first reaction"),
    "answer": QT_TRANSLATE_NOOP("Words", "answer"),
    "next_reply": QT_TRANSLATE_NOOP("Words", "next reply"),
}
DELIVERIES = {
    "queued": QT_TRANSLATE_NOOP("Words", "Waiting to be sent"),
    "sending": QT_TRANSLATE_NOOP("Words", "Being sent"),
    "sent": QT_TRANSLATE_NOOP("Words", "Sent"),
    "unknown": QT_TRANSLATE_NOOP("Words", "Not sure whether it was sent"),
    "failed": QT_TRANSLATE_NOOP("Words", "Not sent"),
    "discarded": QT_TRANSLATE_NOOP("Words", "Taken out of the outbox"),
}
MACHINES = {
    "auto_reply": QT_TRANSLATE_NOOP("Words", "Automatic reply"),
    "bounce": QT_TRANSLATE_NOOP("Words", "Delivery report"),
    "receipt": QT_TRANSLATE_NOOP("Words", "Read receipt"),
    "list": QT_TRANSLATE_NOOP("Words", "Mailing list"),
    "loop": QT_TRANSLATE_NOOP("Words", "Automatic message"),
}
HEALTHS = {
    "unknown": QT_TRANSLATE_NOOP("Words", "Not fetched yet"),
    "working": QT_TRANSLATE_NOOP("Words", "Fetching messages"),
    "ok": QT_TRANSLATE_NOOP("Words", "Works"),
    "offline": QT_TRANSLATE_NOOP("Words", "No connection"),
    "attention": QT_TRANSLATE_NOOP("Words", "Needs your attention"),
}
ACTS = {
    "state_closed": QT_TRANSLATE_NOOP("Words", "done"),
    "state_open": QT_TRANSLATE_NOOP("Words", "opened again"),
    "state_no_reaction": QT_TRANSLATE_NOOP("Words", "no reaction needed"),
    "state_spam": QT_TRANSLATE_NOOP("Words", "spam"),
    "state_waiting_customer": QT_TRANSLATE_NOOP("Words", "waiting for the customer"),
    "state_waiting_colleague": QT_TRANSLATE_NOOP("Words", "waiting for a colleague"),
    "state_answered": QT_TRANSLATE_NOOP("Words", "answered"),
    "snoozed": QT_TRANSLATE_NOOP("Words", "snoozed"),
    "category": QT_TRANSLATE_NOOP("Words", "category"),
    "department": QT_TRANSLATE_NOOP("Words", "department"),
    "priority": QT_TRANSLATE_NOOP("Words", "priority"),
    "type": QT_TRANSLATE_NOOP("Words", "type"),
    "product_group": QT_TRANSLATE_NOOP("Words", "product group"),
    "assessed": QT_TRANSLATE_NOOP("Words", "assessed"),
    "forwarded": QT_TRANSLATE_NOOP("Words", "forwarded"),
    "standing": QT_TRANSLATE_NOOP("Words", "what the customer means to the firm"),
    "policy": QT_TRANSLATE_NOOP("Words", "a rule"),
    "rule_saved": QT_TRANSLATE_NOOP("Words", "a rule changed"),
    "rule_removed": QT_TRANSLATE_NOOP("Words", "a rule taken out"),
    "rule_moved": QT_TRANSLATE_NOOP("Words", "a rule moved"),
    "text_saved": QT_TRANSLATE_NOOP("Words", "a text changed"),
    "text_removed": QT_TRANSLATE_NOOP("Words", "a text thrown away"),
    "text_moved": QT_TRANSLATE_NOOP("Words", "the order of the texts"),
    "page_saved": QT_TRANSLATE_NOOP("Words", "a page of the handbook changed"),
    "page_removed": QT_TRANSLATE_NOOP("Words", "a page of the handbook thrown away"),
    "pages_imported": QT_TRANSLATE_NOOP("Words", "pages brought into the handbook"),
    "starter_installed": QT_TRANSLATE_NOOP("Words", "the starter handbook brought in"),
    "sop_started": QT_TRANSLATE_NOOP("Words", "procedure begun"),
    "sop_ticked": QT_TRANSLATE_NOOP("Words", "a step done"),
    "sop_chosen": QT_TRANSLATE_NOOP("Words", "a choice made"),
    "sop_back": QT_TRANSLATE_NOOP("Words", "a step back"),
    "sop_stopped": QT_TRANSLATE_NOOP("Words", "procedure stopped"),
    "case_kept": QT_TRANSLATE_NOOP("Words", "a case kept in the handbook"),
    "page_linked": QT_TRANSLATE_NOOP("Words", "a page that goes with it"),
    "page_unlinked": QT_TRANSLATE_NOOP("Words", "a page that does not go with it"),
    "radar": QT_TRANSLATE_NOOP("Words", "when a question comes back too often"),
    "content_saved": QT_TRANSLATE_NOOP("Words", "the log of what was posted changed"),
    "content_removed": QT_TRANSLATE_NOOP("Words", "an entry of what was posted thrown away"),
    "content_checked": QT_TRANSLATE_NOOP("Words", "a step of the checklist for publishing"),
    "statement_saved": QT_TRANSLATE_NOOP("Words", "a statement changed"),
    "statement_withdrawn": QT_TRANSLATE_NOOP("Words", "a statement withdrawn"),
    "statement_removed": QT_TRANSLATE_NOOP("Words", "a statement thrown away"),
    "inform_list_saved": QT_TRANSLATE_NOOP("Words", "an inform list changed"),
    "inform_list_removed": QT_TRANSLATE_NOOP("Words", "an inform list thrown away"),
    "informed": QT_TRANSLATE_NOOP("Words", "who was told"),
    "radar_task": QT_TRANSLATE_NOOP("Words", "what to do about a question that comes back"),
    "radar_article": QT_TRANSLATE_NOOP("Words", "an article for a question that comes back"),
    "radar_done": QT_TRANSLATE_NOOP("Words", "a question that comes back, done"),
    "radar_dismissed": QT_TRANSLATE_NOOP("Words", "a question that comes back, left"),
    "radar_open": QT_TRANSLATE_NOOP("Words", "a question that comes back, open again"),
    "decision_added": QT_TRANSLATE_NOOP("Words", "a decision written down"),
    "briefing_drafted": QT_TRANSLATE_NOOP("Words", "a briefing begun"),
    "briefing_edited": QT_TRANSLATE_NOOP("Words", "a briefing changed"),
    "briefing_published": QT_TRANSLATE_NOOP("Words", "a briefing published"),
    "briefing_removed": QT_TRANSLATE_NOOP("Words", "a briefing thrown away"),
    "briefing_read": QT_TRANSLATE_NOOP("Words", "who has read a briefing"),
    "briefing_unread": QT_TRANSLATE_NOOP("Words", "who has read a briefing"),
    "induction_started": QT_TRANSLATE_NOOP("Words", "the list of a new colleague"),
    "induction_ticked": QT_TRANSLATE_NOOP("Words", "what a new colleague has done"),
    "induction_unticked": QT_TRANSLATE_NOOP("Words", "what a new colleague has done"),
    "induction_added": QT_TRANSLATE_NOOP("Words", "the list of a new colleague"),
    "induction_removed": QT_TRANSLATE_NOOP("Words", "the list of a new colleague"),
    "macro": QT_TRANSLATE_NOOP("Words", "a macro"),
    "macro_saved": QT_TRANSLATE_NOOP("Words", "a macro changed"),
    "macro_removed": QT_TRANSLATE_NOOP("Words", "a macro thrown away"),
    "macro_moved": QT_TRANSLATE_NOOP("Words", "the order of the macros"),
    "list_added": QT_TRANSLATE_NOOP("Words", "a list made longer"),
    "list_renamed": QT_TRANSLATE_NOOP("Words", "a name in a list"),
    "list_moved": QT_TRANSLATE_NOOP("Words", "the order of a list"),
    "list_removed": QT_TRANSLATE_NOOP("Words", "a list made shorter"),
    "tag_added": QT_TRANSLATE_NOOP("Words", "label put on"),
    "tag_removed": QT_TRANSLATE_NOOP("Words", "label taken off"),
    "merged": QT_TRANSLATE_NOOP("Words", "put together"),
    "split": QT_TRANSLATE_NOOP("Words", "split"),
    "linked": QT_TRANSLATE_NOOP("Words", "linked"),
    "unlinked": QT_TRANSLATE_NOOP("Words", "link removed"),
    "incident_opened": QT_TRANSLATE_NOOP("Words", "incident opened"),
    "incident_in": QT_TRANSLATE_NOOP("Words", "put under an incident"),
    "incident_out": QT_TRANSLATE_NOOP("Words", "taken out of its incident"),
    "incident_status": QT_TRANSLATE_NOOP("Words", "how an incident stands"),
    "incident_closed": QT_TRANSLATE_NOOP("Words", "incident closed"),
    "incident_reopened": QT_TRANSLATE_NOOP("Words", "incident opened again"),
    "case_public": QT_TRANSLATE_NOOP("Words", "the public line"),
    "case_private": QT_TRANSLATE_NOOP("Words", "the private message"),
    "case_closing": QT_TRANSLATE_NOOP("Words", "the closing public line"),
    "case_noted": QT_TRANSLATE_NOOP("Words", "what was said elsewhere"),
    "answered": QT_TRANSLATE_NOOP("Words", "the answer"),
    "answered_many": QT_TRANSLATE_NOOP("Words", "one answer to many"),
    "answered_closed": QT_TRANSLATE_NOOP("Words", "the answer"),
    "noted": QT_TRANSLATE_NOOP("Words", "the note"),
    "reacted": QT_TRANSLATE_NOOP("Words", "the first reaction"),
    "reacted_promise": QT_TRANSLATE_NOOP("Words", "the first reaction"),
    "extended": QT_TRANSLATE_NOOP("Words", "the later promise"),
    "promised": QT_TRANSLATE_NOOP("Words", "the promise"),
    "promise_kept": QT_TRANSLATE_NOOP("Words", "that the promise was kept"),
    "asked": QT_TRANSLATE_NOOP("Words", "the question"),
    "asked_approval": QT_TRANSLATE_NOOP("Words", "the question"),
    "entered_phone": QT_TRANSLATE_NOOP("Words", "the note of the call"),
    "entered_walkin": QT_TRANSLATE_NOOP("Words", "the note of the talk"),
    "logged_page": QT_TRANSLATE_NOOP("Words", "the note of your answer"),
    "logged_phone": QT_TRANSLATE_NOOP("Words", "the note of the call"),
    "logged_walkin": QT_TRANSLATE_NOOP("Words", "the note of the talk"),
    "logged_elsewhere": QT_TRANSLATE_NOOP("Words", "the note of your answer"),
    "consulted": QT_TRANSLATE_NOOP("Words", "the note of the call"),
    "question_withdrawn": QT_TRANSLATE_NOOP("Words", "no longer waiting for an answer"),
    "approved": QT_TRANSLATE_NOOP("Words", "approved"),
    "not_approved": QT_TRANSLATE_NOOP("Words", "not approved"),
    "colleague_added": QT_TRANSLATE_NOOP("Words", "the new colleague"),
    "colleague_changed": QT_TRANSLATE_NOOP("Words", "the change to a colleague"),
    "colleague_removed": QT_TRANSLATE_NOOP("Words", "colleague taken out"),
    "department_fixed": QT_TRANSLATE_NOOP("Words", "whom to ask first"),
    "hours_week": QT_TRANSLATE_NOOP("Words", "opening hours"),
    "hours_evening": QT_TRANSLATE_NOOP("Words", "evening hours"),
    "hours_date": QT_TRANSLATE_NOOP("Words", "hours of a date"),
    "holiday": QT_TRANSLATE_NOOP("Words", "holiday"),
    "country": QT_TRANSLATE_NOOP("Words", "country of the holidays"),
    "plan_added": QT_TRANSLATE_NOOP("Words", "plan added"),
    "plan_changed": QT_TRANSLATE_NOOP("Words", "plan changed"),
    "plan_removed": QT_TRANSLATE_NOOP("Words", "plan taken out"),
    "writing": QT_TRANSLATE_NOOP("Words", "how you write"),
    "asking": QT_TRANSLATE_NOOP("Words", "when colleagues are reminded"),
    "stars_rule": QT_TRANSLATE_NOOP("Words", "what stars say"),
    "assist_set": QT_TRANSLATE_NOOP("Words", "when something is suggested"),
    "platforms": QT_TRANSLATE_NOOP("Words", "whose mails are recognised"),
}
SNOOZES = {
    "later_today": QT_TRANSLATE_NOOP("Snoozes", "Later today"),
    "opening": QT_TRANSLATE_NOOP("Snoozes", "When the shop opens"),
    "tomorrow": QT_TRANSLATE_NOOP("Snoozes", "Tomorrow morning"),
    "next_opening": QT_TRANSLATE_NOOP("Snoozes", "The next open day"),
    "day_after": QT_TRANSLATE_NOOP("Snoozes", "The day after"),
    "next_week": QT_TRANSLATE_NOOP("Snoozes", "Next week"),
    "in_two_weeks": QT_TRANSLATE_NOOP("Snoozes", "In two weeks"),
    "in_a_month": QT_TRANSLATE_NOOP("Snoozes", "In a month"),
}
# What services put into the places of their sentences.
PARTS = {
    "message": QT_TRANSLATE_NOOP("Words", "message"),
    "message in the outbox": QT_TRANSLATE_NOOP("Words", "message in the outbox"),
    "quarantined item": QT_TRANSLATE_NOOP("Words", "quarantined item"),
    "account": QT_TRANSLATE_NOOP("Words", "account"),
    "state": QT_TRANSLATE_NOOP("Words", "state"),
    "category": QT_TRANSLATE_NOOP("Words", "category"),
    "priority": QT_TRANSLATE_NOOP("Words", "priority"),
    "department": QT_TRANSLATE_NOOP("Words", "department"),
    "outcome": QT_TRANSLATE_NOOP("Words", "say how it ended"),
    "promise": QT_TRANSLATE_NOOP("Words", "a promise to the customer is open"),
    "question": QT_TRANSLATE_NOOP("Words", "a colleague was asked and has not answered"),
    "open_procedure": QT_TRANSLATE_NOOP("Words", "a procedure is not walked to its end"),
    "procedure": QT_TRANSLATE_NOOP("Words", "procedure"),
    "template": QT_TRANSLATE_NOOP("Words", "text"),
    "walk": QT_TRANSLATE_NOOP("Words", "procedure that is being walked"),
    "page": QT_TRANSLATE_NOOP("Words", "page"),
    "decision": QT_TRANSLATE_NOOP("Words", "decision"),
    "briefing": QT_TRANSLATE_NOOP("Words", "briefing"),
    "induction": QT_TRANSLATE_NOOP("Words", "list of a new colleague"),
    "item": QT_TRANSLATE_NOOP("Words", "line of the list"),
    "sending": QT_TRANSLATE_NOOP("Words", "an answer did not arrive, or may not have"),
    "colleague": QT_TRANSLATE_NOOP("Words", "colleague"),
    "question to a colleague": QT_TRANSLATE_NOOP("Words", "question to a colleague"),
    "deputy": QT_TRANSLATE_NOOP("Words", "deputy"),
    "date": QT_TRANSLATE_NOOP("Words", "date"),
    "holiday": QT_TRANSLATE_NOOP("Words", "holiday"),
    "country": QT_TRANSLATE_NOOP("Words", "country"),
    "channel": QT_TRANSLATE_NOOP("Words", "channel"),
    "customer": QT_TRANSLATE_NOOP("Words", "customer"),
    "plan": QT_TRANSLATE_NOOP("Words", "plan"),
    "weekday": QT_TRANSLATE_NOOP("Words", "weekday"),
    "first reaction": QT_TRANSLATE_NOOP("Words", "first reaction"),
    "answer": QT_TRANSLATE_NOOP("Words", "answer"),
    "next reply": QT_TRANSLATE_NOOP("Words", "next reply"),
    "type": QT_TRANSLATE_NOOP("Words", "type"),
    "product_group": QT_TRANSLATE_NOOP("Words", "product group"),
    "no_reaction_reason": QT_TRANSLATE_NOOP("Words", "reason"),
    "rule": QT_TRANSLATE_NOOP("Words", "rule"),
    "condition": QT_TRANSLATE_NOOP("Words", "condition"),
    "effect": QT_TRANSLATE_NOOP("Words", "effect"),
    "influence": QT_TRANSLATE_NOOP("Words", "influence"),
    "window": QT_TRANSLATE_NOOP("Words", "the window"),
    "command": QT_TRANSLATE_NOOP("Words", "the command line"),
    "sync": QT_TRANSLATE_NOOP("Words", "fetching on the command line"),
    "send": QT_TRANSLATE_NOOP("Words", "sending on the command line"),
    "import": QT_TRANSLATE_NOOP("Words", "an import"),
}
# Codes that services store without a class of their own.
CODES = {
    "bounced": QT_TRANSLATE_NOOP(
        "Words",
        "It could not be delivered to {recipient} ({status}). Check the address or the number.",
    ),
    "account_gone": QT_TRANSLATE_NOOP(
        "Words", "Connect {account} again to send it, or take the answer back."
    ),
    # Stored without the name of the server.
    "outcome_unknown": QT_TRANSLATE_NOOP(
        "Words",
        "The connection broke while it was being sent, so it may or may not have gone out.",
    ),
    "interrupted": QT_TRANSLATE_NOOP(
        "Words",
        "Balie was stopped while it was being sent, so it may or may not have gone out.",
    ),
}
_TRANSLATED_PLACES = {"state", "wanted", "what", "field", "program", "missing"}


def word(words: Mapping[str, str], key: str) -> str:
    """Return the owner's word for a code; the code itself when there is none."""
    return translate("Words", words[key]) if key in words else key


def error_text(error: KnownError) -> str:
    """Return an error as a sentence in the language of the window."""
    return _filled(error.text, error.params)


def known_text(code: str | None, params: Mapping[str, Any]) -> str:
    """Return the sentence of an error that was stored by its code; "" for none."""
    if not code:
        return ""
    if code in CODES:
        return _Lenient().vformat(translate("Words", CODES[code]), (), params)
    for kind in _kinds(KnownError):
        if kind.code == code:
            return _filled(kind.text, params)
    return translate("Words", "Something went wrong ({code}).").format(code=code)


def _kinds(kind: type[KnownError]) -> Iterator[type[KnownError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)


class _Lenient(Formatter):
    """Fills places and leaves "…" where a stored error lacks a value."""

    @override
    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), "…")


def _filled(text: str, params: Mapping[str, Any]) -> str:
    shown = {name: _part(name, value) for name, value in params.items()}
    return _Lenient().vformat(translate("errors", text), (), shown)


def _part(name: str, value: object) -> object:
    if name not in _TRANSLATED_PLACES:
        return value
    key = str(value)
    if name in {"state", "wanted"}:
        own = STATES if key in STATES else DELIVERIES
        return f"“{word(own, key)}”" if key in own else value
    return word(PARTS, key)
