"""What is asked of a server and stands in no declared call is found."""

import pytest

from app.services.channels.kit import Call
from tests.channels.calls import assert_declared, undeclared
from tests.servers.web import Asked

JSON = {"content-type": "application/json; charset=utf-8"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
PARTS = {"content-type": "multipart/form-data; boundary=x"}
UPLOAD = (
    b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\nabc\r\n'
    b'--x\r\nContent-Disposition: form-data; name="words"\r\n\r\nhallo\r\n--x--\r\n'
)
CALLS = (
    Call("GET", "/v1/{id}/replies", sends=("limit", "types[]")),
    Call("GET", "/files/{+path}"),
    Call("POST", "/v1/replies", sends=("text", "to.id", "photo")),
    Call("POST", "/v1/{what}", sends=("words",)),
)


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        (Asked("GET", "/v1/7/replies?limit=2&types%5B%5D=a", {}, b""), []),
        (Asked("GET", "/v1/7/8/replies", {}, b""), ["GET /v1/7/8/replies"]),
        (Asked("GET", "/files/a/b%20c.png", {}, b""), []),
        (Asked("GET", "/v1/7/replies?since=", {}, b""), ["GET /v1/{id}/replies: sends since"]),
        (Asked("PUT", "/v1/replies", {}, b""), ["PUT /v1/replies"]),
        (Asked("POST", "/v1/replies", JSON, b'{"text": "a", "to": [{"id": 1}]}'), []),
        (Asked("POST", "/v1/replies", JSON, b'{"to": {}, "text": null}'), []),
        (
            Asked("POST", "/v1/replies", JSON, b'{"to": {"id": 1, "name": "A"}}'),
            ["POST /v1/replies: sends to.name"],
        ),
        (Asked("POST", "/v1/replies", FORM, b"words=a"), []),
        (Asked("POST", "/v1/likes", FORM, b"text=a"), ["POST /v1/{what}: sends text"]),
        (Asked("POST", "/v1/replies", PARTS, UPLOAD), ["POST /v1/replies: sends words"]),
    ],
)
def test_what_no_call_declares_is_named(request_: Asked, found: list[str]) -> None:
    assert undeclared(CALLS, request_) == found


def test_a_test_fails_with_all_that_is_undeclared() -> None:
    asked = [Asked("GET", "/v1/7/replies?b=1&a=1", {}, b""), Asked("GET", "/other", {}, b"")]
    with pytest.raises(AssertionError, match=r"(?s)GET /other.*sends a.*sends b"):
        assert_declared(CALLS, asked)
    assert_declared(CALLS, [])
