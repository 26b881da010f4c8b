"""Builders of odd and hostile mail; everything here is made up."""

import base64
from collections.abc import Callable

Mail = Callable[[], bytes]

OWN = "info@winkel.nl"
CUSTOMER = "jan@klant.nl"
HEAD = (
    "From: Jan Klant <jan@klant.nl>\r\nTo: info@winkel.nl\r\n"
    "Date: Tue, 03 Nov 2026 10:12:00 +0100\r\nMessage-ID: <m1@klant.nl>\r\nSubject: Vraag\r\n"
)


def mail(body: str | bytes = "Hallo", *, head: str = HEAD, more: str = "") -> bytes:
    """A mail with the given fields; `more` are extra fields, one per line."""
    extra = "".join(f"{line}\r\n" for line in more.splitlines())
    raw = body if isinstance(body, bytes) else body.replace("\n", "\r\n").encode()
    return (head + extra + "\r\n").encode("utf-8", "surrogateescape") + raw


def with_fields(body: str = "Hallo", **fields: str) -> bytes:
    """A mail with only these fields; `message_id` becomes Message-ID."""
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return mail(body, head=head)


def part(content: str, kind: str = "text/plain; charset=utf-8", *more: str) -> str:
    """One part of a multipart."""
    return "\n".join([f"Content-Type: {kind}", *more, "", content])


def multipart(*parts: str, kind: str = "mixed", boundary: str = "grens") -> str:
    """The body of a multipart, to go with `multipart_field`."""
    return "".join(f"--{boundary}\n{text}\n" for text in parts) + f"--{boundary}--\n"


def multipart_field(kind: str = "mixed", boundary: str = "grens") -> str:
    """The Content-Type field of a multipart."""
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"'


def multi(*parts: str, kind: str = "mixed", more: str = "") -> bytes:
    """A whole multipart mail."""
    return mail(multipart(*parts), more=f"MIME-Version: 1.0\n{multipart_field(kind)}\n{more}")


def file_part(name_field: str, data: bytes = b"inhoud", kind: str = "application/pdf") -> str:
    """A part that is a file; `name_field` is the parameter as it stands ('filename="x.pdf"')."""
    return part(
        base64.b64encode(data).decode(),
        kind,
        f"Content-Disposition: attachment; {name_field}",
        "Content-Transfer-Encoding: base64",
    )


def html_mail(html: str) -> bytes:
    """A mail with HTML only."""
    return mail(html, more="Content-Type: text/html; charset=utf-8")


def report(status: str, returned: str, text: str = "Niet bezorgd.") -> bytes:
    """A delivery report (RFC 3464) with the status fields and the returned part given."""
    return multi(
        part(text),
        part(f"Reporting-MTA: dns; mx.klant.nl\n\n{status}", "message/delivery-status"),
        returned,
        kind='report; report-type="delivery-status"',
        more="Auto-Submitted: auto-replied",
    )


def returned_mail(key: str) -> str:
    """The part of a delivery report that holds the mail that came back."""
    return part(f"From: info@winkel.nl\nMessage-ID: {key}\nSubject: x\n\nHoi", "message/rfc822")


def _nested(depth: int) -> bytes:
    opening = "".join(
        f"{multipart_field('mixed', f'b{level}')}\n\n--b{level}\n" for level in range(depth)
    )
    return mail(more="").replace(b"\r\n\r\nHallo", b"\r\n") + f"{opening}\n\ndiep".encode()


def _many_lines(line: bytes, count: int, more: str = "") -> bytes:
    return mail(line * count, more=more)


