"""Plaques, one file each: our press against a loop of write_pdf.

Prints CPU and wall milliseconds a plaque, the ratio to the naive loop, the largest file and the peak memory.
Run: python -m benchmarks.plaques [--sizes 1 25 250 1000] [--naive 12]
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
NAMES = ("Anouk", "Berend", "Chaima", "Dirk-Jan", "Esmée", "Ferhat", "Geke", "Hidde")
SURNAMES = ("van Verzonnen", "Bedacht", "de Denkbeeldige", "Fictief-Holterman", "ten Droom")
# Not in our time: starting the interpreter and importing the libraries, for a resident worker does that once.


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[1, 25, 250, 1000])
    options.add_argument("--naive", type=int, default=12, help="plaques the naive loop makes")
    options.add_argument("--measure", nargs=2, type=int, help=argparse.SUPPRESS)
    options.add_argument("--measure-naive", action="store_true", help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.measure:
        print(*measure(*arguments.measure))
        return
    if arguments.measure_naive:
        print(*naive_loop(arguments.naive))
        return
    heads = ("plaques", "processes", "CPU ms", "naive", "ratio", "wall ms", "naive", "ratio")
    print("".join(f"{head:>10}" for head in (*heads, "most kB", "child MB", "parent MB")))
    memory = {}
    for count in arguments.sizes:
        for processes in (1, 2):
            # Side by side: what else the machine does weighs on both.
            naive = in_own_process("--measure-naive", "--naive", str(arguments.naive))
            cpu, wall, largest, child, parent = in_own_process("--measure", str(count), str(processes))
            memory[count, processes] = child
            figures = (cpu, naive[0], cpu / naive[0], wall, naive[1], wall / naive[1])
            row = "".join(f"{figure:>10.{3 if at in (2, 5) else 1}f}" for at, figure in enumerate(figures))
            print(
                f"{count:>10}{processes:>10}{row}{largest / 1000:>10.1f}{child:>10.0f}{parent:>10.0f}",
                flush=True,
            )
    if {(25, 1), (1000, 1)} <= memory.keys():
        print(f"peak memory at 1,000 is {memory[1000, 1] / memory[25, 1]:.2f} of that at 25 (goal 1.6)")
    print("goals: CPU ratio 0.200 with one process, wall ratio 0.100 with two, 145 kB a file, 150 MB")


def in_own_process(*options: str) -> list[float]:
    """The figures it prints; peak memory is then its own."""
    command = [sys.executable, "-m", "benchmarks.plaques", *options]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [float(value) for value in output.splitlines()[-1].split()]


def measure(count: int, processes: int) -> tuple[float, float, int, float, float]:
    """CPU and wall milliseconds a plaque, largest file in bytes, peak megabytes of child and parent."""
    from ambassadors.plaques.press import Press

    house = a_house()
    photos = [photo(seed) for seed in range(12)]
    largest = 0
    with Press(house, processes=processes) as press, TemporaryDirectory() as folder:
        list(press.make(plaques(2 * processes, photos), ["web"], batch=1))  # the children are resident
        children = child_seconds()
        own, started = time.process_time(), time.perf_counter()
        batch = max(1, min(50, -(-count // processes)))
        for made in press.make(plaques(count, photos), ["web"], batch=batch):
            content = made.files["web"]
            largest = max(largest, len(content))
            with open(os.path.join(folder, f"{made.key}.pdf"), "wb") as target:
                target.write(content)
        wall = time.perf_counter() - started
        cpu = time.process_time() - own + child_seconds() - children
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    parent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return cpu / count * 1000, wall / count * 1000, largest, child, parent


def child_seconds() -> float:
    """CPU time of our running children, whichever thread started them."""
    ticks = 0
    for listed in Path("/proc/self/task").glob("*/children"):
        for child in listed.read_text().split():
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def naive_loop(count: int) -> tuple[float, float]:
    """CPU and wall milliseconds a plaque when each is one HTML document handed to write_pdf."""
    from base64 import b64encode

    import segno
    from weasyprint import HTML

    from ambassadors.plaques import images, layout
    from network.pdf import FONT_FACES, OwnMediaFetcher

    house = a_house()
    photos = [photo(seed) for seed in range(4)]
    signature = images.signature(house.signature or b"")
    blocks = layout.fixed_blocks(house).replace("<article>", "").replace("</article>", "")

    def one(plaque: Any) -> bytes:
        sheet = layout.sheet(plaque, house)
        portrait = images.portrait(plaque.portrait, plaque.focus)
        code = BytesIO()
        segno.make(plaque.verify_url).save(code, kind="png", scale=8)
        html = sheet.html.replace("<article>", f"<article>{ground(house)}{blocks}")
        pictures = [
            f'<img style="{place}" alt="{alt}" src="data:image/{kind};base64,{b64encode(content).decode()}">'
            for place, alt, kind, content in (
                ("left:15mm;top:66mm;width:54mm;height:67.5mm", "Portret", "jpeg", portrait),
                ("left:252.2mm;top:163.6mm;width:24.8mm", "QR-code", "png", code.getvalue()),
            )
        ]
        html = html.replace("</article>", "".join(pictures) + "</article>")
        data = f"data:image/png;base64,{b64encode(signature).decode()}"
        html = html.replace('src="own:signature"', f'src="{data}"')
        head = f"<title>{sheet.title}</title><style>{FONT_FACES}{layout.stylesheet(house)}</style>"
        source = f'<html lang="nl"><head>{head}</head><body>{html}</body></html>'
        content: bytes = HTML(string=source, url_fetcher=OwnMediaFetcher()).write_pdf(pdf_variant="pdf/ua-1")
        return content

    warm, *rest = plaques(count + 1, photos)
    one(warm)
    own, started = time.process_time(), time.perf_counter()
    for plaque in rest:
        one(plaque)
    cpu, wall = time.process_time() - own, time.perf_counter() - started
    return cpu / count * 1000, wall / count * 1000


def ground(house: Any) -> str:
    """The fixed part as one would write it in the page."""
    colours = house.colours
    arcs = "".join(f'<circle r="{26 + 7.5 * step}" cy="210"/>' for step in range(24))
    echo = "".join(f'<circle r="{20 + 7.5 * step}" cx="297"/>' for step in range(9))
    dots = "".join(f'<circle r="3.4" cx="{18.4 + 10.6 * step}" cy="19.4"/>' for step in range(3))
    return (
        '<svg viewBox="0 0 297 210" style="left:0;top:0;width:297mm;height:209.9mm">'
        f'<rect width="297" height="210" fill="{colours["paper"]}"/>'
        f'<g fill="none" stroke="{colours["line"]}" stroke-width=".4">{echo}</g>'
        f'<rect width="84" height="210" fill="{colours["brand-ink"]}"/>'
        f'<g fill="none" stroke="{colours["deep-2"]}" stroke-width=".3">{arcs}</g>'
        f'<g fill="{colours["bright"]}">{dots}</g>'
        f'<rect x="13.4" y="64.4" width="57.2" height="70.7" rx="2.6" fill="{colours["paper"]}"/></svg>'
    )


def a_house() -> Any:
    import django

    django.setup()
    from ambassadors.plaques.sheet import House
    from network.colours import derive

    return House(
        language="nl",
        network="Pioniers Overijssel",
        wordmark=("pioniers", "overijssel"),
        colours=derive().light,
        created=date(2026, 4, 1),
        eyebrow="BENOEMING",
        lead="De provincie Overijssel benoemt",
        place_and_date="Zwolle, 1 april 2026",
        number_label="nr.",
        qr_caption="controleer deze benoeming",
        qr_alt="QR-code",
        official_name="Anne Verzonnen",
        official_title="gedeputeerde Economie",
        signature_alt="Handtekening",
        signature=scribble(),
    )


def plaques(count: int, photos: list[bytes]) -> Iterator[Any]:
    from ambassadors.plaques.sheet import Plaque

    for number in range(1, count + 1):
        first, last = NAMES[number % len(NAMES)], SURNAMES[number % len(SURNAMES)]
        yield Plaque(
            key=str(number),
            name=f"{first} {last}",
            initials=first[0] + last[0].upper(),
            company=f"{last.title()} Techniek, Ommen",
            before_title="tot",
            title="pionier sociale innovatie",
            after_title="voor de periode 1 april 2026 tot 1 april 2029, als voorbeeld voor ondernemers.",
            number=f"PO-2026-{number:03}",
            verify_url=f"https://pioniers.example/p/{number:022}/",
            document_title=f"Plaquette {first} {last}",
            portrait_alt=f"Portret van {first} {last}",
            no_portrait_alt="",
            portrait=photos[number % len(photos)],
        )


def photo(seed: int) -> bytes:
    """A drawn face with the grain of a photograph, 800 by 1000."""
    from PIL import Image, ImageDraw

    chance = Random(seed)
    picture = Image.new("RGB", (800, 1000), chance.choice(["#E4E0CC", "#DCE5DA", "#D8E0E8"]))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((130, 700, 670, 1300), fill=chance.choice(["#0B5D4E", "#7B2D3A", "#1F3A4A"]))
    draw.ellipse((240, 280, 560, 720), fill=chance.choice(["#E3AE86", "#C68A5E", "#9A623D"]))
    draw.pieslice((220, 220, 580, 600), 180, 360, fill="#4A3226")
    picture = Image.blend(picture, Image.effect_noise((800, 1000), 14).convert("RGB"), 0.12)
    found = BytesIO()
    picture.save(found, "JPEG", quality=90)
    return found.getvalue()


def scribble() -> bytes:
    from math import sin

    from PIL import Image, ImageDraw

    picture = Image.new("RGBA", (800, 300))
    points = [(40 + 4 * step, 150 + 80 * sin(step / 9)) for step in range(180)]
    ImageDraw.Draw(picture).line(points, fill=(20, 30, 90, 255), width=7)
    found = BytesIO()
    picture.save(found, "PNG")
    return found.getvalue()


if __name__ == "__main__":
    main()
