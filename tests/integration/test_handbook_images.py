"""Pictures of pages: kept once, carried in folders, on the site."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bootstrap import Services
from app.cli.main import main
from app.models.messages import Blob
from app.services.handbook import book, book_html, folders, images, page_acts, pages
from app.services.tickets import acts
from tests.fakes import MONDAY

Write = Callable[..., Any]


def png(width: int = 30, height: int = 20, shade: int = 90) -> bytes:
    """Return a picture that every program can read."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([shade]) * width) * height
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def blobs(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Blob)) or 0


def test_a_name_means_one_picture_for_ever(services: Services, write: Write) -> None:
    assert write(images.add, "Pan.PNG", png()) == "pan.png"
    assert write(images.add, "pan.png", png()) == "pan.png"
    assert write(images.add, "andere.png", png()) == "pan.png"
    other = write(images.add, "pan.png", png(shade=9))
    assert other.startswith("pan-")
    found = services.database.read_now(images.of, ["![x](images/pan.png) ![y](nergens.png)"])
    assert [(one.name, one.width, one.height) for one in found.values()] == [("pan.png", 30, 20)]
    assert services.database.read_now(blobs) == 2


def test_folders_and_the_site_carry_pictures(
    services: Services, write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    (source / "images").mkdir(parents=True)
    (source / "images" / "pan.png").write_bytes(png())
    (source / "kast.png").write_bytes(png(shade=1))
    (source / "images" / "svg.png").write_text("<svg/>")
    text = (
        "---\nsoort: artikel\nsleutel: pan\ntitel: Pan\n---\n\n![de pan](images/pan.png)"
        "\n\n![kast](kast.png) ![s](images/svg.png) ![weg](https://x.example/y.png)\n"
    )
    (source / "pan.md").write_text(text)
    write(images.add, "kast.png", png(shade=200))
    done = write(page_acts.bring_in, folders.read(source))
    assert done.saved == ("pan",)
    assert [(one.name, one.code) for one in done.unread] == [("pan.md: svg.png", "not_a_picture")]
    read = services.database.read_now
    ((info, kept),) = read(pages.texts)
    assert "![kast](images/kast-" in kept
    main_folder = services.profile.folder
    pictures = read(images.of, [kept])
    changed = folders.write(target, [(info, kept)], pictures)
    assert min(changed) == "nl/images/" + min(pictures)
    assert (target / "nl" / "images" / "pan.png").read_bytes() == png()
    assert write(page_acts.bring_in, folders.read(target / "nl")).unchanged == ("pan",)
    found = read(book.collect, MONDAY, language="nl")
    html = book_html.pages(found)["pan.html"]
    assert '<img src="images/pan.png" alt="de pan" width="30" height="20">' in html
    assert "<em>weg</em>" in html
    assert "x.example" not in html
    assert "images/pan.png" in book_html.write(found, tmp_path / "site")
    write(acts.undo, done.act)
    assert set(pictures) < read(images.names)
    write(page_acts.save, kept.replace("pan.png", "nergens.png"))
    services.close()
    assert main(["--profile", str(main_folder), "handbook", "check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "nl/pan: Line 8: the picture “nergens.png” is not there.",
        "nl/pan: Line 10: the picture “svg.png” is not there.",
    ]
    assert main(["--profile", str(main_folder), "handbook", "export", str(tmp_path / "e")]) == 0
