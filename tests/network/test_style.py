"""The living style page: every part of every stylesheet is on it, for whoever builds a page."""

import re
from pathlib import Path

import pytest
from django.test import override_settings

from network.views.style import STYLE_PAGES

SHEETS = Path(__file__).parents[2] / "static/css"
# Pages of their own: the card behind a QR code has one small sheet beside it, the tokens have no parts.
APART = {"card", "tokens"}
# Only Django's own admin pages have these, or they hide what is not to be seen.
UNSEEN = {
    "action-checkbox", "action-checkbox-column", "action-select", "actions", "add-related",
    "add-row", "admin-html", "ascending", "button", "clearable-file-input", "delete", "description",
    "desk-popup", "empty-form", "field-day", "field-moment", "field-received",
    "field-state_shown", "fieldBox", "fieldset-heading", "hidden", "hp", "icon-",
    "inline-deletelink", "inline-group",
    "inline-related", "module", "only-print", "original", "related-widget-wrapper",
    "related-widget-wrapper-link", "results", "sorted", "sr-only", "tabular", "text",
}  # fmt: skip

SPACE = re.compile(r"m[tb]?-\d")


def classes_of(sheet: str) -> set[str]:
    text = re.sub(
        r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", "", (SHEETS / f"{sheet}.css").read_text(), flags=re.DOTALL
    )
    selectors = re.findall(r"[^{};]*(?=\{)", text)
    return {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}


def classes_on(text: str) -> set[str]:
    return {name for value in re.findall(r'class="([^"]*)"', text) for name in value.split()}


@pytest.mark.parametrize("part", list(STYLE_PAGES))
@override_settings(DEMO=True)
def test_every_part_of_its_sheets_is_shown(visitor, part):
    text = visitor.get(f"/stijl/{part}/" if part else "/stijl/").text
    page = STYLE_PAGES[part]
    sheets = (*page.sheets, *([] if part else ["koploper"]))
    elsewhere = set()
    if part in ("ronde", "leads"):  # the frame of the admin is shown on its own page
        elsewhere = classes_of("admin")
    if not part:  # the frame of Mijn too
        elsewhere = classes_on(visitor.get("/stijl/mijn/").text)
    missing = {name for sheet in sheets for name in classes_of(sheet)} - classes_on(text) - UNSEEN - elsewhere
    missing = {name for name in missing if not SPACE.fullmatch(name)}
    assert missing == set(), f"not on /stijl/{part}: {sorted(missing)}"


def test_no_sheet_is_forgotten():
    shown = {name for page in STYLE_PAGES.values() for name in page.sheets} | {"koploper"}
    assert {path.stem for path in SHEETS.glob("*.css")} == shown | APART


@pytest.mark.parametrize("path", ["/stijl/", "/stijl/mijn/"])
def test_outside_the_demo_it_is_not_there(visitor, path):
    assert visitor.get(path).status_code == 404


@override_settings(DEMO=True)
def test_a_page_that_is_none_is_not_there(visitor):
    assert visitor.get("/stijl/nergens/").status_code == 404
