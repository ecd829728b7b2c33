"""A bare Django application with the default middleware: the floor under every page. It says hello."""

import sys
import time

from django.conf import settings

if not settings.configured:
    settings.configure(
        SECRET_KEY="only-for-a-benchmark" * 3,
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.auth"],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
    )

import django
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

django.setup()


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


urlpatterns = [path("", hello)]
application = get_wsgi_application()


def measure(times: int) -> float:
    """Milliseconds of CPU for one request."""
    from django.test import Client

    client = Client()
    for _ in range(20):
        client.get("/")
    started = time.process_time()
    for _ in range(times):
        client.get("/")
    return (time.process_time() - started) / times * 1000


if __name__ == "__main__":
    print(measure(int(sys.argv[1])))
