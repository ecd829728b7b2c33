from ambassadors.models.assessments import Assessment, Criterion, Score
from ambassadors.models.composition import (
    Audience,
    AudienceGap,
    AudienceShare,
    OrganisationToAsk,
    Scenario,
    Trait,
)
from ambassadors.models.consents import Consent, ConsentText, Purpose
from ambassadors.models.contact import ContactKind, ContactMoment
from ambassadors.models.declarations import (
    AgeBand,
    Counted,
    Declaration,
    DeclarationRules,
    Gender,
    Origin,
    PersonalTrait,
    TraitCell,
    TraitPicture,
)
from ambassadors.models.invitations import Answer, DeclineReason, Invitation
from ambassadors.models.motives import MotiveAnswers, TypeTalk
from ambassadors.models.nominations import (
    ApartPair,
    Nomination,
    NominationSource,
    NominationStatus,
    NominationStep,
    Pearl,
    Voice,
)
from ambassadors.models.people import Employment, InnovationPhase, Person, PodiumKind, ProfileType
from ambassadors.models.round_rules import BlindField, RoundRules, RoundStep, TermExtension
from ambassadors.models.rounds import Appointment, AppointmentRound, PlaqueFile
from ambassadors.models.terms import HonoraryMembership, Pause, PauseRequest, Term

__all__ = [
    "AgeBand",
    "Answer",
    "ApartPair",
    "Appointment",
    "AppointmentRound",
    "Assessment",
    "Audience",
    "AudienceGap",
    "AudienceShare",
    "BlindField",
    "Consent",
    "ConsentText",
    "ContactKind",
    "ContactMoment",
    "Counted",
    "Criterion",
    "Declaration",
    "DeclarationRules",
    "DeclineReason",
    "Employment",
    "Gender",
    "HonoraryMembership",
    "InnovationPhase",
    "Invitation",
    "MotiveAnswers",
    "Nomination",
    "NominationSource",
    "NominationStatus",
    "NominationStep",
    "OrganisationToAsk",
    "Origin",
    "Pause",
    "PauseRequest",
    "Pearl",
    "Person",
    "PersonalTrait",
    "PlaqueFile",
    "PodiumKind",
    "ProfileType",
    "Purpose",
    "RoundRules",
    "RoundStep",
    "Scenario",
    "Score",
    "Term",
    "TermExtension",
    "Trait",
    "TraitCell",
    "TraitPicture",
    "TypeTalk",
    "Voice",
]
