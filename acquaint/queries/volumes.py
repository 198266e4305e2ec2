"""What kind of disk a folder lies on: SQLite's write-ahead log needs one host, so a network disk is told."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext as _

MOUNTS = Path("/proc/mounts")
# Kinds of file system whose files more than one machine may open at once.
NETWORK = frozenset(
    (
        *(
            "9p",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "davfs",
            "glusterfs",
            "gpfs",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs4",
        ),
        *("smb2", "smb3", "smbfs"),
        *("fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs"),
    )
)


def network_disk(folder: Path, mounts: str | None = None) -> str:
    """The kind of network file system that the folder lies on; empty where it is local or nobody can tell.

    `mounts` is the table of mounts as Linux writes it; other systems have none and answer empty.
    """
    if mounts is None:
        mounts = MOUNTS.read_text(errors="replace") if MOUNTS.is_file() else ""
    kind = _kind(folder.absolute(), mounts)
    return kind if kind in NETWORK else ""


def _kind(folder: Path, mounts: str) -> str:
    """The kind of the deepest mount above the folder; of two on one place the later one counts."""
    found, depth = "", -1
    for line in mounts.splitlines():
        _device, where, kind, *_rest = [*line.split(" "), "", "", ""]
        place = Path(where.replace("\\040", " "))
        if where and folder.is_relative_to(place) and len(place.parts) >= depth:
            found, depth = kind, len(place.parts)
    return found


def warning(folder: Path) -> str:
    """What a person should hear before trusting their data to that folder; empty where all is well."""
    kind = network_disk(folder)
    if not kind:
        return ""
    return _(
        "The data folder lies on a network disk ({kind}), where SQLite cannot be safe: use it from one"
        " machine only, or choose a folder on this one with --data."
    ).format(kind=kind)
