from django.contrib.admin.apps import AdminConfig


class LeaderAdminConfig(AdminConfig):
    """The admin is the leader's place of work: our own site object, found by every app's admin package."""

    default_site = "network.admin.site.LeaderSite"