BOMBS: dict[str, Mail] = {
    "nested_60": lambda: _nested(60),
    "nested_1000": lambda: _nested(1000),
    "nested_messages_1000": lambda: mail("Content-Type: message/rfc822\n\n" * 1000),
    "nested_messages_90": lambda: mail(
        "Content-Type: message/rfc822\n\n" * 90 + "x\n" * 50_000,
        more="Content-Type: message/rfc822",
    ),
    "encoded_words_40000": lambda: with_fields(
        From="a@b.nl", Subject=" ".join(["=?utf-8?q?ab=C3=A9?="] * 40_000)
    ),
    "encoded_words_unclosed": lambda: with_fields(Subject="=?utf-8?q?" * 20_000),
    "addresses_30000": lambda: with_fields(To=", ".join(["Jan <jan@klant.nl>"] * 30_000)),
    "address_quotes": lambda: with_fields(
        From='"\\' * 30_000, To='"\\"' * 30_000, Cc="((" * 30_000
    ),
    "address_brackets": lambda: with_fields(
        From="<" * 60_000, To="<a@b" * 15_000, Cc="a," * 30_000
    ),
    "references_50000": lambda: with_fields(References="<a@b> " * 50_000),
    "headers_100000": ("X-A: b\r\n" * 100_000 + "\r\nHallo").encode,
    "one_header_1mb": lambda: with_fields(Subject="a" * 1_000_000),
    "folded_header": ("Subject: a" + "\r\n b" * 100_000 + "\r\n\r\nHallo").encode,
    "parameters": lambda: mail(more="Content-Type: text/plain; " + 'a*0*="x; ' * 20_000),
    "parts_20000": lambda: multi(*[part("x")] * 20_000),
    "separators_100000": lambda: mail("--grens\n" * 100_000, more=multipart_field()),
    "empty_lines_2m": lambda: _many_lines(b"\n", 2_000_000),
    "carriage_returns_2m": lambda: _many_lines(b"\r", 2_000_000),
    "base64_12mb": lambda: mail(
        b"QUJD" * 3_000_000, more="Content-Type: image/png\nContent-Transfer-Encoding: base64"
    ),
    "quoted_printable": lambda: mail(
        b"=3D=\n" * 300_000, more="Content-Transfer-Encoding: quoted-printable"
    ),
    "flowed": lambda: mail(b"a \n" * 300_000, more="Content-Type: text/plain; format=flowed"),
    "flowed_depth": lambda: mail(b">" * 900_000, more="Content-Type: text/plain; format=flowed"),
    "wrote_lines": lambda: mail(("Op " + "schreef " * 24 + "\n") * 5_000),
    "from_lines": lambda: mail("Van: a\nb\nAan: c\n" * 20_000),
    "quote_marks": lambda: mail((">" * 200 + "\n") * 5_000),
    "html_nested": lambda: html_mail("<div>" * 100_000 + "x"),
    "html_text_1mb": lambda: html_mail("&nbsp;&amp;" * 90_000),
    "bounce_text": lambda: with_fields(
        "a@b.nl\n" * 20_000 + "5.1.1 " * 20_000, From="mailer-daemon@x.nl", Subject="failure notice"
    ),
}
"""Mails made to take long: each must be understood within 2 s."""

