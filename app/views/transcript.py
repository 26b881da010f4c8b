"""A conversation as plain text, to paste into another program."""

from datetime import datetime

from app.services.tickets.inbox import MessageInfo, TicketView
from app.views import channel_looks, moments, sentences
from app.views.language import translate


def transcript(view: TicketView, now: datetime) -> str:
    """Return a conversation with its head, the messages in their order, notes marked as such."""
    ticket = view.ticket
    handles = ", ".join(identity.handle for identity in ticket.identities)
    head = [
        f"{ticket.subject or translate('Transcript', '(no subject)')}  (#{ticket.number})",
        translate("Transcript", "Customer: {who}").format(
            who=" ".join(filter(None, (ticket.contact_name, f"<{handles}>" if handles else "")))
        ),
        translate("Transcript", "Channel: {channel}").format(
            channel=channel_looks.name_of(ticket.channel)
        ),
        translate("Transcript", "State: {state}").format(
            state=sentences.word(sentences.STATES, ticket.state)
        ),
    ]
    parts = [_message(message, now) for message in view.messages]
    return "\n".join(head) + "\n\n" + "\n\n".join(parts)


def _message(message: MessageInfo, now: datetime) -> str:
    names = {
        "out": translate("Transcript", "We"),
        "note": translate("Transcript", "Internal note"),
    }
    author = names.get(message.direction, message.author)
    moment = moments.full_moment(message.created_at, now)
    files = [file.name for file in message.attachments if not file.inline]
    lines = [f"{author} · {moment}", message.text.strip()]
    if files:
        lines.append(translate("Transcript", "Files: {names}").format(names=", ".join(files)))
    return "\n".join(lines)
