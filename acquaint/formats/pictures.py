"""Makes of any picture a small one that is ours: told by its bytes, redrawn, nothing of the old file kept."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import Final

from acquaint.formats.records import Reason

MIME: Final = "image/webp"
SIDE: Final = 256
MOST_BYTES: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 40_000_000
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
_QUALITY: Final = 80


@dataclass(frozen=True, slots=True)
class Small:
    """A picture of at most 256 by 256 points as WebP without metadata; `digest` is of its bytes."""

    data: bytes
    width: int
    height: int
    digest: str


class UnusablePictureError(ValueError):
    """No picture that may be kept."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.reason = Reason(code, facts)


def small(data: bytes) -> Small:
    """Redraw a JPEG, PNG, WebP or GIF (of an animation the first picture), turned the right way up.

    The caps are looked at before anything is unpacked. Raises UnusablePictureError.
    """
    if len(data) > MOST_BYTES:
        raise UnusablePictureError("picture_too_large", limit=MOST_BYTES)
    # Loads in 30 ms: only who brings a picture pays.
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a header may claim anything; our own cap follows
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                if opened.width * opened.height <= MOST_PIXELS:
                    opened.draft("RGB", (SIDE * 2, SIDE * 2))  # a JPEG is unpacked only as large as needed
                    drawn = ImageOps.exif_transpose(opened)
                    drawn.thumbnail((SIDE, SIDE))
                    return _written(drawn.convert("RGBA" if drawn.has_transparency_data else "RGB"))
    except Image.DecompressionBombError:
        pass  # far past the cap: the library says so first
    except Exception as error:  # a decoder of foreign bytes may fail in any way; the picture is at fault
        raise UnusablePictureError("picture_unreadable") from error
    raise UnusablePictureError("picture_too_many_points", limit=MOST_PIXELS)


def _written(drawn: object) -> Small:
    from PIL import Image

    assert isinstance(drawn, Image.Image)
    bare = Image.new(drawn.mode, drawn.size)
    bare.paste(drawn)  # the points alone: profiles, places and thumbnails stay behind
    out = io.BytesIO()
    bare.save(out, "WEBP", quality=_QUALITY, method=4)
    data = out.getvalue()
    return Small(data, bare.width, bare.height, hashlib.sha256(data).hexdigest())
