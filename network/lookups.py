from typing import Any

from django.db.models import IntegerField
from django.db.models.lookups import In

LARGEST = 2**63 - 1


@IntegerField.register_lookup
class InWithinRange(In):
    """`in` without numbers that no database can hold: nothing has them, and SQLite would fail on them.

    Django does so itself for `exact`, `gt` and the like; a list of choices in a form asks with `in`.
    """

    def get_prep_lookup(self) -> Any:
        values = super().get_prep_lookup()
        if not self.rhs_is_direct_value():
            return values
        return [value for value in values if not isinstance(value, int) or -LARGEST - 1 <= value <= LARGEST]
