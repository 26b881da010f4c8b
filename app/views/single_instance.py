"""One window per profile: a second start shows the first one's window."""

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ASK, YES = b"front\n", b"here\n"
ANSWER_MS = 1500


def channel_name(folder: Path) -> str:
    """Return the name under which the window of a profile listens."""
    kind = QCryptographicHash.Algorithm.Sha256
    digest = QCryptographicHash.hash(str(folder.resolve()).encode(), kind)
    return f"balie-{bytes(digest.data()).hex()[:24]}"


def ask_first(folder: Path) -> bool:
    """Ask the window that has this profile to come to the front; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(channel_name(folder))
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(ASK)
    socket.flush()
    answered = socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()) == YES
    socket.disconnectFromServer()
    return bool(answered)


class Doorbell(QObject):
    """Listens for further starts; only the holder of the profile's lock may.

    Signals:
        rung(): somebody started Balie with this profile again.
    """

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = channel_name(folder)
        # A killed window leaves its name behind; the lock says that nobody else uses it.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.setParent(self)
            caller.readyRead.connect(self._on_asked)
            caller.disconnected.connect(caller.deleteLater)

    def _on_asked(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket) and bytes(caller.readAll().data()) == ASK:
            caller.write(YES)
            caller.flush()
            self.rung.emit()
