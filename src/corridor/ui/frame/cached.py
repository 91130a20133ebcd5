"""Answers kept between reruns: one store per server, every answer keyed on the data version."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, TypeVarTuple

import streamlit as st

from corridor import answers, packs, queries, settings
from corridor.answers import IndicatorHistory, Levels, Rivals, Sensitivity, VerdictHistory
from corridor.answers.outlook import Effect, Question, Standing, outcomes_of, recording
from corridor.answers.outlook import undoing as look_back
from corridor.filter import IncidentFilter
from corridor.findings import Finding, Report, Reports, evaluate, load_reports
from corridor.ingest.review.retractions import RetractionList, records
from corridor.packs import Region
from corridor.store import Store, StoreError, open_store
from corridor.words import Message, language

# What was asked last, for the next version of the data; after so many seconds all the same turn
# to it.
_ASKED: Final[OrderedDict[str, tuple[str, Callable[[], Any], Any]]] = OrderedDict()
_MOST_ASKED: Final = 300
_MOST_TURNING: Final = 10.0
_GUARD: Final = threading.Lock()
_OF: Final = " of version "

# The key of the session and of the address for the report that is looked at.
REPORT: Final = "report"
_LOOKED_AT: Final = ContextVar[str | None]("looked_at", default=None)
# The same for the series that measures.
SERIES: Final = "series"
_MEASURED: Final = ContextVar[str | None]("measured", default=None)

Arguments = ParamSpec("Arguments")
Values = TypeVarTuple("Values")
Answer = TypeVar("Answer")

State = tuple[int, tuple[Message, ...]]

# A viewer walks through a few dozen filters and some ten questions each; old ones fall out.
MOST_ANSWERS: Final = 512
# A map of a small filter takes some 150 kB, one of all Iraq up to 3 MB.
MOST_BYTES: Final = "96MB"


@st.cache_resource(show_spinner=False)
def settings_now() -> settings.Settings:
    """Read the settings once per server process."""
    return settings.load()


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Open the incident store once per server process."""
    opened = open_store(settings_now())
    opened.turn.work = _turn
    return opened


def answer(
    ask: Callable[Concatenate[Store, Arguments], Answer],
    *arguments: Arguments.args,
    **named: Arguments.kwargs,
) -> Answer:
    """Ask `ask(store, *arguments)`, or give the answer kept for this version of the data.

    Arguments must be hashable values (a filter, a date, a word), never frames. The question is
    told apart by its module and name, so it must be a function with a name of its own.
    """
    key = _key(ask, arguments, named)
    _asked(key, partial(answer, ask, *arguments, **named), _answer)
    result: Answer = _answer(key, arguments, named, ask)
    return result


def kept(build: Callable[[*Values], Answer], *arguments: *Values) -> Answer:
    """Return `build(*arguments)`, or what it built before from this version of the data.

    For pieces of a page: HTML, charts, maps. What they depend on beside the data and the report
    is an argument.
    """
    key = _key(build, report_slug(), series(), arguments)
    _asked(key, partial(kept, build, *arguments), _kept)
    result: Answer = _kept(key, arguments, build)
    return result


def _key(function: Callable[..., Any], *arguments: Any) -> str:
    """Return what an answer is kept under: question, arguments, language, version of the data.

    The words of frozen values say all that is in them; Streamlit's own hash of them takes ten
    times as long.
    """
    question = f"{function.__module__}.{function.__qualname__} {arguments!r}"
    return f"{question} in {language().code}{_OF}{data_state()!r}"


def _asked(key: str, again: Callable[[], Any], keeper: Any) -> None:
    """Remember what was asked last, so that it can be asked of the next version."""
    looked_at = report_slug(), series()
    with _GUARD:
        name = key.rpartition(_OF)[0]
        _ASKED.pop(name, None)
        _ASKED[name] = (key, partial(_as_looked_at, looked_at, again), keeper)
        if len(_ASKED) > _MOST_ASKED:
            _ASKED.popitem(last=False)


