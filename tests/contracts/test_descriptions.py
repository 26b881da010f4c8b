"""The walks themselves: what the platforms' documentation shows is found, what it lacks is not."""

from collections.abc import Callable
from functools import cache

import pytest

from app.services.channels.kit import Call
from tests.contracts.description import Description
from tests.contracts.google import google
from tests.contracts.meta import graph
from tests.contracts.twilio import twilio
from tests.contracts.whatsapp import whatsapp
from tests.contracts.x import x

youtube = cache(lambda: google("youtube.v3"))
profile = cache(lambda: google("mybusinessbusinessinformation.v1"))
_graph, _twilio, _whatsapp, _x = cache(graph), cache(twilio), cache(whatsapp), cache(x)

_ACCOUNT = "/2010-04-01/Accounts/{AccountSid}"

THERE = [
    (
        _twilio,
        Call(
            "GET",
            f"{_ACCOUNT}/Messages.json",
            ("To", "DateSent>", "PageSize"),
            ("next_page_uri", "messages.sid", "messages.num_media"),
        ),
    ),
    (_twilio, Call("POST", f"{_ACCOUNT}/Messages.json", ("To", "From", "Body"), ("sid",))),
    (
        youtube,
        Call(
            "GET",
            "/youtube/v3/commentThreads",
            ("part", "allThreadsRelatedToChannelId", "pageToken"),
            ("nextPageToken", "items.snippet.topLevelComment.snippet.authorChannelId.value"),
        ),
    ),
    (youtube, Call("POST", "/youtube/v3/comments", ("part", "snippet.parentId"), ("id",))),
    (
        profile,
        Call("GET", "/v1/{+account}/locations", ("readMask",), ("locations.metadata.mapsUri",)),
    ),
    (
        _x,
        Call(
            "GET",
            "/2/users/{id}/mentions",
            ("since_id", "post.fields", "pagination_token"),
            ("data.author_id", "includes.users.public_metrics.followers_count", "meta.next_token"),
        ),
    ),
    (_x, Call("POST", "/2/tweets", ("text", "reply.in_reply_to_tweet_id"), ("data.id",))),
    (
        _graph,
        Call(
            "GET",
            "/v26.0/{post}/comments",
            ("filter", "fields", "limit"),
            ("data.message", "data.from.name", "paging.cursors.after"),
        ),
    ),
    (_graph, Call("POST", "/{version}/{comment}/comments", ("message",), ("id",))),
    (_graph, Call("GET", "/{version}/me/media", ("fields",), ("data.caption",))),
    (
        _graph,
        Call("GET", "/{version}/{media}/comments", ("fields",), ("data.replies.data.text",)),
    ),
    (
        _whatsapp,
        Call(
            "POST",
            "/v23.0/{phone}/messages",
            ("messaging_product", "to", "type", "text.body"),
            ("messages.id",),
        ),
    ),
]
NOT_THERE = [
    (_twilio, Call("POST", f"{_ACCOUNT}/Messages.json", ("Text",), ("status_text",)), 2),
    (_twilio, Call("DELETE", f"{_ACCOUNT}/Messages.json"), 1),
    (youtube, Call("GET", "/youtube/v3/comments", (), ("items.snippet.words",)), 1),
    (_x, Call("GET", "/2/users/{id}/mentions", ("tweet.fields",), ("data.writer",)), 2),
    (_graph, Call("POST", "/v26.0/{comment}/private_replies", ("message",)), 1),
    (_graph, Call("GET", "/v26.0/{post}/comments", (), ("data.edited_time",)), 1),
    (_whatsapp, Call("GET", "/v23.0/{phone}/messages"), 1),
]


@pytest.mark.parametrize(("description", "call"), THERE)
def test_what_is_documented_is_found(description: Callable[[], Description], call: Call) -> None:
    assert description().problems(call) == []


@pytest.mark.parametrize(("description", "call", "wrong"), NOT_THERE)
def test_what_is_not_documented_is_missed(
    description: Callable[[], Description], call: Call, wrong: int
) -> None:
    assert len(description().problems(call)) == wrong
