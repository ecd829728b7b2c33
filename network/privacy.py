"""What is kept of people: a class, purpose, basis and term for every field of every model.

An app's `privacy.py` describes its models; a test fails for a field without an entry, and the register
(GDPR art. 30) is made from it:

    privacy.describe(Person, purpose=_("…"), basis=Basis.CONTRACT, retention=_("…"),
                     public=["first_name"], personal=["phone"], internal=["slug"])
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class DataClass(StrEnum):
    PUBLIC = "public"  # shown on the site, with consent where it is about a person
    INTERNAL = "internal"  # about no person
    PERSONAL = "personal"
    SENSITIVE = "sensitive"  # personal, and it could hurt: health, absence, judgement
    SPECIAL = "special"  # GDPR art. 9


class Basis(StrEnum):
    CONSENT = "consent"
    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate_interest"
    PUBLIC_TASK = "public_task"
    NONE_NEEDED = "none_needed"  # about no person


@dataclass(frozen=True)
class Term:
    """How long something about people is kept, and what ends it: rules of `network.retention`, a job of its
    own in the clock's table, or nothing, and then why that is allowed.
    """

    words: Text
    rules: tuple[str, ...] = ()
    job: str = ""
    because: Text = ""

    def __str__(self) -> str:
        return str(self.words)


@dataclass(frozen=True)
class Entry:
    data_class: DataClass
    purpose: Text
    basis: Basis
    retention: Text | Term


register: dict[type[Model], dict[str, Entry]] = {}


def describe(
    model: type[Model],
    *,
    purpose: Text,
    basis: Basis,
    retention: Text | Term,
    public: list[str] | tuple[str, ...] = (),
    internal: list[str] | tuple[str, ...] = (),
    personal: list[str] | tuple[str, ...] = (),
    sensitive: list[str] | tuple[str, ...] = (),
    special: list[str] | tuple[str, ...] = (),
) -> None:
    """May be called more than once for a model, where purposes differ. The primary key needs no entry."""
    entries = register.setdefault(model, {})
    by_class = {
        DataClass.PUBLIC: public,
        DataClass.INTERNAL: internal,
        DataClass.PERSONAL: personal,
        DataClass.SENSITIVE: sensitive,
        DataClass.SPECIAL: special,
    }
    for data_class, names in by_class.items():
        for name in names:
            entries[name] = Entry(data_class, purpose, basis, retention)


Found = Callable[[Any], list[dict[str, str]]]
finders: dict[type[Model], Found] = {}


def found_by(model: type[Model], rows_about: Found) -> None:
    """For a table that no reference leads to: a function that gives what it holds of a person, in words."""
    finders[model] = rows_about


@dataclass(frozen=True)
class Subject:
    """Whom it is about when somebody's data goes: a person of the network, or an outsider with an address."""

    network: Any
    email: str = ""
    person: Any = None  # as the app of the people knows them
    name: str = ""
    # False: a term of years is over; name, term and what was agreed to be public stay.
    on_request: bool = True


@dataclass(frozen=True)
class Gone:
    """What an eraser did to the rows of one kind."""

    model: type[Model]
    count: int
    how: str = "removed"  # or "emptied": the row stays, for a figure, and is about nobody


Eraser = Callable[[Subject], list[Gone]]
erasers: list[Eraser] = []


def erases(function: Eraser) -> Eraser:
    """An app's own way to let somebody go, in the caller's transaction; doing it twice does nothing more."""
    erasers.append(function)
    return function


kept_with_name: set[type[Model]] = set()
"""What stays as it is when somebody is erased: a decision that was made public (GDPR art. 17(3))."""

about_others: dict[type[Model], frozenset[str]] = {}


def about_another(model: type[Model], *references: str) -> None:
    """Rows in which these references name somebody who is not the one the row is about: a lead and who
    brought it. Such a row is nobody's but the other's, so it comes along with no one else's data.
    """
    about_others[model] = frozenset(references)


ways: dict[type[Model], str] = {}


