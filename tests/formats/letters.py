"""Letters for tests, line by line as they travel; everybody is invented."""

from __future__ import annotations

from pathlib import Path

from acquaint.formats.archives import open_source
from acquaint.formats.mail import Mail
from acquaint.formats.records import Self

ME = "nomen@example.org"
AT = "Mon, 02 Feb 2026 10:00:00 +0100"


def letter(sender: str, to: str = ME, body: str = "Hello.\n", **heads: str) -> str:
    """A letter; further fields by name, `_` for a hyphen; None leaves one out."""
    fields = {"From": sender, "To": to, "Date": AT, "Subject": "Hello", "Message-ID": "<1@example.org>"}
    fields.update({name.replace("_", "-"): value for name, value in heads.items()})
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value is not None) + "\n" + body


def mbox(*letters: str, envelope: str = "From - Mon Feb  2 10:00:00 2026") -> str:
    """Letters as a mailbox."""
    return "\n".join(f"{envelope}\n{one}" for one in letters)


def read(path: Path, *own: str, bodies: bool = False) -> list:
    """All that is said of a source."""
    with open_source(path) as source:
        return list(Mail().read(source, Self(emails=frozenset(own or (ME,))), bodies=bodies))


def read_one(folder: Path, text: str | bytes, *, bodies: bool = False):
    """What becomes of a single letter."""
    path = folder / "one.eml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    (said,) = read(path, bodies=bodies)
    return said
