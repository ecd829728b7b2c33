"""What is over, and what is done with it: each app's `retention_rules.py` adds its rules.

    @rule("mails", title=_("mails"), covers=(Message,), term="mails")
    def mails(network, before):
        return Message.objects.filter(network=network, created_at__lt=before)

    @mails.forget
    def _(rows): ...

A rule names what it covers; what it finds must no longer be found once it was forgotten. No figure changes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from network import clock
from network.models import Network, RetentionTerms
from network.months import months_before

Text = str | Promise
Over = Callable[[Network | None, datetime], "QuerySet[Any]"]
Forget = Callable[["QuerySet[Any]"], None]


@dataclass
class Rule:
    """What ends the keeping of some rows. `over` gets the moment before which it must have ended."""

    name: str
    title: Text
    covers: tuple[type[Model], ...]
    over: Over
    term: str = ""  # of the network's own terms, in months
    fixed: timedelta = timedelta(0)  # where no network can choose
    is_global: bool = False  # not of one network: accounts and their traces
    _forget: Forget | None = field(default=None, repr=False)

    def also_covers(self, *models: type[Model]) -> None:
        """What another app lets go of by the same rule."""
        self.covers += models

    def forget(self, function: Forget) -> Forget:
        self._forget = function
        return function

    def carry_out(self, rows: "QuerySet[Any]") -> None:
        assert self._forget is not None, self.name
        self._forget(rows)

    def before(self, network: Network | None, now: datetime) -> datetime:
        """Whatever ended before this moment is over."""
        if self.term and network is not None:
            return so_long_ago(now, getattr(RetentionTerms.of(network), self.term))
        return now - self.fixed

    def found(self, network: Network | None, now: datetime) -> "QuerySet[Any]":
        return self.over(network, self.before(network, now))


rules: dict[str, Rule] = {}


def rule(
    name: str,
    *,
    title: Text,
    covers: tuple[type[Model], ...],
    term: str = "",
    fixed: timedelta = timedelta(0),
    is_global: bool = False,
) -> Callable[[Over], Rule]:
    def register(over: Over) -> Rule:
        made = Rule(name, title, covers, over, term, fixed, is_global)
        rules[name] = made
        return made

    return register


def so_long_ago(moment: datetime, months: int) -> datetime:
    """The same local hour so many months before `moment`."""
    local = timezone.localtime(moment)
    return clock.moment(months_before(local.date(), months), local.time())