def reached_by(model: type[Model], way: str) -> None:
    """For files in a table that leads to a person in a roundabout way: the lookup."""
    ways[model] = way


def described_models() -> list[type[Model]]:
    """The models of our own apps, many-to-many tables and copies of the history apart."""
    ours = ("network", "ambassadors", "knowledgebank", "events")
    return [
        model
        for label in ours
        for model in apps.get_app_config(label).get_models()
        if not model.__name__.startswith("Historical")
    ]


def fields_without_entry() -> list[str]:
    missing = []
    for model in described_models():
        entries = register.get(model, {})
        fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
        missing += [
            f"{model._meta.label}.{field.name}"
            for field in fields
            if not field.primary_key and field.name not in entries
        ]
    return missing


# --- The ground's own models ---------------------------------------------------------------------------

AS_LONG_AS_THE_NETWORK = _("As long as the network exists.")
TWO_YEARS_AFTER = _("Until two years after the last contact.")
WITH_THE_FAN = Term(
    _("As long as the organisation is a fan; it names nobody but the one who keeps the relation."),
    because=_("Who keeps a relation is part of the work, and changes when somebody else takes over."),
)
ACCOUNTABLE = Term(
    _("As long as the network exists."),
    because=_("Who wrote and approved an account belongs to it (GDPR art. 17(3))."),
)


