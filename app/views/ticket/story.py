"""The acts of a ticket as small readable lines."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from app.models.rules.advice import Said
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.questions import WAITS
from app.services.tickets.journal import Entry
from app.services.tickets.lists import Lists
from app.views import moments, sentences
from app.views.assessing import choice_name
from app.views.language import translate
from app.views.rule_words import because_text, effect_text

RULES = {
    "reacted": QT_TRANSLATE_NOOP("Story", "you gave a first reaction"),
    "promised": QT_TRANSLATE_NOOP("Story", "you promised something"),
    "owner": QT_TRANSLATE_NOOP("Story", "you changed it"),
    "customer_wrote": QT_TRANSLATE_NOOP("Story", "the customer wrote"),
    "answered": QT_TRANSLATE_NOOP("Story", "you answered"),
    "answered_elsewhere": QT_TRANSLATE_NOOP("Story", "you answered with another program"),
    "send_failed": QT_TRANSLATE_NOOP("Story", "the answer did not arrive"),
    "send_unknown": QT_TRANSLATE_NOOP("Story", "not sure whether the answer went out"),
    "earlier_answer_unsettled": QT_TRANSLATE_NOOP(
        "Story", "an earlier answer may not have arrived"
    ),
    "send_undone": QT_TRANSLATE_NOOP("Story", "you took the answer back"),
    "reply_after_closing": QT_TRANSLATE_NOOP("Story", "the customer wrote after it was done"),
    "asked": QT_TRANSLATE_NOOP("Story", "you asked a colleague"),
    "colleague_answered": QT_TRANSLATE_NOOP("Story", "the colleague answered"),
    "question_withdrawn": QT_TRANSLATE_NOOP("Story", "the answer is no longer waited for"),
    "approval_given": QT_TRANSLATE_NOOP("Story", "you noted what the colleague decided"),
    "logged": QT_TRANSLATE_NOOP("Story", "you logged how the customer was answered"),
    "left_open": QT_TRANSLATE_NOOP("Story", "you logged a talk that leaves something to do"),
    "nobody_answers": QT_TRANSLATE_NOOP("Story", "nobody answers the question"),
}
BEGINNINGS = {
    "before_balie": QT_TRANSLATE_NOOP("Story", "This was there before Balie; counted as done"),
    "reply_after_closing": QT_TRANSLATE_NOOP(
        "Story", "Follows an earlier message that was done more than 14 days before"
    ),
    "written_elsewhere": QT_TRANSLATE_NOOP("Story", "You began this with another program"),
    "automatic_receipt": QT_TRANSLATE_NOOP("Story", "An automatic message, so nobody has to react"),
    "automatic_loop": QT_TRANSLATE_NOOP("Story", "An automatic message, so nobody has to react"),
}

ASKING = {
    "by_token": QT_TRANSLATE_NOOP("Story", "The answer was recognised by the code in the mail"),
    "by_header": QT_TRANSLATE_NOOP("Story", "The answer was recognised as a reply to our mail"),
    "by_sender": QT_TRANSLATE_NOOP(
        "Story", "The answer was recognised by its sender, who had one open question"
    ),
    "no_answer": QT_TRANSLATE_NOOP(
        "Story", "Balie reminded the colleague: no answer in {amount} of opening time"
    ),
    "no_answer_still": QT_TRANSLATE_NOOP(
        "Story", "Balie asked the deputy: no answer in {amount} of opening time"
    ),
    "no_deputy": QT_TRANSLATE_NOOP(
        "Story", "No answer in {amount} of opening time, and there is no deputy to ask"
    ),
    "no_address": QT_TRANSLATE_NOOP(
        "Story", "Balie could not remind the colleague: there is no address"
    ),
    "colleague_is_customer": QT_TRANSLATE_NOOP(
        "Story", "Balie did not write to a colleague who is the customer here"
    ),
    "no_mailbox": QT_TRANSLATE_NOOP(
        "Story", "Balie could not remind the colleague: no e-mail account is connected"
    ),
}
"""The rules by which answers come in and colleagues are reminded."""

_BEFORE = {"no_answer_in_4_hours": "no_answer", "no_answer_in_8_hours": "no_answer_still"}
"""Reasons in journals of when the waiting times were the same for everybody."""

OTHERS = {
    "merged": QT_TRANSLATE_NOOP("Story", "No. {number} was put together with this one"),
    "merged_into": QT_TRANSLATE_NOOP("Story", "This was put together with no. {number}"),
    "split": QT_TRANSLATE_NOOP("Story", "No. {number} was split off from here"),
    "split_off": QT_TRANSLATE_NOOP("Story", "This was split off from no. {number}"),
    "linked": QT_TRANSLATE_NOOP("Story", "Belongs to no. {number}"),
    "page_linked": QT_TRANSLATE_NOOP("Story", "Kept in the handbook"),
    "page_unlinked": QT_TRANSLATE_NOOP("Story", "No longer with a page of the handbook"),
    "decision_added": QT_TRANSLATE_NOOP("Story", "Decision {number} was written down"),
    "unlinked": QT_TRANSLATE_NOOP("Story", "No longer belongs to no. {number}"),
    "incident_in": QT_TRANSLATE_NOOP("Story", "Put under incident {number}"),
    "incident_out": QT_TRANSLATE_NOOP("Story", "Taken out of its incident"),
}
"""What was done with another ticket beside this one."""

PROMISES = {
    "promised": QT_TRANSLATE_NOOP("Story", "Promised: the customer hears from us {moment}"),
    "promise_kept": QT_TRANSLATE_NOOP("Story", "The promise for {moment} was kept"),
    "promise_late": QT_TRANSLATE_NOOP("Story", "The promise for {moment} was kept too late"),
    "promise_extended": QT_TRANSLATE_NOOP("Story", "The promise for {moment} was extended"),
    "promise_withdrawn": QT_TRANSLATE_NOOP(
        "Story", "The promise for {moment} never reached the customer"
    ),
    "promise_lapsed": QT_TRANSLATE_NOOP("Story", "The promise for {moment} was not kept in time"),
}

PROCEDURES = {
    "sop_started": QT_TRANSLATE_NOOP("Story", "Procedure begun: {title}"),
    "sop_done": QT_TRANSLATE_NOOP("Story", "Procedure finished: {title}"),
    "sop_stopped": QT_TRANSLATE_NOOP("Story", "Procedure stopped at step {step}: {title}"),
}

LISTED = {
    "category": QT_TRANSLATE_NOOP("Story", "Category: {name}"),
    "department": QT_TRANSLATE_NOOP("Story", "Department: {name}"),
    "type": QT_TRANSLATE_NOOP("Story", "Type: {name}"),
    "product_group": QT_TRANSLATE_NOOP("Story", "Product group: {name}"),
}


def line_of(entry: Entry, names: Lists, now: datetime) -> str:
    """Return an act as one line; "" for those that other parts of the screen show."""
    tell = _TELLERS.get(entry.act)
    words = tell(entry, names) if tell else ""
    return f"{words} · {moments.full_moment(entry.at, now)}" if words else ""


def _state(entry: Entry, _names: Lists) -> str:
    before = sentences.word(sentences.STATES, str(entry.data.get("from", "")))
    after = sentences.word(sentences.STATES, str(entry.data.get("to", "")))
    rule = str(entry.data.get("rule", ""))
    why = translate("Story", RULES[rule]) if rule in RULES else entry.reason
    if rule.startswith("policy:"):
        why = translate("Story", "a rule of yours")
    return f"{before} → {after} · {why}" if why else f"{before} → {after}"


def _begun(entry: Entry, _names: Lists) -> str:
    return translate("Story", BEGINNINGS[entry.reason]) if entry.reason in BEGINNINGS else ""


def _listed(text: str) -> Callable[[Entry, Lists], str]:
    def tell(entry: Entry, names: Lists) -> str:
        return translate("Story", text).format(name=_chosen(entry, names))

    return tell


def _priority(entry: Entry, _names: Lists) -> str:
    name = sentences.word(sentences.PRIORITIES, str(entry.data.get("to", "")))
    return translate("Story", "Priority: {name}").format(name=name)


def _undone(_entry: Entry, _names: Lists) -> str:
    return translate("Story", "You took an answer back before it went out")


def _again(_entry: Entry, _names: Lists) -> str:
    return translate("Story", "You let an answer be sent again")


def _acknowledged(_entry: Entry, _names: Lists) -> str:
    return translate("Story", "Balie told the customer that the message arrived")


def _promise(text: str) -> Callable[[Entry, Lists], str]:
    def tell(entry: Entry, _names: Lists) -> str:
        due = datetime.fromisoformat(str(entry.data["due"]))
        return translate("Story", text).format(moment=moments.full_moment(due, entry.at))

    return tell


def _documented(entry: Entry, _names: Lists) -> str:
    if entry.reason:
        return translate("Story", "Done although something was missing: {reason}").format(
            reason=entry.reason
        )
    return translate("Story", "Written down how it ended")


def _reacted(_entry: Entry, _names: Lists) -> str:
    return translate("Story", "You gave a first reaction")


def _breach(entry: Entry, _names: Lists) -> str:
    name = sentences.word(sentences.CLOCKS, entry.reason)
    return translate("Story", "Too late: {clock}").format(clock=name)


def _tag(entry: Entry, _names: Lists) -> str:
    if "added" in entry.data:
        return translate("Story", "Label: {name}").format(name=entry.data["added"])
    return translate("Story", "Label taken off: {name}").format(name=entry.data.get("removed", ""))


def _asked(entry: Entry, _names: Lists) -> str:
    reason = _BEFORE.get(entry.reason, entry.reason)
    waits = WAITS.remind if entry.act == "question_reminded" else WAITS.deputy
    minutes = entry.data.get("minutes")
    amount = timedelta(minutes=minutes) if isinstance(minutes, int) else waits
    return (
        translate("Story", ASKING[reason]).format(amount=moments.whole_amount(amount))
        if reason in ASKING
        else ""
    )


def _other(text: str) -> Callable[[Entry, Lists], str]:
    def tell(entry: Entry, _names: Lists) -> str:
        return translate("Story", text).format(number=entry.data.get("number", ""))

    return tell


def _edited(entry: Entry, _names: Lists) -> str:
    before = entry.data.get("before")
    return translate("Story", "Changed there. It said: “{text}”").format(text=before)


def _gone(_entry: Entry, _names: Lists) -> str:
    return translate("Story", "A message was taken away there")


def _taken_back(entry: Entry, _names: Lists) -> str:
    name = sentences.word(sentences.ACTS, entry.reason)
    return translate("Story", "Undone: {act}").format(act=name)


def _assessed(_entry: Entry, _names: Lists) -> str:
    return translate("Story", "You assessed it")


def _standing(_entry: Entry, _names: Lists) -> str:
    return translate("Story", "You said what this customer means to the firm")


def _policy(entry: Entry, names: Lists) -> str:
    done = " · ".join(effect_text(kind, value, names) for kind, value in _pairs(entry))
    told = translate("Story", "The rule “{name}” did: {what}")
    words = told.format(name=entry.data.get("name", ""), what=done)
    because = entry.data.get("because")
    if not isinstance(because, Mapping):
        return words
    said = [(name, Said(str(key), int(sure))) for name, (key, sure) in because.items()]
    return f"{words} ({because_text(said, names)})"


def _stars(entry: Entry, names: Lists) -> str:
    what = " · ".join(effect_text(kind, value, names) for kind, value in _pairs(entry))
    before, stars = entry.data.get("before"), entry.data.get("stars")
    told = (
        translate("Story", "{stars} in the review: {what}")
        if before is None
        else translate("Story", "The customer made {stars} of {before}: {what}")
    )
    return told.format(stars=f"{stars}★", before=f"{before}★", what=what)


def _pairs(entry: Entry) -> list[tuple[str, str]]:
    found = entry.data.get("set")
    return [(str(k), str(v)) for k, v in found.items()] if isinstance(found, Mapping) else []


def _procedure(text: str) -> Callable[[Entry, Lists], str]:
    def tell(entry: Entry, _names: Lists) -> str:
        data = entry.data
        told = translate("Story", text)
        words = told.format(title=data.get("title", ""), step=data.get("step", ""))
        why = entry.reason or str(data.get("text", "") if entry.act == "sop_done" else "")
        return f"{words} · {why}" if why else words

    return tell


def _chosen(entry: Entry, names: Lists) -> str:
    key = entry.data.get("to")
    if key is None:
        return translate("Story", "none")
    return choice_name(names, entry.act, str(key))


_TELLERS: Mapping[str, Callable[[Entry, Lists], str]] = {
    "state": _state,
    "ticket": _begun,
    **{act: _listed(text) for act, text in LISTED.items()},
    "assessed": _assessed,
    "standing": _standing,
    "policy": _policy,
    "stars": _stars,
    "priority": _priority,
    "send_undone": _undone,
    "send_again": _again,
    "acknowledge": _acknowledged,
    "breach": _breach,
    "tag": _tag,
    "reaction": _reacted,
    "documented": _documented,
    **{act: _promise(text) for act, text in PROMISES.items()},
    "undone": _taken_back,
    "edited_there": _edited,
    "gone_there": _gone,
    "question_answered": _asked,
    "question_reminded": _asked,
    "question_escalated": _asked,
    **{act: _procedure(text) for act, text in PROCEDURES.items()},
    **{act: _other(text) for act, text in OTHERS.items()},
}
