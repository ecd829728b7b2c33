"""A report as something that is shown: made of the records of today, or thawed from what was frozen.

Page, PDF and workbook are made of a `Document` and know nothing of where it came from.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils import translation

from network import report
from network.models import Network, Report

INTRODUCTION, CLOSING = "introduction", "closing"


@dataclass(frozen=True)
class Document:
    network: Network
    title: str
    period: report.Period
    language: str
    sections: tuple[report.Section, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    approved_at: datetime | None = None
    approved_by: str = ""
    digest: str = ""
    _sheets: tuple[report.Sheet, ...] | None = None  # None: asked of the records when they are needed

    @property
    def on(self) -> date:
        """The last day that counts."""
        return self.period.last_counted

    @property
    def introduction(self) -> str:
        return self.texts.get(INTRODUCTION, "")

    @property
    def closing(self) -> str:
        return self.texts.get(CLOSING, "")

    @property
    def charts(self) -> list[report.Chart]:
        return [chart for section in self.sections for chart in section.charts]

    def sheets(self) -> tuple[report.Sheet, ...]:
        if self._sheets is None:
            with translation.override(self.language):
                return tuple(report.sheets(self.network, self.period))
        return self._sheets

    def figure(self, key: str) -> report.Figure | None:
        found = (figure for section in self.sections for figure in section.figures if figure.key == key)
        return next(found, None)

    def sheet(self, key: str) -> report.Sheet | None:
        if self._sheets is None:
            with translation.override(self.language):
                return next(iter(report.sheets(self.network, self.period, only=[key])), None)
        return next((sheet for sheet in self._sheets if sheet.key == key), None)


def live(
    network: Network,
    period: report.Period,
    *,
    language: str,
    title: str,
    texts: Mapping[str, Mapping[str, str]] | None = None,
) -> Document:
    with translation.override(language):
        sections = tuple(report.sections(network, period))
    return Document(network, title, period, language, sections, (texts or {}).get(language, {}))


def of_report(found: Report, language: str) -> Document:
    """A draft follows the records; an approved report says what it said on its day."""
    if found.frozen is None:
        period = report.Period(found.start, found.end)
        return live(found.network, period, language=language, title=found.title, texts=found.texts)
    content = found.frozen["languages"][language]
    return Document(
        network=found.network,
        title=found.title,
        period=report.Period(found.start, found.end, on=date.fromisoformat(found.frozen["on"])),
        language=language,
        sections=tuple(_section(one) for one in content["sections"]),
        texts=found.texts.get(language, {}),
        approved_at=found.approved_at,
        approved_by=found.frozen["approved_by"],
        digest=found.digest,
        _sheets=tuple(_sheet(one) for one in content["sheets"]),
    )


# --- Freezing ------------------------------------------------------------------------------------------


def frozen(network: Network, period: report.Period, approved_by: str) -> dict[str, Any]:
    """Figures and rows in every language, as plain values; titles of podia and stories name nobody in it."""
    languages = {}
    say = report.nameless(network)
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            languages[language] = {
                "sections": [_plain(asdict(one), say) for one in report.sections(network, period)],
                "sheets": [_plain(asdict(one), say) for one in report.sheets(network, period)],
            }
    return {"on": period.last_counted.isoformat(), "approved_by": approved_by, "languages": languages}


def digest_of(content: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    """The same for the same content: who prints it shows which one it was."""
    told = json.dumps([content, texts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _plain(value: Any, say: Callable[[str], str]) -> Any:
    """Days and exact numbers say what they are, so that they come back as they went in."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one, say) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one, say) for one in value]
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, Decimal):
        return {"number": str(value)}
    return value if value is None or isinstance(value, bool | int) else say(str(value))


def _value(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"day"}:
        return date.fromisoformat(value["day"])
    if isinstance(value, dict) and set(value) == {"number"}:
        return Decimal(value["number"])
    return value


def _values(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(_value(value) for value in values)


def _section(data: dict[str, Any]) -> report.Section:
    return report.Section(
        key=data["key"],
        title=data["title"],
        figures=tuple(_figure(one) for one in data["figures"]),
        tables=tuple(_table(one) for one in data["tables"]),
        charts=tuple(_chart(one) for one in data["charts"]),
        text=data["text"],
        order=data["order"],
    )


def _figure(data: dict[str, Any]) -> report.Figure:
    given = {name: _value(value) for name, value in data.items()}
    expected = data["expected"]
    given["missing"] = tuple(report.Missing(**one) for one in data["missing"])
    given["expected"] = expected and report.Expected(**{key: _value(one) for key, one in expected.items()})
    return report.Figure(**given)


def _table(data: dict[str, Any]) -> report.Table:
    return report.Table(data["caption"], tuple(data["columns"]), tuple(_values(row) for row in data["rows"]))


def _chart(data: dict[str, Any]) -> report.Chart:
    bars = tuple(report.Bar(**one) for one in data["bars"])
    return report.Chart(data["key"], data["caption"], bars, _table(data["table"]))


def _sheet(data: dict[str, Any]) -> report.Sheet:
    rows = tuple(report.Row(_values(row["cells"]), row["counts"], row["url"]) for row in data["rows"])
    return report.Sheet(data["key"], data["title"], tuple(data["columns"]), rows)