ODD: dict[str, Mail] = {
    "nothing": lambda: b"",
    "one_nul": lambda: b"\0",
    "only_newlines": lambda: b"\r\n\r\n\r\n",
    "only_body": lambda: b"\nHallo",
    "no_colon": lambda: b"dit is geen mail\n\nHallo",
    "binary": lambda: bytes(range(256)) * 40,
    "nuls": lambda: mail("Hal\0lo", head="From: a\0@b.nl\r\nSubject: x\0y\r\n"),
    "raw_8bit_fields": lambda: b"From: Ren\xe9 <r@b.nl>\r\nSubject: caf\xc3\xa9\r\n\r\nHallo",
    "surrogates_cesu": lambda: mail(b"\xed\xa0\xbd\xed\xb8\x80 hoi"),
    "charset_unknown": lambda: mail(
        b"\xe9\xe9n", more="Content-Type: text/plain; charset=unknown-8bit"
    ),
    "charset_nul": lambda: mail("x", more='Content-Type: text/plain; charset="utf\0-8"'),
    "charset_2231": lambda: mail("x", more="Content-Type: text/plain; charset*=hex''%00%ff"),
    "charset_utf7": lambda: mail(
        "+ADw-script+AD4-", more="Content-Type: text/plain; charset=utf-7"
    ),
    "charset_rot13": lambda: mail("Unyyb", more="Content-Type: text/plain; charset=rot13"),
    "boundary_missing": lambda: mail("--x\n\nHallo", more="Content-Type: multipart/mixed"),
    "boundary_empty": lambda: mail(
        "--\n\nHallo", more='Content-Type: multipart/mixed; boundary=""'
    ),
    "boundary_nul": lambda: mail("x", more="Content-Type: multipart/mixed; boundary*=a\0b''x"),
    "boundary_2231": lambda: mail("--a\n\nHoi", more="Content-Type: multipart/mixed; boundary*0=a"),
    "boundary_same_nested": lambda: multi(
        part(multipart(part("a")), "multipart/mixed; boundary=grens")
    ),
    "not_closed": lambda: mail("--grens\n\nHallo", more=multipart_field()),
    "type_garbage": lambda: mail("x", more='Content-Type: ///;;;=="\nContent-Disposition: ;;;'),
    "two_of_all": lambda: mail(more="From: b@c.nl\nTo: d@e.nl\nSubject: Twee\nMessage-ID: <z@z>"),
    "id_empty": lambda: with_fields(From="a@b.nl", Message_ID=""),
    "id_brackets": lambda: with_fields(From="a@b.nl", Message_ID="<>"),
    "date_garbage": lambda: with_fields(Date="gisteren"),
    "date_overflow": lambda: with_fields(Date="Tue, 99 Foo 99999 99:99:99 +9999"),
    "date_year_zero": lambda: with_fields(Date="Tue, 03 Nov 0000 10:12:00 +0000"),
    "date_huge_zone": lambda: with_fields(Date="3 Nov 9999 10:12:00 -99999999999999"),
    "encoded_word_broken": lambda: with_fields(Subject="=?utf-8?b?4pi?= =?x?q?=GG=?= =?utf-8?q??="),
    "encoded_word_codec": lambda: with_fields(
        Subject="=?idna?q?xn--?= =?zlib?b?eJw=?= =?utf-7?q?+AD0-?="
    ),
    "base64_broken": lambda: mail("QUJ!!D=R=", more="Content-Transfer-Encoding: base64"),
    "uuencoded_broken": lambda: mail(
        b"begin 644 x\n#\x01\x01\nend", more="Content-Transfer-Encoding: x-uuencode"
    ),
    "parameters_mixed": lambda: mail(more="Content-Type: text/plain; a*=1; a*0=2"),
    "field_within_field": lambda: multi(
        part("Subject: a\x0bb: c\n\nx", "message/rfc822"),
        part("Subject: a\x1cb: c", "message/global"),
    ),
    "uuencoded": lambda: mail(
        "begin 644 x\n#0V%T\nend", more="Content-Transfer-Encoding: x-uuencode"
    ),
    "delivery_status_bare": lambda: mail(
        "Status: 5.0.0\n\n\n\n", more="Content-Type: message/delivery-status"
    ),
    "report_empty": lambda: mail("", more='Content-Type: multipart/report; boundary="g"'),
    "external_body": lambda: multi(
        part("x", "message/external-body; access-type=local-file; name=/etc/passwd")
    ),
    "partial": lambda: multi(part("x", "message/partial; id=a; number=1; total=2")),
    "mbox_line": lambda: b"From jan Tue Nov  3 10:12:00 2026\n" + mail(),
    "attachment_traversal": lambda: multi(part("x"), file_part('filename="../../etc/passwd"')),
    "attachment_rtl": lambda: multi(part("x"), file_part("filename*=utf-8''foto%E2%80%AEgpj.exe")),
}
"""Mails that are wrong in some way; each must give a message all the same."""
