"""CPU of the search right after a change, with 200 ambassadors, 2,000 podia, 500 stories and 300 tools.

A visitor's first question after one story changed, and the next one; the same for the team, that finds every
podium too; and the worker, with nothing to write and with one story.
Run: python -m benchmarks.search
"""

import os
import tempfile
import time
from collections.abc import Callable

TIMES = 5  # measured, of which the middle one counts


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            VAR_DIR=folder, DJANGO_SETTINGS_MODULE="config.settings", DEMO="true", LOG_LEVEL="ERROR"
        )
        measure()


def measure() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks import furnished
    from knowledgebank import search, search_index
    from knowledgebank.models import StoryVersion
    from network import clock
    from network.models import Network

    call_command("migrate", verbosity=0)
    furnished.fill(10)
    network, today = Network.objects.get(), clock.today()
    version = StoryVersion.objects.order_by("pk")[3]

    def change(number: int) -> None:
        StoryVersion.objects.filter(pk=version.pk).update(title=f"Zonnebloem {number}")

    def same(_number: int) -> None:
        pass

    def ask(**eyes: bool) -> Callable[[], object]:
        return lambda: search.find(network, "rooster", "nl", eyes=search.eyes_of(**eyes))

    def rebuild() -> object:
        return search_index.rebuild(network, today)

    for name, before, work in (
        ("a visitor, after a change", change, ask()),
        ("a visitor, again", same, ask()),
        ("the team, after a change", change, ask(runs=True)),
        ("the team, again", same, ask(runs=True)),
        ("the worker, nothing to write", same, rebuild),
        ("the worker, after a change", change, rebuild),
    ):
        rebuild()
        print(f"{name:30}{middle(before, work):>8.0f} ms")


def middle(before: Callable[[int], None], work: Callable[[], object]) -> float:
    work()
    found = []
    for number in range(TIMES):
        before(number)
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return sorted(found)[TIMES // 2] * 1000


if __name__ == "__main__":
    main()
