from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, PngImagePlugin

from acquaint.formats.bare_pictures import bare

SECRET = b"taken at home"


def drawn(kind, **more):
    out = io.BytesIO()
    picture = Image.effect_mandelbrot((64, 40), (-2, -1, 1, 1), 20).convert("RGB")
    picture.save(out, kind, **more)
    return out.getvalue()


def exif(orientation=1):
    said = Image.Exif()
    said[0x010E] = SECRET.decode()
    said[0x0112] = orientation
    said.get_ifd(0x8825)[1] = "N"
    return said


def words():
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return info


TELLING = {
    "JPEG": drawn("JPEG", exif=exif(), comment=SECRET, icc_profile=b"colours"),
    "progressive": drawn("JPEG", exif=exif(), comment=SECRET, progressive=True),
    "PNG": drawn("PNG", exif=exif(), pnginfo=words()),
    "WEBP": drawn("WEBP", exif=exif(), xmp=SECRET, lossless=True),
    "GIF": drawn("GIF", comment=SECRET),
}


def points(data):
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("data", TELLING.values(), ids=TELLING)
def test_what_a_picture_tells_is_gone_and_its_points_are_the_same(data):
    assert SECRET in data
    left = bare(data)
    assert SECRET not in left
    assert not Image.open(io.BytesIO(left)).getexif()
    assert ImageChops.difference(points(data), points(left)).getbbox() is None
    assert bare(left) is left


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_tells_nothing_is_handed_back_as_it_is(kind):
    data = drawn(kind)
    assert bare(data) is data


def test_the_colours_and_the_way_up_stay():
    left = bare(drawn("JPEG", exif=exif(6), icc_profile=b"colours"))
    shown = Image.open(io.BytesIO(left))
    assert shown.info["icc_profile"] == b"colours"
    assert dict(shown.getexif()) == {0x0112: 6}
    assert bare(left) is left


def test_what_hangs_behind_a_picture_is_cut_off():
    assert bare(TELLING["JPEG"] + SECRET) == bare(TELLING["JPEG"])
    assert bare(drawn("PNG") + SECRET) == drawn("PNG")


def test_one_that_breaks_off_is_kept_only_if_it_tells_nothing():
    whole = drawn("JPEG")
    assert bare(whole[:-40]) == whole[:-40]
    assert bare(whole[:2] + b"\x00" + whole[2:]) == whole[:2] + b"\x00" + whole[2:]
    assert bare(TELLING["JPEG"][:2] + b"\x00" + TELLING["JPEG"][2:]) == b""
    assert SECRET not in bare(TELLING["JPEG"][:-40])


@given(st.sampled_from(list(TELLING.values())), st.integers(0, 3000), st.binary(max_size=8))
def test_no_bytes_are_too_strange(data, at, put):
    bare(data[:at] + put + data[at + len(put) :])


def test_other_kinds_of_picture_and_no_picture_at_all_are_left_alone():
    for data in (b"", b"BM1234", b"II*\0rest", b"\xff\xd8", b"GIF8"):
        assert bare(data) == data
