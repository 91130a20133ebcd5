"""Commands that only read."""

from __future__ import annotations

import argparse
import io
import json
import shutil
import sys
from collections.abc import Callable
from typing import Final

import pandas as pd

from corridor import queries, schema
from corridor.cli.chosen import ChoiceError, chosen_filter
from corridor.cli.output import as_text, print_json, print_table, rows_as_json
from corridor.codebook import codebook_markdown
from corridor.figures.sentence import filter_sentence
from corridor.findings import Report, as_json, evaluate, list_reports, load_report
from corridor.ingest.export import incidents_csv, incidents_geojson, incidents_parquet
from corridor.settings import Settings
from corridor.store import open_store

Command = Callable[[argparse.Namespace, Settings], int]


def serve(arguments: argparse.Namespace, settings: Settings) -> int:
    """Serve the dashboard on 127.0.0.1 until it is stopped."""
    from corridor.ui import server  # noqa: PLC0415  half a second that only this command needs

    open_store(settings)  # made before the first visitor comes
    print(f"Corridor Watch on http://127.0.0.1:{arguments.port}", flush=True)
    return server.run(settings, arguments.port)


def summary(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print what a filter holds."""
    store = open_store(settings)
    options = queries.options(store)
    chosen = chosen_filter(arguments, options)
    found = queries.summary(store, chosen)
    sentence = filter_sentence(chosen, found, options.data_end)
    if arguments.json:
        print_json(
            found.as_json() | {"filter": dict(_grouped(chosen.to_query())), "text": sentence}
        )
    else:
        print(sentence)
    return 0


def timeline(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print counts by period and group."""
    store = open_store(settings)
    options = queries.options(store)
    chosen = chosen_filter(arguments, options)
    first = chosen.date_from or options.first_day
    period = arguments.period or queries.automatic_period(first, chosen.date_to or options.last_day)
    rows = queries.timeline(store, chosen, period, arguments.stack)
    for name in ("period_start", "period_end"):
        rows[name] = pd.to_datetime(rows[name]).dt.date
    if arguments.json:
        print_json(rows_as_json(rows))
    else:
        print_table(rows)
    return 0


def incidents(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print or write the incidents of a filter."""
    store = open_store(settings)
    found = queries.list_incidents(store, chosen_filter(arguments, queries.options(store)))
    writers: dict[str, Callable[[pd.DataFrame], bytes]] = {
        "csv": incidents_csv,
        "geojson": incidents_geojson,
        "parquet": incidents_parquet,
        "json": _incidents_json,
    }
    data = writers["json" if arguments.json else arguments.format](found)
    if arguments.out:
        arguments.out.write_bytes(data)
        print(f"{len(found):,} incidents in {arguments.out}", file=sys.stderr)
    else:
        # In pieces: unbuffered output takes a part of a large one and does not say so.
        shutil.copyfileobj(io.BytesIO(data), sys.stdout.buffer)
    return 0


def findings(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print the verdicts on a report's conclusions."""
    store = open_store(settings)
    report = _report(arguments.report, settings)
    tested = evaluate(store, report, arguments.as_of or report.date)
    if arguments.json:
        print_json(as_json(tested))
        return 0
    for finding in tested:
        print(f"{finding.number}. {finding.title}: {finding.verdict}")
        print(f"   {finding.reason}")
        print(f"   Confidence: {finding.confidence.level}")
    return 0


def _report(slug: str | None, settings: Settings) -> Report:
    known = list_reports(settings.reports_dir)
    if not known:
        raise ChoiceError(f"there is no report in {settings.reports_dir}")
    if slug is not None and slug not in known:
        raise ChoiceError(f"no report {slug!r}; known: {', '.join(known)}")
    return load_report(settings.reports_dir / (slug or known[0]))


def history(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print every commit, newest first."""
    commits = open_store(settings).history()
    if arguments.json:
        print_json([vars(item) for item in commits])
        return 0
    for item in commits:
        counts = ", ".join(f"{number:,} {name}" for name, number in item.counts.items())
        about = item.file_name or item.note
        state = "" if item.action in ("undo", "redo") or item.live else "undone"
        what = f"{item.action} {item.undoes}".strip()
        words = (
            f"{item.recorded_at:%Y-%m-%d %H:%M}",
            item.commit_id,
            what,
            item.author,
            about,
            counts,
        )
        print("  ".join(word for word in (*words, state) if word))
    return 0


def verify(arguments: argparse.Namespace, settings: Settings) -> int:
    """Check the store; 1 when something is wrong."""
    store = open_store(settings)
    problems = store.verify()
    if arguments.json:
        print_json({"sound": not problems, "problems": problems, "version": store.version})
    else:
        files = len(store.files())
        sound = f"sound: version {store.version}, {files} live file{'' if files == 1 else 's'}"
        print("\n".join(problems) or sound)
    return 1 if problems else 0


def codebook(arguments: argparse.Namespace, _settings: Settings) -> int:
    """Print the codebook."""
    text = codebook_markdown()
    print(json.dumps({"markdown": text}, ensure_ascii=False) if arguments.json else text)
    return 0


def _incidents_json(found: pd.DataFrame) -> bytes:
    elsewhere = [column.name for column in (*schema.JUDGEMENT, *schema.SOURCE)]
    return (as_text(rows_as_json(found.drop(columns=elsewhere))) + "\n").encode()


def _grouped(pairs: list[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    names = dict.fromkeys(name for name, _ in pairs)
    return [(name, [value for key, value in pairs if key == name]) for name in names]


READING: Final[dict[str, Command]] = {
    "serve": serve,
    "summary": summary,
    "timeline": timeline,
    "incidents": incidents,
    "findings": findings,
    "history": history,
    "verify": verify,
    "codebook": codebook,
}
