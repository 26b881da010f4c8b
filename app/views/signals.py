"""SIGTERM and SIGINT close the window, also while Qt's loop waits in C++."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class StopSignals(QObject):
    """Signals of the system become one of Qt: a byte on a socket wakes its loop.

    Signals:
        received(): the program is asked to end.
    """

    received = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.settimeout(0.0)
        self._write.settimeout(0.0)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._before = {
            number: signal.signal(number, _note) for number in (signal.SIGINT, signal.SIGTERM)
        }
        self._wakeup_before = signal.set_wakeup_fd(self._write.fileno())

    def close(self) -> None:
        """Leave the signals as they were."""
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _on_woken(self) -> None:
        numbers = self._read.recv(64)
        if set(numbers) & {signal.SIGINT, signal.SIGTERM}:
            self.received.emit()


def _note(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the byte on the socket tells."""
