"""Files that the owner names."""

import mimetypes
from pathlib import Path

from app.services.channels.api import Attachment


def attachment(path: Path) -> Attachment:
    """Read a file that goes along."""
    mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Attachment(path.name, mime, path.read_bytes())
