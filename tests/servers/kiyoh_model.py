"""A review server for the tests, written from what clients of Kiyoh send and read."""

import json
import socket
from typing import Any
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

from tests.servers.web import WebServer

TOKEN = "kiyohgeheim123"


class KiyohModel(WebServer):
    """One location; `status` refuses everything, `cut` carries out a PUT and does not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.reviews: list[dict[str, Any]] = []
        self.status, self.cut, self.body = 200, False, b""

    def add(self, text: str, at: str, rating: int = 8) -> dict[str, Any]:
        review = {
            "reviewId": f"r{len(self.reviews)}", "reviewAuthor": "Anna", "rating": rating,
            "dateSince": at, "updatedSince": at, "reviewComments": [],
            "reviewContent": [{"questionGroup": "DEFAULT_OPINION", "rating": text}],
        }  # fmt: skip
        self.reviews.append(review)
        return review

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        asked = self.asked[-1]
        status, body = self.status, self.body
        if asked.headers.get("x-publication-api-token") != TOKEN:
            status = 401
        elif status == 200 and asked.method == "PUT":
            told = json.loads(asked.body)
            review = next((r for r in self.reviews if r["reviewId"] == told["reviewId"]), None)
            if review is None:
                status = 404
            else:
                review["reviewComments"].append({"response": told["response"]})
            if self.cut:
                connection.shutdown(socket.SHUT_RDWR)
                return
        elif status == 200 and not body:
            query = {name: one[0] for name, one in parse_qs(urlsplit(asked.target).query).items()}
            start, size = int(query.get("start", "0")), int(query["limit"])
            found = [r for r in self.reviews if r["updatedSince"] >= query.get("dateSince", "")]
            body = json.dumps({"reviews": found[start : start + size]}).encode()
        self.pages[path] = (status, {}, body)
        super()._answer(connection, path)
