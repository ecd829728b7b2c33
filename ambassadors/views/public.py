"""The people, as visitors see them, and the way to reach one."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.core.paginator import Paginator
from django.db.models import IntegerField, OuterRef, SlugField, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ambassadors import person_page, relay
from ambassadors.forms.public import ContactForm
from ambassadors.models import Employment, Person, PodiumKind, RoundRules, Term
from ambassadors.models.people import PersonQuerySet
from ambassadors.public_people import (
    CHOICES,
    by_region,
    chosen_among,
    filters_for,
    public_people,
    with_less,
)
from ambassadors.stage_lines import stage_line
from network import clock, images
from network.actions import relaying
from network.middleware import speaking_network_or_404
from network.models import Network
from network.pages import keep_if_known, numbers, public_page
from network.permissions import runs
from network.questions import Given, Question
from network.views.pictures import sized_picture

PER_PAGE = 48
MOST_PAST = 12
LONGEST_WISH = 120


@public_page(reads=(*CHOICES, "page"))
def people(request: HttpRequest, words: str) -> HttpResponse:
    network = request.network
    if words != network.people_slug:
        raise Http404
    everybody = public_people(network, clock.today())
    current = [person for person in everybody if not person.is_honorary]
    chosen = {name: request.GET.get(name, "").strip()[:LONGEST_WISH] for name in CHOICES}
    found = chosen_among(current, chosen, network.region)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    filters = filters_for(current, chosen)
    places = sorted({person.place for person in current if person.place})
    keep_if_known(
        request,
        {choice.name: choice.values for choice in filters} | {"near": places, "page": numbers(page)},
    )
    context = {
        "page": page,
        "filters": [choice for choice in filters if len(choice.options) > 1],
        "is_filtered": any(chosen.values()),
        "regions": by_region(current),
        "region": chosen["region"],
        "near": chosen["near"],
        "places": places,
        "less": [] if found else with_less(current, chosen, network.region),
        "total": len(current),
        "nominates": RoundRules.of(network).public_page,
        "found": len(found),
        "honorary": [person for person in everybody if person.is_honorary] if page.number == 1 else [],
    }
    return render(request, "ambassadors/public/people.html", context)


@public_page
def person(request: HttpRequest, words: str, slug: str) -> HttpResponse:
    network = request.network
    if words != network.people_slug:
        raise Http404
    shown = _public_person(network, slug)
    return render(request, "ambassadors/public/person.html", page_context(request, shown))


def page_context(request: HttpRequest, shown: Person) -> dict[str, Any]:
    """What the page of one person shows; also for its own preview in Mijn."""
    today = clock.today()
    work = next(iter(_newest_work(today).objects(person=shown.pk)), None)
    podia = _podia().objects(person=shown.pk)
    coming = sorted(
        (p for p in podia if p.status == "agreed" and p.date >= today and p.is_open and not p.is_media),
        key=lambda p: p.date,
    )
    past = [p for p in podia if p.status == "done" and p.date <= today]
    kinds = dict(PodiumKind.choices)
    return {
        "person": shown,
        "work": work,
        "coming": coming,
        "past": [stage_line(podium) for podium in past[:MOST_PAST]],
        "earlier": max(len(past) - MOST_PAST, 0),
        "kinds": [kinds[kind] for kind in shown.liked_kinds if kind in kinds],
        "story": person_page.own_story(shown),
        "structured": _structured(request, shown, work),
    }


def _public_person(network: Network, slug: str) -> Person:
    """The one door to a person for visitors: published, and ambassador or honorary member today."""
    found: list[Person] = _published(network.pk, clock.today()).objects(slug=slug)
    if not found:
        raise Http404
    return found[0]


@lru_cache(maxsize=64)
def _published(network_id: int, on: date) -> Question:
    people = Person.objects.filter(network=network_id, slug=Given("slug", SlugField())).shown(on)
    return Question(for_page(people, on))


@lru_cache(maxsize=8)
def _newest_work(on: date) -> Question:
    theirs = Employment.objects.filter(person=Given("person", IntegerField())).current(on)
    return Question(theirs.select_related("company").newest_first()[:1])


@lru_cache
def _podia() -> Question:
    """The newest first, of the person who is given."""
    podia = Person(pk=Given("person", IntegerField())).podia.public()
    return Question(
        podia.select_related("host")
        .only(
            "kind", "status", "title", "date", "start_time", "place", "host_name", "host__name", "counted",
            "is_open", "link",
        )
        .order_by("-date", "-pk")
    )  # fmt: skip


def for_page(people: PersonQuerySet, on: date) -> PersonQuerySet:
    """The term and appointment that the page names, and their own story."""
    terms = Term.objects.filter(person=OuterRef("pk"), start__lte=on).order_by("-start")
    return people.annotate(
        term_start=Subquery(terms.values("start")[:1]),
        term_end=Subquery(terms.values("end")[:1]),
        appointment_id=Subquery(terms.values("appointment__public_id")[:1]),
        **person_page.columns(on),
    )


def _structured(request: HttpRequest, person: Person, work: Employment | None) -> dict[str, Any]:
    """Who this is, for search engines."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": person.full_name,
        "url": request.build_absolute_uri(request.path),
        "knowsAbout": person.themes,
    }
    if work:
        data["jobTitle"] = work.shown_role
        data["worksFor"] = {"@type": "Organization", "name": work.company.name}
    if person.shown_picture:
        data["image"] = request.build_absolute_uri(portrait_address(person, 960, "jpg"))
    return data


def portrait_address(person: Person, width: int, encoding: str) -> str:
    return reverse("portrait", args=[person.slug, images.version_of(person.picture_key), width, encoding])


def portrait(request: HttpRequest, slug: str, version: str, width: int, encoding: str) -> HttpResponse:
    """One size of a portrait: for everybody while the person is shown, else for the person and the team."""
    network = request.network
    person = get_object_or_404(Person, network=network, slug=slug)
    if not person.portrait or width not in images.PORTRAIT.widths or encoding not in images.ENCODINGS:
        raise Http404
    if version != images.version_of(person.picture_key):
        raise Http404
    is_shown = Person.objects.filter(pk=person.pk).shown(clock.today()).exists()
    if not (
        is_shown or runs(request.user, network) or (person.user_id and person.user_id == request.user.pk)
    ):
        raise Http404
    return sized_picture(person, width, encoding, is_shown=is_shown)


def contact(request: HttpRequest) -> HttpResponse:
    """A message to the team or, by the site, to one ambassador; nobody's address is shown."""
    network = speaking_network_or_404(request)
    people = [p for p in public_people(network, clock.today(), with_work=False) if not p.is_honorary]
    wanted = request.GET.get("voor", "")
    asks = bool(wanted) or "podium" in request.GET
    initial = {"recipient": wanted if any(p.slug == wanted for p in people) else ""}
    form = ContactForm(
        request.POST if request.method == "POST" else None, people=people, word=network.word, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        chosen = next((p for p in people if p.slug == form.cleaned_data["recipient"]), None)
        try:
            relaying.receive(
                network=network,
                letter=form.letter(),
                recipient=relay.recipient(chosen.pk) if chosen else None,
                signs=form.signs(request),
            )
        except relaying.TooMany as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("contact_done")
    status = 422 if form.is_bound else 200
    person = next((p for p in people if p.slug == wanted), None)
    context = {"form": form, "asks": asks, "person": person}
    return render(request, "ambassadors/public/contact.html", context, status=status)


@public_page
def contact_done(request: HttpRequest) -> HttpResponse:
    return render(request, "ambassadors/public/contact_done.html")
