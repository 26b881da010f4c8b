"""The calls of Mastodon's API that are made, in its own words (docs.joinmastodon.org)."""

from app.services.channels.kit import Call, within

_SENT = ("id", "created_at", "in_reply_to_account_id", *within("mentions", "id", "acct"))
_STATUS = (
    *_SENT,
    "edited_at", "url", "visibility", "spoiler_text", "content", "in_reply_to_id",
    "mentions.username",
    *within("account", "id", "acct", "display_name", "followers_count"),
    *within("media_attachments", "id", "type", "url", "description"),
)  # fmt: skip
_LIMITS = (
    *within("statuses", "max_characters", "characters_reserved_per_url", "max_media_attachments"),
    "media_attachments.image_size_limit",
)

CALLS = (
    Call("GET", "/api/v2/instance", reads=within("configuration", *_LIMITS, "urls.streaming")),
    Call("GET", "/api/v1/accounts/verify_credentials", reads=("id", "acct")),
    Call("GET", "/api/v1/apps/verify_credentials", reads=("scopes",)),
    Call(
        "GET",
        "/api/v1/notifications",
        sends=("types[]", "include_filtered", "min_id", "limit"),
        reads=("id", "type", "created_at", *within("status", *_STATUS)),
    ),
    Call(
        "GET",
        "/api/v1/accounts/{id}/statuses",
        sends=("exclude_reblogs", "min_id", "limit"),
        reads=_STATUS,
    ),
    Call("GET", "/api/v1/statuses/{id}", reads=("visibility",)),
    Call(
        "POST",
        "/api/v1/statuses",
        sends=("status", "visibility", "in_reply_to_id", "media_ids"),
        reads=_SENT,
    ),
    Call("POST", "/api/v2/media", sends=("file",), reads=("id",)),
    Call("GET", "/api/v1/media/{id}"),
    Call("GET", "/api/v1/streaming/user/notification"),
)
