"""How each kind of channel is shown: its icon and its name."""

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.views.language import translate

ICONS = {
    "email": "mail",
    "facebook": "brand-facebook",
    "messenger": "brand-messenger",
    "instagram": "brand-instagram",
    "whatsapp": "brand-whatsapp",
    "whatsapp_twilio": "brand-whatsapp",
    "sms": "device-mobile-message",
    "telegram": "brand-telegram",
    "mastodon": "brand-mastodon",
    "bluesky": "brand-bluesky",
    "x": "brand-x",
    "youtube": "brand-youtube",
    "google": "brand-google",
    "kiyoh": "star",
    "trustpilot": "star",
    "rss": "rss",
    "webform": "forms",
    "phone": "phone",
    "walkin": "walk",
    "linkedin": "brand-linkedin",
    "marktplaats": "tag",
    "bol": "building-store",
    "booking": "brand-booking",
    "tripadvisor": "brand-tripadvisor",
    "thuisbezorgd": "building-store",
    "zorgkaart": "star",
    "werkspot": "users",
}
NAMES = {
    "email": QT_TRANSLATE_NOOP("Words", "E-mail"),
    "facebook": "Facebook",
    "messenger": "Messenger",
    "instagram": "Instagram",
    "whatsapp": "WhatsApp",
    "whatsapp_twilio": "WhatsApp (Twilio)",
    "sms": QT_TRANSLATE_NOOP("Words", "Text message"),
    "telegram": "Telegram",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "x": "X",
    "youtube": "YouTube",
    "google": QT_TRANSLATE_NOOP("Words", "Google reviews"),
    "kiyoh": "Kiyoh",
    "trustpilot": "Trustpilot",
    "rss": QT_TRANSLATE_NOOP("Words", "Mentions on the web"),
    "webform": QT_TRANSLATE_NOOP("Words", "Contact form"),
    "phone": QT_TRANSLATE_NOOP("Words", "Phone"),
    "walkin": QT_TRANSLATE_NOOP("Words", "In the shop"),
    "linkedin": "LinkedIn",
    "marktplaats": "Marktplaats",
    "bol": "bol",
    "booking": "Booking.com",
    "tripadvisor": "Tripadvisor",
    "thuisbezorgd": "Thuisbezorgd.nl",
    "zorgkaart": "ZorgkaartNederland",
    "werkspot": "Werkspot",
}


def icon_of(kind: str) -> str:
    """Return the name of the icon of a kind of channel."""
    return ICONS.get(kind, "message-circle")


def name_of(kind: str) -> str:
    """Return what a kind of channel is called."""
    return translate("Words", NAMES[kind]) if kind in NAMES else kind
