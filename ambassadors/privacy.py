"""What is kept of ambassadors, and why."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors import candidacy, models
from ambassadors.actions import declaring
from network.privacy import Basis, Term, about_another, describe, found_by, kept_with_name, reached_by

AFTER_LEAVING = Term(
    _("Until two years after the last term or honorary membership, unless the network set another term."),
    rules=("members",),
)
AFTER_THE_ROUND = Term(
    _("Until one year after the round, unless the network set another term or the candidate was appointed."),
    rules=("candidates", "held_candidates"),
)
FOR_GOOD = Term(
    _("For good: it belongs to the history of the network (GDPR art. 17(3))."),
    because=_("Who was appointed, when and by whom is a decision that can be asked for later."),
)


def _after_the_ceremony(rule: str) -> Term:
    return Term(_("Until one year after the ceremony, unless the network set another term."), rules=(rule,))


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
        "publication_consent_at", "photos_refused_at",
    ],
    internal=["network", "calendar_token", "created_at", "changed_at", "forgotten_at"],
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
        retention=Term(
            _("Until two years after the pause."),
            rules=("pauses",) if model is models.Pause else ("pause_requests",),
        ),
        personal=names,
        sensitive=["reason"],
    )
describe(
    models.HonoraryMembership,
    purpose=_("To keep former ambassadors attached."),
    basis=Basis.CONTRACT,
    retention=FOR_GOOD,
    personal=["person", "start", "end"],
)
describe(
    models.AppointmentRound,
    purpose=_("To appoint ambassadors, and to be able to show it."),
    basis=Basis.PUBLIC_TASK,
    retention=FOR_GOOD,
    public=["year", "ceremony_on", "place", "official_name", "official_title", "official_signature"],
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
    personal=["nomination", "source", "person", "fan_contact", "user", "name", "email", "answers"],
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
    retention=_("As long as the network exists."),
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
    models.ConsentText,
    purpose=_("To know what exactly somebody agreed to."),
    basis=Basis.NONE_NEEDED,
    retention=_("As long as the network exists."),
    internal=["network", "purpose", "version", "body", "body_en", "created_at", "created_by"],
)
describe(
    models.Consent,
    purpose=_("To be able to show that somebody agreed, and to what."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_LEAVING,
    personal=["person", "text", "purpose", "way", "given_at", "withdrawn_at"],
)
describe(
    models.RoundRules,
    purpose=_("To plan rounds, and to say how candidates come in and are judged."),
    basis=Basis.NONE_NEEDED,
    retention=_("As long as the network exists."),
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
describe(
    models.TermExtension,
    purpose=_("To know for how long somebody is ambassador, and what was agreed about it."),
    basis=Basis.CONTRACT,
    retention=FOR_GOOD,
    personal=["term", "round", "talk", "end_before", "end_after", "at", "by"],
)
for model, names in {
    models.Audience: ["network", "trait", "source", "as_of"],
    models.AudienceShare: ["audience", "name", "also", "weight", "place"],
    models.AudienceGap: ["network", "name", "note", "noted_on", "reached_on"],
    models.OrganisationToAsk: ["gap", "fan", "name", "asked_on", "outcome"],
}.items():
    describe(
        model,
        purpose=_("To let the group mirror its audience."),
        basis=Basis.NONE_NEEDED,
        retention=_("As long as the network exists."),
        internal=names,
    )
describe(
    models.Scenario,
    purpose=_("To compare choices of people before a round appoints them."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=Term(
        _("Until the round has appointed, and a year after, unless the network set another term."),
        rules=("scenarios",),
    ),
    personal=["people"],
    internal=["round", "name", "changed_at", "changed_by"],
)
describe(
    models.MotiveAnswers,
    purpose=_("To find out what suits an ambassador, for a talk with the project leader."),
    basis=Basis.CONSENT,
    retention=Term(
        _("Until they are taken back, then at once; at latest two years after the term."), rules=("members",)
    ),
    personal=["person", "version", "filled_at"],
    sensitive=["answers"],
)
describe(
    models.TypeTalk,
    purpose=_("To offer podia that suit an ambassador, and to know who settled that and when."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    personal=["person", "talked_on", "settled_at", "settled_by"],
    sensitive=["first", "second"],
)
describe(
    models.DeclarationRules,
    purpose=_("To ask nothing about people that the network does not need."),
    basis=Basis.NONE_NEEDED,
    retention=_("As long as the network exists."),
    internal=["network", "asks_age", "asks_gender", "asks_origin", "dpia_reference"],
)
describe(
    models.Declaration,
    purpose=_("To see whether the group mirrors its audience, in sums of at least five people."),
    basis=Basis.CONSENT,
    retention=Term(
        _("Until it is withdrawn, then at once; at latest when the term ends."), job="tidy-declarations"
    ),
    special=["box"],
)
describe(
    models.TraitPicture,
    purpose=_("To see whether the group mirrors its audience, in sums of at least five people."),
    basis=Basis.NONE_NEEDED,
    retention=_("As long as the network exists."),
    internal=["network", "trait", "year", "population", "key_check", "counted_at", "counted_by"],
)
describe(
    models.TraitCell,
    purpose=_("To see whether the group mirrors its audience, in sums of at least five people."),
    basis=Basis.NONE_NEEDED,
    retention=_("As long as the network exists."),
    internal=["picture", "classes", "count"],
)

describe(
    models.Ceremony,
    purpose=_("To appoint ambassadors, and to be able to show it."),
    basis=Basis.NONE_NEEDED,
    retention=FOR_GOOD,
    internal=[
        "round", "starts", "ends", "venue", "address", "reply_by", "words", "words_en", "sequence",
        "changed_at", "called_off_at", "called_off_why",
    ],
)  # fmt: skip
describe(
    models.CeremonyItem,
    purpose=_("To know what happens when, and who does it."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=_after_the_ceremony("running_order"),
    personal=["who"],
    internal=["ceremony", "at", "title", "note"],
)
describe(
    models.Guest,
    purpose=_("To invite guests to a ceremony, and to receive them well."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=_after_the_ceremony("guests"),
    personal=[
        "person", "name", "email", "language", "invited_at", "reminded_at", "reply", "replied_at",
        "companions", "withdrawn_at",
    ],
    sensitive=["remark"],
    internal=["ceremony", "public_id"],
)  # fmt: skip
describe(
    models.CeremonyText,
    purpose=_("To tell others about the newcomers."),
    basis=Basis.CONSENT,
    retention=_after_the_ceremony("ceremony_texts"),
    personal=["person", "body", "changed_by"],
    internal=["round", "kind", "language", "changed_at"],
)
describe(
    models.PlaqueProof,
    purpose=_("To make a plaque on which everything is right."),
    basis=Basis.CONTRACT,
    retention=_after_the_ceremony("proofs"),
    personal=["person", "name", "company", "place", "asked_at", "approved_at", "is_corrected"],
    internal=["round", "public_id"],
)
describe(
    models.Buddy,
    purpose=_("To let somebody show a newcomer around."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_LEAVING,
    personal=["newcomer", "buddy", "paired_at", "paired_by", "told_at"],
    internal=["round"],
)
describe(
    models.CeremonyPhoto,
    purpose=_("To remember a ceremony and, with consent, to show it."),
    basis=Basis.CONSENT,
    retention=AFTER_LEAVING,
    personal=["image", "alt", "credit", "people", "others_agree", "added_by"],
    internal=["round", "added_at"],
)

describe(
    models.Parting,
    purpose=_("To let a term end well: what somebody wants, and what was agreed."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    personal=[
        "term", "asked_at", "wish", "wished_at", "agreed", "agreed_at", "agreed_by", "talk",
        "carried_out_at", "thanked_at",
    ],
    sensitive=["wish_words"],
)  # fmt: skip
describe(
    models.HonoraryOccasion,
    purpose=_("To invite honorary members once a year."),
    basis=Basis.NONE_NEEDED,
    retention=_("As long as the network exists."),
    internal=["network", "year", "title", "on", "place", "words", "sent_at", "sent_by", "invited"],
)
describe(
    models.Expectation,
    purpose=_("To say what ambassadors can expect of the project leader."),
    basis=Basis.NONE_NEEDED,
    retention=_("As long as the network exists."),
    internal=["network", "is_offered", "words", "words_en", "place"],
)
describe(
    models.ClubTask,
    purpose=_("To know who takes over which task of the network."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_LEAVING,
    personal=["taken_by", "taken_at"],
    internal=["network", "title", "about", "due_on", "done_at", "created_at"],
)
describe(
    models.Spotlight,
    purpose=_("To present an ambassador to visitors."),
    basis=Basis.CONSENT,
    retention=_("Until the consent is withdrawn, then at once."),
    public=["person", "why", "why_en", "start", "end"],
    internal=["network"],
)


def _own_declaration(person: models.Person) -> list[dict[str, str]]:
    """What somebody declared is found by its pseudonym, for that person alone."""
    what = declaring.declared_by(person)
    if what is None:
        return []
    row = {
        str(trait.label): trait.classes.get(what.answers.get(trait, ""), gettext("rather not say"))
        for trait in models.PersonalTrait
    }
    agreed = {"version": what.version, "day": what.on}
    return [row | {gettext("agreed to"): gettext("text %(version)s, on %(day)s") % agreed}]


found_by(models.Declaration, _own_declaration)

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
