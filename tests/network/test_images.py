"""Uploaded pictures: what is refused, what is kept of them, and the sizes made from them."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile

from network import images

percent = st.integers(0, 100)
side = st.integers(5, 4000)


def picture(kind="JPEG", size=(400, 300), mode="RGB", **options) -> BytesIO:
    out = BytesIO()
    Image.new(mode, size, "#0B5D4E").save(out, kind, **options)
    out.seek(0)
    return out


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_three_kinds_become_a_jpeg_under_a_random_name(kind):
    one, other = images.clean(picture(kind)), images.clean(picture(kind))
    assert one.name.endswith(".jpg")
    assert other.name.endswith(".jpg")
    assert one.name != other.name
    assert Image.open(one).size == (400, 300)


def test_nothing_the_camera_wrote_is_kept_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x010F] = "Camera of Marleen"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    kept = images.clean(picture(exif=exif))
    assert b"Marleen" not in kept.read()
    kept.seek(0)
    opened = Image.open(kept)
    assert dict(opened.getexif()) == {}
    assert opened.size == (300, 400)


def test_see_through_parts_stay_see_through():
    kept = images.clean(picture("PNG", mode="RGBA"))
    assert kept.name.endswith(".png")
    assert Image.open(kept).mode == "RGBA"


def test_a_large_picture_becomes_smaller():
    assert Image.open(images.clean(picture(size=(4000, 3000)))).size == (2000, 1500)


@pytest.mark.parametrize(
    ("upload", "code"),
    [
        (BytesIO(b"\xff" * (images.MOST_BYTES + 1)), "too_heavy"),
        (
            BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
            "not_a_picture",
        ),
        (BytesIO(b""), "not_a_picture"),
        (picture("GIF"), "not_a_picture"),
        (picture("BMP"), "not_a_picture"),
        (BytesIO(picture(size=(900, 900)).getvalue()[:900]), "damaged"),
        (picture("PNG", size=(6000, 4001), mode="1"), "too_large"),
        (picture("PNG", size=(20000, 20000), mode="1"), "not_a_picture"),
    ],
)
def test_what_is_no_fit_picture_is_refused_with_a_sentence(upload, code):
    with pytest.raises(ValidationError) as refusal:
        images.clean(upload)
    assert refusal.value.code in {code, "too_large"} if code == "not_a_picture" else {code}
    assert str(refusal.value.message)


def test_half_a_file_is_damaged_in_a_process_that_prints_plaques_too(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # what importing WeasyPrint does
    with pytest.raises(ValidationError) as refusal:
        images.clean(BytesIO(picture(size=(900, 900)).getvalue()[:900]))
    assert refusal.value.code == "damaged"
    assert ImageFile.LOAD_TRUNCATED_IMAGES  # left as it was found


@given(width=side, height=side, x=percent, y=percent)
def test_a_crop_lies_inside_has_the_shape_and_holds_the_focal_point(width, height, x, y):
    box = images.crop_box(width, height, x, y)
    across, down = box.right - box.left, box.bottom - box.top
    assert 0 <= box.left < box.right <= width
    assert 0 <= box.top < box.bottom <= height
    assert across == width or down == height  # as large as can be
    assert abs(across * 5 - down * 4) <= 5
    assert box.left <= width * x // 100 <= box.right
    assert box.top <= height * y // 100 <= box.bottom


@pytest.mark.parametrize(("encoding", "kind"), [("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG")])
def test_a_size_for_paper_is_made_once_and_kept(media, encoding, kind):
    name = default_storage.save("portraits/a.jpg", images.clean(picture(size=(1600, 1200))))
    path = images.portrait(name, 50, 35, 240, encoding)
    assert path == images.portrait(name, 50, 35, 240, encoding)
    with Image.open(path) as small:
        assert (small.format, small.size) == (kind, (240, 300))
    assert sorted(file.suffix for file in path.parent.iterdir()) == [f".{encoding}"]


def test_another_focal_point_is_another_address():
    assert images.version("a.jpg", 50, 35) != images.version("a.jpg", 51, 35)
    assert images.version("a.jpg", 50, 35) != images.version("b.jpg", 50, 35)
