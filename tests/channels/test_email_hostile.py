"""Mail made to break or to stall the parser: always a message, always in time."""

import random
from datetime import UTC, datetime

import pytest

from app.services.channels.api import InboundMessage, ParseContext, RawItem
from app.services.channels.email.bodies import read_contents
from app.services.channels.email.headers import decode_words, message_ids
from app.services.channels.email.parse import parse_mail
from app.services.channels.email.source import read_source
from tests.data.mails import (
    BOMBS,
    ODD,
    OWN,
    Mail,
    file_part,
    multi,
    part,
    report,
    returned_mail,
)
from tests.effort import examples, repeated
from tests.tools.try_messages import mutated

CONTEXT = ParseContext(frozenset({OWN}))
RECEIVED = datetime(2026, 11, 3, 9, 13, tzinfo=UTC)


def parsed(data: bytes) -> InboundMessage:
    return parse_mail(RawItem("1", "INBOX", RECEIVED, data), CONTEXT)


def assert_clean(message: InboundMessage) -> None:
    texts = [message.key, message.subject, message.text, message.quoted, message.html or ""]
    people = [message.author, *message.recipients, *filter(None, [message.reply_to])]
    texts += [person.handle for person in people] + [person.name for person in people]
    texts += [file.name for file in message.attachments] + list(message.parents)
    for text in texts:
        assert "\0" not in text
        text.encode()


def assert_lossless(data: bytes, message: InboundMessage) -> None:
    whole = read_contents(read_source(data)).text()
    kept = f"{message.text}\n{message.quoted}".split("\n")
    assert [line for line in kept if line.strip()] == [x for x in whole.split("\n") if x.strip()]


@repeated
@pytest.mark.parametrize("name", BOMBS)
def test_bombs_become_a_message(name: str) -> None:
    message = parsed(BOMBS[name]())
    assert message.key
    assert_clean(message)


@pytest.mark.parametrize("name", ODD)
def test_odd_mail_becomes_a_message(name: str) -> None:
    data = ODD[name]()
    message = parsed(data)
    assert message.key
    assert_clean(message)
    assert_lossless(data, message)


@repeated
@pytest.mark.parametrize(
    "name", ["nested_60", "nested_1000", "parts_20000", "boundary_nul", "field_within_field"]
)
def test_what_was_not_taken_apart_is_attached(name: str) -> None:
    make: Mail = {**BOMBS, **ODD}[name]
    assert parsed(make()).attachments[-1].data == make()


def test_mutated_mail_becomes_a_message() -> None:
    pick = random.Random(11)
    seeds = [make() for make in ODD.values()]
    seeds.append(multi(part("plat"), part("<p>x</p>", "text/html"), file_part('filename="a.pdf"')))
    seeds.append(report("Final-Recipient: rfc822; a@b.nl\nStatus: 5.1.1", returned_mail("<a@b>")))
    for _ in range(examples(500, most=20_000)):
        data = mutated(pick.choice(seeds), pick)
        message = parsed(data)
        assert_clean(message)
        assert_lossless(data, message)


def test_random_bytes_become_a_message() -> None:
    pick = random.Random(12)
    for size in range(200):
        assert_clean(parsed(pick.randbytes(size)))


def test_decodes_no_more_than_500_words() -> None:
    assert decode_words("=?utf-8?q?a?= " * 600).count("=?") == 100


def test_reads_bare_ids() -> None:
    assert message_ids("a@b  c@d niets") == ["<a@b>", "<c@d>"]
