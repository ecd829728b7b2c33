"""The report: sections and figures that each app contributes and every screen shows alike.

An app's `report.py` registers functions:

    @report.register(order=10)
    def podia(network: Network, period: report.Period) -> report.Section: ...

A figure says how it is counted and where its rows stand. A function asks a fixed number of queries.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from network.models import Network


@dataclass(frozen=True)
class Period:
    """Local days from `start` up to, not including, `end`."""

    start: date
    end: date

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year + 1, 1, 1))


@dataclass(frozen=True)
class Figure:
    key: str  # stable: "reached"
    label: str  # "entrepreneurs reached"
    value: int | Decimal
    rule: str  # how it is counted, in a sentence
    url: str = ""  # the rows behind it, in the leader's admin
    target: int | Decimal | None = None
    estimated: int | Decimal | None = None  # the part of the value that is an estimate
    unit: str = ""  # "€"

    @property
    def full(self) -> int | Decimal:
        """Where a bar of it ends: at the target, or beyond it once that is passed."""
        return max(self.value, self.target or 0)


@dataclass(frozen=True)
class Table:
    """Rows beside or behind a chart: the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | Decimal, ...], ...]


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    text: str = ""
    order: int = field(default=0, compare=False)

    def figure(self, key: str) -> Figure:
        return next(figure for figure in self.figures if figure.key == key)


Contributor = Callable[[Network, Period], Section | None]
_contributors: list[tuple[int, Contributor]] = []


def register(*, order: int) -> Callable[[Contributor], Contributor]:
    """Sections come in the order given, low first; None leaves a section out."""

    def add(contributor: Contributor) -> Contributor:
        if all(known is not contributor for _order, known in _contributors):
            _contributors.append((order, contributor))
            _contributors.sort(key=lambda entry: entry[0])
        return contributor

    return add


def sections(network: Network, period: Period) -> list[Section]:
    found = (contributor(network, period) for _order, contributor in _contributors)
    return [section for section in found if section is not None]


def figures(network: Network, period: Period) -> dict[str, Figure]:
    """Every figure of every section by its key: what the cockpit and the home page pick from."""
    return {figure.key: figure for section in sections(network, period) for figure in section.figures}
