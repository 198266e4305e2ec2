"""Pictures drawn apart: in a process that is started for the first one and reads nothing else."""

from __future__ import annotations

from typing import Self

from acquaint.formats.apart import wire
from acquaint.formats.apart.carrying import of
from acquaint.formats.apart.errand import Errand, StoppedError
from acquaint.formats.pictures import MOST_BYTES, Small, UnusablePictureError
from acquaint.formats.records import Reason


class Studio:
    """Makes small pictures of any; a context manager, at whose end the process is gone."""

    def __init__(self) -> None:
        self._errand: Errand | None = None

    def small(self, data: bytes) -> Small:
        """As `pictures.small`. Raises UnusablePictureError, also for one that brings the process down."""
        if len(data) > MOST_BYTES:
            raise UnusablePictureError("picture_too_large", limit=MOST_BYTES)
        self._errand = self._errand or Errand()
        try:
            found = self._errand.ask(wire.DRAW, data)
            if "unusable" in found:
                reason = of(Reason, found["unusable"])
                raise UnusablePictureError(reason.code, **reason.facts)
            drawn = of(Small, found["small"])
        except (StoppedError, wire.WireError, TypeError, KeyError) as error:
            raise UnusablePictureError("picture_unreadable") from error
        if not (drawn.data.startswith(b"RIFF") and drawn.data[8:12] == b"WEBP"):
            raise UnusablePictureError("picture_unreadable")  # whoever drew it is no longer ours
        return drawn

    def close(self) -> None:
        """End the process, if there is one."""
        if self._errand is not None:
            self._errand.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
