"""Warnings about where a profile stands: folders that others copy, and other computers' disks."""

import os
from collections.abc import Mapping
from pathlib import Path

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError

# Starts of folder names, in lower case, as the programs themselves choose them.
_SYNCED_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "stack": "STACK",
    "pcloud": "pCloud",
    "syncthing": "Syncthing",
}
# Files that the programs leave at the top of what they copy.
_SYNCED_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "Nextcloud",
    ".stfolder": "Syncthing",
}
_NETWORK_TYPES = {
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.sshfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
}
_MOUNTS = Path("/proc/self/mounts")


class FolderSynced(KnownError):
    """A warning, not an error: a program copies the folder to other computers."""

    code = "folder_synced"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The folder {folder} is copied to other computers by {service}, which can damage the "
        "messages while Balie writes them. Better choose a folder on this computer only.",
    )


class FolderOnNetwork(KnownError):
    """A warning, not an error: file locks do not hold on network file systems."""

    code = "folder_on_network"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The folder {folder} is on another computer ({kind}), where messages can get damaged when "
        "the connection drops. Better choose a folder on this computer.",
    )


def folder_warnings(
    folder: Path, *, environ: Mapping[str, str] = os.environ, mounts: Path = _MOUNTS
) -> tuple[KnownError, ...]:
    """Return what the owner should know about a folder before his messages go there.

    The values are warnings to show, never raised. Known names and marks of programs that copy
    folders; the kind of file system where Linux tells it; network paths of Windows.
    """
    folder = folder.absolute()
    found: list[KnownError] = []
    service = _synced_by(folder, environ)
    if service:
        found.append(FolderSynced(folder=folder, service=service))
    kind = _network_kind(folder, mounts)
    if kind:
        found.append(FolderOnNetwork(folder=folder, kind=kind))
    return tuple(found)


def _synced_by(folder: Path, environ: Mapping[str, str]) -> str | None:
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = environ.get(name)
        if root and folder.is_relative_to(root):
            return "OneDrive"
    for place in (folder, *folder.parents):
        for start, service in _SYNCED_NAMES.items():
            if _is_named(place.name.lower(), start):
                return service
        for mark, service in _SYNCED_MARKS.items():
            if next(place.glob(mark), None):
                return service
    return None


def _is_named(name: str, start: str) -> bool:
    """`OneDrive`, `OneDrive - Firm`, `Dropbox (Personal)`, but not `stacks`."""
    return name.startswith(start) and not name[len(start) : len(start) + 1].isalnum()


def _network_kind(folder: Path, mounts: Path) -> str | None:
    if str(folder).startswith("\\\\"):
        return "Windows"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    best, kind = "", ""
    for line in lines:
        _source, place, found, *_rest = line.split(" ")
        # proc(5): a space in a name is written as \040.
        place = place.replace("\\040", " ")
        if folder.is_relative_to(place) and len(place) >= len(best):
            best, kind = place, found
    return kind if kind in _NETWORK_TYPES else None
