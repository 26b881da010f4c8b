"""Notices over D-Bus, as the desktops of Linux show them."""

import threading
from collections.abc import Callable
from queue import Queue
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.threading import DBusRouter, open_dbus_connection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PROGRAM = "Balie"
SECONDS = 5.0


class BusLine:
    """A connection to the program that shows notices; used by one thread.

    Args:
        bus: "SESSION" or an address.
        clicked: called, on a thread of its own, when the owner clicks on our notice.

    Raises:
        Exception: of many kinds, when there is no bus or nothing on it that shows notices.
    """

    def __init__(self, bus: str, clicked: Callable[[], object]) -> None:
        self._clicked = clicked
        self._id = 0
        # A click can be heard before the answer that gives the notice its id was looked at.
        self._showing = threading.Lock()
        self._connection = open_dbus_connection(bus)
        self._router = DBusRouter(self._connection)
        rule = MatchRule(type="signal", interface=NAME, path=PATH)
        listen = message_bus.AddMatch(rule)
        self._router.send_and_get_reply(listen, timeout=SECONDS)
        self._heard: Queue[Any] = Queue()
        self._filter = self._router.filter(rule, queue=self._heard)
        threading.Thread(target=self._hear, name="clicks", daemon=True).start()

    def show(self, title: str, text: str) -> None:
        """Put a notice in the place of the one before; none without a title."""
        with self._showing:
            self._show(title, text)

    def _show(self, title: str, text: str) -> None:
        if not title:
            if self._id:
                self._call("CloseNotification", "u", (self._id,))
            self._id = 0
            return
        # A server that no longer knows the id to replace shows a new one.
        hints = {"desktop-entry": ("s", "balie"), "category": ("s", "im.received")}
        arguments = (PROGRAM, self._id, "balie", title, text, ["default", ""], hints, -1)
        (self._id,) = self._call("Notify", "susssasa{sv}i", arguments)

    def close(self) -> None:
        """Let go of the connection."""
        self._heard.put(None)
        self._router.close()
        self._connection.close()

    def _call(self, name: str, signature: str, arguments: tuple[Any, ...]) -> Any:
        address = DBusAddress(PATH, bus_name=NAME, interface=NAME)
        message = new_method_call(address, name, signature, arguments)
        answer = self._router.send_and_get_reply(message, timeout=SECONDS)
        if answer.header.message_type is MessageType.error:
            raise OSError(str(answer.body))
        return answer.body

    def _hear(self) -> None:
        while (message := self._heard.get()) is not None:
            member = message.header.fields.get(HeaderFields.member)
            with self._showing:
                ours = bool(message.body) and message.body[0] == self._id
            if ours and member == "ActionInvoked":
                self._clicked()
