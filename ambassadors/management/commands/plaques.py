"""The plaques of an appointed round as files in a folder, without the job or the database of files."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from ambassadors import pdfs
from ambassadors.models import Appointment, AppointmentRound
from ambassadors.plaques.merging import merge
from ambassadors.plaques.press import BATCH, Press
from ambassadors.plaques.sheet import BROKEN_PORTRAIT, BROKEN_SIGNATURE, PRINT, WEB
from network.confined import Unavailable
from network.models import Network

WARNINGS = {
    BROKEN_PORTRAIT: "the portrait could not be read; the plaque shows the initials",
    BROKEN_SIGNATURE: "the signature or logo could not be read; the plaque was made without it",
}


class Command(BaseCommand):
    help = "Make the plaques of a round: one PDF per person in a folder, for the screen or for the printer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--network", required=True, metavar="SLUG")
        parser.add_argument("--round", required=True, type=int, metavar="YEAR")
        parser.add_argument(
            "--out", required=True, type=Path, metavar="DIR", help="made when it is not there"
        )
        parser.add_argument("--print", action="store_true", help="with 3 mm bleed and crop marks")
        parser.add_argument("--merged", action="store_true", help="also one file with all of them")
        parser.add_argument(
            "--language",
            choices=list(dict(settings.LANGUAGES)),
            default="nl",
            help="of the words on the plaque",
        )
        parser.add_argument(
            "--incomplete", action="store_true", help="also where texts in that language are missing"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be made, and make nothing")
        parser.add_argument("--json", action="store_true", help="one object per file on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        round = self._round(options["network"], options["round"])
        edition = PRINT.name if options["print"] else WEB.name
        appointments = list(round.appointments.select_related("person", "term", "round__network"))
        if not appointments:
            raise CommandError(f"Nobody was appointed in {round.year} yet, so there are no plaques to make.")
        self._judge_texts(round, options["language"], goes_on=options["incomplete"])
        out: Path = options["out"]
        with override(options["language"]):
            names = {str(one.pk): pdfs.plaque_name(one, edition) for one in appointments}
            merged = pdfs.merged_name(round, edition) if options["merged"] else ""
            title = pdfs.merged_title(round)
        if options["dry_run"]:
            planned = [{"file": str(out / name)} for name in [*names.values(), *filter(None, [merged])]]
            self._tell(planned, as_json=options["json"])
            return
        self._make_folder(out)
        try:
            lines, failed = self._make(round, appointments, names, out, edition, options["language"])
        except Unavailable as problem:
            raise CommandError(
                f"PDFs cannot be made on this machine ({problem}): run manage.py doctor."
            ) from problem
        if merged and not failed:
            parts = [(one.name, out / names[str(one.pk)]) for one in appointments]
            part = (out / merged).with_suffix(".part")
            pages = merge(parts, part, title=title, language=options["language"])
            part.replace(out / merged)
            lines.append({"file": str(out / merged), "pages": pages})
        self._tell(lines, as_json=options["json"])
        if failed:
            raise CommandError(
                f"{failed} of {len(appointments)} plaques could not be made; the others are there."
            )

    def _judge_texts(self, round: AppointmentRound, language: str, *, goes_on: bool) -> None:
        """Told before anything is printed: a plaque in two languages is seen only when it hangs on a wall."""
        with override("en"):
            missing = pdfs.texts_that_lack(language, round)
        if not missing:
            return
        said = f"Plaques in this language lack: {', '.join(missing)}."
        if not goes_on:
            raise CommandError(
                f"{said} Fill them in, in the settings of the network or the round; or add --incomplete:"
                " what is missing is then left out, or stands there in Dutch."
            )
        self.stderr.write(said)

    def _make(
        self,
        round: AppointmentRound,
        appointments: list[Appointment],
        names: dict[str, str],
        out: Path,
        edition: str,
        language: str,
    ) -> tuple[list[dict[str, Any]], int]:
        by_key = {str(one.pk): one for one in appointments}
        plaques = (pdfs.plaque_of(one, language) for one in appointments)
        lines: list[dict[str, Any]] = []
        failed = 0
        processes = 2 if len(appointments) > BATCH else 1
        with Press(pdfs.plaque_house(round, language), processes=processes) as press:
            for made in press.make(plaques, [edition]):
                one = by_key[made.key]
                line = {"number": one.serial_number, "name": one.name}
                if made.error:
                    failed += 1
                    lines.append({**line, "error": f"could not be made ({made.error})"})
                    continue
                target = out / names[made.key]
                part = target.with_suffix(".part")
                part.write_bytes(made.files[edition])
                part.replace(target)
                if made.warning:
                    line["warning"] = WARNINGS[made.warning]
                lines.append({**line, "file": str(target)})
        return lines, failed

    def _round(self, slug: str, year: int) -> AppointmentRound:
        network = Network.objects.filter(slug=slug).first()
        if network is None:
            known = ", ".join(Network.objects.values_list("slug", flat=True)) or "none"
            raise CommandError(f"There is no network with the short name {slug}. Known: {known}.")
        round = network.rounds.select_related("network").filter(year=year).first()
        if round is None:
            years = ", ".join(str(one) for one in network.rounds.values_list("year", flat=True)) or "none"
            raise CommandError(f"{network.name} has no round of {year}. Rounds: {years}.")
        return round

    def _make_folder(self, out: Path) -> None:
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise CommandError(f"The folder {out} cannot be made: {problem.strerror}.") from problem

    def _tell(self, lines: list[dict[str, Any]], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(lines, ensure_ascii=False, indent=2))
            return
        for line in lines:
            who = " ".join(line[part] for part in ("number", "name") if part in line)
            told = [who, line.get("file", ""), line.get("warning", ""), line.get("error", "")]
            if "pages" in line:
                told.append(f"{line['pages']} pages")
            self.stdout.write("  ".join(part for part in told if part))
        files = sum("file" in line for line in lines)
        self.stdout.write(f"{files} file{'' if files == 1 else 's'}.")
