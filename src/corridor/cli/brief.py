"""The command that writes a brief: what the first screen says, to take away."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from pathlib import Path
from typing import Final

from corridor import answers
from corridor.cli.as_json import print_json
from corridor.cli.asked import filter_of, report_of
from corridor.cli.chosen import AT_REPORT, ChoiceError
from corridor.cli.opening import on_the_store
from corridor.exchange.brief.writing import TYPES, MadeBrief, view_of
from corridor.findings import evaluate
from corridor.settings import Settings, address, now
from corridor.store import Store
from corridor.words import later, say
from corridor.words import numbers as fmt

_PRINTED: Final = ".md"


@on_the_store
def brief(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Write a brief into a file, or print it as text or with every number as JSON."""
    out: Path | None = arguments.out
    if out:
        _check(out)
    made = _made(arguments, settings, store)
    if out:
        _write(out.resolve(), made.file(out.suffix.lower()))
        print(say("brief-written", file=str(out)), file=sys.stderr)
    if arguments.json:
        print_json(made.as_json())
    elif out:
        print(made.told.headline)
    else:
        print(made.file(_PRINTED).decode(), end="")
    return 0


def _made(arguments: argparse.Namespace, settings: Settings, store: Store) -> MadeBrief:
    report = report_of(arguments.report, settings)
    chosen = filter_of(arguments, settings, store)
    as_of, moment = arguments.as_of, now()
    if as_of is None or as_of == AT_REPORT:
        as_of = report.date if as_of else answers.moment(store, chosen)
    tested = answers.Tested(
        report,
        evaluate(store, report, as_of, chosen.series),
        evaluate(store, report, report.date, chosen.series),
    )
    found = answers.brief(store, chosen, tested, moment.date())
    return MadeBrief(found, settings, moment, view_of(found, address()))


def _check(out: Path) -> None:
    """Refuse what no brief can be written into, before anything is counted."""
    if out.suffix.lower() not in TYPES:
        kinds = fmt.unit_list(tuple(TYPES))
        raise ChoiceError(later("brief-no-such-file", name=out.name, kinds=kinds))
    if not out.resolve().parent.is_dir():
        raise ChoiceError(later("brief-no-folder", folder=str(out.parent)))
    if out.exists() and not out.is_file():
        raise ChoiceError(later("brief-no-file", file=str(out)))
    if out.exists() and not os.access(out, os.W_OK):
        why = os.strerror(errno.EACCES)
        raise ChoiceError(later("brief-not-written", file=str(out), why=why))


def _write(out: Path, data: bytes) -> None:
    """Write a file whole, or leave what is there as it is."""
    making = out.with_name(f".corridor-brief-{os.getpid()}.part")
    try:
        making.write_bytes(data)
        making.replace(out)
    except OSError as error:
        making.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise ChoiceError(later("brief-not-written", file=str(out), why=why)) from error
