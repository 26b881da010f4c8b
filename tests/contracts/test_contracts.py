"""Every call that an adapter declares stands in a description of its API that others wrote.

The descriptions are libraries for these APIs, most of them made from the platforms' own; none is
a dependency of the product. `python3 dev.py test` fetches them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

import pytest

from app.services.channels.kit import ApiType, Call
from app.services.channels.registry import CHANNELS, Channels
from tests.channels.told import told
from tests.contracts.bluesky import bluesky
from tests.contracts.description import Description
from tests.contracts.google import google
from tests.contracts.mastodon import mastodon
from tests.contracts.meta import graph
from tests.contracts.telegram import telegram
from tests.contracts.twilio import twilio
from tests.contracts.whatsapp import whatsapp
from tests.contracts.x import x

PROFILE = ("mybusinessaccountmanagement.v1", "mybusinessbusinessinformation.v1")
_graph, _twilio = cache(graph), cache(twilio)
DESCRIBED: Mapping[str, Callable[[], Description]] = {
    "telegram": cache(telegram),
    "mastodon": cache(mastodon),
    "bluesky": cache(bluesky),
    "facebook": _graph,
    "messenger": _graph,
    "instagram": _graph,
    "whatsapp": cache(whatsapp),
    "whatsapp_twilio": _twilio,
    "sms": _twilio,
    "x": cache(x),
    "youtube": cache(lambda: google("youtube.v3")),
    "google": cache(lambda: google(*PROFILE)),
}
"""Who describes the API of a kind; others have DESCRIPTION in tests/channels/test_KIND.py."""

UNDESCRIBED: Mapping[str, str] = {
    "email": "IMAP and SMTP are standards, tried against servers of others (Dovecot, Exim)",
    "rss": "a feed has no API: its form is RSS 2.0 or RFC 4287, read by a library of others",
    "kiyoh": "Kiyoh publishes no description that a program can read",
    "trustpilot": "Trustpilot publishes no description that a program can read",
}
"""Kinds without a description by others, and why; others say so in their DESCRIPTION."""

UNDESCRIBED_CALLS: Mapping[tuple[str, str], str] = {
    ("google", "/v4/"): "Google gives no discovery document of the reviews",
    ("instagram", "/refresh_access_token"): "renewing a token is no node of the Graph",
    ("messenger", "/{version}/{message_id}"): "the library has no node for a message",
}
"""Beginnings of paths that the description of a kind leaves out, and why."""

_MEDIA = "GET /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}"
_MEDIA_WHY = "the file itself, which the library does not fetch (twilio.com/docs: without .json)"
_FILES_WHY = "files of a multipart form, which the library's types leave out"
_MESSAGE_WHY = "the library has no node for a message"
_SPELLING_WHY = "the older name of post.fields, which servers may still want; the library has both"
EXCEPT: Mapping[tuple[str, str], str] = {
    (
        "mastodon",
        "GET /api/v1/notifications: sends include_filtered",
    ): "since Mastodon 4.3 (docs.joinmastodon.org/methods/notifications); the library lacks it",
    ("sms", f"{_MEDIA}: no such call in twilio"): _MEDIA_WHY,
    ("whatsapp_twilio", f"{_MEDIA}: no such call in twilio"): _MEDIA_WHY,
    ("facebook", "POST /{version}/{page_id}/photos: sends source"): _FILES_WHY,
    ("messenger", "POST /{version}/{page_id}/messages: sends filedata"): _FILES_WHY,
    ("instagram", "GET /{version}/{node_id}: reads reply_to"): _MESSAGE_WHY,
    ("instagram", "GET /{version}/{node_id}: reads is_unsupported"): _MESSAGE_WHY,
    ("x", "GET /2/users/{id}/mentions: sends tweet.fields"): _SPELLING_WHY,
    ("x", "GET /2/users/{id}/tweets: sends tweet.fields"): _SPELLING_WHY,
    (
        "x",
        "GET /2/dm_events: reads data.entities.urls.unwound_url",
    ): "links of posts and of messages are read by the same rule; a message's has no such field",
}
"""What a kind declares that its description does not have, and where it does stand."""


_TOLD = told("DESCRIPTION", CHANNELS.keys() - DESCRIBED.keys() - UNDESCRIBED.keys())
DESCRIPTIONS = {**DESCRIBED, **{kind: one for kind, one in _TOLD.items() if callable(one)}}


def calls(kind: str) -> list[Call]:
    type_ = Channels()[kind]
    return list(type_.calls) if isinstance(type_, ApiType) else []


def described(kind: str) -> list[Call]:
    """Return the calls of a kind that its description should have."""
    apart = tuple(path for one, path in UNDESCRIBED_CALLS if one == kind)
    return [call for call in calls(kind) if not call.path.startswith(apart)]


def test_every_kind_is_described_or_says_why_not() -> None:
    assert not DESCRIBED.keys() & UNDESCRIBED.keys()
    assert DESCRIBED.keys() | UNDESCRIBED.keys() <= CHANNELS.keys()
    missing = CHANNELS.keys() - DESCRIBED.keys() - UNDESCRIBED.keys() - _TOLD.keys()
    assert not missing, "give their tests a DESCRIPTION: a function, or the reason why not"


@pytest.mark.parametrize("kind", list(DESCRIPTIONS))
def test_every_declared_call_is_in_the_description(kind: str) -> None:
    declared = described(kind)
    assert declared, f"{kind} declares no calls"
    _assert_wrong_names_are_missed(kind, declared)
    found = {line for call in declared for line in DESCRIPTIONS[kind]().problems(call)}
    known = {line for one, line in EXCEPT if one == kind}
    assert not found - known, "\n".join(sorted(found - known))
    assert not known - found, "these stand in the description now: take them out of EXCEPT"


@pytest.mark.parametrize(("kind", "path"), UNDESCRIBED_CALLS)
def test_what_a_description_leaves_out_is_asked(kind: str, path: str) -> None:
    assert any(call.path.startswith(path) for call in calls(kind)), "take it out of the table"


def _assert_wrong_names_are_missed(kind: str, declared: Sequence[Call]) -> None:
    """Fail when the walk would let anything pass."""
    for call in declared:
        names = tuple(f"x{name}" for name in (*call.sends, *call.reads))
        wrong = replace(call, sends=names, reads=names)
        assert not names or DESCRIPTIONS[kind]().problems(wrong), call
        assert DESCRIPTIONS[kind]().problems(replace(call, path=f"{call.path}/x")), call


def test_a_kind_that_is_undescribed_still_says_what_it_asks() -> None:
    without = {"email", "rss"}
    assert {kind for kind in CHANNELS if not calls(kind)} == without
