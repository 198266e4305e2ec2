"""Small LinkedIn archives for tests, file by file, in the headers of each era; everybody is invented."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

OWN = "https://www.linkedin.com/in/nomen-nescio"
NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are'
    ' missing."\n\n'
)
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
MESSAGES = {
    "2022": "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER",
    "2023": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,"
        "CONTENT,FOLDER"
    ),
    "2025": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,"
        "CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
    ),
}
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location"
)
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On"
EDUCATION = "School Name,Start Date,End Date,Notes,Degree Name,Activities"
ENDORSED = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status"
)
RECOMMENDED = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"


def url(slug: str) -> str:
    return f"https://www.linkedin.com/in/{slug}"


def table(header: str, *rows: Sequence[str], quoted: bool = False, end: str = "\n") -> str:
    """A CSV with this header; `quoted` as in 2026, header included."""
    out = io.StringIO()
    how = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(out, lineterminator=end, quoting=how).writerows([header.split(","), *rows])
    return out.getvalue()


def person(first: str, last: str, slug: str = "", **more: str) -> tuple[str, ...]:
    """A row of Connections.csv."""
    return (
        first,
        last,
        url(slug) if slug else "",
        more.get("email", ""),
        more.get("company", ""),
        more.get("title", ""),
        more.get("on", "08 Feb 2024"),
    )


def connections(*rows: Sequence[str], notes: str = NOTES) -> str:
    return notes + table(CONNECTIONS, *rows)


def message(sender: tuple[str, str], to: tuple[str, str], text: str, **more: str) -> tuple[str, ...]:
    """A row of messages.csv of 2025; people are (name, slug)."""
    return (
        more.get("thread", "2-abc=="),
        more.get("title", ""),
        sender[0],
        url(sender[1]) if sender[1] else "",
        to[0],
        more.get("to_urls", url(to[1]) if to[1] else ""),
        more.get("at", "2025-06-01 14:03:22 UTC"),
        more.get("subject", ""),
        text,
        more.get("folder", "INBOX"),
        "",
        more.get("draft", "No"),
        more.get("thread_draft", "No"),
    )


ME = ("Nomen Nescio", "nomen-nescio")
MY_PROFILE = table(PROFILE, ["Nomen", "Nescio", "", "", "", "Looking around", "", "", "", ""])
MY_INVITATION = table(
    INVITATIONS,
    ["Nomen Nescio", "Bela Dahlsen", "1/29/26, 2:37 PM", "", "OUTGOING", OWN, url("bela-dahlsen")],
)


def make_zip(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def make_folder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def add_file(path: Path, name: str, content: str) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
