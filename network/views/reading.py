"""The report for whoever reads figures: the client, and whoever runs the network."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from network import clock, report
from network.permissions import NetworkRequest, readers_only, runs

YEARS_SHOWN = 6
FIRST_YEAR = 2000


@require_safe
@readers_only
def report_page(request: NetworkRequest) -> HttpResponse:
    today = clock.today()
    years = [today.year - back for back in range(YEARS_SHOWN)]
    asked = request.GET.get("jaar", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else None
    everything = report.Period(date(FIRST_YEAR, 1, 1), date(today.year + 1, 1, 1))
    context = {
        "sections": report.sections(request.network, report.Period.year(year) if year else everything),
        "years": years,
        "year": year,
        "today": today,
        "links_to_rows": runs(request.user, request.network),
    }
    return render(request, "network/report.html", context)
