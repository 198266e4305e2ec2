from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from acquaint.formats import pictures, reasons


def drawn(kind="JPEG", size=(800, 600), mode="RGB", **more):
    out = io.BytesIO()
    Image.new(mode, size, "teal").save(out, kind, **more)
    return out.getvalue()


def code(data):
    with pytest.raises(pictures.UnusablePictureError) as found:
        pictures.small(data)
    assert reasons.word(found.value.reason)
    return found.value.reason.code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_any_usual_picture_becomes_a_small_one(kind):
    made = pictures.small(drawn(kind))
    shown = Image.open(io.BytesIO(made.data))
    assert (shown.format, shown.size) == ("WEBP", (256, 192))
    assert (made.width, made.height) == (256, 192)
    assert made.digest == pictures.small(drawn(kind)).digest


def test_a_small_one_is_not_blown_up():
    made = pictures.small(drawn("PNG", (40, 20)))
    assert (made.width, made.height) == (40, 20)


def test_nothing_of_the_old_file_is_kept_but_its_points():
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif.get_ifd(0x8825)[1] = "N"
    data = drawn("JPEG", exif=exif, comment=b"secret comment", icc_profile=b"secret profile")
    assert b"taken at home" in data
    shown = Image.open(io.BytesIO(pictures.small(data).data))
    shown.load()
    assert not shown.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(shown.info)


def test_it_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    made = pictures.small(drawn("JPEG", (200, 100), exif=exif))
    assert (made.width, made.height) == (100, 200)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "CMYK"])
def test_every_way_to_colour_is_read(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    out = io.BytesIO()
    Image.new(mode, (30, 30)).save(out, kind)
    assert pictures.small(out.getvalue()).width == 30


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "EPS", "PPM"])
def test_formats_beyond_the_four_are_not_opened(kind):
    assert code(drawn(kind, (10, 10))) == "picture_unreadable"


@pytest.mark.parametrize("data", [b"", b"x", b"<svg xmlns='http://www.w3.org/2000/svg'/>", drawn()[:300]])
def test_what_is_no_picture_is_said_to_be_none(data):
    assert code(data) == "picture_unreadable"


def png_of(width, height):
    """A picture that says it is so large and holds nearly nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    body = zlib.compress(b"\0" * 1000)
    idat = struct.pack(">I", len(body)) + b"IDAT" + body + struct.pack(">I", zlib.crc32(b"IDAT" + body))
    return b"\x89PNG\r\n\x1a\n" + chunk + idat


def test_a_picture_that_would_unpack_to_gigabytes_is_refused_by_its_header():
    assert code(png_of(50_000, 50_000)) == "picture_too_many_points"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_is_a_picture_and_something_else_at_once_is_only_a_picture(kind):
    page = b"<script>alert(1)</script>PK\x03\x04%PDF-1.7"
    made = pictures.small(drawn(kind) + page)
    assert made.data.startswith(b"RIFF")
    assert b"script" not in made.data
    assert made.digest == pictures.small(drawn(kind)).digest


def test_a_file_past_the_cap_is_not_looked_into():
    assert code(b"\xff\xd8" + b"\0" * pictures.MOST_BYTES) == "picture_too_large"