def _describe_own_models() -> None:
    from network import models as own

    describe(
        own.Network,
        purpose=_("To know the network, its client and its rules, and to show its house style."),
        basis=Basis.PUBLIC_TASK,
        retention=AS_LONG_AS_THE_NETWORK,
        public=[
            "slug", "name", "theme", "theme_en", "region", "client_name", "client_name_en",
            "official_name", "official_title", "official_title_en",
            "official_signature", "word_singular", "word_plural", "word_singular_en", "word_plural_en",
            "logo", "brand_colour", "accent_colour", "headline", "headline_en", "introduction",
            "introduction_en", "menu", "menu_en",
            "plaque_title", "plaque_title_en", "plaque_text", "plaque_text_en",
            "contact_email", "contact_phone", "contact_address", "english",
        ],
        internal=[
            "podia_per_year", "commitment_year", "term_years", "maximum_size", "chase_active",
            "serial_prefix", "created_at", "working_area",
        ],
    )  # fmt: skip
    for model, names in {
        own.NetworkHost: ["network", "host", "is_primary"],
        own.QuietPeriod: ["network", "name", "start", "end"],
        own.Target: ["network", "kind", "amount", "start", "end"],
        own.BudgetLine: ["network", "name", "amount", "spent"],
        own.JobRun: ["started_at", "finished_at", "outcome"],
        own.Batch: [
            "network", "kind", "subject_id", "state", "total", "done", "faults", "claimed_by", "lease_until",
            "created_at", "created_by", "finished_at",
        ],
        own.RetentionTerms: [
            "network", "candidates", "guests", "members", "requests", "files", "leads", "messages", "mails",
            "contacts",
        ],
        own.MailServer: [field.name for field in own.MailServer._meta.concrete_fields],
        own.MessageText: ["network", "kind", "variant", "language", "subject", "body"],
    }.items():  # fmt: skip
        describe(
            model,
            purpose=_("To run the network."),
            basis=Basis.NONE_NEEDED,
            retention=AS_LONG_AS_THE_NETWORK,
            internal=names,
        )
    describe(
        own.User,
        purpose=_("To let somebody sign in."),
        basis=Basis.CONTRACT,
        retention=Term(
            _("Until the person no longer has a place in any network, and half a year after."),
            rules=("accounts",),
        ),
        personal=["email", "name", "language", "last_login", "date_joined"],
        internal=["password", "is_staff", "is_superuser", "is_active", "groups", "user_permissions"],
    )
    describe(
        own.Role,
        purpose=_("To know who may do what."),
        basis=Basis.CONTRACT,
        retention=Term(
            _("Until the role is taken away."),
            because=_("Without it nobody could work; the leader takes it away, and then the row is gone."),
        ),
        personal=["user", "kind", "name"],
        internal=["network"],
    )
    describe(
        own.ListColumns,
        purpose=_("To show lists the way somebody chose."),
        basis=Basis.CONTRACT,
        retention=Term(_("Until the account goes."), rules=("accounts",)),
        personal=["user"],
        internal=["list_name", "columns"],
    )
    describe(
        own.SignIn,
        purpose=_("To sign in by mail, and to stop whoever guesses codes."),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=Term(_("One day."), rules=("sign_ins",)),
        personal=["email", "email_hash", "ip_hash"],
        internal=[
            "network", "next", "code_hash", "link_hash", "created_at", "expires_at", "used_at", "failures",
            "failed_at",
        ],
    )  # fmt: skip
    describe(
        own.Company,
        purpose=_("To show where an ambassador works, and to compare the group with its audience."),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=TWO_YEARS_AFTER,
        public=["name", "sector", "employees", "place", "region", "website"],
        internal=["network", "kvk_number", "turnover", "balance"],
    )
    describe(
        own.MergedCompany,
        purpose=_("To know what two records of one company said before they became one, and to part them."),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=TWO_YEARS_AFTER,
        internal=["company", "name", "values", "moved", "taken", "merged_at", "merged_by"],
    )
    describe(
        own.FanOrganisation,
        purpose=_("To keep the relation with organisations that offer podia."),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=WITH_THE_FAN,
        public=["name", "slug", "kind", "region", "place", "website", "description"],
        internal=["network", "members_reached", "is_public"],
        personal=["relationship_owner", "notes"],
    )
    describe(
        own.FanContact,
        purpose=_("To reach a contact person, and to hand a relation over."),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=Term(
            _("Until two years after handing over, unless the network set another term."), rules=("contacts",)
        ),
        personal=["user", "name", "email", "phone", "role", "start", "end"],
        internal=["fan"],
    )
    describe(
        own.ContactMessage,
        purpose=_("To pass on a message, and to stop abuse."),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=Term(_("One year, unless the network set another term."), rules=("messages",)),
        personal=["name", "email", "organisation", "subject", "body", "for_person", "for_name"],
        internal=["network", "state", "suspicion", "sent_at", "decided_at", "decided_by"],
    )
    describe(
        own.Message,
        purpose=_("To send somebody a mail once, and to show that it was sent."),
        basis=Basis.CONTRACT,
        retention=Term(
            _("Two years, unless the network set another term; a code or key a week."),
            rules=("mails", "sealed_mails"),
        ),
        personal=[
            "recipient", "recipient_name", "reply_to", "subject", "reason", "data", "words", "body_text",
            "body_html",
        ],
        internal=[
            "network", "kind", "key", "language", "state", "variant", "about_type", "about_id", "not_before",
            "created_at", "edited_at", "edited_by", "attempts", "next_attempt_at", "claimed_by",
            "lease_until", "handing_at", "sent_at", "message_id", "last_error",
        ],
    )  # fmt: skip
    describe(
        own.Report,
        purpose=_("To give account to the client. Its rows name organisations and places, never persons."),
        basis=Basis.PUBLIC_TASK,
        retention=ACCOUNTABLE,
        personal=["created_by", "approved_by"],
        internal=[
            "network", "title", "start", "end", "texts", "created_at", "approved_at", "frozen", "digest",
        ],
    )  # fmt: skip
    describe(
        own.Erasure,
        purpose=_("To show that somebody was erased on request, and to do it again in a backup put back."),
        basis=Basis.PUBLIC_TASK,
        retention=Term(
            _("As long as the network exists."),
            because=_("It names nobody; without it nobody could show that the request was heard."),
        ),
        personal=["done_by"],
        internal=["network", "marks", "counts", "asked_how", "done_at"],
    )
    describe(
        own.MessagePreference,
        purpose=_("To remember which mails somebody does not want."),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=Term(
            _("As long as somebody can get mail from us."),
            because=_("It is an objection: without it they would get these mails again (GDPR art. 21)."),
        ),
        personal=["email"],
        internal=["network", "group", "stopped_at"],
    )


_describe_own_models()
