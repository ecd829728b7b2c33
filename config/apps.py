from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class LeaderAdminConfig(AdminConfig):
    """The admin is the leader's place of work: our own site object, found by every app's admin package."""

    default_site = "network.admin.site.LeaderSite"


class RoofConfig(AppConfig):
    """No models: the commands that stand above every app, such as demo, serve and doctor."""

    name = "config"
