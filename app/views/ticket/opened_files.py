"""Files of messages that the owner opens with another program: only kinds that run nothing."""

import shutil
from pathlib import Path
from threading import Lock

_PAPERS = "pdf txt csv docx xlsx pptx odt ods odp ics"
_PICTURES = "png jpg jpeg gif webp heic bmp tif tiff"
_SOUNDS = "mp3 m4a ogg wav mp4 mov webm"
OPENABLE = frozenset(f"{_PAPERS} {_PICTURES} {_SOUNDS}".split())
SHOWN_HERE = frozenset(["png", "jpg", "jpeg", "gif", "webp"])
FOLDER = "opened"


def is_openable(name: str) -> bool:
    """Tell whether a file is of a kind that Balie hands to another program."""
    return name.rpartition(".")[2].lower() in OPENABLE


def is_picture(name: str) -> bool:
    """Tell by its name whether a file is a picture: the type beside it is the sender's word."""
    return name.rpartition(".")[2].lower() in SHOWN_HERE


class OpenedFiles:
    """Copies outside of the encrypted store, so that other programs can read them.

    Args:
        profile: folder of the profile; they are in a folder below it until `clear`.
    """

    def __init__(self, profile: Path) -> None:
        self._folder = profile / FOLDER
        self._one_at_a_time = Lock()

    def put(self, attachment_id: int, name: str, data: bytes) -> Path:
        """Write a copy that cannot be changed by mistake, and return where it is.

        Raises:
            OSError: it could not be written.
        """
        place = self._folder / str(attachment_id) / Path(name.replace("\\", "/")).name
        with self._one_at_a_time:
            if not place.exists():
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                place.write_bytes(data)
                place.chmod(0o400)
        return place

    def clear(self) -> None:
        """Take all copies away; what another program still holds goes the next time."""
        with self._one_at_a_time:
            shutil.rmtree(self._folder, ignore_errors=True)
