"""An ambassador's stories, and what the search knows of them, when they ask to be forgotten."""

from functools import partial
from secrets import token_hex

from django.db import transaction
from django.db.models import SET_NULL, Q, QuerySet
from django.utils import timezone

from knowledgebank import pdfs, search_index, search_sources
from knowledgebank.actions.writing import TEXTS
from knowledgebank.models import SearchEntry, SearchVocabulary, Story, StoryVersion
from network.actions import forgetting
from network.models.pictured import SIZING
from network.privacy import Gone, Subject, erases

NOTHING = "–"
"""The title of a story that was let go of."""


@erases
def forget_author(subject: Subject) -> list[Gone]:
    """After a term a story stays as long as its author agrees; on request it goes with every version."""
    if subject.person is None:
        return []
    transaction.on_commit(pdfs.forget_kept, robust=True)
    if not subject.on_request:
        return []
    stories = Story.objects.filter(person=subject.person)
    return [Gone(Story, let_go(stories)), Gone(SearchEntry, _forget_found(subject))]


def let_go(stories: "QuerySet[Story]") -> int:
    """Every version with its history and photo. A story that a figure points at (who asked after reading it,
    whom it moved) stays, off the site and without a word.
    """
    found = list(stories)
    for story in found:
        if _is_pointed_at(story):
            _empty(story)
        else:
            forgetting.remove(Story.objects.filter(pk=story.pk))
    return len(found)


def _is_pointed_at(story: Story) -> bool:
    return any(
        other.on_delete is SET_NULL
        and other.related_model._base_manager.filter(**{other.field.name: story}).exists()
        for other in Story._meta.related_objects
    )


def _empty(story: Story) -> None:
    newest = story.versions.order_by("-number").first()
    assert newest is not None  # a story is born with one
    forgetting.remove(story.versions.exclude(pk=newest.pk))
    for name in forgetting.files_of(StoryVersion, [newest.pk]):
        forgetting.drop_file(name)
    values = {name: StoryVersion._meta.get_field(name).get_default() for name in (*TEXTS, "remarks", *SIZING)}  # type: ignore[union-attr]
    StoryVersion.objects.filter(pk=newest.pk).update(**values | {"title": NOTHING})
    off = story.withdrawn_at or timezone.now()
    Story.objects.filter(pk=story.pk).update(slug=f"x{token_hex(8)}", withdrawn_at=off)
    for model, pk in ((StoryVersion, newest.pk), (Story, story.pk)):
        forgetting.forget_history(model, [pk])
        forgetting.forget_traces(model, [pk])


def _forget_found(subject: Subject) -> int:
    """The words of the search are made anew from what is left."""
    entries = SearchEntry.objects.filter(network=subject.network)
    about = Q(audience=search_sources.of_person(subject.person.pk))
    if subject.name:
        about |= (
            Q(title__icontains=subject.name)
            | Q(over__icontains=subject.name)
            | Q(text__icontains=subject.name)
        )
    gone = entries.filter(about).delete()[0]
    SearchVocabulary.objects.filter(network=subject.network).delete()
    transaction.on_commit(partial(search_index.forget, subject.network), robust=True)
    return gone
