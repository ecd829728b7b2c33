"""Meetings in the calendars of fans where nobody of us stands yet, and a letter that offers somebody."""

import re
import secrets
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ambassadors.models import Person
from events import fan_links
from events.actions import reading_calendars
from events.forms.calendars import CalendarForm, MeetingKindForm
from events.models import FanCalendar, FanMeeting, PodiumRequest
from events.permissions import meeting_in
from events.request_words import doubts, reasons
from events.suggesting import Suggestion, weighed
from events.views.fans_calendar import said
from network import clock, previews
from network.actions import writing
from network.admin import navigation
from network.admin.pages import page
from network.admin.writing import LetterForm, preview
from network.links import site_url
from network.models import FanContact, FanOrganisation
from network.numbers import key_of
from network.permissions import NetworkRequest, fan_in

navigation.add(navigation.Group.WORK, 63, gettext_lazy("Meetings of fans"), "admin:fan_meetings", rare=True)
PER_PAGE = 50
MOST_SUGGESTED = 3


@require_safe
def fan_meetings(request: NetworkRequest) -> HttpResponse:
    fans = FanOrganisation.objects.filter(network=request.network).exclude(calendar=None).order_by("name")
    found = FanMeeting.objects.open(clock.today()).filter(calendar__fan__network=request.network)
    chosen = request.GET.get("fan", "")
    if (calendar := key_of(chosen)) is not None:
        found = found.filter(calendar=calendar)
    rows = found.select_related("calendar__fan").soonest_first()
    values = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "fans": list(fans),
        "chosen": chosen,
    }
    return page(request, "events/admin/meetings.html", _("Meetings of fans"), values)


@require_POST
def put_aside(request: NetworkRequest, pk: int) -> HttpResponse:
    meeting = meeting_in(request.network, pk)
    reading_calendars.put_aside(meeting)
    messages.success(request, _("“%(title)s” is put aside.") % {"title": meeting})
    return redirect("admin:fan_meetings")


