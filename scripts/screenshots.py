"""The pictures of the README, taken from the demonstration in a throw-away folder: `make screenshots`."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests import servers

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 860}


def links(log: Path, process: subprocess.Popen) -> dict[str, str]:
    """The sign-in links, once the demonstration has printed them."""
    deadline = time.monotonic() + 180
    while "Mail lands in" not in log.read_text():
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"The demonstration did not start:\n{log.read_text()}")
        time.sleep(0.2)
    return {
        f"{role} {slug}": link for role, slug, link in re.findall(r"(\w+), (\w+) +(http\S+)", log.read_text())
    }


def signed_in(browser: Browser, link: str, size: dict) -> Page:
    page = browser.new_context(viewport=size, locale="nl-NL", device_scale_factor=1.5).new_page()
    page.goto(link)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    return page


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    target = TARGET / f"{name}.jpg"
    page.screenshot(path=target, type="jpeg", quality=82)
    print(target.relative_to(ROOT), f"{target.stat().st_size // 1024} kB")


def main() -> int:
    chromium = servers.chromium()
    if not chromium:
        raise SystemExit("No Chromium: install the package chromium.")
    TARGET.mkdir(parents=True, exist_ok=True)
    port = servers.free_port()
    with tempfile.TemporaryDirectory(prefix="koploper-pictures-") as folder:
        log = Path(folder) / "said.txt"
        with log.open("w") as output:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--demo", "--port", str(port)],
                cwd=ROOT,
                env={**os.environ, "VAR_DIR": folder, "PYTHONUNBUFFERED": "1"},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            at = links(log, process)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=chromium, args=servers.CHROMIUM_ARGUMENTS
                )
                visitor = browser.new_context(
                    viewport=LAPTOP, locale="nl-NL", device_scale_factor=1.5
                ).new_page()
                visitor.goto(f"http://pioniers.localhost:{port}/")
                take(visitor, "home")
                take(signed_in(browser, at["leader pioniers"], LAPTOP), "cockpit")
                take(signed_in(browser, at["ambassador pioniers"], PHONE), "mijn")
                browser.close()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(40)
    return 0


if __name__ == "__main__":
    sys.exit(main())
