"""Understanding a mail: from the bytes of a server to a message."""

import re
from dataclasses import replace

from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import Bounce, InboundMessage, ParseContext, Person, RawItem
from app.services.channels.email import webform
from app.services.channels.email.addresses import author, base_handle, people
from app.services.channels.email.automatic import (
    LOOP_HEADER,
    automatic_kind,
    is_auto_submitted,
    is_no_reply,
)
from app.services.channels.email.bodies import Contents, read_contents
from app.services.channels.email.bounces import read_bounce
from app.services.channels.email.headers import Headers, message_key, parent_keys, sent_at
from app.services.channels.email.notifications import recognise
from app.services.channels.email.quoting import split_text
from app.services.channels.email.source import Source, fingerprint, read_source

_FORWARDED = re.compile(r"\s*(?:fwd?|doorst|doorgestuurd)\s*:", re.IGNORECASE)


def parse_mail(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand one mail (RFC 5322, 2045 to 2049, 3676, 3834, 3464).

    Any bytes give a message, also none at all: what cannot be read is left empty and the source is
    attached. Of a mail that was `too_large` only the fields are known; its text stays empty and
    says nothing about files. A mail without Message-ID gets a key made from its content, so that
    its copies have the same one. Takes at most 2 s for 25 MB.
    """
    source = read_source(item.data)
    headers = source.headers
    mark = fingerprint(source)
    key = message_key(headers.first("message-id")) or f"<{mark[:32]}@content.invalid>"
    contents = Contents() if item.problem == "too_large" else read_contents(source)
    text = contents.text()
    own, quoted = split_text(text, forwarded=bool(_FORWARDED.match(headers.text("subject"))))
    route = _Route(headers, item, context)
    automatic, bounce = _machine(source, text, route)
    message = InboundMessage(
        key=key,
        fingerprint=mark,
        direction=route.direction,
        author=route.author,
        reply_to=route.reply_to,
        recipients=route.recipients,
        created_at=sent_at(
            headers.first("date"), received_at=item.received_at, history=item.history
        ),
        received_at=item.received_at,
        parents=parent_keys(headers, key),
        subject=headers.text("subject"),
        text=own,
        quoted=quoted,
        html=contents.html(),
        attachments=tuple(contents.files),
        automatic=automatic,
        bounce=bounce,
        history=item.history,
    )
    if webform.is_form(headers):
        return _as_form(message, headers, text, context)
    return _as_notice(message, headers, text, context)


def _as_notice(
    mail: InboundMessage, headers: Headers, text: str, context: ParseContext
) -> InboundMessage:
    """Return what a platform tells as the customer's own message, on that platform."""
    if mail.direction is not Direction.IN or mail.bounce is not None:
        return mail
    notice = recognise(
        headers, mail.author, mail.reply_to, text=text, html=mail.html, chosen=context.platforms
    )
    if notice is None:
        return mail
    found = notice.text is not None
    kind = notice.platform.kind
    return replace(
        mail,
        author=notice.author,
        reply_to=None,
        parents=(*mail.parents, f"{kind}:{notice.thread}") if notice.thread else mail.parents,
        text=notice.text or mail.text,
        # The whole mail stays readable below what was found in it.
        quoted=text if found else mail.quoted,
        html=None if found else mail.html,
        automatic=None,
        public=notice.platform.public,
        permalink=notice.link,
        stars=notice.stars,
        via=kind,
    )


def _as_form(
    mail: InboundMessage, headers: Headers, text: str, context: ParseContext
) -> InboundMessage:
    """Return what a contact form sent as the customer's own message, whoever posted the mail.

    A form says by itself that a machine sent it (RFC 3834), and somebody waits all the same. Only a
    mail of ours that came round is left to the machines.
    """
    answer_to = next(iter(people(headers.all("reply-to"))), None)
    form = webform.read_form(
        headers, text, mail.attachments, reply_to=answer_to, own_handles=context.own_handles
    )
    understood = form.text is not None
    return replace(
        mail,
        key=form.key or mail.key,
        fingerprint=form.fingerprint if form.key else mail.fingerprint,
        # The mail's own id stays known, and is what an answer refers to.
        parents=(mail.key,) if form.key else (),
        direction=Direction.IN,
        author=form.author,
        reply_to=None,
        subject=form.subject,
        text=form.text if form.text is not None else mail.text,
        quoted="" if understood else mail.quoted,
        html=None if understood else mail.html,
        attachments=webform.without_file(mail.attachments) if understood else mail.attachments,
        automatic=Automatic.LOOP if LOOP_HEADER.lower() in headers else None,
        bounce=None,
        via=webform.KIND,
    )


class _Route:
    """Who wrote a mail to whom, seen from the account's own addresses.

    A contact form sends from the shop (or a no-reply address) to the shop, with the customer in
    Reply-To: then the customer is the author.
    """

    def __init__(self, headers: Headers, item: RawItem, context: ParseContext) -> None:
        own = {base_handle(handle.lower()) for handle in context.own_handles}
        self.sender = author(headers.first("from") or headers.first("sender"))
        self.recipients = people([*headers.all("to"), *headers.all("cc"), *headers.all("bcc")])
        answer_to = next(iter(people(headers.all("reply-to"))), None)
        self.reply_to = answer_to if answer_to and answer_to.handle != self.sender.handle else None
        from_us = base_handle(self.sender.handle) in own
        foreign = self.reply_to is not None and base_handle(self.reply_to.handle) not in own
        leaves = any(base_handle(person.handle) not in own for person in self.recipients)
        is_out = item.outgoing or (from_us and not foreign and leaves)
        self.direction = Direction.OUT if is_out else Direction.IN
        self.answerable = foreign
        self.author = self._author(is_form=foreign and (from_us or is_no_reply(self.sender.handle)))

    def _author(self, *, is_form: bool) -> Person:
        if is_form and self.reply_to and self.direction is Direction.IN:
            return Person(self.reply_to.handle, self.reply_to.name or self.sender.name)
        return self.sender


def _machine(source: Source, text: str, route: _Route) -> tuple[Automatic | None, Bounce | None]:
    """Say what machine wrote a mail; our own answering machine must not count as an answer."""
    if route.direction is Direction.OUT:
        return (Automatic.AUTO_REPLY if is_auto_submitted(source.headers) else None), None
    if bounce := read_bounce(source, text):
        return Automatic.BOUNCE, bounce
    sender = route.sender.handle or route.sender.name.lower()
    return automatic_kind(source.headers, sender=sender, answerable=route.answerable), None
