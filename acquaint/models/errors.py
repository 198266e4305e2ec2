"""What can go wrong, as a person should hear it; faces turn each code into an exit code or a status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several rows that a word could mean: public key, title, and a hint that tells it apart."""

    id: str
    title: str
    hint: str = ""


class AcquaintError(Exception):
    """An expected refusal: a translated message that names the way out, with candidates and details."""

    code: ClassVar[str] = "failed"

    def __init__(
        self, message: str, *, candidates: Sequence[Candidate] = (), details: Sequence[str] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.candidates = tuple(candidates)
        self.details = tuple(details)


class Failed(AcquaintError):
    """Something outside the request went wrong (a file, a lock, a disk)."""


class NotFound(AcquaintError):
    """Nothing of that name or key belongs to this owner."""

    code = "not_found"


class Ambiguous(AcquaintError):
    """Several rows could be meant; the candidates say which, and nothing was changed."""

    code = "ambiguous"


class Invalid(AcquaintError):
    """The input cannot be taken as it stands; nothing was changed."""

    code = "invalid"


class NeedsConfirmation(AcquaintError):
    """A final deed asks for an explicit yes."""

    code = "needs_confirmation"
