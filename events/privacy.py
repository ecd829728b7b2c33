"""What is kept of podia and the chase, and why."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.privacy.keeping import AFTER_LEAVING
from events import models
from network.privacy import (
    AS_LONG_AS_THE_NETWORK,
    Basis,
    Gone,
    Subject,
    Term,
    about_another,
    describe,
    erases,
    found_by,
)

FOR_THE_REPORT = _("As long as the network gives account of its results.")
ACCOUNTED_FOR = Term(
    FOR_THE_REPORT,
    because=_("The account counts podia and who stood on them; on request what was told of them goes."),
)
describe(
    models.Podium,
    purpose=_("To show where ambassadors speak, and whom they reach."),
    basis=Basis.CONTRACT,
    retention=ACCOUNTED_FOR,
    public=[
        "kind", "status", "title", "date", "start_time", "end_time", "place", "host", "host_name", "reached",
        "link", "photo", "photo_alt",
    ],
    personal=["ambassadors", "outcome", "notes", "logged_by"],
    internal=[
        "network", "origin", "request", "expected", "audience", "audience_by_host", "counted", "evidence",
        "checked_in",
        "is_private", "is_open", "changed_on",
        "outcome_asked_at", "logged_at", "sequence", "form_token",
    ],
)  # fmt: skip
describe(
    models.PodiumDraft,
    purpose=_("To lose nothing of what somebody types."),
    basis=Basis.CONTRACT,
    retention=Term(_("Until the podium is written down, at most thirty days."), rules=("drafts",)),
    personal=["person", "values", "photo"],
    internal=["token", "saved_at"],
)
describe(
    models.Offer,
    purpose=_("To ask an ambassador for a podium, and to know what they said."),
    basis=Basis.CONTRACT,
    retention=Term(
        _("Until two years after the request or the last term, unless the network set another term."),
        rules=("requests", "members"),
    ),
    personal=["person", "state", "words", "offered_by", "answered_at", "answer"],
    internal=["request", "offered_at", "answer_before", "reminded_at", "escalated_at"],
)
describe(
    models.MatchingWeight,
    purpose=_("To suggest whoever suits a request."),
    basis=Basis.NONE_NEEDED,
    retention=FOR_THE_REPORT,
    internal=["network", "name", "weight"],
)
describe(
    models.PodiumFile,
    purpose=_("To prepare a podium together, and to hear from the host how it went."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=Term(_("Two years after the podium, unless the network set another term."), rules=("files",)),
    personal=["contact", "host_email", "host_name", "host_language", "host_answered_at", "host_words"],
    internal=[
        "podium", "public", "goal", "briefing", "technique", "materials", "route", "host_says",
        "reminded_for", "host_asked_for", "opened_at",
    ],
)  # fmt: skip
describe(
    models.ChecklistItem,
    purpose=_("To prepare a podium together, and to hear from the host how it went."),
    basis=Basis.NONE_NEEDED,
    retention=_("Two years after the podium."),
    internal=["file", "text", "side", "done_at", "done_by"],
)
describe(
    models.FileNote,
    purpose=_("To prepare a podium together, and to hear from the host how it went."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=Term(_("Two years after the podium, unless the network set another term."), rules=("files",)),
    personal=["side", "name", "text", "written_at"],
    internal=["file"],
)
describe(
    models.PodiumRequest,
    purpose=_("To find an ambassador for whoever asks for one."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=Term(
        _("Two years after it was closed, unless the network set another term."), rules=("requests",)
    ),
    personal=[
        "host_name", "contact_name", "contact_email", "description", "preferred", "owner", "closed_by",
        "language",
    ],
    internal=[
        "network", "state", "title", "kind", "date", "start_time", "end_time", "place", "region", "theme",
        "sector", "host", "story", "audience", "due_on", "suspicion", "form_token", "asked_at", "changed_at",
        "answered_at", "closed_at",
    ],
)  # fmt: skip
describe(
    models.Contribution,
    purpose=_("To see what an ambassador does beside podia."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    personal=["person", "date", "title", "notes"],
)
describe(
    models.ChaseStep,
    purpose=_("To remind somebody once, and not again."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    personal=[
        "person", "year_start", "year_end", "missing", "kind", "decided_on", "planned_for", "reason",
        "message", "handled_at", "handled_by", "lapsed_at",
    ],
)  # fmt: skip

describe(
    models.FanCalendar,
    purpose=_("To see meetings of fans that could use an ambassador."),
    basis=Basis.NONE_NEEDED,
    retention=_("As long as the fan lets us read it."),
    internal=["fan", "address", "etag", "last_modified", "read_at", "fault", "failing_since"],
)
describe(
    models.FanMeeting,
    purpose=_("To see meetings of fans that could use an ambassador."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=Term(_("Until the meeting is over or no longer announced."), job="read-calendars"),
    personal=["title", "place", "link"],
    internal=["calendar", "uid", "starts", "ends", "all_day", "kind", "dismissed_at", "proposed_at"],
)

TWO_YEARS_AFTER_THE_LAST_STEP = Term(
    _(
        "Personal details two years after the last step, unless the network set another term; the company "
        "and its steps stay."
    ),
    rules=("leads", "strangers"),
)

describe(
    models.BusinessCard,
    purpose=_("To lead an audience to the story of an ambassador and to the team."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    public=["code"],
    personal=["person"],
    internal=["network", "podium", "created_at"],
)
for about_nobody in (models.AudienceCheckIn, models.AudienceFeedback):
    describe(
        about_nobody,
        purpose=_("To count an audience and hear what it thought, without knowing who."),
        basis=Basis.NONE_NEEDED,
        retention=FOR_THE_REPORT,
        internal=[field.name for field in about_nobody._meta.concrete_fields],
    )
describe(
    models.Lead,
    purpose=_("To answer an entrepreneur who asked for more, and to hear what came of it."),
    basis=Basis.CONSENT,
    retention=TWO_YEARS_AFTER_THE_LAST_STEP,
    personal=[
        "name", "email", "phone", "company_name", "kvk_number", "place", "question", "suspicion", "step",
        "closed_because", "consent_text", "consent_at", "tells_bringer", "brought_by", "owner",
    ],
    internal=[
        "network", "source", "card", "podium", "language", "region", "theme", "company", "received_at",
        "form_token", "token_hash", "token_until", "confirmed_at", "held_at", "refused_at", "stage",
        "answer_by", "answered_at", "referred_at", "first_step_at", "activated_on", "proof", "closed_at",
        "duplicate_of", "answer_reminded_at", "step_reminded_at", "changed_at", "erased_at",
    ],
)  # fmt: skip
describe(
    models.LeadEvent,
    purpose=_("To know what was done about a question, and by whom."),
    basis=Basis.CONSENT,
    retention=TWO_YEARS_AFTER_THE_LAST_STEP,
    personal=["text", "by"],
    internal=["lead", "kind", "at"],
)
describe(
    models.LeadCheckIn,
    purpose=_("To ask twice what came of it, and no more."),
    basis=Basis.CONSENT,
    retention=TWO_YEARS_AFTER_THE_LAST_STEP,
    personal=["answer", "line", "story", "asked_at", "answered_at"],
    internal=["lead", "months"],
)
describe(
    models.ReferralPartner,
    purpose=_("To know where an entrepreneur can be helped on, and whether there is room."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=Term(
        _("As long as it can be referred to, and two years after."), rules=("referral_places",)
    ),
    personal=["contact_name", "contact_email"],
    internal=[
        "network", "kind", "name", "fan", "description", "link", "themes", "regions", "capacity", "until",
        "is_active",
    ],
)  # fmt: skip
describe(
    models.Referral,
    purpose=_("To know who was sent where, and to give a place back."),
    basis=Basis.CONSENT,
    retention=TWO_YEARS_AFTER_THE_LAST_STEP,
    personal=["by", "note"],
    internal=["lead", "partner", "at", "released_at"],
)

describe(
    models.Subscription,
    purpose=_("To send the newsletter to who asked for it, and to show that they did."),
    basis=Basis.CONSENT,
    retention=Term(_("Until the reader stops; not confirmed: seven days."), rules=("readers",)),
    personal=["email", "language", "consent_text", "asked_at", "confirmed_at"],
    internal=["network"],
)


def _own_subscription(person: Any) -> list[dict[str, str]]:
    """By the address: a reader need not be anybody we know."""
    rows = models.Subscription.objects.filter(network=person.network_id, email__iexact=person.email or "-")
    return [{"email": row.email, "asked_at": str(row.asked_at)} for row in rows]


found_by(models.Subscription, _own_subscription)


def _announced(person: Any) -> list[dict[str, str]]:
    """Meetings of fans whose announcement holds their name."""
    rows = models.FanMeeting.objects.naming(person.full_name, person.network_id).soonest_first()
    return [{"title": row.title, "place": row.place, "starts": str(row.starts)} for row in rows]


found_by(models.FanMeeting, _announced)


@erases
def _erase_announcements(subject: Subject) -> list[Gone]:
    """Emptied and put aside: what is put aside is not read again while it is announced."""
    name = str(subject.person.full_name if subject.person else subject.name)
    if not name or not subject.on_request:
        return []
    rows = models.FanMeeting.objects.naming(name, subject.network.pk)
    count = rows.update(title="", place="", link="", dismissed_at=timezone.now())
    return [Gone(models.FanMeeting, count, "emptied")] if count else []


def _leads(person: Any) -> list[dict[str, str]]:
    """What somebody asked; and of whom they brought what they also see in Mijn: that it came to something."""
    rows = (
        models.Lead.objects.filter(network=person.network_id)
        .prefetch_related("check_ins__story")
        .order_by("received_at", "pk")
    )
    brought = rows.filter(brought_by=person).genuine()
    asked = rows.filter(email__iexact=person.email) if person.email else rows.none()
    fields = ("name", "email", "phone", "company_name", "place", "question", "consent_text")
    return [
        {
            gettext("received"): f"{localtime(lead.received_at):%Y-%m-%d}",
            gettext("stage"): str(lead.get_stage_display()),
            gettext("brought by you"): gettext("no") if is_own else gettext("yes"),
            **{name: getattr(lead, name) if is_own else "" for name in fields},
            gettext("told"): _told(lead) if is_own else "",
        }
        for is_own, found in ((True, asked), (False, brought.exclude(Q(pk__in=asked.values("pk")))))
        for lead in found
    ]


def _told(lead: models.Lead) -> str:
    """What they answered after three and six months, and which story helped."""
    answers = sorted(lead.check_ins.all(), key=lambda one: one.months)
    return "; ".join(
        ", ".join(filter(None, (str(one.get_answer_display()), one.line, str(one.story or ""))))
        for one in answers
        if one.answered_at
    )


found_by(models.Lead, _leads)
about_another(models.Lead, "brought_by")
# Whoever asks for somebody by name remains the one whose request it is.
about_another(models.PodiumRequest, "preferred")
describe(
    models.Newsletter,
    purpose=_("To tell readers what is new."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    public=["title", "title_en", "introduction", "introduction_en", "stories", "tools", "sent_at"],
    internal=["network", "with_agenda", "created_at", "created_by", "sent_by", "readers"],
)
