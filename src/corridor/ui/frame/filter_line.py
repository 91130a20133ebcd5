"""The filter sentence as HTML, places and counts in bold; under it, what of it was uploaded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corridor import queries
from corridor.filter import ONLY_UPLOADS, WITHOUT_UPLOADS, IncidentFilter
from corridor.texts import count_phrases
from corridor.ui.frame import cached, navigation, state
from corridor.ui.frame.selecting import MOST_IDS
from corridor.ui.parts import link
from corridor.ui.parts.text import Html, esc
from corridor.words import numbers as fmt
from corridor.words import say


def filter_sentence(
    incident_filter: IncidentFilter, summary: queries.Summary, data_end: date | None
) -> Html:
    """Say filter, incidents, deaths, gaps and the end of the data in one sentence."""
    told = count_phrases.filter_sentence(
        incident_filter, summary, data_end, plain=esc, strong=_strong
    )
    return Html(f'<p class="cw-sentence">{told}</p>')


def _strong(text: str) -> Html:
    return Html(f"<strong>{esc(text)}</strong>")


def vague_note(chosen: IncidentFilter, summary: queries.Summary) -> Html:
    """Link to a list of the incidents that a distance leaves out, though they may lie there."""
    if not 0 < summary.may_lie_there + summary.others_may_lie_there <= MOST_IDS:
        return Html("")
    ids = tuple(cached.answer(queries.may_lie_there, chosen)["incident_id"])
    listed = replace(chosen.without_distance(), only=ids)
    href = navigation.href("incidents", listed, navigation.pin(state.pinned_as_of()))
    return Html(f'<p class="cw-note">{link(say("may-lie-there-list"), href)}</p>')


def uploads_note(chosen: IncidentFilter, summary: queries.Summary, page: str) -> Html:
    """Say what of the filter was uploaded here, with links that show it alone, hide or show it."""
    if chosen.upload == WITHOUT_UPLOADS:
        told, ways = "uploads-are-hidden", {"show-them": ""}
    elif chosen.upload:
        told = "uploads-alone-are-shown"
        ways = {"show-everything": "", "hide-what-was-uploaded": WITHOUT_UPLOADS}
    elif summary.uploaded_incidents or any(told.uploaded for told in summary.beside.values()):
        told = "uploads-among-these"
        ways = {"show-only-these": ONLY_UPLOADS, "hide-them": WITHOUT_UPLOADS}
    else:
        return Html("")
    pinned = navigation.pin(state.pinned_as_of())
    links = [
        link(say(way), navigation.href(page, replace(chosen, upload=upload), pinned))
        for way, upload in ways.items()
    ]
    said = say(told, which=_uploaded(summary), ways=" · ".join(links))
    return Html(f'<p class="cw-note cw-uploads">{said}</p>')


def _uploaded(summary: queries.Summary) -> Html:
    """Say how many incidents were uploaded: those of the series, and apart those of others."""
    counts = [("uploads-of-series", summary.series, summary.uploaded_incidents)]
    counts += [
        (
            "uploads-of-others" if name == queries.OTHERS else "uploads-of-series",
            name,
            told.uploaded,
        )
        for name, told in summary.beside.items()
    ]
    return esc(
        fmt.unit_list(
            [
                say(key, count=n, series=name) if key == "uploads-of-series" else say(key, count=n)
                for key, name, n in counts
                if n
            ]
        )
    )
