"""Commands that only read."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable

import pandas as pd

from corridor import answers, people, queries, schema
from corridor.cli.as_json import as_text, print_json
from corridor.cli.asked import filter_of, moment_of, options_of, report_of, series_of
from corridor.cli.chosen import ChoiceError, chosen_filter
from corridor.cli.door import print_data
from corridor.cli.grading import remeasured
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table, rows_as_json
from corridor.cli.timeline_file import write_timeline
from corridor.cli.viewing import print_view, view_asked
from corridor.codebook import codebook_markdown
from corridor.exchange.export import incidents_csv, incidents_geojson, incidents_parquet
from corridor.findings import (
    Reports,
    as_json,
    evaluate,
    load_reports,
)
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.store.scratch import leave
from corridor.texts import graded_verdicts_text, places_text, verdict_text
from corridor.texts.count_phrases import filter_sentence, listed
from corridor.words import later, say
from corridor.words.strange import one_line
from corridor.words.terms import term


def serve(arguments: argparse.Namespace, settings: Settings) -> int:
    """Serve the dashboard on 127.0.0.1 until it is stopped."""
    from corridor.ui import server  # noqa: PLC0415  half a second that only this command needs

    if shut := people.why_shut(settings):
        raise ValueError(shut)
    server.check_free(arguments.port)
    open_store(settings)  # made before the first visitor comes
    print(say("pages-are-served", address=f"http://127.0.0.1:{arguments.port}"), flush=True)
    code = server.run(settings, arguments.port)
    sys.stdout.flush()
    leave()
    # Python's own end would stop threads within a query, which aborts the process.
    os._exit(code)


@on_the_store
def summary(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print what a filter holds."""
    options = options_of(arguments, settings, store)
    chosen = chosen_filter(arguments, options)
    found = queries.summary(store, chosen)
    sentence = filter_sentence(chosen, found, options.data_end)
    if arguments.json:
        asked: dict[str, list[str]] = {}
        for name, value in chosen.to_query():
            asked.setdefault(name, []).append(value)
        absent = {} if found.incidents else answers.absence(store, chosen).as_json()
        hidden = {"hidden": answers.hidden(store, chosen.measuring).rows}
        print_json(found.as_json() | hidden | {"filter": asked, "text": sentence} | absent)
    else:
        print(sentence)
    return 0


