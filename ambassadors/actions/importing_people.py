"""People, their company and their terms from a table.

Who is known by e-mail address in the network is updated, everybody else is added; every row may bring a term.
An empty cell leaves what is known as it is. A term that is already there is no fault; one that shares a day
with another term of the same person is. The order of rows counts: of two values for one person the last wins.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from ambassadors.models import Employment, Person, ProfileType, Term
from ambassadors.models.people import free_slug
from network import clock
from network.actions import importing
from network.actions import importing_cells as cells
from network.actions.importing import Change, Column, Fault, Plan, Row
from network.models import Company, Network, User

profile_type = cells.choice(ProfileType.values, ProfileType.choices)
COLUMNS = (
    Column(
        "email",
        cells.email,
        required=True,
        filled=True,
        about=gettext_lazy("who is known by it is updated"),
        also=("e-mail", "e-mailadres", "emailadres"),
    ),
    Column("first_name", cells.text(60), required=True, about=gettext_lazy("first name"), also=("voornaam",)),
    Column(
        "infix",
        cells.text(20),
        about=gettext_lazy("such as van, de or ter"),
        also=(
            "tussenvoegsel",
            "tussenvoegsels",
        ),
    ),
    Column("last_name", cells.text(80), required=True, about=gettext_lazy("last name"), also=("achternaam",)),
    Column(
        "company",
        cells.text(150),
        about=gettext_lazy("where they work now"),
        also=(
            "bedrijf",
            "organisatie",
        ),
    ),
    Column("sector", cells.text(80), about=gettext_lazy("of the company")),
    Column(
        "employees",
        cells.whole_number,
        about=gettext_lazy("how many people work there"),
        also=("medewerkers",),
    ),
    Column("place", cells.text(80), about=gettext_lazy("of the company"), also=("plaats",)),
    Column(
        "profile_type",
        profile_type,
        about=gettext_lazy("director, teacher, coach, seller or player"),
        also=("profieltype",),
    ),
    Column(
        "second_profile_type",
        profile_type,
        about=gettext_lazy("the same words; may be empty"),
        also=("tweede profieltype",),
    ),
    Column(
        "term_start",
        cells.day,
        about=gettext_lazy("first day; empty for a candidate"),
        also=("begin termijn",),
    ),
    Column(
        "term_end",
        cells.day,
        about=gettext_lazy("the first day after"),
        also=("einde termijn",),
    ),
)
EXAMPLE = (
    ("sanne@voorbeeld.example", "Sanne", "van der", "Pol", "Pol Agro", "agro", "9", "Hardenberg", "coach", "",
     "2026-04-01", "2029-04-01"),
    ("okke@voorbeeld.example", "Okke", "de", "Wit", "Wit ICT", "ICT", "18", "Zwolle", "director", "seller",
     "", ""),
)  # fmt: skip
LONG_ENOUGH = timedelta(days=60)
OF_PERSON = ("first_name", "infix", "last_name", "profile_type", "second_profile_type")
OF_COMPANY = ("sector", "employees", "place")


def plan_people(network: Network, content: bytes) -> Plan:
    """What a table of people would do to a network. Whoever calls it holds the transaction."""
    rows, faults = importing.read(content, COLUMNS)
    plan = Plan(rows=len(rows), faults=faults)
    work = _Work(network, plan)
    work.load(rows)
    for row in rows:
        work.take(row)
    plan.faults.sort()
    plan.summary = work.summary()
    if work.has_running_terms():
        plan.notices.append(
            _(
                "There are terms that run already. Import their podia today as well, or switch the reminders"
                " off for a while: otherwise whoever has no podium here yet is reminded of it tonight."
            )
        )
    plan.carry_out = work.carry_out
    return plan


@dataclass
class _Draft:
    """One person of the file, known or new, with what the file changes."""

    person: Person
    is_new: bool
    changed: set[str] = field(default_factory=set)
    employment: Employment | None = None
    spans: list[tuple[date, date]] = field(default_factory=list)
    company: str = ""  # key of the company they are to work for, when the file says so


class _Work:
    def __init__(self, network: Network, plan: Plan) -> None:
        self.network = network
        self.plan = plan
        self.today = clock.today()
        self.drafts: dict[str, _Draft] = {}
        self.companies: dict[str, Company] = {}
        self.changed_companies: dict[str, set[str]] = defaultdict(set)
        self.terms: list[tuple[_Draft, Term]] = []
        self.known_terms = 0

    # --- reading what is there -------------------------------------------------------------------------

    def load(self, rows: list[Row]) -> None:
        emails = {row["email"] for row in rows}
        for part in importing.in_parts(sorted(emails)):
            people = Person.objects.filter(network=self.network).annotate(lower=Lower("email"))
            for person in people.filter(lower__in=part):
                self.drafts[person.email.lower()] = _Draft(person, is_new=False)
        by_id = {draft.person.pk: draft for draft in self.drafts.values()}
        for part in importing.in_parts(by_id):
            for person_id, start, end in (
                Term.objects.filter(person_id__in=part).order_by().values_list("person_id", "start", "end")
            ):
                by_id[person_id].spans.append((start, end))
            employments = Employment.objects.filter(person_id__in=part).current(self.today)
            for employment in employments.select_related("company").oldest_first():
                by_id[employment.person_id].employment = employment
                self.companies.setdefault(_key(employment.company.name), employment.company)
        if any(row.get("company") for row in rows):
            for company in Company.objects.filter(network=self.network).order_by("-pk"):
                self.companies.setdefault(_key(company.name), company)

    # --- one row ---------------------------------------------------------------------------------------

    def take(self, row: Row) -> None:
        draft = self.drafts.get(row["email"])
        if draft is None:
            missing = [name for name in ("first_name", "last_name") if not row.get(name)]
            for name in missing:
                self._fault(row, name, _("A new person needs this. Fill it in."))
            if missing:
                return
            person = Person(network=self.network, email=row["email"])
            draft = self.drafts[row["email"]] = _Draft(person, is_new=True)
            for name in OF_PERSON:
                setattr(person, name, row.get(name) or "")
            self._change(row, draft, _("new person"))
        else:
            self._update(row, draft)
        if draft.person.second_profile_type and (
            draft.person.second_profile_type == draft.person.profile_type
        ):
            self._fault(row, "second_profile_type", _("The second profile type must differ from the first."))
        self._take_company(row, draft)
        self._take_term(row, draft)

    def _update(self, row: Row, draft: _Draft) -> None:
        names = []
        for name in OF_PERSON:
            value = row.get(name)
            if value and value != getattr(draft.person, name):
                setattr(draft.person, name, value)
                draft.changed.add(name)
                names.append(str(Person._meta.get_field(name).verbose_name))  # type: ignore[union-attr]
        if names:
            self._change(row, draft, _("changed: %(fields)s") % {"fields": ", ".join(names)})

    def _take_company(self, row: Row, draft: _Draft) -> None:
        details = {name: row[name] for name in OF_COMPANY if row.get(name) is not None}
        name = row.get("company")
        if name:
            key = _key(name)
            if draft.company != key and not self._works_at(draft, key):
                draft.company = key
                if not draft.is_new:
                    self._change(row, draft, _("now works at %(company)s") % {"company": name})
            elif self._works_at(draft, key):
                draft.company = ""
        elif draft.company or draft.employment:
            key = draft.company or _key(draft.employment.company.name)  # type: ignore[union-attr]
        else:
            if details:
                self.plan.notices.append(
                    _("Row %(row)d: %(columns)s left out, for there is no company.")
                    % {"row": row.number, "columns": ", ".join(details)}
                )
            return
        company = self.companies.get(key)
        if company is None:
            company = self.companies[key] = Company(network=self.network, name=name or "")
        for field_name, value in details.items():
            if getattr(company, field_name) != value:
                setattr(company, field_name, value)
                if company.pk:
                    self.changed_companies[key].add(field_name)

    def _works_at(self, draft: _Draft, key: str) -> bool:
        return draft.employment is not None and _key(draft.employment.company.name) == key

    def _take_term(self, row: Row, draft: _Draft) -> None:
        start, end = row.get("term_start"), row.get("term_end")
        if start is None and end is None:
            return
        if start is None or end is None:
            empty = "term_start" if start is None else "term_end"
            self._fault(row, empty, _("A term needs a first day and a first day after. Fill in both."))
            return
        if end <= start:
            self._fault(row, "term_end", _("The end must come after the start."))
            return
        if (start, end) in draft.spans:
            self.known_terms += 1
            return
        for other_start, other_end in draft.spans:
            if start < other_end and other_start < end:
                self._fault(
                    row,
                    "term_start",
                    _("This term shares days with the term %(start)s – %(end)s of the same person.")
                    % {"start": f"{other_start:%d-%m-%Y}", "end": f"{other_end:%d-%m-%Y}"},
                )
                return
        draft.spans.append((start, end))
        self.terms.append((draft, Term(start=start, end=end)))
        self._change(
            row,
            draft,
            _("term %(start)s – %(end)s") % {"start": f"{start:%d-%m-%Y}", "end": f"{end:%d-%m-%Y}"},
        )

    def _fault(self, row: Row, column: str, message: str) -> None:
        self.plan.faults.append(Fault(row.number, column, message))

    def _change(self, row: Row, draft: _Draft, what: str) -> None:
        self.plan.changes.append(Change(row.number, draft.person.full_name, what))

    def has_running_terms(self) -> bool:
        """New here, and begun so long ago that the chase may find them behind."""
        begun = self.today - LONG_ENOUGH
        return self.network.chase_active and any(
            term.start < begun and self.today < term.end for _draft, term in self.terms
        )

    # --- all or nothing --------------------------------------------------------------------------------

    def summary(self) -> list[str]:
        new = sum(draft.is_new for draft in self.drafts.values())
        changed = sum(bool(draft.changed) for draft in self.drafts.values() if not draft.is_new)
        companies = sum(company.pk is None for company in self.companies.values())
        lines = [
            ngettext("%(n)d person added", "%(n)d people added", new) % {"n": new},
            ngettext("%(n)d person changed", "%(n)d people changed", changed) % {"n": changed},
            ngettext("%(n)d term added", "%(n)d terms added", len(self.terms)) % {"n": len(self.terms)},
            ngettext("%(n)d company added", "%(n)d companies added", companies) % {"n": companies},
        ]
        if moved := sum(bool(draft.company) for draft in self.drafts.values() if not draft.is_new):
            lines.append(
                ngettext("%(n)d person works elsewhere now", "%(n)d people work elsewhere now", moved)
                % {"n": moved}
            )
        if corrected := len(self.changed_companies):
            lines.append(
                ngettext("%(n)d company changed", "%(n)d companies changed", corrected) % {"n": corrected}
            )
        if self.known_terms:
            lines.append(
                ngettext("%(n)d term was already there", "%(n)d terms were already there", self.known_terms)
                % {"n": self.known_terms}
            )
        return lines

    def carry_out(self, by: User | None) -> None:
        why = {"default_user": by, "default_change_reason": "import", "batch_size": importing.AT_ONCE}
        added = [company for company in self.companies.values() if company.pk is None]
        bulk_create_with_history(added, Company, **why)
        if self.changed_companies:
            corrected = [self.companies[key] for key in self.changed_companies]
            bulk_update_with_history(corrected, Company, list(OF_COMPANY), **why)
        people = [draft.person for draft in self.drafts.values() if draft.is_new]
        self._give_slugs(people)
        bulk_create_with_history(people, Person, **why)
        changed = [draft.person for draft in self.drafts.values() if draft.changed and not draft.is_new]
        if changed:
            bulk_update_with_history(changed, Person, list(OF_PERSON), **why)
        self._move(why)
        for draft, term in self.terms:
            term.person = draft.person
        bulk_create_with_history([term for _draft, term in self.terms], Term, **why)

    def _move(self, why: dict) -> None:
        """Work elsewhere from today; what began today or later is put right instead of ended."""
        begun, ended, corrected = [], [], []
        for draft in self.drafts.values():
            if not draft.company:
                continue
            company, old = self.companies[draft.company], draft.employment
            if old is None:
                begun.append(Employment(person=draft.person, company=company))
            elif old.start and old.start >= self.today:
                old.company = company
                corrected.append(old)
            else:
                old.end = self.today
                ended.append(old)
                begun.append(Employment(person=draft.person, company=company, start=self.today))
        if ended:
            bulk_update_with_history(ended, Employment, ["end"], **why)
        if corrected:
            bulk_update_with_history(corrected, Employment, ["company"], **why)
        bulk_create_with_history(begun, Employment, **why)

    def _give_slugs(self, people: list[Person]) -> None:
        if not people:
            return
        taken = set(Person.objects.filter(network=self.network).values_list("slug", flat=True))
        for person in people:
            person.slug = free_slug(person.full_name, taken)
            taken.add(person.slug)


def _key(name: str) -> str:
    return name.strip().lower()
