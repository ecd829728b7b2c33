"""Of ambassadors themselves: who they are, their terms, pauses, talks, consents and what comes after."""

from django.utils.translation import gettext_lazy as _

from ambassadors import models
from ambassadors.privacy.keeping import AFTER_LEAVING, FOR_GOOD
from network.privacy import AS_LONG_AS_THE_NETWORK, Basis, Term, describe

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
    internal=[
        "network", "calendar_token", "created_at", "changed_at", "forgotten_at", "sizes_of", "no_sizes_of",
    ],
)  # fmt: skip
describe(
    models.Employment,
    purpose=_("To know for which company an ambassador speaks."),
    basis=Basis.CONTRACT,
    retention=AFTER_LEAVING,
    personal=["person", "company", "role", "role_en", "start", "end"],
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
    models.ConsentText,
    purpose=_("To know what exactly somebody agreed to."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
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
    models.TermExtension,
    purpose=_("To know for how long somebody is ambassador, and what was agreed about it."),
    basis=Basis.CONTRACT,
    retention=FOR_GOOD,
    personal=["term", "round", "talk", "end_before", "end_after", "at", "by"],
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
    retention=AS_LONG_AS_THE_NETWORK,
    internal=["network", "year", "title", "on", "place", "words", "sent_at", "sent_by", "invited"],
)
describe(
    models.Expectation,
    purpose=_("To say what ambassadors can expect of the project leader."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
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