def _turn(switch: Callable[[], None]) -> None:
    """Ask of the next version what was asked last, the newest first, before all read it.

    Else everybody waits for everything at the same moment, after a large upload.
    """
    with _GUARD:
        before = list(reversed(_ASKED.values()))
    end = time.monotonic() + _MOST_TURNING
    for _, again, _ in before:
        if time.monotonic() < end:
            with suppress(StoreError):  # who needs it will ask, and be told
                again()
    switch()
    for key, _, keeper in before:
        keeper.clear(key, None, None, None) if keeper is _answer else keeper.clear(key, None, None)


@st.cache_data(max_entries=MOST_ANSWERS, max_size=MOST_BYTES, show_spinner=False)
def _kept(key: str, _arguments: tuple[Any, ...], _build: Any) -> Any:
    del key  # Streamlit keeps the answer under it
    return _build(*_arguments)


@dataclass
class _Run:
    """What one run of the script has asked the store."""

    state: State | None = None


_RUN: Final = ContextVar[_Run | None]("run", default=None)


@contextmanager
def one_run() -> Iterator[None]:
    """Ask for the version of the data once while a script runs, and each question once."""
    token = _RUN.set(_Run())
    try:
        with store().looks.one():
            yield
    finally:
        _RUN.reset(token)


def data_state() -> State:
    """Return what answers are kept for: the version of the data, and what of it cannot be read.

    Within `one_run` the disk is asked once, and again when this process has learned of a commit.
    Outside of it (a callback, a fragment, a thread) it is asked every time.
    """
    run = _RUN.get()
    if run is None:
        return store().state
    if run.state is None or run.state[0] != store().seen:
        run.state = store().state
    return run.state


@st.cache_data(max_entries=MOST_ANSWERS, show_spinner=False)
def _answer(key: str, _arguments: tuple[Any, ...], _named: dict[str, Any], _ask: Any) -> Any:
    del key  # Streamlit keeps the answer under it
    return _ask(store(), *_arguments, **_named)


def options() -> queries.Options:
    """Give the values that the filter offers, with the usual days of the series that measures."""
    tested = report()
    return answer(queries.options, region(), series(), tested.series if tested else "")


def series() -> str:
    """Return the series that the viewer has chosen to measure; "" for the usual one.

    Before the widgets have run it is that of the address.
    """
    told = _MEASURED.get()
    if told is not None:
        return told
    if SERIES in st.session_state:
        return st.session_state[SERIES] or ""
    return next(iter(st.query_params.get_all(SERIES)), "")


def summary(incident_filter: IncidentFilter) -> queries.Summary:
    """Count the incidents and deaths that a filter keeps."""
    return answer(queries.summary, incident_filter)


@st.cache_resource(show_spinner=False)
def reports() -> Reports:
    """Read the reports once per server process."""
    return load_reports(settings_now().reports_dir)


def report() -> Report | None:
    """Return the report that is looked at: the viewer's, or `looking_at`'s; else the first."""
    told = _LOOKED_AT.get()
    asked = st.session_state.get(REPORT, "") if told is None else told
    return reports().usable.get(asked, reports().first)


def report_slug() -> str:
    """Return the name of the report that is looked at; empty without one."""
    tested = report()
    return tested.slug if tested else ""


@contextmanager
def looking_at(slug: str, measuring: str = "") -> Iterator[None]:
    """Look at a report where there is no viewer: in a thread. An empty name is the first.

    `measuring` is the series that measures, "" for the usual one.
    """
    token, series_token = _LOOKED_AT.set(slug), _MEASURED.set(measuring)
    try:
        yield
    finally:
        _MEASURED.reset(series_token)
        _LOOKED_AT.reset(token)


def _as_looked_at(looked_at: tuple[str, str], ask: Callable[[], Any]) -> None:
    with looking_at(*looked_at):
        ask()


def report_date() -> date:
    """Return the day that conclusions are judged by; without a report the last that is covered."""
    tested = report()
    return tested.date if tested else options().series_last


def region() -> Region:
    """Return the region that the report is about; without a report the country's first."""
    return region_of(report())


def region_of(tested: Report | None) -> Region:
    """Return the region that a report is about; without one the country's first.

    Looked for once per server process, as the reports are: a page asks for it some twenty times.
    """
    return _region(tested.region if tested else "")


