"""Doors of stories and of what groups fill in."""

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from ambassadors.models import Person
from knowledgebank.models import FilledForm, FormGroup, Story, StoryVersion
from network.models import Network


def stories_of(person: Person) -> "QuerySet[Story]":
    """The stories an ambassador may read and work on: their own."""
    return Story.objects.filter(network_id=person.network_id, person=person)


def story_for(person: Person, pk: int) -> Story:
    return get_object_or_404(stories_of(person).prefetch_related("versions"), pk=pk)


def newest_of(story: Story) -> StoryVersion:
    """The version being worked on, else the latest that was approved."""
    newest = max(story.versions.all(), key=lambda version: version.number, default=None)
    if newest is None:
        raise Http404
    newest.story = story
    return newest


def group_for(network: Network, **token: str) -> FormGroup:
    """By the secret part of its address, in this network only."""
    groups = FormGroup.objects.filter(form__tool__network=network).select_related("form__tool")
    return get_object_or_404(groups, **token)


def filled_for(network: Network, token: str) -> FilledForm:
    filled = FilledForm.objects.filter(group__form__tool__network=network)
    return get_object_or_404(filled.select_related("group__form__tool"), token=token)
