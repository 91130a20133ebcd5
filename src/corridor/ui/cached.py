"""Answers kept between reruns: one store per server, every answer keyed on the data version."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import pandas as pd
import streamlit as st

from corridor import queries, settings
from corridor.filters import IncidentFilter
from corridor.findings import Finding, Report, evaluate, history, load_reports
from corridor.ingest.glance import Glance, look
from corridor.store import Store, open_store

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

# A viewer walks through a few dozen filters and some ten questions each; old ones fall out.
MOST_ANSWERS: Final = 512


@st.cache_resource(show_spinner=False)
def settings_now() -> settings.Settings:
    """Read the settings once per server process."""
    return settings.load()


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Open the incident store once per server process."""
    return open_store(settings_now())


def answer(
    ask: Callable[Concatenate[Store, Arguments], Answer],
    *arguments: Arguments.args,
    **named: Arguments.kwargs,
) -> Answer:
    """Ask `ask(store, *arguments)`, or give the answer kept for this version of the data.

    Arguments must be hashable values (a filter, a date, a word), never frames. The question is
    told apart by its module and name, so it must be a function with a name of its own.
    """
    question = f"{ask.__module__}.{ask.__qualname__}"
    result: Answer = _answer(question, data_state(), arguments, named, ask)
    return result


def data_state() -> tuple[int, tuple[str, ...]]:
    """Give what answers are kept for: the version of the data, and what of it cannot be read."""
    return store().version, tuple(store().damaged)


@st.cache_data(max_entries=MOST_ANSWERS, show_spinner=False)
def _answer(
    question: str,  # noqa: ARG001  Streamlit keys on every argument but `_ask`
    of: tuple[int, tuple[str, ...]],  # noqa: ARG001  the same
    arguments: tuple[Any, ...],
    named: dict[str, Any],
    _ask: Any,
) -> Any:
    return _ask(store(), *arguments, **named)


def options() -> queries.Options:
    """Give the values that the filter offers."""
    return answer(queries.options)


def summary(incident_filter: IncidentFilter) -> queries.Summary:
    """Count the incidents and deaths that a filter keeps."""
    return answer(queries.summary, incident_filter)


@st.cache_resource(show_spinner=False)
def report() -> Report:
    """Read the report whose conclusions are tested (the first one)."""
    return next(iter(load_reports(settings_now().reports_dir).values()))


def findings(as_of: date) -> tuple[Finding, ...]:
    """Evaluate the report's findings as of a date, once for every version of the data."""
    return _findings(as_of, data_state())


@st.cache_resource(max_entries=32, show_spinner=False)
def _findings(as_of: date, of: tuple[int, tuple[str, ...]]) -> tuple[Finding, ...]:
    del of  # only part of the key
    return evaluate(store(), report(), as_of)


def indicator_history(number: int) -> pd.DataFrame:
    """Give a finding's indicators at every month end."""
    return answer(_history, number)


def _history(incident_store: Store, number: int) -> pd.DataFrame:
    return history(incident_store, report(), number)


def glance(data: bytes) -> Glance:
    """Take a first look at a table of no known layout, once for all reruns of its page."""
    return _glance(hashlib.sha256(data).hexdigest(), data)


@st.cache_resource(max_entries=4, show_spinner=False)
def _glance(sha256: str, _data: bytes) -> Glance:
    del sha256  # only the key
    return look(_data, settings_now())
