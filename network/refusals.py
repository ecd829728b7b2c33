"""What the database refuses, said in the reader's language.

Constraints are the contract (STYLE, habit 7); two people can still reach one at the same moment, past the
forms. Their sentence is the one the constraint carries.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import IntegrityError
from django.db.models import Field, Model, UniqueConstraint
from django.utils.translation import gettext_lazy as _

OVERLAP = _("This person already has a term in these days.")
IN_GENERAL = _("This does not go together with what is already there. Look at the page again and change it.")
STILL_USED = _("This is still in use elsewhere, so it has to stay.")


def sentence_for(error: IntegrityError) -> str:
    """Why the database said no."""
    text = _constraint_named_by(error)
    if "term_overlap" in text:
        return str(OVERLAP)
    if "FOREIGN KEY" in text.upper():
        return str(STILL_USED)
    sentences = _sentences()
    name = next((name for name in sorted(sentences, key=len, reverse=True) if name in text), None)
    return str(sentences[name]) if name else str(IN_GENERAL)


def _constraint_named_by(error: IntegrityError) -> str:
    cause = getattr(error, "__cause__", None)
    diagnosis = getattr(cause, "diag", None)
    named = getattr(diagnosis, "constraint_name", None)
    return named or str(error)


@cache
def _sentences() -> dict[str, Any]:
    """By what either engine says: the constraint's name, or SQLite's list of columns."""
    found: dict[str, Any] = {}
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            sentence = constraint.violation_error_message
            if sentence == constraint.default_violation_error_message:
                sentence = IN_GENERAL
            found[constraint.name] = sentence
            if isinstance(constraint, UniqueConstraint) and constraint.fields:
                columns = (_column(model, name) for name in constraint.fields)
                found[", ".join(f"{model._meta.db_table}.{column}" for column in columns)] = sentence
    return found


def _column(model: type[Model], name: str) -> str:
    field = model._meta.get_field(name)
    assert isinstance(field, Field)
    return str(field.column)
