"""Stories, tools and facts that tests can read, made the short way."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from ambassadors.models import Person
from knowledgebank.models import Story, StoryVersion, Tool
from network.models import Network


def make_story(person: Person, title: str = "Het rooster uit handen", **fields: Any) -> StoryVersion:
    """A story with one approved version that is online, unless `fields` say otherwise."""
    network = person.network
    story_fields = {name: fields.pop(name) for name in ("slug", "theme", "withdrawn_at") if name in fields}
    slug = story_fields.pop("slug", f"verhaal-{Story.objects.filter(network=network).count() + 1}")
    story = Story.objects.create(network=network, person=person, slug=slug, **story_fields)
    values = {
        "number": 1,
        "approved_at": timezone.now(),
        "approved_via": "mijn",
        "publish_on": date(2026, 11, 1),
    }
    return StoryVersion.objects.create(story=story, title=title, **{**values, **fields})


def make_tool(network: Network, slug: str = "netwerkambitie", **fields: Any) -> Tool:
    values = {
        "title": slug.capitalize(),
        "summary": "Vind wat je deelt.",
        "published_on": date(2026, 11, 1),
    }
    return Tool.objects.create(network=network, slug=slug, **{**values, **fields})


@pytest.fixture
def told(ambassador) -> StoryVersion:
    """Marleen's story, online."""
    return make_story(
        ambassador,
        slug="rooster",
        lead="Drie planners, en nog klopte het niet.",
        body="We begonnen klein.\n\n## De eerste week\n\nHet liep **mis**.",
        quote="Doodeng, en het werkt.",
        lessons="Begin klein\nVertel wat misgaat",
        figures="-50 % | ziekteverzuim",
        company="Oosterveld BV",
        sector="zorg",
        employees=48,
        place="Ommen",
        phase="growing",
    )
