"""The main roads below the map: a strip each, by ten kilometres; a click on one selects it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import streamlit as st

from corridor import answers, vocabulary
from corridor.answers import BACK_DAYS, Roads, RoadStrip
from corridor.charts.chart_sheet import Charted, told_of
from corridor.charts.figure import Figure
from corridor.charts.road_strips import INK, Measure, measure, road_strip
from corridor.exchange.export import rows_csv
from corridor.filter import IncidentFilter
from corridor.filter.selection import KEY, Selection, stretch_of
from corridor.findings.evidence import EVERY_KM
from corridor.maps.sheet import Told
from corridor.palette import OLDER, RECENCY, Theme, colour, css
from corridor.texts import roads_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, selecting, state, viewer
from corridor.ui.frame.drawing import draw_chart, pick_on, with_paper
from corridor.ui.frame.footer import credits_now
from corridor.ui.panels import chart_files
from corridor.ui.parts import Html, LegendItem, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

# More than these are folded away.
MOST_SHOWN: Final = 4
PICKS: Final = "road_picks"


@dataclass(frozen=True, eq=False)
class _Strip:
    """What the section shows of a road: its slug, its name, what is said of it, and its strip."""

    slug: str
    road: str
    told: str
    figure: Figure

    @property
    def head(self) -> Html:
        return Html(
            f'<p class="cw-road"><strong>{parts.esc(self.road)}</strong> '
            f"<span>{parts.esc(self.told)}</span></p>"
        )

    @property
    def alt(self) -> str:
        return say("roads-in-words", road=self.road, figures=self.told)


@dataclass(frozen=True, eq=False)
class _Drawn:
    """What the section shows: a head, a strip of each road, a table; `told` is for the file."""

    head: Html
    strips: tuple[_Strip, ...]
    table: Html
    told: Told
    file: bytes


def show(chosen: IncidentFilter) -> None:
    """Draw the section for a filter."""
    asked = selecting.selection()
    drawn = cached.kept(
        _drawn, chosen, viewer.theme(), viewer.is_small(), (asked, state.current_as_of())
    )
    parts.show(drawn.head)
    _strips(drawn.strips[:MOST_SHOWN])
    if rest := drawn.strips[MOST_SHOWN:]:
        with st.container(key="cw-roads-more"), st.expander(say("roads-more", count=len(rest))):
            _strips(rest)
    if not drawn.strips:
        return
    pick_on(PICKS, [_key(strip) for strip in drawn.strips], say("picks-stretches"), _picked)
    charts = [
        Charted(_key(strip), strip.figure, f"{strip.road}: {strip.told}") for strip in drawn.strips
    ]
    told = replace(drawn.told, credits=(" ".join(credits_now()),))
    chart_files.offer("roads", told, charts, lambda: drawn.file)
    with st.expander(say("roads-table")):
        parts.show(drawn.table)


def _key(strip: _Strip) -> str:
    return f"road_{strip.slug}"


def _strips(strips: tuple[_Strip, ...]) -> None:
    for strip in strips:
        parts.show(strip.head)
        draw_chart(strip.figure, _key(strip), strip.alt)


def _picked() -> None:
    selecting.pick_told(PICKS, selecting.ends_of)


def _drawn(
    chosen: IncidentFilter, theme: Theme, phone: bool, selection: tuple[Selection, date]
) -> _Drawn:
    found = cached.answer(answers.roads, chosen)
    asked, as_of = selection
    meant = selecting.meant(chosen, asked, as_of) if asked else None
    counted = found.counted(meant.ids) if meant else None
    title = parts.section(say("roads-title"), roads_text.note(found))
    told = told_of(chosen, say("roads-title"), roads_text.note(found), _key_of(found, "light"))
    if not found.strips:
        return _Drawn(title, (), Html(""), told, b"")
    by = measure(found)
    return _Drawn(
        parts.lines(title, _legend(found, theme, is_selected=bool(asked))),
        tuple(_strip(found, strip, by, (theme, phone), (counted, asked)) for strip in found.strips),
        _table(found, chosen),
        told,
        rows_csv(found.rows()),
    )


def _strip(
    found: Roads,
    strip: RoadStrip,
    by: Measure,
    look: tuple[Theme, bool],
    picked: tuple[dict[tuple[str, int], int] | None, Selection],
) -> _Strip:
    slug = strip.road.slug
    (theme, phone), (counted, asked) = look, picked
    own = None if counted is None else {km: n for (of, km), n in counted.items() if of == slug}
    stretches = map(stretch_of, asked.of("road"))
    figure = road_strip(
        found, strip, by, theme=theme, selected=own, small=phone,
        picked=[ends for road, ends in stretches if road.slug == slug],
    )  # fmt: skip
    told = roads_text.figures(found, strip, sum(own.values()) if own is not None else None)
    return _Strip(slug, strip.road.name, told, with_paper(figure, theme))


def _key_of(found: Roads, theme: Theme) -> list[tuple[str, str]]:
    """Return the key of the strips in a file, where their colours are told without their ages."""
    near = fmt.number(vocabulary.NEAR_RADIUS_KM)
    items = [
        (colour(INK, theme), say("roads-key-exact")),
        (css(INK, theme, 0.3), say("roads-key-inexact", near=near)),
        (css("ink2", theme, 0.7), say("roads-key-killed")),
        (colour("report", theme), say("roads-key-back", days=BACK_DAYS)),
    ]
    before = (colour("ink", theme), say("roads-key-before"))
    return [*items, before] if found.is_compared else items


def _legend(found: Roads, theme: Theme, *, is_selected: bool) -> Html:
    near = fmt.number(vocabulary.NEAR_RADIUS_KM)
    ink = colour(INK, theme)
    steps = zip(("recent", "older"), (opacity for _, opacity in RECENCY), strict=True)
    items = [
        LegendItem(say("roads-key-exact"), "square", colour=ink),
        LegendItem(say("roads-key-inexact", near=near), "square", colour=css(INK, theme, 0.3)),
        *(LegendItem(say(f"roads-age-{name}"), "square", colour=ink, opacity=opacity)
          for name, opacity in steps),
        LegendItem(say("roads-age-oldest"), "square", colour=ink, opacity=OLDER),
        LegendItem(say("roads-key-killed"), "square", colour=colour("ink2", theme), opacity=0.7),
        LegendItem(say("roads-key-back", days=BACK_DAYS), "◆"),
    ]  # fmt: skip
    if found.is_compared:
        items.append(LegendItem(say("roads-key-before"), "—"))
    if is_selected:
        items.insert(0, LegendItem(say("roads-key-selected"), "square", colour=ink))
    return parts.legend(items)


def _table(found: Roads, chosen: IncidentFilter) -> Html:
    """List the stretches with incidents, each with a link that selects it."""
    first, *rest = roads_text.headings(found)
    columns = [TableColumn(first), *(TableColumn(name, numeric=True) for name in rest)]
    rows = [
        [parts.link(words, _href(chosen, strip, each.from_km)), *cells]
        for strip in found.strips
        for each in strip.stretches
        if each.incidents or each.before
        for words, *cells in [roads_text.cells(found, strip, each)]
    ]
    return parts.scroll(parts.table(columns, rows, caption=say("roads-caption")), is_wide=True)


def _href(chosen: IncidentFilter, strip: RoadStrip, first: int) -> str:
    term = f"road:{strip.road.slug}/{first}-{first + EVERY_KM}"
    return navigation.href("map", chosen, [*navigation.pin(state.pinned_as_of()), (KEY, term)])
