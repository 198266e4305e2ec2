"""What the reading, writing and editing of cards promise for any bytes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

FOUND = Path(__file__).with_name("found") / "vcards"
MODULES = [f"acquaint.formats.vcard.{name}" for name in ("editing", "importer", "writing")]


def check(data: bytes) -> None:
    """Hold the promises of the codec for any bytes; whatever is raised is a finding."""
    from acquaint.formats.records import Origin
    from acquaint.formats.vcard.cards import Card, pieces
    from acquaint.formats.vcard.editing import patch
    from acquaint.formats.vcard.reading import read
    from acquaint.formats.vcard.writing import write

    found = list(pieces(io.BytesIO(data)))
    head = data[:2000]
    if data[:2] not in {b"\xff\xfe", b"\xfe\xff"} and head.count(0) <= len(head) // 4:
        refused = any(not isinstance(piece, Card) and hasattr(piece, "reason") for piece in found)
        assert refused or b"".join(piece.raw for piece in found) == data
    for piece in found:
        if not isinstance(piece, Card) or (told := read(piece, Origin("f", 1))) is None:
            continue
        assert told.name.strip()
        assert patch(piece, told, told) is piece
        for version in ("3.0", "4.0"):
            again = read(Card.parse(write(told, version)), Origin("f", 1))
            assert again is not None
        # a fact that nothing can say already
        edited = patch(piece, told, replace(told, interests=(*told.interests, "orchids of 1 morning")))
        kept = [line.raw for line in piece.lines]
        assert [raw for raw in kept if raw in [line.raw for line in edited.lines]] == kept or not piece.whole
        again = read(Card.parse(edited.raw), Origin("f", 1))
        assert again is not None
        assert "orchids of 1 morning" in again.interests
