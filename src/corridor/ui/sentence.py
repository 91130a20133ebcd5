"""The filter sentence: what is being looked at, in words and numbers."""

from __future__ import annotations

from datetime import date

from corridor import queries
from corridor.filters import IncidentFilter, day
from corridor.ui.parts.text import Html, esc, number


def filter_sentence(
    incident_filter: IncidentFilter, summary: queries.Summary, series_last: date
) -> Html:
    """Say filter, incidents, deaths, gaps and the end of the data in one sentence."""
    place = incident_filter.place()
    rest = incident_filter.describe().removeprefix(place)
    counted = "; ".join(
        part for part in (_incidents(summary), _unplaced(summary), _end(series_last)) if part
    )
    return Html(
        f'<p class="cw-sentence"><strong>{esc(_capital(place))}</strong>{esc(rest)}: {counted}</p>'
    )


def _incidents(summary: queries.Summary) -> Html:
    word = "incident" if summary.incidents == 1 else "incidents"
    parts = [f"<strong>{number(summary.incidents)} {word}</strong>"]
    if summary.fatalities_best is not None:
        parts.append(
            f"{number(summary.fatalities_best)} killed (low {number(summary.fatalities_low)}, "
            f"high {number(summary.fatalities_high)})"
        )
    if summary.fatalities_unknown:
        parts.append(f"unknown for {number(summary.fatalities_unknown)}")
    return Html(", ".join(parts))


def _unplaced(summary: queries.Summary) -> Html:
    if not summary.unplaced:
        return Html("")
    return Html(f"<strong>{number(summary.unplaced)}</strong> not placed on the map")


def _end(series_last: date) -> Html:
    return Html(f"data end {esc(day(series_last))}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
