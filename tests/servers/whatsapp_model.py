"""The Cloud API of WhatsApp for the tests: Graph for sending, web hooks to a relay for the rest.

Written from Meta's documentation as kept in docs/channels/whatsapp.md and from what pywa 4.5.0
sends and reads. A web hook is signed over its bytes, and can come twice.
"""

import json
import socket
from collections.abc import Callable
from datetime import datetime
from typing import Any

from typing_extensions import override

from tests.servers.meta_model import GraphModel, GraphRefusal, Json, Request
from tests.servers.relay import RelayServer

PHONE_ID, WABA_ID, NUMBER = "106540352242922", "102290129340398", "31201234567"
ANNA, ANNA_ID = "31612345678", "NL.13491208655302741918"
FILES = "/whatsapp_business/attachments/"


class WhatsAppModel(GraphModel):
    """One number.

    Attributes:
        relay: where its web hooks go.
        time: tells the time of Meta.
        sent: messages that it took.
        fate: code with which the next ones fail after they were taken, 0 for delivery.
        refuse: code with which the next ones are refused at once.
        uploads, media: files for messages and those of customers, by id.
        file_fault: "" or how files of customers fail.
    """

    def __init__(self, relay: RelayServer, time: Callable[[], datetime]) -> None:
        super().__init__(time())
        self.relay, self.time = relay, time
        self.sent: list[Json] = []
        self.fate = self.refuse = 0
        self.uploads: dict[str, tuple[str, bytes]] = {}
        self.media: dict[str, tuple[str, bytes]] = {}
        self.file_fault = ""
        self.verified_number = "+31 20 123 4567"

    # --- what customers and the phone do -----------------------------------------------------

    def write(self, text: str = "", sender: str = ANNA, **message: Any) -> str:
        """Let a customer write; returns the id of the message."""
        made = self.message(text, sender, **message)
        self.hook(messages=[made], contacts=[contact(sender)])
        return str(made["id"])

    def message(self, text: str = "", sender: str = ANNA, **message: Any) -> Json:
        made: Json = {"from": sender, "from_user_id": ANNA_ID, "id": self.wamid()}
        made["timestamp"] = str(int(self.time().timestamp()))
        if not message.get("type"):
            made |= {"type": "text", "text": {"body": text}}
        return made | message

    def wamid(self) -> str:
        return f"wamid.HBgLMzE2MTIzNDU2Nzg{self.new_id()}="

    def echo(self, text: str, to: str = ANNA, **message: Any) -> str:
        """Let us write on the phone."""
        made = self.message(text, NUMBER, **message) | {"to": to}
        del made["from_user_id"]
        self.hook("smb_message_echoes", message_echoes=[made])
        return str(made["id"])

    def status(self, wamid: str, status: str, code: int = 0, **more: Any) -> None:
        told: Json = {"id": wamid, "status": status, "recipient_id": ANNA, **more}
        told["timestamp"] = str(int(self.time().timestamp()))
        if code:
            error = {"code": code, "title": "Re-engagement message", "message": "Re-engagement"}
            told["errors"] = [error | {"error_data": {"details": "More than 24 hours have passed"}}]
        self.hook(statuses=[told])

    def file(self, content: bytes, mime: str = "image/jpeg", **more: Any) -> Json:
        """Keep a file of a customer, and return it as a message holds it."""
        media = self.new_id()
        self.media[media] = (mime, content)
        return {"id": media, "mime_type": mime, "sha256": "x", **more}

    def hook(self, field: str = "messages", phone_id: str = PHONE_ID, **value: Any) -> bytes:
        """Send a web hook to the relay; returns its bytes."""
        number = {"display_phone_number": NUMBER, "phone_number_id": phone_id}
        told = {"messaging_product": "whatsapp", "metadata": number, **value}
        entry = {"id": WABA_ID, "changes": [{"field": field, "value": told}]}
        body = json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()
        assert self.relay.deliver(body) == 200
        return body

    # --- Graph -------------------------------------------------------------------------------

    @override
    def handle(self, request: Request) -> Json:
        match request.method, request.parts:
            case "GET", (phone,) if phone == PHONE_ID:
                told = {"display_phone_number": self.verified_number, "verified_name": "Winkel"}
                return {**told, "id": PHONE_ID}
            case "GET", (media,) if media in self.media:
                return self._media(media)
            case "POST", (phone, "media") if phone == PHONE_ID:
                return self._upload(request)
            case "POST", (phone, "messages") if phone == PHONE_ID:
                return self._send(request.form)
        raise GraphRefusal(100, 33, "Unsupported request")

    def _media(self, media: str) -> Json:
        if self.file_fault == "busy":
            raise GraphRefusal(2, 0, "Service temporarily unavailable", 500)
        mime, content = self.media[media]
        size = 21 << 20 if self.file_fault == "large" else len(content)
        home = "http://elders.example" if self.file_fault == "elsewhere" else self.url
        told: Json = {"messaging_product": "whatsapp", "id": media, "mime_type": mime}
        return told | {"url": f"{home}{FILES}?mid={media}", "file_size": size, "sha256": "x"}

    def _upload(self, request: Request) -> Json:
        if request.form.get("messaging_product") != "whatsapp" or "file" not in request.files:
            raise GraphRefusal(100, 0, "(#100) The parameter messaging_product is required.")
        media = self.new_id()
        self.uploads[media] = request.files["file"]
        return {"id": media}

    def _send(self, message: Json) -> Json:
        kind = message.get("type", "text")
        if self.refuse:
            raise GraphRefusal(self.refuse, 0, f"(#{self.refuse}) Refused")
        if message.get("messaging_product") != "whatsapp" or not isinstance(message[kind], dict):
            raise GraphRefusal(100, 0, "(#100) Invalid parameter")
        to = message.get("to") or message.get("recipient")
        if not to:
            raise GraphRefusal(131008, 0, "(#131008) Required parameter is missing")
        if kind == "text" and not 0 < len(message["text"]["body"]) <= 4096:
            raise GraphRefusal(100, 0, "(#100) Param text['body'] must be at most 4096 characters")
        if kind != "text" and message[kind]["id"] not in self.uploads:
            raise GraphRefusal(131053, 0, "(#131053) Media upload error")
        wamid = self.wamid()
        self.sent.append({**message, "wamid": wamid})
        self.status(
            wamid,
            "failed" if self.fate else "sent",
            self.fate,
            biz_opaque_callback_data=message.get("biz_opaque_callback_data"),
        )
        contacts = [{"input": to, "wa_id": to}]
        return {"messaging_product": "whatsapp", "contacts": contacts, "messages": [{"id": wamid}]}

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        if path != FILES:
            super()._answer(connection, path)
            return
        asked = self.asked[-1]
        media = asked.target.partition("mid=")[2]
        known = asked.headers.get("authorization") == f"Bearer {self.token}"
        status = 404 if self.file_fault == "gone" else 200 if known else 401
        content = self.media[media][1] if status == 200 else b""
        head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(content)}\r\n\r\n"
        connection.sendall(head.encode() + content)


def contact(sender: str = ANNA, name: str = "Anna Jansen") -> Json:
    return {"profile": {"name": name}, "wa_id": sender, "user_id": ANNA_ID}
