"""Twilio's Messages for the tests, written from its description of API 2010-04-01.

Lists are newest first, filtered by To, From and day (GMT), in pages with a relative address of the
next; `num_media` is text; dates are RFC 2822; a file is sent on to a host without sign-in. A number
without a list of its own has none.
"""

import base64
import json
import socket
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from typing_extensions import override

from tests.servers.web import WebServer

SID = f"AC{'0a' * 16}"
TOKEN = "twiliogeheim4711"
SHOP, ANNA, BERT = "+31970102345", "+31612345678", "+31687654321"
ROOT = f"/2010-04-01/Accounts/{SID}"
FAULTS: dict[str, tuple[int, int | None]] = {
    "token": (401, 20003), "no right": (403, 20008), "gone": (404, 20404), "busy": (429, 20429),
    "down": (503, None), "bad": (400, 20001),
}  # fmt: skip


class Refused(Exception):
    def __init__(self, status: int, code: int | None, message: str = "Refused") -> None:
        self.status, self.code, self.message = status, code, message


class TwilioModel(WebServer):
    """One account; `prefix` is "whatsapp:" for its WhatsApp sender.

    Attributes:
        fault: one of FAULTS, "nonsense", "no list", "no sid", "elsewhere", or "".
        refuse: the code with which sending is refused.
        fails: the code with which what is taken fails afterwards, or `at_once`.
        cut: sending is carried out and not answered; `mute`: answered without saying what was made.
        page_size: what a page has at most.
        lost: files that are not there any more; `away` where they are sent on to.
    """

    def __init__(self, now: datetime, prefix: str = "") -> None:
        super().__init__()
        self.now, self.prefix = now, prefix
        self.messages: list[dict[str, Any]] = []
        self.files: dict[str, list[tuple[str, str, bytes]]] = {}
        self.fault, self.refuse, self.fails, self.cut, self.mute = "", 0, 0, False, False
        self.page_size, self.away, self.sms = 1000, self.url, True
        self.lost: set[str] = set()
        self.at_once = False

    # --- what people do ----------------------------------------------------------------------

    def add(self, body: str, sender: str, to: str, **more: Any) -> dict[str, Any]:
        """Let a message be sent; `files` of it: (type, bytes)."""
        self.now += timedelta(seconds=1)
        number = len(self.messages)
        sid = f"SM{number:032x}"
        files: list[tuple[str, bytes]] = more.pop("files", [])
        inbound = to == SHOP
        at = format_datetime(self.now)
        message = {
            "sid": sid, "account_sid": SID, "body": body, "num_media": str(len(files)),
            "from": f"{self.prefix}{sender}", "to": f"{self.prefix}{to}",
            "direction": "inbound" if inbound else "outbound-api",
            "status": "received" if inbound else "delivered",
            "date_created": at, "date_sent": at, "date_updated": at, "num_segments": "1",
            "error_code": None, "error_message": None, "price": None, "messaging_service_sid": None,
            "uri": f"{ROOT}/Messages/{sid}.json",
        } | more  # fmt: skip
        self.messages.append(message)
        self.files[sid] = [(f"ME{number}{at}", *one) for at, one in enumerate(files)]
        return message

    def write(self, body: str, sender: str = ANNA, **more: Any) -> dict[str, Any]:
        """Let a customer write."""
        return self.add(body, sender, SHOP, **more)

    def fail(self, message: dict[str, Any], code: int) -> None:
        """Let a message of ours not arrive."""
        said = {"status": "undelivered", "error_code": code, "error_message": "Not delivered"}
        message.update(said)

    # --- the wire ----------------------------------------------------------------------------

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        asked = self.asked[-1]
        headers: dict[str, str] = {}
        try:
            status, body = 200, self._respond(asked.method, path, asked.target, asked.body, headers)
        except Refused as refused:
            status = refused.status
            told = {"code": refused.code, "message": refused.message, "status": status}
            body = json.dumps(told if refused.code else "down").encode()
        if asked.method == "POST" and status < 300:
            if self.cut:
                connection.shutdown(socket.SHUT_RDWR)
                return
            status = 201
        if headers:
            status = 307
        self.pages[path] = (status, headers, body)
        super()._answer(connection, path)

    def _respond(
        self, method: str, path: str, target: str, form: bytes, headers: dict[str, str]
    ) -> bytes:
        if path.startswith("/cdn/"):
            assert "authorization" not in self.asked[-1].headers
            return self._file(path.rpartition("/")[2])
        self._check()
        query = {name: one[0] for name, one in parse_qs(urlsplit(target).query).items()}
        if method == "POST":
            return b"{}" if self.mute and self._create(form) else self._create(form)
        if path == f"{ROOT}/Messages.json":
            return self._list(query)
        if path == f"{ROOT}/IncomingPhoneNumbers.json":
            found = [SHOP] if query["PhoneNumber"] == SHOP else []
            able = {"sms": self.sms, "voice": True}
            return _told(
                incoming_phone_numbers=[
                    {"phone_number": one, "capabilities": able} for one in found
                ]
            )
        if path.endswith("/Media.json"):
            sid = path.split("/")[-2]
            return _told(
                media_list=[{"sid": one[0], "content_type": one[1]} for one in self.files[sid]]
            )
        name = path.rpartition("/")[2]
        headers["Location"] = f"{self.away}/cdn/{name}?signature=handtekening"
        return b""

    def _check(self) -> None:
        told = self.asked[-1].headers.get("authorization", "")
        user, _, word = base64.b64decode(told.removeprefix("Basic ")).decode().partition(":")
        if word != TOKEN or user not in {SID, "SK1"}:
            raise Refused(401, 20003, "Authenticate")
        if self.fault in FAULTS:
            raise Refused(*FAULTS[self.fault])

    def _list(self, query: dict[str, str]) -> bytes:
        odd = {"nonsense": b"<html>", "no list": b"{}", "no sid": b'{"messages": [{"body": "x"}]}'}
        if self.fault in odd:
            return odd[self.fault]
        found = [one for one in reversed(self.messages) if _fits(one, query)]
        size = min(int(query.get("PageSize", "50")), self.page_size)
        start = int(query.get("PageToken", "PA0")[2:])
        rest = start + size < len(found)
        further = query | {"Page": "1", "PageToken": f"PA{start + size}"}
        host = "https://elders.example" if self.fault == "elsewhere" else ""
        return _told(
            messages=found[start : start + size],
            next_page_uri=f"{host}{ROOT}/Messages.json?{urlencode(further)}"
            if rest or host
            else None,
        )

    def _create(self, form: bytes) -> bytes:
        told = dict(parse_qsl(form.decode(), keep_blank_values=True))
        if self.refuse:
            raise Refused(400, self.refuse, "Geweigerd")
        sender, to = (told[name].removeprefix(self.prefix) for name in ("From", "To"))
        made = self.add(told["Body"], sender, to, status="queued")
        answer = dict(made, date_sent=None)
        if self.fails:
            self.fail(made, self.fails)
        return json.dumps(made if self.at_once else answer).encode()

    def _file(self, name: str) -> bytes:
        held = {one[0]: one[2] for files in self.files.values() for one in files}
        if name in self.lost:
            raise Refused(404, 20404)
        return held[name]


def _told(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


def _fits(message: dict[str, Any], query: dict[str, str]) -> bool:
    day, told = query.get("DateSent>", ""), message["date_sent"]
    if day and not told:
        return False
    try:
        sent = parsedate_to_datetime(told or message["date_created"]).date().isoformat()
    except ValueError:
        sent = day
    return (
        query.get("To", message["to"]) == message["to"]
        and query.get("From", message["from"]) == message["from"]
        and sent >= day
    )
