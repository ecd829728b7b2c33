"""The newsletter of the demonstration: an issue that went out, one in the making, and a handful of readers."""

from config.demonstration.build import World, at, day
from events.models import Newsletter, Subscription
from knowledgebank.models import Story, Tool

READERS = ("joost", "karin", "mehmet", "sanne", "wouter", "liesbeth", "omar", "trijntje")


def add_newsletters(world: World) -> None:
    network = world.network
    stories = list(Story.objects.filter(network=network).public(day(0)).order_by("pk")[:3])
    tools = list(Tool.objects.filter(network=network, language="nl").public(day(0)).order_by("pk")[:2])
    Subscription.objects.bulk_create(
        Subscription(
            network=network,
            email=f"{name}@lezers.example",
            asked_at=at(day(60 + number)),
            confirmed_at=at(day(60 + number), 11),
            consent_text="2026-11",
        )
        for number, name in enumerate(READERS)
    )
    sent = Newsletter.objects.create(
        network=network,
        title="Wat er gebeurt als je het rooster loslaat",
        title_en="What happens when you let go of the roster",
        introduction="Drie ondernemers vertellen wat ze loslieten. Het ging niet vanzelf, en juist dat is leerzaam.",
        introduction_en="Three entrepreneurs tell what they let go of. It was not easy, and that is the lesson.",
        created_by=world.leader,
        sent_at=at(day(20)),
        sent_by=world.leader,
        readers=len(READERS),
    )
    sent.stories.set(stories[:2])
    sent.tools.set(tools[:1])
    draft = Newsletter.objects.create(
        network=network, title="Nieuws van de pioniers", created_by=world.leader
    )
    draft.stories.set(stories[2:])
    draft.tools.set(tools[1:])
