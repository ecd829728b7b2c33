import logging
import sys
from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig

OWN_APPS = ("network", "ambassadors", "knowledgebank", "events")


class LeaderAdminConfig(AdminConfig):
    """The admin is the leader's place of work: our own site object, found by every app's admin package."""

    default_site = "network.admin.site.LeaderSite"

    def ready(self) -> None:
        """Every module of an app's admin package is read; none has to be named in its `__init__`."""
        super().ready()
        for config in apps.get_app_configs():
            package = sys.modules.get(f"{config.name}.admin")
            for module in iter_modules(getattr(package, "__path__", ())):
                if config.name in OWN_APPS:
                    import_module(f"{config.name}.admin.{module.name}")


class RoofConfig(AppConfig):
    """No models: the commands that stand above every app, such as demo, serve and doctor."""

    name = "config"

    def ready(self) -> None:
        from config.translations import compile_catalogues

        try:
            compile_catalogues()
        except OSError as error:  # a read-only checkout: `manage.py prepare` belongs in its set-up
            logging.getLogger(__name__).warning("The translations could not be compiled: %s", error)
