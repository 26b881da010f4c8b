"""Pictures of pages: how they are named, and what may be one."""

import struct

import pytest

from app.models.rules.errors import KnownError
from app.models.rules.handbook import images
from app.models.rules.handbook.images import Form, form_of

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 30, 20)
JPEG = b"\xff\xd8\xff\xe0\0\4JF" + b"\xff\xc4\0\2" + b"\xff\xc0\0\x11\x08\0\x14\0\x1e"
GIF = b"GIF89a" + struct.pack("<HH", 30, 20)
LOSSY = b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + struct.pack("<HH", 30, 20)
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 29 | 19 << 14)
LARGE_FORM = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x1d\0\0\x13\0\0"


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (PNG, "png"),
        (JPEG, "jpg"),
        (GIF, "gif"),
        (LOSSY, "webp"),
        (LOSSLESS, "webp"),
        (LARGE_FORM, "webp"),
    ],
)
def test_the_first_bytes_tell_what_a_picture_is(data: bytes, suffix: str) -> None:
    assert form_of("x", data) == Form(suffix, 30, 20)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),
        (PNG[:20], "not_a_picture"),
        (PNG.replace(b"IHDR", b"IDAT"), "not_a_picture"),
        (JPEG[:-4], "not_a_picture"),
        (JPEG[:8], "not_a_picture"),
        (GIF[:6] + bytes(4), "not_a_picture"),
        (b"RIFF\0\0\0\0WAVE", "not_a_picture"),
        (PNG[:16] + struct.pack(">II", 30_000, 30_000), "picture_too_large"),
        (PNG + bytes(images.MOST_BYTES), "picture_too_large"),
    ],
)
def test_what_is_none_or_too_large_is_refused_by_its_name(data: bytes, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        form_of("Foto.png", data)
    assert (caught.value.code, caught.value.params["name"]) == (code, "Foto.png")


def test_texts_name_pictures_beside_them_and_nothing_else() -> None:
    text = (
        "![een pan](images/pan.png) ![b](./images/B-2.JPEG 'x') ![c](c.webp) ![a](images/pan.png)"
        " ![d](https://x.example/d.png) ![e](../e.png) ![f](f.svg) [g](g.gif) ![h](/h.gif)"
    )
    assert images.names_in(text) == ("pan.png", "B-2.JPEG", "c.webp")
    assert images.renamed(text, {"pan.png": "pan-1.png", "c.webp": "d.webp"}).startswith(
        "![een pan](images/pan-1.png) ![b](./images/B-2.JPEG 'x') ![c](images/d.webp) ![a](images/"
        "pan-1.png) ![d](https://x.example/d.png)"
    )


def test_a_picture_gets_a_name_that_suits_texts_and_folders() -> None:
    assert images.safe_name("Mijn foto (2).JPEG", "jpg") == "mijn-foto-2.jpg"
    assert images.safe_name("../图.png", "png") == "picture.png"
    assert images.reference("pan.png", " een [grote]\n pan ") == "![een grote pan](images/pan.png)"
