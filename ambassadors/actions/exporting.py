"""Take-my-data: everything the network keeps about one person, as JSON, CSV, files and a readable page."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import IO, Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import FileField, ForeignKey, ManyToManyField, Model, Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _

from ambassadors.models import Person
from network import messages
from network.models import Message, User
from network.privacy import about_others, described_models, finders, ways
from network.tables import harmless

SECRETS = frozenset({"password", "calendar_token", "form_token", "token", "session_key"})
"""Keys to somebody's account or feed, and form tokens: of no use to a reader, of use to a thief."""
NOT_THEIRS = frozenset({"official_signature", "logo"})
"""Files in rows about somebody that belong to somebody else."""
ACCOUNT_TABLES: tuple[type[Model], ...] = (EmailAddress, UserSession, Authenticator)


@dataclass
class Table:
    """The rows of one kind; every row by the name of its field."""

    name: str
    title: str
    columns: dict[str, str]
    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def shown(self) -> Iterator[list[tuple[str, Any]]]:
        """For a reader: what is filled in, under its own title."""
        for row in self.rows:
            yield [(self.columns[name], value) for name, value in row.items() if value not in ("", None, [])]


def tables_about(person: Person) -> list[Table]:
    """Every table with a row about the person, found by reference, account or e-mail address."""
    tables = []
    for model in (*described_models(), *ACCOUNT_TABLES, *_histories()):
        if model in finders:
            if found := finders[model](person):
                columns = {name: capfirst(name) for name in found[0]}
                tables.append(Table(model._meta.model_name or "", _title(model), columns, list(found)))
            continue
        rows = _rows_about(model, person)
        if rows is not None and (table := _table(model, rows)).rows:
            tables.append(table)
    return tables


def write_archive(person: Person, target: IO[bytes]) -> None:
    """The ZIP: `gegevens.json`, a CSV per table, the files, and `lees-mij.html` to read them all."""
    tables = tables_about(person)
    made_at = timezone.localtime()
    files = list(_files_about(person))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("gegevens.json", _as_json(person, tables, made_at))
        for table in tables:
            archive.writestr(f"tabellen/{table.name}.csv", _as_csv(table))
        kept = []
        for name in files:
            if default_storage.exists(name):
                with default_storage.open(name) as stored:
                    archive.writestr(f"bestanden/{name}", stored.read())
                kept.append(name)
        context = {"person": person, "tables": tables, "files": kept, "made_at": made_at}
        archive.writestr("lees-mij.html", render_to_string("ambassadors/my/archive.html", context))
        archive.writestr("lees-mij.css", render_to_string("ambassadors/my/archive.css"))


def archive_name(person: Person) -> str:
    return f"{slugify(person.network.name)}-{person.slug}-{timezone.localdate():%Y-%m-%d}.zip"


# --- which rows ---------------------------------------------------------------------------------------


def _rows_about(model: type[Model], person: Person) -> QuerySet | None:
    """None when nothing in the table can be about somebody."""
    if model is User:
        return User.objects.filter(people=person)
    ways: list[Q] = []
    others = about_others.get(getattr(model, "instance_type", model), frozenset())
    if issubclass(model, Person) or model.__name__ == "HistoricalPerson":
        ways.append(Q(id=person.pk))
    for each in model._meta.get_fields():
        if each.name in others:
            continue
        if isinstance(each, ForeignKey | ManyToManyField) and each.related_model is Person:
            ways.append(Q(**{each.name: person}))
        elif isinstance(each, ForeignKey) and each.related_model is User and each.name == "user":
            if person.user_id:
                ways.append(Q(**{each.name: person.user_id}))
        elif each.name in ("email", "recipient", "contact_email") and person.email:
            ways.append(Q(**{f"{each.name}__iexact": person.email}))
        elif each.name == "for_person":
            ways.append(Q(**{each.name: person.pk}))
    if not ways:
        return None
    rows = model._default_manager.filter(reduce(or_, ways)).order_by("pk").distinct()
    if model is Message:
        rows = rows.exclude(kind__in=[kind.name for kind in messages.kinds() if kind.secret])
    if any(each.name == "network" for each in model._meta.get_fields()):
        rows = rows.filter(network=person.network_id)
    return rows


def _histories() -> list[type[Model]]:
    """Earlier versions of the records; the history of a many-to-many table only repeats them."""
    return [
        model
        for model in apps.get_models()
        if model.__name__.startswith("Historical") and "_" not in model.__name__
    ]


def _title(model: type[Model]) -> str:
    if original := getattr(model, "instance_type", None):
        return _("Earlier versions: %(what)s") % {"what": original._meta.verbose_name_plural}
    if model is UserSession:  # allauth names it in English only
        return _("Where you are signed in")
    return capfirst(str(model._meta.verbose_name_plural))


def _table(model: type[Model], rows: QuerySet) -> Table:
    hidden = SECRETS | {"data"} if model is Authenticator else SECRETS
    fields = [each for each in model._meta.concrete_fields if each.name not in hidden]
    table = Table(
        model._meta.model_name or "",
        _title(model),
        {each.name: capfirst(str(each.verbose_name)) for each in fields},
    )
    to_many = [each for each in model._meta.many_to_many if each.related_model is not Person]
    references = [each.name for each in fields if isinstance(each, ForeignKey)]
    for row in rows.select_related(*references).prefetch_related(*(each.name for each in to_many)):
        values = {each.name: _plain(row, each) for each in fields}
        values |= {each.name: [str(one) for one in getattr(row, each.name).all()] for each in to_many}
        table.rows.append(values)
    table.columns |= {each.name: capfirst(str(each.verbose_name)) for each in to_many}
    return table


def _plain(row: Model, each: Any) -> Any:
    """A value as it is written: names for references, words for choices."""
    if isinstance(each, ForeignKey):
        other = getattr(row, each.name)
        return None if other is None else str(other)
    value = getattr(row, each.attname)
    if isinstance(each, FileField):
        return value.name if value else ""
    if each.choices and value not in (None, ""):
        return str(dict(each.flatchoices).get(value, value))
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return value


def _files_about(person: Person) -> Iterator[str]:
    """Names in the storage: portrait, photos of podia and stories, plaques."""
    seen = set()
    for model in described_models():
        files = [
            each
            for each in model._meta.concrete_fields
            if isinstance(each, FileField) and each.name not in NOT_THEIRS
        ]
        if not files:
            continue
        rows = _rows_about(model, person)
        if model in ways:
            rows = model._default_manager.filter(**{ways[model]: person}).order_by("pk")
        for row in rows if rows is not None else ():
            for each in files:
                name = getattr(row, each.attname).name
                if name and name not in seen:
                    seen.add(name)
                    yield name


# --- how they are written -----------------------------------------------------------------------------


def _as_json(person: Person, tables: list[Table], made_at: datetime) -> str:
    content = {
        "network": person.network.name,
        "person": person.full_name,
        "made_at": made_at.isoformat(timespec="seconds"),
        "tables": {table.name: table.rows for table in tables},
    }
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _as_csv(table: Table) -> str:
    """For a Dutch Excel: a BOM, semicolons, and no cell that it would take for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe_cell(title) for title in table.columns.values()])
    for row in table.rows:
        writer.writerow([safe_cell(row[name]) for name in table.columns])
    return "\ufeff" + out.getvalue()


def safe_cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    text = ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
    return harmless(text)
