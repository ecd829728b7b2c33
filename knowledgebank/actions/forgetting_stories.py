"""An ambassador's stories, and what the search knows of them, when they ask to be forgotten."""

from functools import partial

from django.db import transaction
from django.db.models import Q

from knowledgebank import pdfs, search_index
from knowledgebank.models import SearchEntry, SearchVocabulary, Story
from network.actions import forgetting
from network.privacy import Gone, Subject, erases


@erases
def forget_author(subject: Subject) -> list[Gone]:
    """After a term a story stays as long as its author agrees; on request it goes with every version."""
    if subject.person is None:
        return []
    transaction.on_commit(pdfs.forget_kept, robust=True)
    if not subject.on_request:
        return []
    stories = Story.objects.filter(person=subject.person)
    return [Gone(Story, forgetting.remove(stories)), Gone(SearchEntry, _forget_found(subject))]


def _forget_found(subject: Subject) -> int:
    """The words of the search are made anew from what is left."""
    entries = SearchEntry.objects.filter(network=subject.network)
    about = Q(audience=search_index.of_person(subject.person.pk))
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
