"""The chase as the leader sees it: who gets what and why before it runs, and the tasks it leaves."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ambassadors.actions import keeping_contact
from ambassadors.admin.forms import TalkForm
from ambassadors.commitment import State
from ambassadors.models import ContactKind, Person
from events import chase
from events.actions import chasing
from events.chase_reasons import sentence
from events.chase_rules import MAILS
from events.models import ChaseStep, StepKind
from events.standing import STATE_NAMES, standing_of
from network import clock, previews
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import back, page
from network.admin.shared import avatar
from network.permissions import NetworkRequest

navigation.add(navigation.Group.WORK, 55, gettext_lazy("Reminders"), "admin:chase_preview")


@admin.register(ChaseStep)
class ChaseStepAdmin(NetworkModelAdmin):
    """What the chase did. A record, not a form."""

    addable = False
    changeable = False
    list_display = ("who", "kind", "planned_for", "reason", "how_it_went")
    list_filter = ("kind",)
    list_select_related = ("person", "message")
    search_fields = ("person__first_name", "person__last_name")

    @admin.display(description=gettext_lazy("who"), ordering="person__last_name")
    def who(self, step: ChaseStep) -> SafeString:
        return format_html(
            '<span class="who">{}<span><b>{}</b></span></span>', avatar(step.person), step.person.full_name
        )

    @admin.display(description=gettext_lazy("how it went"))
    def how_it_went(self, step: ChaseStep) -> str:
        if step.handled_at:
            return _("done")
        if step.lapsed_at:
            return _("no longer needed")
        return step.message.get_state_display() if step.message else _("waits for you")

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("vooruitblik/", view(preview), name="chase_preview"),
            path("vooruitblik/<int:person>/", view(mail), name="chase_mail"),
            path("<int:pk>/gebeld/", view(task), name="chase_task"),
            *super().get_urls(),
        ]


def preview(request: NetworkRequest) -> HttpResponse:
    """Who would get what tonight, and why; the button runs it now."""
    network = request.network
    today = clock.today()
    if request.method == "POST":
        taken = chasing.run(network, on=today)
        total = sum(taken.values())
        messages.success(
            request,
            ngettext("%(n)d step is taken.", "%(n)d steps are taken.", total) % {"n": total}
            if total
            else _("Nothing had to happen."),
        )
        return redirect(reverse("admin:chase_preview"))
    lines = list(chase.survey(network, today))
    people = Person.objects.filter(network=network).in_bulk({line.person_id for line in lines})
    rows: list[dict[str, Any]] = [
        {
            "person": people[line.person_id],
            "url": reverse("admin:ambassadors_person_overview", args=[line.person_id]),
            "standing": line.standing,
            "state": STATE_NAMES[line.standing.state],
            "warm": line.standing.state in (State.BEHIND, State.MISSED),
            "step": StepKind(line.decision.step).label if line.decision.step else "",
            "mail_url": reverse("admin:chase_mail", args=[line.person_id])
            if line.decision.step in MAILS
            else "",
            "planned_for": line.decision.planned_for,
            "reason": sentence(line.decision, line.standing),
        }
        for line in lines
        if line.person_id in people
    ]
    rows.sort(key=lambda row: (row["person"].last_name.lower(), row["person"].first_name.lower()))
    return page(
        request,
        "events/admin/chase.html",
        _("Reminders"),
        {
            "now": [row for row in rows if row["step"]],
            "quiet": [row for row in rows if not row["step"]],
            "is_on": network.chase_active,
            "log_url": reverse("admin:events_chasestep_changelist"),
            "outbox_url": reverse("admin:network_message_changelist"),
        },
    )


def mail(request: NetworkRequest, person: int) -> HttpResponse:
    """The mails that somebody would get tonight, as they would leave now. Nothing is written."""
    network = request.network
    who = get_object_or_404(Person, pk=person, network=network)
    made = [chasing.preview(network, who, line) for line in chase.survey_of(network, [who.pk], clock.today())]
    nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
    return page(
        request,
        "events/admin/chase_mail.html",
        _("What %(name)s would get") % {"name": who},
        {
            "person": who,
            "mails": [
                {
                    "subject": one.subject,
                    "text": one.text,
                    "frame": previews.frame(one.html, nonce=nonce, title=_("The mail as it is sent")),
                }
                for one in made
                if one
            ],
        },
    )


def task(request: NetworkRequest, pk: int) -> HttpResponse:
    """A call, or a talk about a year: the talk is written down and the task is done."""
    steps = ChaseStep.objects.filter(person__network=request.network, kind__in=StepKind.tasks())
    step = get_object_or_404(steps.select_related("person__network"), pk=pk)
    at_once = request.method == "POST" and "at_once" in request.POST
    called = {"date": clock.today(), "kind": ContactKind.CALL}
    form = TalkForm(called if at_once else request.POST if request.method == "POST" else None)
    if at_once and (step.handled_at or step.lapsed_at):  # the second half of a double click
        return back(request)
    if request.method == "POST" and form.is_valid():
        keeping_contact.write_down(by=request.user, person=step.person, **form.cleaned_data)
        chasing.handle(step, by=request.user)
        messages.success(request, _("The talk with %(name)s is written down.") % {"name": step.person})
        return back(request)
    title = _("Call %(name)s") if step.kind == StepKind.CALL else _("Talk over the year with %(name)s")
    return page(
        request,
        "ambassadors/admin/talk.html",
        title % {"name": step.person},
        {
            "person": step.person,
            "form": form,
            "reason": step.reason,
            "reason_on": step.planned_for,
            "settled": step.handled_at or step.lapsed_at,
            "standing": standing_of(step.person, clock.today()),
            "phone": step.person.phone,
        },
        status=422 if form.is_bound else 200,
    )
