"""The report: sections and figures that each app contributes and every screen shows alike.

An app's `report.py` registers functions that ask a fixed number of queries:

    @report.register(order=10)
    def podia(network: Network, period: report.Period) -> report.Section: ...

    @report.register_sheet("podia")
    def podia_rows(network: Network, period: report.Period) -> report.Sheet: ...

A figure says how it is counted, how much of it is sure, what is missing, and on which sheet its rows stand.
Each row of a sheet says what it adds to which figure, so that the rows of a figure always add up to it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from network import clock
from network.models import Network

Number = int | Decimal
Cell = str | int | Decimal | date | None


@dataclass(frozen=True)
class Period:
    """Local days from `start` up to, not including, `end`, as they stood on the day `on` (None: today)."""

    start: date
    end: date
    on: date | None = None

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @property
    def last_counted(self) -> date:
        return min(self.on or clock.today(), self.end - timedelta(days=1))

    @property
    def until(self) -> date:
        """The day after the last one that counts: nothing of the future does."""
        return max(self.last_counted + timedelta(days=1), self.start)


@dataclass(frozen=True)
class Missing:
    """What would make a figure better: how many, and where they stand."""

    label: str
    count: int
    url: str = ""


@dataclass(frozen=True)
class Expected:
    """Where a figure will probably stand on a day: four in five end between low and high."""

    day: date
    amount: int
    low: int
    high: int


@dataclass(frozen=True)
class Figure:
    key: str  # stable: "reached"
    label: str  # "entrepreneurs reached"
    value: Number
    rule: str  # how it is counted, in a sentence
    url: str = ""  # the rows behind it, in the leader's admin
    target: Number | None = None
    estimated: Number | None = None  # the part of the value that is an estimate
    confirmed: Number | None = None  # the part that two sides agree on
    unit: str = ""  # "€"
    sheet: str = ""  # the sheet on which its rows stand
    missing: tuple[Missing, ...] = ()
    expected: Expected | None = None

    @property
    def full(self) -> Number:
        """Where a bar of it ends: at the target, or beyond it once that is passed."""
        return max(self.value, self.target or 0)


@dataclass(frozen=True)
class Table:
    """Rows beside or behind a chart: the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | Decimal, ...], ...]


@dataclass(frozen=True)
class Bar:
    label: str
    value: int
    sure: int | None = None  # the part that is confirmed; None: not told apart
    note: str = ""  # said behind the value
    mark: int | None = None  # how far it would reach in proportion to the audience; None: not known


@dataclass(frozen=True)
class Chart:
    """Bars with their values; the table beside it says the same."""

    key: str
    caption: str
    bars: tuple[Bar, ...]
    table: Table


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    text: str = ""
    order: int = field(default=0, compare=False)

    def figure(self, key: str) -> Figure:
        return next(figure for figure in self.figures if figure.key == key)


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    counts: dict[str, int]  # what it adds to which figure
    url: str = ""  # the thing itself, in the leader's admin


@dataclass(frozen=True)
class Sheet:
    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def behind(self, figure: str) -> list[Row]:
        return [row for row in self.rows if row.counts.get(figure)]

    def total(self, figure: str) -> int:
        return sum(row.counts.get(figure, 0) for row in self.rows)


Names = Callable[[Network], Iterable[str]]
_names: list[Names] = []


def register_names(names: Names) -> Names:
    """Of people whom an app knows: a report that is frozen outlives what may be kept of them."""
    if names not in _names:
        _names.append(names)
    return names


def nameless(network: Network) -> Callable[[str], str]:
    """Takes the names of everybody who is known today out of a text, such as the title of a podium."""
    known = {" ".join(name.split()) for names in _names for name in names(network)}
    longest_first = sorted((name for name in known if " " in name), key=len, reverse=True)
    if not longest_first:
        return lambda text: text
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    return lambda text: pattern.sub("…", text)


Contributor = Callable[[Network, Period], Section | None]
Rows = Callable[[Network, Period], Sheet]
_contributors: list[tuple[int, Contributor]] = []
_of_own_periods: set[Contributor] = set()
_sheets: dict[str, Rows] = {}


def register(*, order: int, own_periods: bool = False) -> Callable[[Contributor], Contributor]:
    """Sections come in the order given, low first; None leaves a section out.

    `own_periods`: its figures are counted over days of their own, such as those of a target.
    """

    def add(contributor: Contributor) -> Contributor:
        if own_periods:
            _of_own_periods.add(contributor)
        if all(known is not contributor for _order, known in _contributors):
            _contributors.append((order, contributor))
            _contributors.sort(key=lambda entry: entry[0])
        return contributor

    return add


def register_sheet(key: str) -> Callable[[Rows], Rows]:
    def add(rows: Rows) -> Rows:
        _sheets[key] = rows
        return rows

    return add


def sections(network: Network, period: Period) -> list[Section]:
    found = (contributor(network, period) for _order, contributor in _contributors)
    return [section for section in found if section is not None]


def happened(network: Network, period: Period) -> list[Figure]:
    """The figures of what happened in a period, and of nothing outside it."""
    found = (
        contributor(network, period)
        for _order, contributor in _contributors
        if contributor not in _of_own_periods
    )
    return [figure for section in found if section for figure in section.figures]


def sheets(network: Network, period: Period, only: Iterable[str] | None = None) -> list[Sheet]:
    """The rows behind the figures; `only` some of them."""
    wanted = _sheets if only is None else [key for key in only if key in _sheets]
    return [_sheets[key](network, period) for key in wanted]


def figures(network: Network, period: Period) -> dict[str, Figure]:
    """Every figure of every section by its key: what the cockpit and the home page pick from."""
    return {figure.key: figure for section in sections(network, period) for figure in section.figures}
