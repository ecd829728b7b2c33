from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class LeaderSite(AdminSite):
    """The project leader's place of work, in the network of the host name."""

    site_header = _("Koploper")
    site_title = _("Koploper")
    index_title = _("Today")
    enable_nav_sidebar = False