@st.cache_resource(show_spinner=False)
def _region(slug: str) -> Region:
    return packs.region(slug)


def levels(chosen: IncidentFilter) -> Levels:
    """Return the levels of a filter's period, beside the region's baseline."""
    return answer(answers.levels, chosen, region().baseline)


def findings(as_of: date) -> tuple[Finding, ...]:
    """Evaluate the report's findings as of a date, once for every version of the data.

    Without a report there are none.
    """
    return _findings(report_slug(), series(), as_of, data_state())


def finding(number: int, as_of: date) -> Finding:
    """Return one of the findings, for pieces of a page that are kept by its number."""
    return next(item for item in findings(as_of) if item.number == number)


@st.cache_resource(max_entries=32, show_spinner=False)
def _findings(slug: str, measuring: str, as_of: date, of: State) -> tuple[Finding, ...]:
    del slug, of  # only parts of the key
    tested = report()
    return evaluate(store(), tested, as_of, measuring) if tested else ()


def indicator_history(number: int) -> IndicatorHistory:
    """Give a finding's indicators at every month end."""
    return answer(_history, report_slug(), number, series())


def _history(incident_store: Store, slug: str, number: int, measuring: str) -> IndicatorHistory:
    return answers.indicator_history(incident_store, reports().usable[slug], number, measuring)


def verdict_history(number: int) -> VerdictHistory:
    """Return the days on which the verdict of a finding changed."""
    return answer(_verdict_history, report_slug(), number, series())


def _verdict_history(store: Store, slug: str, number: int, measuring: str) -> VerdictHistory:
    return answers.verdict_history(store, reports().usable[slug], number, series=measuring)


def sensitivity(number: int, as_of: date) -> Sensitivity:
    """Return what the verdict of a finding hangs on."""
    return answer(_sensitivity, report_slug(), number, as_of, series())


def _sensitivity(
    incident_store: Store, slug: str, number: int, as_of: date, measuring: str
) -> Sensitivity:
    del measuring  # only part of the key
    return answers.sensitivity(incident_store, reports().usable[slug], finding(number, as_of))


def rivals(as_of: date) -> Rivals | None:
    """Return how the rivals of the report stand; None where it states none."""
    return _rivals(report_slug(), series(), as_of, data_state())


@st.cache_resource(max_entries=32, show_spinner=False)
def _rivals(slug: str, measuring: str, as_of: date, of: State) -> Rivals | None:
    del slug, measuring, of  # only parts of the key
    tested = report()
    return answers.rivals(store(), tested, findings(as_of)) if tested else None


def undoing(commit_id: str, chosen: IncidentFilter, as_of: date) -> Effect:
    """Return what an undo would change in a filter's figures and in the verdicts."""
    return _undoing(report_slug(), commit_id, chosen, as_of, data_state())


@st.cache_resource(max_entries=8, show_spinner=False)
def _undoing(slug: str, commit_id: str, chosen: IncidentFilter, as_of: date, of: State) -> Effect:
    del slug, of  # only parts of the key
    return look_back(store(), commit_id, Question(chosen, report(), as_of))


def hiding(found: RetractionList, chosen: IncidentFilter, as_of: date) -> Effect:
    """Return what a list of incidents to hide would change in a filter's figures and verdicts."""
    return _hiding(found, report_slug(), found.report.sha256, chosen, as_of, data_state())


@st.cache_resource(max_entries=8, show_spinner=False)
def _hiding(
    _found: RetractionList,
    slug: str,
    sha256: str,
    chosen: IncidentFilter,
    as_of: date,
    of: State,
) -> Effect:
    del slug, sha256, of  # only parts of the key
    return recording(store(), records(_found), Question(chosen, report(), as_of))


def standing(chosen: IncidentFilter, as_of: date) -> tuple[Question, Standing]:
    """Return what is asked of an upload, and its answers before it is written."""
    question = Question(chosen, report(), as_of)
    return question, Standing(summary(chosen), outcomes_of(findings(as_of)))
