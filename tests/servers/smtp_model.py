"""A scripted SMTP server: for refusals and faults that Exim cannot play."""

import socket
from typing import BinaryIO

from tests.servers.threaded import ThreadedServer


class SmtpModel(ThreadedServer):
    """Accepts everything, except for what is set.

    Attributes:
        answers: what to answer to a command ("RCPT": b"450 4.2.0 greylisted"); the text itself
            is "message"; None cuts the line, b"" says nothing at all.
        features: lines of the answer to EHLO.
        accepted: messages that were taken, and the envelopes they came in.
        commands: every line that came outside the messages.
    """

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, bytes | None] = {}
        self.features = [b"AUTH PLAIN LOGIN XOAUTH2", b"SIZE 30000", b"8BITMIME"]
        self.accepted: list[bytes] = []
        self.commands: list[bytes] = []

    def serve(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as lines:
            if not self._say(connection, "greeting", b"220 ready"):
                return
            while line := lines.readline().strip():
                self.commands.append(line)
                name = line.split(b" ")[0].split(b":")[0].upper().decode()
                if not self._say(connection, name, self._usual(name, line)):
                    return
                if name == "AUTH" and line.endswith(b"LOGIN"):
                    self._hear_login(connection, lines)
                if name == "QUIT":
                    return
                taken = name != "DATA" or name in self.answers or self._take(connection, lines)
                if not taken:
                    return

    def _usual(self, name: str, line: bytes) -> bytes:
        if line.upper() == b"AUTH LOGIN":
            return b"334 VXNlcm5hbWU6"
        if name == "EHLO":
            return b"\r\n".join(
                [b"250-mx", *(b"250-" + each for each in self.features), b"250 HELP"]
            )
        return {"DATA": b"354 go", "AUTH": b"235 welcome", "QUIT": b"221 bye"}.get(name, b"250 ok")

    def _hear_login(self, connection: socket.socket, lines: BinaryIO) -> None:
        for answer in (b"334 UGFzc3dvcmQ6", b"235 welcome"):
            self.commands.append(lines.readline().strip())
            connection.sendall(answer + b"\r\n")

    def _take(self, connection: socket.socket, lines: BinaryIO) -> bool:
        message = b""
        while (line := lines.readline()) and line != b".\r\n":
            message += line
        if not line:
            return False
        if "message" not in self.answers or self.answers["message"] in {None, b""}:
            self.accepted.append(message)
        return self._say(connection, "message", b"250 taken")

    def _say(self, connection: socket.socket, name: str, usual: bytes) -> bool:
        answer = self.answers.get(name, usual)
        if answer is None:
            return False
        if answer:
            connection.sendall(answer + b"\r\n")
        return True
