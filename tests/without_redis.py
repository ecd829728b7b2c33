"""Asks pages in a process of its own, whose Redis is away; prints each answer as JSON.

python -m tests.without_redis HOST EMAIL
"""

import json
import sys
import time


def main(host: str, email: str) -> None:
    import django

    django.setup()
    from django.test import Client
    from django.urls import reverse

    from network.models import Message, User

    browser = Client(headers={"host": host})
    answers = []

    def ask(method: str, name: str, *args: object) -> None:
        begun = time.monotonic()
        response = getattr(browser, method)(reverse(name, args=args))
        answers.append([name, response.status_code, time.monotonic() - begun])

    for _again in range(10):
        ask("get", "home")
        ask("get", "contact")
    browser.force_login(User.objects.get(email=email), backend="django.contrib.auth.backends.ModelBackend")
    for message in Message.objects.order_by("pk"):
        ask("get", "admin:network_message_change", message.pk)
        ask("post", "admin:network_message_do", message.pk, "hold")
        ask("post", "admin:network_message_do", message.pk, "release")  # rings the bell
    print(json.dumps(answers), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
