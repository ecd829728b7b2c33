"""What this app asks of the leader today: talks, terms that end, pauses asked for, candidates, rounds."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from ambassadors.models import (
    After,
    Answer,
    Appointment,
    AppointmentRound,
    Assessment,
    ContactMoment,
    Invitation,
    MotiveAnswers,
    Nomination,
    NominationStatus,
    PauseRequest,
    Person,
    Term,
)
from ambassadors.round_calendar import last_day_to_tell
from network import worklist
from network.dates import day_and_month
from network.models import Network
from network.worklist import Entry, Item, Urgency

DAYS_BEFORE_END = 90
DAYS_AFTER_REFUSAL = 14


def follow_ups(network: Network, on: date) -> QuerySet[Any, Any]:
    found = ContactMoment.objects.filter(person__network=network).to_follow_up(on)
    text = Coalesce(NullIf("needs", Value("")), "summary")
    return worklist.rows("follow_up", found, person="person_id", day="follow_up_on", text=text)


@worklist.source("follow_up", of=follow_ups)
def follow_up(entry: Entry, person: Any, on: date) -> Item:
    reason = _("You would come back to this: %(what)s") % {"what": entry.text} if entry.text else ""
    return Item(
        who=person.full_name,
        tag=_("come back to it"),
        reason=reason or _("You would come back to your last contact."),
        action=_("Write down the talk"),
        url=reverse("admin:follow_up", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW if entry.day and entry.day < on else Urgency.SOON,
        person=person,
        by_phone=True,
        key=f"follow_up:{entry.pk}",
    )


def ending_terms(network: Network, on: date) -> QuerySet[Any, Any]:
    """Terms in their last 90 days that nothing follows on, and about which no later talk was planned."""
    later = Term.objects.filter(person=OuterRef("person"), start__gte=OuterRef("end"))
    planned = ContactMoment.objects.filter(
        person=OuterRef("person"), follow_up_on__gte=on, follow_up_on__lt=OuterRef("end"), followed_up_at=None
    )
    found = (
        Term.objects.filter(person__network=network, end__lte=on + timedelta(days=DAYS_BEFORE_END))
        .current(on)
        .filter(~Exists(later), ~Exists(planned), ending="", parting__agreed_at=None)
    )
    return worklist.rows("term_end", found, person="person_id", day="end", text=F("parting__wish"))


@worklist.source("term_end", of=ending_terms)
def term_end(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("term ends"),
        reason=_("Would like: %(what)s. Talk about it.") % {"what": After(entry.text).label}
        if entry.text in After.values
        else _("Talk about going on, honorary membership or a good goodbye."),
        action=_("Write down the talk") if entry.text else _("Plan a talk"),
        url=reverse("admin:term_parting", args=[entry.pk])
        if entry.text
        else reverse("admin:ambassadors_person_overview", args=[person.pk]) + "?open=plan#contact",
        due=entry.day,
        urgency=Urgency.SOON if entry.day and entry.day <= on + timedelta(days=30) else Urgency.WHEN_IT_SUITS,
        person=person,
        key=f"term_end:{entry.pk}",
    )


def types_to_settle(network: Network, on: date) -> QuerySet[Any, Any]:
    """Statements filled in since the last talk about what drives somebody, by who is in office."""
    found = MotiveAnswers.objects.to_talk_over().filter(person__in=network.people.current(on))
    return worklist.rows("profile_type", found, person="person_id", day="filled_at__date")


@worklist.source("profile_type", of=types_to_settle)
def type_to_settle(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("profile type"),
        reason=_("Filled in what drives them. Talk it over and settle the type together."),
        action=_("See the answers"),
        url=reverse("admin:ambassadors_person_overview", args=[person.pk]) + "?open=type#advice",
        due=entry.day,
        urgency=Urgency.WHEN_IT_SUITS,
        person=person,
        key=f"profile_type:{entry.pk}",
    )


def pauses_asked(network: Network, on: date) -> QuerySet[Any, Any]:
    found = PauseRequest.objects.filter(person__network=network).waiting()
    return worklist.rows("pause", found, person="person_id", day="start", text="reason")


@worklist.source("pause", of=pauses_asked)
def pause_asked(entry: Entry, person: Any, on: date) -> Item:
    day = day_and_month(entry.day, on)
    return Item(
        who=person.full_name,
        tag=_("pause asked"),
        reason=_("Asks for a pause from %(day)s: %(why)s") % {"day": day, "why": entry.text}
        if entry.text
        else _("Asks for a pause from %(day)s.") % {"day": day},
        action=_("Decide"),
        url=reverse("admin:pause_request", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW,
        person=person,
        key=f"pause:{entry.pk}",
    )


def photos_refused(network: Network, on: date) -> QuerySet[Any, Any]:
    """For two weeks: the site is clean by itself, paper and the press are not."""
    since = on - timedelta(days=DAYS_AFTER_REFUSAL)
    found = Person.objects.filter(network=network, photos_refused_at__date__gt=since)
    has_plaque = Exists(Appointment.objects.filter(person=OuterRef("pk")))
    return worklist.rows(
        "no_photos",
        found,
        person="pk",
        day=TruncDate("photos_refused_at"),
        text=Case(When(has_plaque, then=Value("plaque")), default=Value("")),
    )


@worklist.source("no_photos", of=photos_refused)
def no_photos(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("no photos"),
        reason=_(
            "Wants no photos. The site shows none and the file of the plaque is made anew with initials. What"
            " is printed or with the press nobody can call back: ask what to do with it."
        )
        if entry.text
        else _("Wants no photos. The site shows none; look at what is printed or with the press."),
        action=_("Open"),
        url=reverse("admin:ambassadors_person_overview", args=[person.pk]),
        urgency=Urgency.WHEN_IT_SUITS,
        person=person,
        key=f"no_photos:{entry.pk}",
    )


def portraits_damaged(network: Network, on: date) -> QuerySet[Any, Any]:
    return worklist.rows("portrait_damaged", Person.without_sizes().filter(network=network), person="pk")


@worklist.source("portrait_damaged", of=portraits_damaged)
def portrait_damaged(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("portrait damaged"),
        reason=_("The file of the portrait cannot be read; the site shows the initials. Put up another one."),
        action=_("Put up another"),
        url=reverse("admin:ambassadors_person_change", args=[person.pk]),
        urgency=Urgency.SOON,
        person=person,
        key=f"portrait_damaged:{entry.pk}",
        icon="photo",
    )


# --- Candidates and rounds -----------------------------------------------------------------------------

WAITS_FOR_JUDGEMENT = timedelta(days=10)
TELL_WITHIN = timedelta(days=24)  # of the month that GDPR art. 14 gives
OPENS_SOON = timedelta(days=14)
PLAN_AHEAD = timedelta(days=45)
BY_PHONE = frozenset({"not_told", "invitation_talk", "no_answer"})


def nominations_held(network: Network, on: date) -> QuerySet[Any, Any]:
    found = Nomination.objects.filter(network=network).held()
    return worklist.rows("held_nomination", found, person="person_id", text="held_because")


@worklist.source("held_nomination", of=nominations_held)
def held_nomination(entry: Entry, person: Any, on: date) -> Item:
    return _about_candidate(
        entry, person, _("held"), _("A nomination is held: %(why)s.") % {"why": entry.text}, _("Decide"),
        Urgency.SOON,
    )  # fmt: skip


def not_told(network: Network, on: date) -> QuerySet[Any, Any]:
    """Whom the clock cannot tell, since there is no address; from three weeks on it presses."""
    found = Nomination.objects.filter(network=network).not_told()
    late = on - TELL_WITHIN
    return worklist.rows(
        "not_told",
        found.filter(Q(person__email="") | Q(created_at__date__lt=late - timedelta(days=7))),
        person="person_id",
        day=TruncDate("created_at"),
    )


@worklist.source("not_told", of=not_told)
def candidate_not_told(entry: Entry, person: Any, on: date) -> Item:
    last = last_day_to_tell(entry.day) if entry.day else None
    item = _about_candidate(
        entry, person, _("not told"), _("Does not know yet that you keep their data. Call them."), _("Tell"),
        Urgency.NOW if entry.day and entry.day <= on - TELL_WITHIN else Urgency.SOON,
    )  # fmt: skip
    return replace(item, due=last)


def to_look_again(network: Network, on: date) -> QuerySet[Any, Any]:
    found = Nomination.objects.filter(network=network).to_look_again(on)
    again = found.exclude(person__nominations__status__in=NominationStatus.active())
    return worklist.rows("look_again", again, person="person_id", day="look_again_on")


@worklist.source("look_again", of=to_look_again)
def look_again(entry: Entry, person: Any, on: date) -> Item:
    return _about_candidate(
        entry, person, _("look again"), _("You said “not now”, and would look again today."), _("Look again"),
        Urgency.SOON,
    )  # fmt: skip


def judgements_waiting(network: Network, on: date) -> QuerySet[Any, Any]:
    asked = Assessment.objects.waiting().filter(
        nomination=OuterRef("pk"), asked_at__date__lte=on - WAITS_FOR_JUDGEMENT
    )
    found = Nomination.objects.filter(network=network).open().filter(Exists(asked))
    return worklist.rows("judgement", found, person="person_id", day=TruncDate("created_at"))


@worklist.source("judgement", of=judgements_waiting)
def judgement(entry: Entry, person: Any, on: date) -> Item:
    return _about_candidate(
        entry, person, _("judgement waits"),
        _("Somebody was asked to judge more than ten days ago. Ask again, or wait no longer."),
        _("Look"), Urgency.WHEN_IT_SUITS,
    )  # fmt: skip


def talks_wanted(network: Network, on: date) -> QuerySet[Any, Any]:
    found = Nomination.objects.filter(
        network=network, invitation__answer=Answer.TALK, invitation__withdrawn_at=None
    )
    return worklist.rows(
        "invitation_talk", found, person="person_id", day="invitation__answer_by", text="invitation__remark"
    )


@worklist.source("invitation_talk", of=talks_wanted)
def invitation_talk(entry: Entry, person: Any, on: date) -> Item:
    reason = (
        _("Wants to talk before saying yes: %(what)s") % {"what": entry.text}
        if entry.text
        else _("Wants to talk before saying yes.")
    )
    return _about_candidate(entry, person, _("wants a talk"), reason, _("Call"), Urgency.NOW)


def never_answered(network: Network, on: date) -> QuerySet[Any, Any]:
    found = Nomination.objects.filter(
        network=network, invitation__in=Invitation.objects.overdue(on), round__appointed_at=None
    )
    return worklist.rows("no_answer", found, person="person_id", day="invitation__answer_by")


@worklist.source("no_answer", of=never_answered)
def no_answer(entry: Entry, person: Any, on: date) -> Item:
    return _about_candidate(
        entry, person, _("no answer"),
        _("The last day to answer the invitation has passed, after two reminders. Call."),
        _("Call"), Urgency.NOW,
    )  # fmt: skip


def _about_candidate(entry: Entry, person: Any, tag: str, reason: str, action: str, urgency: Urgency) -> Item:
    return Item(
        who=person.full_name,
        tag=tag,
        reason=reason,
        action=action,
        url=reverse("admin:candidate", args=[entry.pk]),
        due=entry.day,
        urgency=urgency,
        person=person,
        key=f"{entry.source}:{entry.pk}",
        by_phone=entry.source in BY_PHONE,
    )


def rounds_that_wait(network: Network, on: date) -> QuerySet[Any, Any]:
    """A round in which nothing goes on by itself: the text says which of the four it is."""
    waits = Case(
        When(ceremony_on__lt=on, then=Value("ceremony")),
        When(decide_on__lte=on, settled_at=None, then=Value("decision")),
        When(ceremony_on__lte=on + PLAN_AHEAD, ceremony__isnull=True, then=Value("plan")),
        When(opens_on__gt=on, opens_on__lte=on + OPENS_SOON, then=Value("opening")),
        default=Value(""),
    )
    found = AppointmentRound.objects.filter(network=network).under_way().annotate(waits=waits)
    day = Case(
        When(waits__in=["ceremony", "plan"], then=F("ceremony_on")),
        When(waits="decision", then=F("decide_on")),
        default=F("opens_on"),
    )
    return worklist.rows(
        "round", found.exclude(waits=""), day=day, text=Concat("waits", Value(" "), Cast("year", CharField()))
    )


@worklist.source("round", of=rounds_that_wait)
def round_waits(entry: Entry, person: Any, on: date) -> Item:
    waits, _space, year = entry.text.partition(" ")
    tag, reason, action, place = {
        "ceremony": (
            _("not appointed"),
            _("The day of the ceremony has passed, and nobody has been appointed yet."),
            _("Look and appoint"),
            "admin:round",
        ),
        "decision": (
            _("decision waits"),
            _("The selection is not settled, so no invitations leave."),
            _("Settle the selection"),
            "admin:round_board",
        ),
        "plan": (
            _("ceremony to plan"),
            _("The ceremony is less than seven weeks away and has no hours, place or guests yet."),
            _("Plan the ceremony"),
            "admin:round_ceremony",
        ),
        "opening": (
            _("opens soon"),
            _("Nominating opens by itself. Are the days right?"),
            _("Look at the days"),
            "admin:round_board",
        ),
    }[waits]
    return Item(
        who=_("Round of %(year)s") % {"year": year},
        tag=tag,
        reason=reason,
        action=action,
        url=reverse(place, args=[year]),
        due=entry.day,
        urgency={"opening": Urgency.WHEN_IT_SUITS, "plan": Urgency.SOON}.get(waits, Urgency.NOW),
        key=f"round:{waits}:{entry.pk}",
        icon="calendar-days",
    )