@on_the_store
def timeline(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print counts by period and group, or another view, or write either into a file."""
    options = options_of(arguments, settings, store)
    chosen = chosen_filter(arguments, options)
    view = view_asked(arguments, store, chosen)
    if arguments.out:
        return write_timeline(arguments, settings, store, chosen, view)
    if view:
        return print_view(arguments, view)
    first = chosen.date_from or options.first_day
    period = arguments.period or queries.automatic_period(first, chosen.date_to or options.last_day)
    rows = queries.timeline(store, chosen, period, arguments.stack)
    for name in ("period_start", "period_end"):
        rows[name] = pd.to_datetime(rows[name]).dt.date
    if arguments.json:
        print_json(rows_as_json(rows))
    else:
        groups = rows["group"].map(term, na_action="ignore")
        tellers = [
            places_text.teller(None if pd.isna(name) else name, chosen.measuring)
            for name in rows["beside"]
        ]
        told = rows.assign(group=groups, beside=tellers)
        print_table(told.rename(columns={"beside": say("answer-column-told-by")}))
    return 0


@on_the_store
def incidents(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print or write the incidents of a filter."""
    chosen = filter_of(arguments, settings, store)
    found = queries.list_incidents(store, chosen)
    writers: dict[str, Callable[[pd.DataFrame], bytes]] = {
        "csv": incidents_csv,
        "geojson": incidents_geojson,
        "parquet": incidents_parquet,
        "json": _incidents_json,
    }
    data = writers["json" if arguments.json else arguments.format](found)
    if arguments.out:
        arguments.out.write_bytes(data)
        told = listed(chosen.measuring, found["beside"])
        print(say("incidents-written", told=told, file=str(arguments.out)), file=sys.stderr)
    else:
        print_data(data)
    return 0


@on_the_store
def findings(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the verdicts on a report's conclusions."""
    report = report_of(arguments.report, settings)
    series = series_of(arguments, settings, store)
    tested = evaluate(store, report, moment_of(arguments, settings, store, report), series)
    then = evaluate(store, report, report.date, series)
    graded = remeasured(arguments, store, report, tested)
    if arguments.json:
        hidden = {"hidden": answers.hidden(store, tested[0].series).rows}
        by_grade = [{"graded": each.as_json()} for each in graded.findings] if graded else []
        more = by_grade or [{} for _ in tested]
        listed = zip(as_json(tested, then), more, strict=True)
        print_json([finding | hidden | its for finding, its in listed])
        return 0
    for finding, before in zip(tested, then, strict=True):
        print(f"{finding.number}. {finding.title}: {term(finding.verdict)}")
        beside = (verdict_text.by_series_text(finding), verdict_text.then_text(finding, before))
        for told in filter(None, beside):
            print(f"   {told}")
        print(f"   {finding.reason}")
        level = term(finding.confidence.level)
        print(f"   {say('confidence-of-a-finding', level=level)}")
    if graded:
        print(graded_verdicts_text.in_words(graded))
    return 0


def reports(arguments: argparse.Namespace, settings: Settings) -> int:
    """List the reports: those that can be used, and what is wrong with the others."""
    found = load_reports(settings.reports_dir)
    if arguments.json:
        print_json([_listed(slug, found) for slug in sorted({*found.usable, *found.refused})])
        return 1 if found.refused else 0
    for slug, item in found.usable.items():
        told = say("report-listed", slug=slug, title=item.title, count=len(item.findings))
        print(one_line(told))
    for slug, why in found.refused.items():
        print(one_line(say("report-listed-refused", slug=slug, why=str(why))))
    return 1 if found.refused else 0


def _listed(slug: str, found: Reports) -> dict[str, str | int | None]:
    """Return what is told of a report; null is what a refused one does not say."""
    item, why = found.usable.get(slug), found.refused.get(slug)
    return {
        "slug": slug,
        "title": item.title if item else None,
        "region": item.region if item else None,
        "findings": len(item.findings) if item else None,
        "refused": str(why) if why else None,
    }


@on_the_store
def original(arguments: argparse.Namespace, _settings: Settings, store: Store) -> int:
    """Print an account as the files that brought it had it, newest first."""
    found = queries.handed_in(store, arguments.id)
    if not found:
        known = not queries.accounts_of(store, arguments.id).empty
        raise ChoiceError(
            later("original-shipped" if known else "no-such-incident", id=arguments.id)
        )
    if arguments.json:
        print_json([item.as_json() for item in found])
        return 0
    for item in found:
        where, time = f"{item.file_name}:{item.line}", f"{item.recorded_at:%Y-%m-%d %H:%M}"
        by = item.recorded_by
        told = (
            say("original-of-a-person", where=where, time=time, author=by)
            if by
            else say("original-of-nobody", where=where, time=time)
        )
        print(one_line(told))
        print("\n".join(f"  {one_line(f'{name}: {text}')}" for name, text in item.cells.items()))
    return 0


def codebook(arguments: argparse.Namespace, _settings: Settings) -> int:
    """Print the codebook."""
    text = codebook_markdown()
    print(json.dumps({"markdown": text}, ensure_ascii=False) if arguments.json else text)
    return 0


def _incidents_json(found: pd.DataFrame) -> bytes:
    elsewhere = [column.name for column in (*schema.JUDGEMENT, *schema.SOURCE)]
    return (as_text(rows_as_json(found.drop(columns=elsewhere))) + "\n").encode()
