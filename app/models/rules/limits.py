"""How long a text may be on a channel, in characters."""

from collections.abc import Mapping

LONGEST: Mapping[str, int] = {
    "x": 280,
    "bluesky": 300,
    "mastodon": 500,
    "sms": 1530,
    "messenger": 1999,
    "instagram": 2200,
    "whatsapp": 4096,
    "telegram": 4096,
    "google": 4096,
    "facebook": 8000,
}
"""By kind of channel, as the platforms state it; a kind that is not here takes any length.

SMS: ten parts of 153. Characters count as Python counts them, which is never less than a
platform that counts graphemes or shortens addresses does.
"""
