"""Accounts as one network knows them: the name that came with the role here, else the address."""

from typing import Any

from django import forms
from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from network.models import Network, Role, User


def name_in(network: Network, account: str) -> Coalesce:
    """For `annotate`: what the account in that field is called here; empty when there is no name for it."""
    name = Role.objects.filter(network=network, user=OuterRef(account)).exclude(name="").order_by("pk")
    return Coalesce(Subquery(name.values("name")[:1]), Value(""), output_field=CharField())


def named_in(network: Network, users: QuerySet[User]) -> QuerySet[Any]:
    return users.annotate(called=name_in(network, "pk"))


class AccountField(forms.ModelChoiceField):
    """What an account is called in another network is not told in the choices either."""

    def label_from_instance(self, obj: Any) -> str:
        return getattr(obj, "called", "") or obj.email
