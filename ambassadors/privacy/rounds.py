"""Of candidates, judges and appointments."""

from django.utils.translation import gettext_lazy as _

from ambassadors import candidacy, models
from ambassadors.privacy.keeping import AFTER_THE_ROUND, FOR_GOOD
from network.privacy import (
    AS_LONG_AS_THE_NETWORK,
    Basis,
    Term,
    about_another,
    describe,
    found_by,
    kept_with_name,
    reached_by,
)

describe(
    models.AppointmentRound,
    purpose=_("To appoint ambassadors, and to be able to show it."),
    basis=Basis.PUBLIC_TASK,
    retention=FOR_GOOD,
    public=[
        "year", "ceremony_on", "place", "official_name", "official_title", "official_title_en",
        "official_signature",
    ],
    personal=["chosen"],
    internal=[
        "network", "opens_on", "nominations_until", "decide_on", "answer_by", "settled_at", "settled_by",
        "appointed_at", "appointed_by",
    ],
)  # fmt: skip
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
describe(
    models.Nomination,
    purpose=_("To choose, in one round, the ambassadors who fit the network."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_THE_ROUND,
    personal=[
        "person", "round", "look_again_on", "selected_at", "selected_by", "told_at", "told_by", "agreed_at",
    ],
    sensitive=["status"],
    internal=["network", "public_id", "held_because", "created_at", "changed_at"],
)  # fmt: skip
describe(
    models.Voice,
    purpose=_("To know who put a candidate forward and why, and to tell them the outcome."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_THE_ROUND,
    personal=[
        "nomination",
        "source",
        "person",
        "fan_contact",
        "user",
        "name",
        "email",
        "written_name",
        "answers",
    ],
    sensitive=["why"],
    internal=["outcome_told_at", "created_at"],
)
describe(
    models.NominationStep,
    purpose=_("To be able to explain how a candidate was judged."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_THE_ROUND,
    personal=["nomination", "kind", "at", "by"],
    sensitive=["before", "after", "why"],
)
describe(
    models.ApartPair,
    purpose=_("To warn only once that two people may be the same."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_THE_ROUND,
    personal=["first", "second", "by"],
    internal=["network", "at"],
)
describe(
    models.Pearl,
    purpose=_("To remember for a few weeks who might become a candidate."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=Term(_("At most 28 days, then gone by itself."), rules=("scouting",)),
    personal=["name", "company", "place", "found_where", "next_step", "created_by"],
    sensitive=["why"],
    internal=["network", "expires_on", "created_at"],
)
describe(
    models.Criterion,
    purpose=_("To judge every candidate by the same measure."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    internal=["network", "name", "name_en", "guidance", "weight", "highest", "place", "is_in_use"],
)
describe(
    models.Assessment,
    purpose=_("To judge candidates by more than one pair of eyes."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_THE_ROUND,
    personal=["nomination", "assessor", "asked_at", "asked_by", "submitted_at"],
    sensitive=["facts"],
)
describe(
    models.Score,
    purpose=_("To judge candidates by more than one pair of eyes."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_THE_ROUND,
    sensitive=["assessment", "criterion", "value"],
)
describe(
    models.Invitation,
    purpose=_("To ask a candidate to become ambassador, and to keep the answer."),
    basis=Basis.CONTRACT,
    retention=AFTER_THE_ROUND,
    personal=["nomination", "charter", "sent_on", "answer_by", "answer", "answered_at", "available"],
    sensitive=["decline_reason", "remark"],
    internal=["reminded_14_at", "reminded_3_at", "withdrawn_at"],
)
describe(
    models.RoundRules,
    purpose=_("To plan rounds, and to say how candidates come in and are judged."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    internal=[
        "network", "ceremony_month", "ceremony_day", "opens_days", "closes_days", "decides_days",
        "answers_days", "public_page", "questions", "blind_fields", "scouting_days",
    ],
)  # fmt: skip
describe(
    models.RoundStep,
    purpose=_("To do every step of a round once."),
    basis=Basis.NONE_NEEDED,
    retention=FOR_GOOD,
    internal=["round", "kind", "due_on", "done_at", "messages"],
)
for counted, rows in {
    models.Voice: candidacy.voices,
    models.NominationStep: candidacy.steps,
    models.Assessment: candidacy.assessments,
    models.Invitation: candidacy.invitations,
}.items():
    found_by(counted, rows)
# Whom somebody was taken for is another's name.
about_another(models.ApartPair, "first", "second")
kept_with_name.add(models.Appointment)
reached_by(models.PlaqueFile, "appointment__person")
