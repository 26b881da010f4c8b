"""A real message bus with a program on it that shows notices, as a desktop has."""

import subprocess
import threading
from dataclasses import dataclass
from queue import Queue
from typing import Any

from jeepney import HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusAddress

SIGNATURES = {"Notify": "susssasa{sv}i", "CloseNotification": "u"}
NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@dataclass(frozen=True)
class Shown:
    """A notice as it was asked for."""

    id: int
    replaces: int
    title: str
    text: str


class MessageBus:
    """A `dbus-daemon` of its own; `address` is where it is."""

    def __enter__(self) -> "MessageBus":
        self._process = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


class NoticeServer:
    """Owns the name of the notices on a bus; refuses a call whose signature is not that of the
    specification (Desktop Notifications 1.2), as desktops do."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self.shown: list[Shown] = []
        self.open: set[int] = set()
        self._orders: Queue[Any] = Queue()
        self._going = True
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Leave the bus."""
        self._going = False
        self._thread.join()
        self._connection.close()

    def click(self, notice: int) -> None:
        """Be the owner who clicks on a notice."""
        self._orders.put(("ActionInvoked", "us", (notice, "default")))

    def _serve(self) -> None:
        me = DBusAddress(PATH, interface=NAME)
        while self._going:
            while not self._orders.empty():
                self._connection.send(new_signal(me, *self._orders.get()))
            try:
                message = self._connection.receive(timeout=0.02)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._connection.send(self._answer(message))

    def _answer(self, message: Any) -> Any:
        fields = message.header.fields
        name = fields[HeaderFields.member]
        if fields.get(HeaderFields.signature, "") != SIGNATURES.get(name):
            return new_error(message, "org.freedesktop.DBus.Error.InvalidArgs", "s", ("type",))
        if name == "CloseNotification":
            self.open.discard(message.body[0])
            return new_method_return(message)
        _program, replaces, _icon, title, text, _actions, _hints, _expires = message.body
        notice = replaces or len(self.shown) + 1
        self.shown.append(Shown(notice, replaces, title, text))
        self.open.add(notice)
        return new_method_return(message, "u", (notice,))
