"""Habits that no linter knows."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

TAKEN_FOR_A_VISIT = re.compile(r"(?<! in )request\.POST or ")
APPS = ("ambassadors", "config", "events", "knowledgebank", "network")


@pytest.mark.parametrize("app", APPS)
def test_an_empty_post_is_judged_as_a_post(app):
    """`request.POST or None` takes one for a first visit: a form sent empty would show no error."""
    files = sorted((Path(settings.BASE_DIR) / app).rglob("*.py"))
    assert files
    assert [str(file) for file in files if TAKEN_FOR_A_VISIT.search(file.read_text())] == []


@pytest.mark.django_db
def test_a_form_sent_empty_says_what_it_lacks(visitor, network, today):
    assert visitor.post(reverse("newsletters"), {}).status_code == 422
