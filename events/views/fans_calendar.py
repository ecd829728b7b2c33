"""A contact person says which public calendar of theirs is read, or stops it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events import fan_links
from events.actions import reading_calendars
from events.forms.calendars import CalendarForm
from events.models import FanCalendar
from events.views.fans import contact_only, form_page
from events.views.public_requests import READ_AND_WRITE
from network.models import FanContact


@require_http_methods(READ_AND_WRITE)
@contact_only
def fan_own_calendar(request: HttpRequest, contact: FanContact) -> HttpResponse:
    calendar = FanCalendar.objects.filter(fan=contact.fan).first()
    form = CalendarForm(
        request.POST if request.method == "POST" else None,
        initial={"address": calendar.address if calendar else ""},
    )
    if request.method == "POST" and form.is_valid():
        reading_calendars.choose(fan=contact.fan, address=form.cleaned_data["address"])
        messages.success(request, said(form))
        return redirect(fan_links.fan_page_path(contact))
    return form_page(request, contact, "events/public/fan_calendar.html", form, {"calendar": calendar})


def said(form: CalendarForm) -> str:
    if form.cleaned_data["address"]:
        return _("The calendar is read tonight, and every night after.")
    return _("No calendar is read any more, and what was read from it is gone.")
