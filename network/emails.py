"""The mails of the ground itself, and the groups of mail that every app can use."""

from django.utils.translation import gettext_lazy as _

from network.messages import register_group

CHASE = register_group(
    "chase",
    _("Reminders about your podia"),
    _("You get this mail because you promised to take the stage a few times a year."),
)
REQUESTS = register_group(
    "requests",
    _("Questions about podia"),
    _("You get this mail because you take part in the network."),
)
NEWS = register_group(
    "news",
    _("News and invitations"),
    _("You get this mail because you take part in the network."),
)
WORK = register_group(
    "work",
    _("Overviews for the project leader"),
    _("You get this mail because you run the network."),
)
# Mails that belong to something somebody just did, or to their appointment: these cannot be stopped.
SERVICE = register_group(
    "service",
    _("Answers and confirmations"),
    _("You get this mail because of something you did or agreed."),
    stoppable=False,
)
