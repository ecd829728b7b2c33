"""What is kept of ambassadors, and why."""

from django.utils.translation import gettext_lazy as _

from ambassadors import models
from network.privacy import Basis, describe

AFTER_LEAVING = _("Until two years after the last term or honorary membership.")
FOR_GOOD = _("For good: it belongs to the history of the network (GDPR art. 17(3)).")

describe(
    models.Person,
    purpose=_("To present an ambassador to visitors."),
    basis=Basis.CONSENT,
    retention=_("Until the consent is withdrawn, then at once."),
    public=[
        "first_name", "infix", "last_name", "slug", "portrait", "portrait_alt", "focal_x", "focal_y",
        "themes", "liked_kinds", "travel_area", "spoken_languages", "biography", "quote",
    ],
)  # fmt: skip
describe(
    models.Person,
    purpose=_("To work with an ambassador: to reach them, and to suggest podia that fit."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    personal=[
        "user", "email", "phone", "language", "phase", "profile_type", "second_profile_type",
        "publication_consent_at",
    ],
    internal=["network", "calendar_token", "created_at", "changed_at"],
)  # fmt: skip
describe(
    models.Employment,
    purpose=_("To know for which company an ambassador speaks."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    personal=["person", "company", "role", "start", "end"],
)
describe(
    models.ContactMoment,
    purpose=_("To give every ambassador attention, and to keep what was agreed."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_LEAVING,
    sensitive=["summary", "needs"],
    personal=["person", "date", "kind", "follow_up_on", "followed_up_at", "by"],
)
describe(
    models.Term,
    purpose=_("To know who is ambassador, and for how long."),
    basis=Basis.CONTRACT,
    retention=FOR_GOOD,
    personal=["person", "start", "end", "planned_end", "ended_by"],
    sensitive=["ending"],
)
for model, names in {
    models.Pause: ["person", "start", "end"],
    models.PauseRequest: ["person", "start", "end", "requested_at", "decided_at", "decided_by", "pause"],
}.items():
    describe(
        model,
        purpose=_("To ask nothing of an ambassador for a while."),
        basis=Basis.CONTRACT,
        retention=_("Until two years after the pause."),
        personal=names,
        sensitive=["reason"],
    )
describe(
    models.HonoraryMembership,
    purpose=_("To keep former ambassadors attached."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    personal=["person", "start", "end"],
)
describe(
    models.AppointmentRound,
    purpose=_("To appoint ambassadors, and to be able to show it."),
    basis=Basis.PUBLIC_TASK,
    retention=FOR_GOOD,
    public=["year", "ceremony_on", "place", "official_name", "official_title", "official_signature"],
    personal=["chosen"],
    internal=["network", "appointed_at", "appointed_by"],
)
describe(
    models.Appointment,
    purpose=_("To make a plaque, and to confirm that it is real."),
    basis=Basis.PUBLIC_TASK,
    retention=FOR_GOOD,
    public=["serial_number", "public_id", "name", "company", "place"],
    personal=["person", "term"],
    internal=["round"],
)
describe(
    models.PlaqueFile,
    purpose=_("To print a plaque again."),
    basis=Basis.PUBLIC_TASK,
    retention=FOR_GOOD,
    personal=["appointment", "file"],
    internal=["round", "variant", "sha256", "fingerprint", "pages", "made_at"],
)
