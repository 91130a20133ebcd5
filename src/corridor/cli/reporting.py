"""Write a report's file, and check one before others read it."""

from __future__ import annotations

import argparse
import json
from importlib.resources import files
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Final

from corridor import answers, packs
from corridor.cli.as_json import print_json
from corridor.cli.chosen import ChoiceError, day
from corridor.cli.opening import on_the_store
from corridor.findings import load_report
from corridor.findings.report import FILE
from corridor.packs import SLUG, PackError
from corridor.settings import Settings, today
from corridor.store import Store
from corridor.words import later, numbers, say, written
from corridor.words.strange import one_line
from corridor.words.terms import term

ACTIONS: Final = ("check", "new")
# What a new report is told of itself.
_TOLD: Final = ("title", "publisher", "date", "question", "region")


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("action", choices=ACTIONS, help=say("option-report-action"))
    parser.add_argument("folder", type=Path, metavar=say("value-folder"),
                        help=say("option-report-folder"))  # fmt: skip
    for name in _TOLD:
        parser.add_argument(
            f"--{name}",
            type=day if name == "date" else str,
            metavar=say("value-day" if name == "date" else "value-text"),
            help=say(f"option-report-{name}"),
        )


def report(arguments: argparse.Namespace, settings: Settings) -> int:
    """Write the file of a new report, or check that of one."""
    if not isinstance(arguments.folder, Path):  # argparse before Python 3.13, of "--"
        raise ChoiceError(later("folder-not-named"))
    if arguments.action == "new":
        return _new(arguments, settings)
    told = [name for name in _TOLD if getattr(arguments, name) is not None]
    if told:
        raise ChoiceError(later("report-only-new", option=f"--{told[0]}"))
    return _check(arguments, settings)


def _new(arguments: argparse.Namespace, settings: Settings) -> int:
    """Write the file of a report that can be used as it is, whole or not at all."""
    folder: Path = arguments.folder
    file = folder / FILE
    if not SLUG.fullmatch(folder.name):
        raise ChoiceError(later("report-new-folder", name=repr(folder.name)))
    if file.exists():
        raise ChoiceError(later("report-new-there", file=str(file)))
    regions, region = packs.list_regions(), arguments.region
    if region is not None and region not in regions:
        named = written(numbers.unit_list, tuple(regions))
        raise ChoiceError(later("no-such-choice", kind="region", name=repr(region), known=named))
    text, before = _text(arguments, folder.name), settings.reports_dir
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as near:
        draft = Path(near) / folder.name / FILE
        draft.parent.mkdir()
        draft.write_text(text, encoding="utf-8")
        try:
            load_report(draft.parent)
        except PackError as error:
            raise ChoiceError(later("report-new-refused", why=error.what)) from error
        draft.rename(file)
    if arguments.json:
        print_json({"file": str(file)})
        return 0
    print(one_line(say("report-new-written", file=str(file), folder=str(folder))))
    now = settings.reports_dir
    if folder.resolve().parent != now.resolve():
        print(one_line(say("report-new-elsewhere", reports=str(now))))
    elif now != before:
        print(one_line(say("report-new-instead", reports=str(now), shipped=str(before))))
    return 0


def _text(arguments: argparse.Namespace, slug: str) -> str:
    region, country = packs.region(arguments.region or ""), packs.country()
    first, last = region.baseline
    told = {
        "title": arguments.title or slug.replace("-", " ").capitalize(),
        "publisher": arguments.publisher or say("report-new-publisher"),
        "question": arguments.question or say("report-new-question"),
        "region": region.slug,
        "place": region.short,
        "label": region.name,
        "provinces": region.provinces,
        "actor": country.actor,
        "opponents": country.opponents,
    }
    days = {
        "date": arguments.date or today(),
        "baseline_from": first,
        "baseline_to": last,
    }
    template = files("corridor.findings").joinpath("new_report.toml").read_text("utf-8")
    # A text and a list of texts are written alike in JSON and TOML.
    values = {name: json.dumps(value, ensure_ascii=False) for name, value in told.items()}
    return Template(template).substitute(values, **{key: str(day) for key, day in days.items()})


@on_the_store
def _check(arguments: argparse.Namespace, _settings: Settings, store: Store) -> int:
    """Say what keeps a report from being used, what is odd about it, and what it finds."""
    found = answers.check_report(store, arguments.folder)
    if arguments.json:
        print_json(found.as_json())
        return 1 if found.faults else 0
    for fault in found.faults:
        print(one_line(str(fault)))
    if found.report is None:
        print(say("report-check-refused", count=len(found.faults)))
        return 1
    day = numbers.day(found.report.date)
    print(say("report-check-usable", count=len(found.findings), day=day))
    for finding in found.findings:
        supporting, contradicting = finding.sides
        print(one_line(f"{finding.number}. {finding.title}: {term(finding.verdict)}"))
        counts = say(
            "report-check-counts", counted=finding.counted, supporting=supporting,
            contradicting=contradicting,
        )  # fmt: skip
        for told in (counts, *(part.sentence for part in finding.parts)):
            print(f"   {one_line(told)}")
    for remark in found.remarks:
        print(one_line(say("report-check-remark", remark=str(remark))))
    return 0
