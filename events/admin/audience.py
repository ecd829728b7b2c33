"""What the hall itself said about a podium, by the QR code; nobody knows who."""

from django.db.models import Avg, Count, Q
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import AudienceFeedback, Plan, Podium

MOST_LINES = 5


def from_the_hall(podium: Podium) -> SafeString:
    """Check-ins, how useful it was, how many will do something, and a few lines; two queries."""
    feedback = AudienceFeedback.objects.filter(card__podium=podium.pk or 0, is_held=False)
    found = feedback.aggregate(
        number=Count("pk"), useful=Avg("useful"), moved=Count("pk", filter=Q(plan__in=[Plan.TRY, Plan.TALK]))
    )
    parts = [
        ngettext("%d entrepreneur checked in", "%d entrepreneurs checked in", podium.checked_in)
        % podium.checked_in
    ]
    if found["number"]:
        parts += [
            ngettext("%d opinion", "%d opinions", found["number"]) % found["number"],
            _("useful: %(n)s of 5") % {"n": number_format(found["useful"], 1)},
            ngettext("%d will do something with it", "%d will do something with it", found["moved"])
            % found["moved"],
        ]
    lines = list(feedback.exclude(line="").order_by("-at").values_list("line", flat=True)[:MOST_LINES])
    said = format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line,) for line in lines)))
    return format_html("{}{}", " · ".join(parts), said if lines else "")
