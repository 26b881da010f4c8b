"""A Bot API server for the tests, written from Telegram's description of it.

Sources: https://core.telegram.org/bots/api as kept in docs/channels/telegram.md. Updates stay until
a call asks from beyond them, at most 24 hours; a call that waits is ended by the next one; the
token stands in the address.
"""

import json
import re
import socket
import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.parser import BytesParser
from typing import Any
from urllib.parse import unquote

from tests.servers.threaded import ThreadedServer
from tests.servers.web import Asked

BOT_ID, BOT = 4839574812, "winkel_bot"
TOKEN = f"{BOT_ID}:AAEabcdefghijklmnopqrstuvwxyz0123456"
ANNA = {
    "id": 777000123, "is_bot": False, "first_name": "Anna", "last_name": "Jansen",
    "username": "anna_j", "language_code": "nl",
}  # fmt: skip
LARGEST = 20 << 20
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
WEBHOOK = "Conflict: can't use getUpdates method while webhook is active"


class Refused(Exception):
    def __init__(self, code: int, description: str, **parameters: int) -> None:
        self.answer = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.answer["parameters"] = parameters
        self.code = code


class TelegramModel(ThreadedServer):
    """One bot.

    Attributes:
        refuse: when set, the answer to every call.
        raw: when set, the bytes of every answer.
        cut: methods that are carried out and not answered.
        refuse_files: status with which files are refused, 0 for none.
        sent: what the bot wrote, in order.
        calls: method and parameters of every call.
        asked: every request.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.now = now
        self.url = f"http://127.0.0.1:{self.port}"
        self.refuse: Refused | None = None
        self.raw: bytes | None = None
        self.cut: set[str] = set()
        self.refuse_files = 0
        self.webhook = False
        self.hangs = threading.Event()
        self.blocked: set[int] = set()
        self.sent: list[dict[str, Any]] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.asked: list[Asked] = []
        self.files: dict[str, bytes] = {}
        self.messages: dict[int, dict[int, dict[str, Any]]] = {}
        self._updates: list[tuple[datetime, dict[str, Any]]] = []
        self._next = 100_000
        self._numbers = 0
        self._changed = threading.Condition()
        self._newest = 0

    # --- what customers do -------------------------------------------------------------------

    def write(self, text: str = "", sender: Mapping[str, Any] = ANNA, **more: Any) -> int:
        """Let a customer write; returns the number of the message. Without text it is a photo."""
        message = self._message(sender, more.pop("chat", {"id": sender["id"], "type": "private"}))
        message |= {"from": dict(sender), **({"text": text} if text else {}), **more}
        if not text and not more:
            message["photo"] = [self.file(b"klein", width=90), self.file(b"groot" * 9, width=1280)]
        self.give({"message": message})
        return int(message["message_id"])

    def edit(self, number: int, text: str, sender: Mapping[str, Any] = ANNA, **more: Any) -> None:
        message = self.messages[sender["id"]][number]
        message |= {"text": text, "edit_date": int(self.now().timestamp()), **more}
        self.give({"edited_message": dict(message)})

    def file(self, content: bytes, **more: Any) -> dict[str, Any]:
        """Keep a file, and return it as a message holds it."""
        number = len(self.files)
        self.files[f"file{number}"] = content
        told = {"file_id": f"file{number}", "file_unique_id": f"u{number}"}
        return told | {"file_size": len(content), **more}

    def give(self, update: dict[str, Any], number: int | None = None) -> None:
        """Put an update in the queue."""
        with self._changed:
            self._next = self._next if number is None else number
            self._updates.append((self.now(), {"update_id": self._next, **update}))
            self._next += 1
            self._changed.notify_all()

    def waiting(self) -> list[int]:
        """Return the numbers of the updates that nobody confirmed."""
        return [update["update_id"] for _, update in self._updates]

    def _message(self, sender: Mapping[str, Any], chat: Mapping[str, Any]) -> dict[str, Any]:
        self._numbers += 1
        message = {"message_id": self._numbers, "date": int(self.now().timestamp())}
        message["chat"] = dict(chat)  # type: ignore[assignment]
        self.messages.setdefault(chat["id"], {})[self._numbers] = message
        return message

    # --- the wire ----------------------------------------------------------------------------

    def serve(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as lines:
            while line := lines.readline():
                verb, target, _ = line.decode().split(" ", 2)
                headers = {}
                while line := lines.readline().strip():
                    name, _, value = line.decode().partition(":")
                    headers[name.lower()] = value.strip()
                body = lines.read(int(headers.get("content-length", "0")))
                self.asked.append(Asked(verb, target, headers, body))
                if self.hangs.is_set():
                    threading.Event().wait(1)
                    return
                if not self._respond(connection, unquote(target), headers, body):
                    return

    def _respond(
        self, connection: socket.socket, target: str, headers: dict[str, str], body: bytes
    ) -> bool:
        if self.raw is not None:
            connection.sendall(self.raw)
            return False
        if target.startswith("/file/"):
            name = target.rpartition("/")[2]
            found = name if name in self.files and not self.refuse_files else ""
            _write(
                connection, 200 if found else self.refuse_files or 404, self.files.get(found, b"")
            )
            return True
        method = target.rpartition("/")[2]
        try:
            result = self._call(target, method, _parameters(headers, body))
        except Refused as refused:
            _write(connection, refused.code, json.dumps(refused.answer).encode())
            return True
        if method in self.cut:
            return False
        _write(connection, 200, json.dumps({"ok": True, "result": result}).encode())
        return True

    def _call(self, target: str, method: str, given: dict[str, Any]) -> Any:
        token = target.removeprefix("/bot").rpartition("/")[0]
        if not re.fullmatch(r"\d+:[\w-]{30,}", token):
            raise Refused(404, "Not Found")
        if token != TOKEN:
            raise Refused(401, "Unauthorized")
        self.calls.append((method, given))
        if self.refuse:
            raise self.refuse
        ways = {"getMe": self._me, "getUpdates": self._get, "getFile": self._file}
        return ways.get(method, self._send)(given)

    def _me(self, given: dict[str, Any]) -> Any:
        return {"id": BOT_ID, "is_bot": True, "first_name": "Winkel", "username": "Winkel_Bot"}

    def _get(self, given: dict[str, Any]) -> Any:
        if self.webhook:
            raise Refused(409, WEBHOOK)
        with self._changed:
            self._newest += 1
            mine = self._newest
            self._changed.notify_all()
            self._forget(given.get("offset", 0))

            def there() -> bool:
                return bool(self._updates) or self._newest != mine

            self._changed.wait_for(there, given.get("timeout", 0))
            if self._newest != mine:
                raise Refused(409, CONFLICT)
            kinds = given.get("allowed_updates") or []
            found = [one for _, one in self._updates if not kinds or kinds[0] in one or
                     kinds[-1] in one]  # fmt: skip
            return found[: given.get("limit", 100)]

    def _forget(self, offset: int) -> None:
        oldest = self.now() - timedelta(hours=24)
        self._updates = [
            (at, one) for at, one in self._updates if one["update_id"] >= offset and at > oldest
        ]

    def _file(self, given: dict[str, Any]) -> Any:
        file = given["file_id"]
        if file not in self.files:
            raise Refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(self.files[file]) > LARGEST:
            raise Refused(400, "Bad Request: file is too big")
        return {"file_id": file, "file_path": f"documents/{file}"}

    def _send(self, given: dict[str, Any]) -> Any:
        chat = int(given["chat_id"])
        if chat not in self.messages:
            raise Refused(400, "Bad Request: chat not found")
        if chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        text, most = given.get("text"), 4096
        if text is None:
            text, most = given.get("caption", ""), 1024
        if len(text.encode("utf-16-le")) // 2 > most:
            raise Refused(400, "Bad Request: message is too long")
        reply = given.get("reply_parameters", {})
        answered = self.messages[chat].get(reply.get("message_id", 0))
        if reply and not answered and not reply.get("allow_sending_without_reply"):
            raise Refused(400, "Bad Request: message to be replied not found")
        message = self._message({}, {"id": chat, "type": "private"})
        message["from"] = self._me({})
        self.sent.append(given)
        return message


def _write(connection: socket.socket, status: int, body: bytes) -> None:
    head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body)


def _parameters(headers: dict[str, str], body: bytes) -> dict[str, Any]:
    kind = headers.get("content-type", "")
    if not kind.startswith("multipart/"):
        return dict(json.loads(body or b"{}"))
    form = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    given: dict[str, Any] = {}
    for part in form.get_payload():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        text = part.get_filename() is None
        given[name] = content.decode() if text else (part.get_filename(), content)
    if "reply_parameters" in given:
        given["reply_parameters"] = json.loads(given["reply_parameters"])
    return given
