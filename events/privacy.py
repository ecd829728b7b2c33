"""What is kept of podia and the chase, and why."""

from django.utils.translation import gettext_lazy as _

from events import models
from network.privacy import Basis, describe

FOR_THE_REPORT = _("As long as the network gives account of its results.")
AFTER_LEAVING = _("Until two years after the last term or honorary membership.")

describe(
    models.Podium,
    purpose=_("To show where ambassadors speak, and whom they reach."),
    basis=Basis.CONTRACT,
    retention=FOR_THE_REPORT,
    public=[
        "kind", "status", "title", "date", "start_time", "end_time", "place", "host", "host_name", "reached",
        "link", "photo", "photo_alt",
    ],
    personal=["ambassadors", "outcome", "notes", "logged_by"],
    internal=[
        "network", "origin", "request", "expected", "audience", "audience_by_host", "counted", "evidence",
        "is_private", "is_open", "changed_on",
        "outcome_asked_at", "logged_at", "sequence", "form_token",
    ],
)  # fmt: skip
describe(
    models.PodiumDraft,
    purpose=_("To lose nothing of what somebody types."),
    basis=Basis.CONTRACT,
    retention=_("Until the podium is written down, at most thirty days."),
    personal=["person", "values", "photo"],
    internal=["token", "saved_at"],
)
describe(
    models.PodiumRequest,
    purpose=_("To find an ambassador for whoever asks for one."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=_("Two years."),
    personal=["host_name", "contact_email", "description"],
    internal=[
        "network", "title", "kind", "date", "place", "region", "theme", "host", "audience", "asked_at",
        "closed_at",
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
