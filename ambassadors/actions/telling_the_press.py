"""Texts about the newcomers: drafted from the facts until somebody makes one their own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import get_language

from ambassadors import speeches
from ambassadors.models import AppointmentRound, CeremonyText, Person, TextKind
from ambassadors.speeches import Occasion, Subject, Untranslated
from network.models import User


def people_of(round: AppointmentRound) -> list[Person]:
    """Who is appointed, or will be."""
    people = (
        round.network.people.filter(appointments__round=round) if round.is_appointed else round.chosen.all()
    )
    return list(
        people.order_by("last_name", "first_name", "pk").prefetch_related(
            "employments__company", "nominations__voices"
        )
    )


def draft(
    round: AppointmentRound, kind: str, language: str, person: Person | None, people: Sequence[Person]
) -> str:
    """The text as the facts give it now. `people`: those of the round, as `people_of` gives them."""
    with translation.override(language):
        subjects = subjects_of(people if person is None else [person], round)
        occasion = occasion_of(round)
        if person is None:
            about_all = {
                TextKind.SPEECH: speeches.speech_for_all,
                TextKind.PRESS: speeches.press,
                TextKind.SOCIAL: speeches.social,
            }
            return about_all[TextKind(kind)](subjects, occasion)
        about_one = {
            TextKind.SPEECH: speeches.speech,
            TextKind.PRESS: speeches.press_about,
            TextKind.SOCIAL: speeches.social_about,
        }
        return about_one[TextKind(kind)](subjects[0], occasion)


def keep(
    *, round: AppointmentRound, kind: str, language: str, person: Person | None, body: str, by: User
) -> CeremonyText:
    """This text from now on; facts that change later no longer change it."""
    with transaction.atomic():
        AppointmentRound.objects.select_for_update().get(pk=round.pk)
        text, _made = CeremonyText.objects.update_or_create(
            round=round, person=person, kind=kind, language=language,
            defaults={"body": body, "changed_by": by},
        )  # fmt: skip
    return text


def back_to_draft(*, round: AppointmentRound, kind: str, language: str, person: Person | None) -> bool:
    """Forget the own text; the draft from the facts takes its place."""
    gone, _each = CeremonyText.objects.filter(
        round=round, kind=kind, language=language, person=person
    ).delete()
    return bool(gone)


def subjects_of(people: Sequence[Person], round: AppointmentRound) -> list[Subject]:
    on = round.ceremony_on
    told = speeches.told_by([person.pk for person in people], on)
    return [_subject(person, round, on, told.get(person.pk)) for person in people]


def _subject(person: Person, round: AppointmentRound, on: date, told: speeches.Told | None) -> Subject:
    work = person.company_on(on)
    company = work.company if work else None
    why = [
        voice.why
        for nomination in person.nominations.all()
        if nomination.round_id == round.pk
        for voice in nomination.voices.all()
        if voice.why and voice.source not in ("self", "again")
    ]
    one = Subject(
        first_name=person.first_name,
        full_name=person.full_name,
        role=work.only_in_language("role") if work else "",
        company=company.name if company else "",
        place=company.place if company else "",
        employees=company.employees if company else None,
        told=told,
    )
    if get_language() != settings.LANGUAGE_CODE:
        return one  # what people wrote is Dutch, and a text in two languages is no text
    return replace(
        one,
        sector=company.sector if company else "",
        quote=person.quote,
        biography=person.biography,
        themes=tuple(person.themes),
        said_by_others=tuple(why),
    )


def only_in_dutch(
    round: AppointmentRound, kind: str, language: str, person: Person | None, people: Sequence[Person]
) -> list[Untranslated]:
    """What the Dutch draft says in words that nobody gave in this language: the draft leaves it out."""
    if language == settings.LANGUAGE_CODE:
        return []
    told_of = people if person is None else [person]
    facts = []
    for code in (settings.LANGUAGE_CODE, language):
        with translation.override(code):
            facts.append((subjects_of(told_of, round), occasion_of(round)))
    (dutch, ours), (other, theirs) = facts
    return speeches.untranslated(kind, (dutch, ours), (other, theirs), is_about_all=person is None)


def occasion_of(round: AppointmentRound) -> Occasion:
    """In the active language."""
    network = round.network
    return Occasion(
        network=network.name,
        word=network.word,
        words=network.words,
        theme=network.only_in_language("theme"),
        region=network.region,
        client=network.client,
        official=round.official,
        official_title=round.only_in_language("official_title"),
        day=round.ceremony_on,
        place=round.place,
        podia=network.podia_per_year,
        term_years=network.term_years,
        contact=", ".join(part for part in (network.contact_email, network.contact_phone) if part),
    )