@require_POST
def choose_kind(request: NetworkRequest, pk: int) -> HttpResponse:
    """Another kind than the one it was judged to be; nothing that is no kind changes anything."""
    meeting = meeting_in(request.network, pk)
    form = MeetingKindForm(request.POST, guess=meeting.guess)
    if form.is_valid():
        reading_calendars.choose_kind(meeting, form.cleaned_data["kind"])
        messages.success(request, _("Weighed again, with the kind of podium you chose."))
    return redirect("admin:fan_meeting", meeting.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def fan_calendar(request: NetworkRequest, pk: int) -> HttpResponse:
    fan = fan_in(request.network, pk)
    calendar = FanCalendar.objects.filter(fan=fan).first()
    form = CalendarForm(
        request.POST if request.method == "POST" else None,
        initial={"address": calendar.address if calendar else ""},
    )
    if request.method == "POST" and form.is_valid():
        reading_calendars.choose(fan=fan, address=form.cleaned_data["address"])
        messages.success(request, said(form))
        return redirect("admin:fan_contact", fan.pk)
    return page(
        request,
        "events/admin/fan_calendar.html",
        _("Calendar of %(fan)s") % {"fan": fan},
        {"fan": fan, "form": form, "calendar": calendar},
        status=422 if form.is_bound else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: NetworkRequest, pk: int) -> HttpResponse:
    """Who would suit this meeting and why, beside a letter to the fan that only has to be read over.

    Another kind or another contact person is chosen with the letter in hand: what was typed in it stays.
    """
    meeting = meeting_in(request.network, pk)
    fan, today = meeting.calendar.fan, clock.today()
    asked, found, people = _who_suits(meeting, today)
    contact, others = _to_whom(meeting, wanted=request.GET.get("aan", ""))
    proposed = _letter(meeting, contact, found, people, request) if contact else None
    turns = request.method == "POST" and ("weigh" in request.POST or "to" in request.POST)
    is_filled_in = request.method == "POST" and not turns
    if turns and contact and proposed:
        before = proposed
        turned, others = _to_whom(meeting, wanted=request.POST.get("to", str(contact.pk)))
        contact = turned or contact
        kind = MeetingKindForm(request.POST, guess=meeting.guess)
        if "weigh" in request.POST and kind.is_valid():
            reading_calendars.choose_kind(meeting, kind.cleaned_data["kind"])
            messages.success(request, _("Weighed again, with the kind of podium you chose."))
            meeting = meeting_in(request.network, pk)
            asked, found, people = _who_suits(meeting, today)
        proposed = _letter(meeting, contact, found, people, request)
        proposed = _with_what_was_typed(request, before, proposed, contact)
    form = LetterForm(request.POST if is_filled_in else None, initial=proposed)
    frame = ""
    recipient = writing.recipients(request.network, [contact])[0] if contact else None
    can_go = recipient is not None and recipient.gets_it
    if is_filled_in and contact and recipient and can_go and form.is_valid():
        if "carry_out" in request.POST:
            values = form.cleaned_data
            if reading_calendars.propose(meeting, to=contact, by=request.user, **values):
                messages.success(
                    request, _("The proposal to %(name)s is in the outbox.") % {"name": contact.name}
                )
            else:
                messages.warning(request, _("This letter was sent already."))
            return redirect("admin:fan_meetings")
        frame = previews.frame(
            preview(request.network, recipient, form.cleaned_data).html,
            nonce=str(request.csp_nonce),  # type: ignore[attr-defined]
            title=_("The mail as it is sent"),
        )
    values = {
        "meeting": meeting,
        "fan": fan,
        "kind_form": MeetingKindForm(initial={"kind": meeting.kind}, guess=meeting.guess),
        "lines": _lines(found, people, asked),
        "contact": contact,
        "others": others,
        "recipient": recipient,
        "can_go": can_go,
        "form": form,
        "frame": frame,
    }
    status = 422 if is_filled_in and not frame else 200
    return page(request, "events/admin/meeting.html", str(meeting), values, status=status)


def _lines(found: list[Suggestion], people: dict[int, Person], asked: PodiumRequest) -> list[dict[str, Any]]:
    return [
        {
            "person": people[one.person_id],
            "standing": one.standing,
            "reasons": reasons(one, asked),
            "doubts": doubts(one, asked),
        }
        for one in found
        if one.person_id in people
    ]


def _to_whom(meeting: FanMeeting, *, wanted: str) -> tuple[FanContact | None, list[FanContact]]:
    """Who gets the letter, by the key that was asked for or else the first, and who else could."""
    current = FanContact.objects.current(clock.today()).filter(fan=meeting.calendar.fan).exclude(email="")
    contacts = list(current.select_related("user", "fan__network"))
    first = contacts[0] if contacts else None
    contact = next((one for one in contacts if str(one.pk) == wanted), first)
    return contact, [one for one in contacts if one != contact]


def _who_suits(meeting: FanMeeting, today: date) -> tuple[PodiumRequest, list[Suggestion], dict[int, Person]]:
    asked = _as_request(meeting)
    found = [one for one in weighed(asked, today) if one.match.is_possible][:MOST_SUGGESTED]
    return asked, found, Person.objects.in_bulk([one.person_id for one in found])


def _own_page() -> re.Pattern[str]:
    """The link in a letter; each time it is made it differs."""
    return re.compile(re.escape(reverse("fan_offer", args=["TOKEN"])).replace("TOKEN", r"[^/\s]+"))


def _with_what_was_typed(
    request: NetworkRequest, before: dict[str, Any], proposed: dict[str, Any], contact: FanContact
) -> dict[str, Any]:
    """What the leader changed stays as it is; the link in it becomes that of whoever gets the letter now."""
    link, kept = _own_page(), {}
    for name in ("subject", "body"):
        typed = request.POST.get(name, "").replace("\r\n", "\n")
        if link.sub("", typed).strip() not in ("", link.sub("", before[name]).strip()):
            kept[name] = link.sub(fan_links.fan_offer_path(contact), typed)
    return proposed | kept


def _day(meeting: FanMeeting) -> date:
    return timezone.localtime(meeting.starts).date()


def _as_request(meeting: FanMeeting) -> PodiumRequest:
    """The meeting as if the fan had asked: so it is weighed by the rules of any other request."""
    fan = meeting.calendar.fan
    starts, ends = timezone.localtime(meeting.starts), timezone.localtime(meeting.ends)
    is_timed = not meeting.all_day and starts < ends and starts.date() == ends.date()
    return PodiumRequest(
        network=fan.network,
        host=fan,
        host_name=fan.name,
        kind=meeting.podium_kind,
        title=meeting.title,
        date=starts.date(),
        start_time=starts.time() if is_timed else None,
        end_time=ends.time() if is_timed else None,
        place=meeting.place or fan.place,
        region=fan.region,
    )


def _letter(
    meeting: FanMeeting,
    contact: FanContact,
    found: list[Suggestion],
    people: dict[int, Person],
    request: NetworkRequest,
) -> dict[str, Any]:
    """In the language of the contact person; the link leads to their own page where they offer a podium."""
    network = request.network
    person = people.get(found[0].person_id) if found else None
    with translation.override(contact.user.language if contact.user else "nl"):
        title = meeting.title.translate({ord("{"): "(", ord("}"): ")"})
        values = {
            "title": title,
            "day": date_format(_day(meeting), "l j F"),
            "network": network.name,
            "person": person.full_name if person else "",
            "link": site_url(network) + fan_links.fan_offer_path(contact),
        }
        parts = [
            _("Dear {first_name},"),
            _(
                "In your calendar I saw “%(title)s” on %(day)s. Would it suit you if somebody of %(network)s"
                " tells there how they do it in their own company?"
            ),
            _("I am thinking of %(person)s; who it will be, we settle together.") if person else "",
            _("Does it appeal to you? Then offer it here, it takes two minutes: %(link)s"),
            _("Kind regards,") + f"\n{request.user.get_full_name()}".replace("%", "%%"),
        ]
        return {
            "subject": (_("Somebody of us at “%(title)s”?") % values)[:160],
            "body": "\n\n".join(part % values for part in parts if part) + "\n",
            "letter": secrets.token_hex(8),
        }
