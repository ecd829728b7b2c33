import signal
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import embedded, health
from network import clock
from network.actions import doorbell, signing_in
from network.models import Network, RoleKind, User


class Stopped(Exception):
    """Ctrl-C, or the system asked us to end."""


class Command(BaseCommand):
    help = "Everything on this machine in one go: web server, worker and clock. Ctrl-C stops all."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--demo", action="store_true", help="with the demonstration networks and sign-in links"
        )
        parser.add_argument("--reset", action="store_true", help="start over with an empty database")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EMBEDDED:
            raise CommandError(
                "This is for one machine without servers; docs/production.md says how to run others."
            )
        port, demo = options["port"], options["demo"]
        if embedded.is_taken(port):
            raise CommandError(
                f"Port {port} is in use; choose another one, for example: make demo PORT={port + 1}"
            )
        settings.SITE_PORT = "" if port == 80 else str(port)
        (Path(settings.VAR_DIR) / "port").write_text(settings.SITE_PORT)
        settings.DEMO = demo
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)

        logs = Path(settings.VAR_DIR) / "log"
        logs.mkdir(parents=True, exist_ok=True)
        household = embedded.Household({"SITE_PORT": settings.SITE_PORT, "DEMO": str(demo).lower()}, logs)
        pango = health.pango()
        if pango.state != health.State.OK:
            self.stdout.write(f"Pango is {pango.says}. {pango.mend}")
        try:
            if options["reset"]:
                embedded.forget_everything()
            if health.migrations().state == health.State.OK:
                household.start(port)  # they start up while we look whether anything is to be made
                self.prepare(demo)
            else:
                self.stdout.write("Making the database …")
                call_command("migrate", verbosity=0)
                self.prepare(demo)
                household.start(port)
            embedded.wait_until_ready(port, household.fallen)
            doorbell.ring("network.tasks.sweep_outbox")  # what waited while nothing ran
            self.greet(port, demo)
            while not (name := household.fallen()):
                time.sleep(0.5)
            raise embedded.CannotServe(f"The {name} stopped by itself.")
        except Stopped:
            self.stdout.write("\nStopping; the data stays.")
        except embedded.CannotServe as fault:
            raise CommandError(f"{fault} What it said last is in {logs}.") from fault
        finally:
            household.stop()

    def prepare(self, demo: bool) -> None:
        call_command("prepare", verbosity=0, stdout=StringIO())
        if demo:
            if not Network.objects.exists():
                self.stdout.write("Filling the demonstration networks …")
            call_command("demo", verbosity=0, stdout=StringIO())

    def greet(self, port: int, demo: bool) -> None:
        say = self.stdout.write
        say("")
        say("Koploper is running. Ctrl-C stops it; the data stays.")
        for network in Network.objects.prefetch_related("hosts").order_by("pk"):
            hosts = [host.host for host in network.hosts.all()]
            if hosts:
                say(f"  {network.name:22}{_address(hosts[0], port)}")
        if not Network.objects.exists():
            say("  There is no network yet: manage.py create_network SLUG --name NAME --host localhost")
        if demo:
            say("")
            say("Sign-in links, each for one use within the hour:")
            for label, network, user, next_page in visitors():
                say(f"  {label:22}{signing_in.one_time_link(user, network, next=next_page)}")
            say("")
            say(f"Also at {_address('localhost', port)}   Mail lands in {settings.OUTBOX_FOLDER}")
            say("A new link for anybody: manage.py sign_in E-MAIL")


def visitors() -> Iterator[tuple[str, Network, User, str]]:
    """Somebody of each role, with the page where their day begins."""
    for network in Network.objects.filter(slug__in=("pioniers", "brabant")).order_by("-slug"):
        users = User.objects.order_by("pk")
        who = {
            "leader": (users.filter(roles__network=network, roles__kind=RoleKind.LEADER), "/beheer/"),
            "ambassador": (users.filter(people__in=network.people.current(clock.today())), "/mijn/"),
            "client": (users.filter(roles__network=network, roles__kind=RoleKind.CLIENT), "/beheer/"),
            "fan": (users.filter(fan_contacts__fan__network=network), "/"),
        }
        for role, (those, page) in who.items():
            if user := those.first():
                yield f"{role}, {network.slug}", network, user, page


def _address(host: str, port: int) -> str:
    return f"http://{host}/" if port == 80 else f"http://{host}:{port}/"


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped
