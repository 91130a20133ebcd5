"""The filter sentence as HTML: the text of `figures.sentence`, places and counts in bold."""

from __future__ import annotations

from datetime import date

from corridor import queries
from corridor.figures import sentence
from corridor.filters import IncidentFilter
from corridor.ui.parts.text import Html, esc


def filter_sentence(
    incident_filter: IncidentFilter, summary: queries.Summary, data_end: date
) -> Html:
    """Say filter, incidents, deaths, gaps and the end of the data in one sentence."""
    text = esc(sentence.filter_sentence(incident_filter, summary, data_end))
    place = esc(sentence.capital(incident_filter.place()))
    counted = esc(sentence.count_phrase(summary))
    marked = text.replace(place, f"<strong>{place}</strong>", 1)
    before, found, after = marked.rpartition(f": {counted}")
    bold = f"{before}: <strong>{counted}</strong>{after}" if found else marked
    return Html(f'<p class="cw-sentence">{bold}</p>')
