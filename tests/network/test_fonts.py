"""The fonts: subsets made at set-up; without them every page still works."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command
from fontTools.ttLib import TTFont

from network import fonts


@pytest.fixture
def folder(settings, tmp_path):
    settings.GENERATED_STATIC_DIR = tmp_path
    settings.STATICFILES_DIRS = [settings.BASE_DIR / "static", tmp_path]
    from django.contrib.staticfiles.finders import get_finder

    def forget():
        get_finder.cache_clear()
        fonts.forget()

    forget()
    yield tmp_path
    forget()


def test_every_face_becomes_a_small_file_with_the_letters_of_the_texts(folder, capsys):
    call_command("build_fonts")
    for face in fonts.FACES:
        file = folder / face.static_name
        assert file.stat().st_size < 30_000
        with TTFont(file) as font:
            letters = font.getBestCmap()
        assert {ord(letter) for letter in "Añéïłğş€–“”…0"} <= set(letters)
    assert len(fonts.urls()) == len(fonts.FACES)
    assert len(fonts.preloads()) == 3
    times = {file: file.stat().st_mtime_ns for file in folder.rglob("*.woff2")}
    call_command("build_fonts")  # again: nothing is made
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*.woff2")} == times


def test_pages_work_without_fonts(folder, visitor):
    assert fonts.urls() == {}
    answer = visitor.get("/")
    assert "woff2" not in answer.text
    assert visitor.get("/huisstijl/000000000000s.css").status_code == 302


def test_the_theme_keeps_its_address_as_long_as_its_colours(folder, visitor, network):
    from network.templatetags.koploper import theme_url

    address = theme_url(network)
    answer = visitor.get(address)
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--brand:#0b5d4e" in answer.text
    network.brand_colour = "#8A2F1D"
    network.save()
    assert visitor.get(address)["Location"] == theme_url(network) != address


def test_until_the_fonts_come_a_device_sets_words_as_wide_and_as_high_as_they_do(folder, capsys):
    call_command("build_fonts")
    rules = {}
    for rule in re.findall(r"@font-face\{(.+?)\}", (folder / fonts.FALLBACKS).read_text()):
        parts = dict(part.split(":", 1) for part in rule.split(";"))
        rules[parts["font-family"].strip('"'), int(parts["font-weight"]), parts["font-style"]] = parts
    for face in fonts.FACES:
        with TTFont(folder / face.static_name) as font:
            em, letters = font["head"].unitsPerEm, font.getBestCmap()
            ours = (
                sum(font["hmtx"][letters[ord(letter)]][0] for letter in fonts.SAMPLE) / len(fonts.SAMPLE) / em
            )
            above, below = font["hhea"].ascent / em, -font["hhea"].descent / em
        devices = [device for device in fonts.DEVICES if device.covers == face.family]
        assert len(devices) >= 2
        for device in devices:
            rule = rules.pop((device.family, face.weight, face.style))
            size = _share(rule["size-adjust"])
            assert size * device.widths[device.variant(face)] == pytest.approx(ours, rel=1e-3)
            assert size * _share(rule["ascent-override"]) == pytest.approx(above, rel=1e-3)
            assert size * _share(rule["descent-override"]) == pytest.approx(below, rel=1e-3)
            assert "url(" not in rule["src"]
    assert rules == {}
    stacks = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    assert all(f'"{device.family}"' in stacks for device in fonts.DEVICES)
    assert fonts.css().endswith((folder / fonts.FALLBACKS).read_text())


def _share(percentage):
    return float(percentage.removesuffix("%")) / 100
