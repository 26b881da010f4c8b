"""Names of attachments: safe to show, safe to save, recognisable."""

import random
import unicodedata

import pytest

from app.services.channels.email.attachments import safe_name, safe_type
from app.services.channels.email.headers import parameters

NAMES = {
    "factuur.pdf": "factuur.pdf",
    "../../etc/passwd": "passwd",
    "C:\\Windows\\system32\\evil.exe": "evil.exe",
    "a/..": "attachment",
    "..": "attachment",
    "": "attachment",
    " . . ": "attachment",
    "foto\u202egpj.exe": "fotogpj.exe",
    "a\u200bb\ufeff.txt": "ab.txt",
    "regel\r\neinde.txt": "regel einde.txt",
    "nul\0.txt": "_nul.txt",
    "CON": "_CON",
    "aux.txt": "_aux.txt",
    "con .txt": "_con.txt",
    "LPT¹.txt": "_LPT¹.txt",
    "console.txt": "console.txt",
    ".htaccess": "htaccess",
    "einde.": "einde",
    "factuur.pdf      .exe": "factuur.pdf.exe",
    'a<b>:"|?*.txt': "a_b______.txt",
    "e\u0301.txt": "é.txt",
    "\ud800.txt": "txt",
}


@pytest.mark.parametrize(("raw", "safe"), NAMES.items())
def test_makes_names_safe(raw: str, safe: str) -> None:
    assert safe_name(raw) == safe


def test_names_the_nameless_by_type() -> None:
    assert safe_name("", "image/png") == "attachment.png"


@pytest.mark.parametrize("stem", ["a", "é", "\U0001f600"])
def test_shortens_and_keeps_the_extension(stem: str) -> None:
    name = safe_name(stem * 4000 + ".docx")
    assert name.endswith(f"{stem}.docx")
    assert len(name) <= 120
    assert len(name.encode()) <= 240


def test_random_names_are_safe_and_stable() -> None:
    pick = random.Random(3)
    odd = './\\ :*?"<>|\0\r\n\t\u202e\u200f\u200b\ufeff\ud800\u2028aé\U0001f600.conCON1'
    for _ in range(2000):
        name = safe_name("".join(pick.choices(odd, k=pick.randint(0, 200))))
        assert name == safe_name(name)
        assert name == name.strip(". ")
        assert name == unicodedata.normalize("NFC", name)
        assert 0 < len(name) <= 120
        assert not set(name) & set('/\\:*?"<>|\0\r\n\u202e\u200b')


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ('attachment; filename="a b.pdf"', "a b.pdf"),
        ("attachment; filename*=utf-8''caf%C3%A9.pdf", "café.pdf"),
        ("attachment; filename*0*=utf-8''caf%C3; filename*1*=%A9.pdf", "café.pdf"),
        ('attachment; filename="=?utf-8?q?caf=C3=A9=3B_2=2Epdf?="', "café; 2.pdf"),
        ("attachment; filename*=hex''%41%42", "AB"),
        ("attachment; filename*=\0x''%41", "A"),
        ('attachment; filename="open', "open"),
    ],
)
def test_reads_parameters(field: str, name: str) -> None:
    assert parameters(field)["filename"].strip('"') == name


def test_parameters_that_the_parser_cannot_read_are_none() -> None:
    assert parameters("text/plain; a*=1; a*0=2") == {}


@pytest.mark.parametrize(
    ("declared", "mime"),
    [
        ("Image/PNG", "image/png"),
        ("image", "application/octet-stream"),
        ("a/b\r\nX: y", "application/octet-stream"),
        ("x" * 200 + "/y", "application/octet-stream"),
    ],
)
def test_cleans_types(declared: str, mime: str) -> None:
    assert safe_type(declared) == mime
