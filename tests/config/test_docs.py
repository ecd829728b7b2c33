"""What the documents name is there, and decisions are numbered one by one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
FILE = re.compile(r"`((?:network|ambassadors|knowledgebank|events|config|scripts|tests|docs)/[\w./-]*)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_and_link_leads_somewhere(document):
    text = document.read_text()
    named = [ROOT / name for name in FILE.findall(text)]
    linked = [document.parent / target for target in LINK.findall(text)]
    assert [str(path) for path in (*named, *linked) if not path.exists()] == []


def test_decisions_are_numbered_without_gap_or_double():
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    assert [page.name for page in pages if not page.read_text().startswith(f"# {int(page.name[:4])}. ")] == []
