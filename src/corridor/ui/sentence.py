"""The filter sentence as HTML, places and counts in bold; under it, what of it was uploaded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corridor import queries
from corridor.figures import sentence
from corridor.filters import ONLY_UPLOADS, WITHOUT_UPLOADS, IncidentFilter
from corridor.ui import navigation, state
from corridor.ui.parts import lines, link
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


def uploads_note(chosen: IncidentFilter, summary: queries.Summary, page: str) -> Html:
    """Say what of the filter was uploaded here, with links that show it alone, hide or show it."""
    if chosen.upload == WITHOUT_UPLOADS:
        told, ways = "Uploaded incidents are hidden", [("show them", "")]
    elif chosen.upload:
        told = "Only what was uploaded is shown"
        ways = [("show everything", ""), ("hide what was uploaded", WITHOUT_UPLOADS)]
    elif summary.uploaded_incidents:
        number = f"{summary.uploaded_incidents:,}"
        verb = "was" if summary.uploaded_incidents == 1 else "were"
        told = f"{number} of {summary.incidents:,} {verb} uploaded here"
        ways = [("show only these", ONLY_UPLOADS), ("hide them", WITHOUT_UPLOADS)]
    else:
        return Html("")
    as_of = [(state.AS_OF, state.current_as_of().isoformat())]
    links = [
        link(words, navigation.href(page, replace(chosen, upload=upload), as_of))
        for words, upload in ways
    ]
    return lines('<p class="cw-note cw-uploads">', esc(f"{told}: "), " · ".join(links), "</p>")
