"""The channels that Balie has: one line each."""

from app.services.channels.api import ChannelType
from app.services.channels.email.channel import EmailType
from app.services.clock import SystemClock

CHANNELS: tuple[ChannelType, ...] = (EmailType(now=SystemClock().now),)
