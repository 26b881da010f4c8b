"""The methods of the AT protocol that are called, in the words of its lexicons (atproto.com)."""

from app.services.channels.kit import Call, within

_SESSION = (
    "accessJwt",
    "refreshJwt",
    "did",
    *within("didDoc.service", "id", "serviceEndpoint"),
)
_REFERENCES = (*within("reply.parent", "uri", "cid"), *within("reply.root", "uri", "cid"))
_RECORD = ("text", "createdAt", *_REFERENCES)
_FACET = (
    *within("index", "byteStart", "byteEnd"),
    *within("features", "$type", "uri", "did"),
)
_MESSAGE = ("id", "sentAt")
_AUTHOR = ("did", "handle", "displayName")
_POST = ("uri", "indexedAt", *within("author", *_AUTHOR))

CALLS = (
    Call(
        "POST",
        "/xrpc/com.atproto.server.createSession",
        sends=("identifier", "password"),
        reads=_SESSION,
    ),
    Call("POST", "/xrpc/com.atproto.server.refreshSession", reads=_SESSION),
    Call("GET", "/xrpc/com.atproto.server.getSession", reads=("did", "handle")),
    Call(
        "GET",
        "/xrpc/app.bsky.notification.listNotifications",
        sends=("limit", "cursor", "reasons"),
        reads=(
            "cursor",
            *within("notifications", *_POST, "reason", *within("record", *_RECORD)),
        ),
    ),
    Call(
        "GET",
        "/xrpc/app.bsky.feed.getAuthorFeed",
        sends=("limit", "cursor", "actor", "filter"),
        reads=(
            "cursor",
            "feed.reason",
            *within("feed.post", *_POST, *within("record", *_RECORD)),
            *within("feed.reply.parent.author", *_AUTHOR),
            *within("feed.reply.root.author", *_AUTHOR),
        ),
    ),
    Call(
        "GET",
        "/xrpc/app.bsky.actor.getProfiles",
        sends=("actors",),
        reads=within(
            "profiles",
            "did", "handle", "displayName", "followersCount", "verification.verifiedStatus",
        ),
    ),
    Call(
        "GET",
        "/xrpc/app.bsky.feed.getPosts",
        sends=("uris",),
        reads=within(
            "posts",
            "uri", "cid", "viewer.replyDisabled", "author.viewer.blockedBy",
            *within("record.reply.root", "uri", "cid"),
        ),
    ),
    Call(
        "GET", "/xrpc/com.atproto.identity.resolveHandle", sends=("handle",), reads=("did",)
    ),
    Call(
        "POST",
        "/xrpc/com.atproto.repo.putRecord",
        sends=(
            "repo", "collection", "rkey",
            *within("record", "$type", *_RECORD, *within("facets", *_FACET)),
        ),
        reads=("uri",),
    ),
    Call(
        "GET",
        "/xrpc/com.atproto.repo.getRecord",
        sends=("repo", "collection", "rkey"),
        reads=("uri", "value.text"),
    ),
    Call(
        "GET",
        "/xrpc/chat.bsky.convo.listConvos",
        sends=("limit", "cursor"),
        reads=(
            "cursor",
            "convos.id",
            *within("convos.members", *_AUTHOR),
            *within("convos.lastMessage", "id", "sentAt"),
        ),
    ),
    Call(
        "GET",
        "/xrpc/chat.bsky.convo.getMessages",
        sends=("convoId", "limit", "cursor"),
        reads=(
            "cursor",
            *within("messages", *_MESSAGE, "text", "sender.did", "embed.record.uri"),
        ),
    ),
    Call(
        "GET",
        "/xrpc/chat.bsky.convo.getConvo",
        sends=("convoId",),
        reads=within("convo", "id", "status"),
    ),
    Call(
        "GET",
        "/xrpc/chat.bsky.convo.getConvoForMembers",
        sends=("members",),
        reads=within("convo", "id", "status"),
    ),
    Call("POST", "/xrpc/chat.bsky.convo.acceptConvo", sends=("convoId",)),
    Call(
        "POST",
        "/xrpc/chat.bsky.convo.sendMessage",
        sends=("convoId", "message.text", *within("message.facets", *_FACET)),
        reads=_MESSAGE,
    ),
)  # fmt: skip
