"""A brief for a mail: plain text with Markdown's signs, and a page of its own with inline styles.

No script, no style sheet, no address is asked for anything; the pictures are within the page.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from corridor import vocabulary
from corridor.exchange.brief.pictures import Pictures
from corridor.palette import colour
from corridor.texts.brief_text import GLYPHS, BriefText, KeyFigure, Section, Table, VerdictRow
from corridor.words import language, say

# What Markdown reads as its own.
_MARKUP: Final = re.compile(r"([\\`*_<>\[\]|~$#!&])")
_ADDRESS: Final = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
_INK, _INK2, _LINE = (colour(name, "light") for name in ("ink", "ink2", "line"))
_FAMILY: Final = "'IBM Plex Sans',Helvetica,Arial,sans-serif"
_CELL: Final = (
    f"text-align:left;vertical-align:top;padding:5px 12px 5px 0;border-bottom:1px solid {_LINE}"
)
_WIDE: Final = '<div style="overflow-x:auto">'
_NARROW: Final = 3
_QUIET: Final = f"color:{_INK2};font-size:13px"


def markdown(told: BriefText) -> str:
    """Return the brief as text that is read as it stands, and as Markdown too."""
    headings = (_md(told.verdict_headings[0]), *map(_md, told.verdict_headings[1:]))
    figures = [
        f"- {_md(each.label)}: **{_md(each.value)}** {_md(_beside(each))}" for each in told.figures
    ]
    lines = [
        f"# {_md(told.headline)}",
        f"{_md(told.product)} · {_md(told.about)}",
        *(f"**{_md(each)}**" for each in told.warnings),
        *map(_md, (*told.lead, *told.cautions)),
        *(f"**{_md(asked)}** {_md(said)}" for asked, said in told.answers),
        _md_table(headings, (tuple(map(_md, _verdict(row))) for row in told.verdicts)),
        f"## {_md(told.figures_title)}",
        "\n".join(figures),
        _md(told.figures_note),
        f"## {_md(told.where)}",
        _md(told.map_told),
        f"## {_md(told.when)}",
        _md(told.when_told),
        *([*_md_named(told.changes), _md(told.changes.note)] if told.changes else []),
        "\n".join(f"- {_md(name)}: {_md(words)}" for name, words in told.foot),
        f"[{_md(say('brief-link'))}](<{told.address}>)" if told.address else "",
        f"# {_md(told.annex_title)}",
        *(line for part in told.annex for line in _md_section(part)),
    ]
    return "\n\n".join(filter(None, lines)) + "\n"


def _beside(figure: KeyFigure) -> str:
    return " · ".join(filter(None, (figure.change, figure.second)))


def _md_section(part: Section) -> list[str]:
    table = [_md_table(*_escaped(part.table))] if part.table else []
    return [f"## {_md(part.title)}", *map(_md, part.lines), *table]


def _md_named(table: Table) -> list[str]:
    return [f"## {_md(table.title)}", _md_table(*_escaped(table))]


def _escaped(table: Table) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    return tuple(map(_md, table.headings)), [tuple(map(_md, row)) for row in table.rows]


def _md_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    every = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in every)


def _md(text: str) -> str:
    """Return a text of which Markdown makes nothing: no link, no picture, no emphasis."""
    return _ADDRESS.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def _verdict(row: VerdictRow) -> tuple[str, ...]:
    """Return a row of the verdicts as texts, each verdict with its shape."""
    return (
        f"{row.number}. {row.title}",
        f"{GLYPHS[row.then]} {row.then_told}, {row.then_figure}",
        f"{GLYPHS[row.now]} {row.now_told}, {row.now_figure}",
        row.by_series,
        row.confidence,
    )


def html(told: BriefText, pictures: Pictures, drawn: tuple[bytes, bytes]) -> str:
    """Return the brief as a page; `drawn` are map and timeline as PNG."""
    drawn_map, timeline = drawn
    body = [
        _paragraph(
            f"{told.product} · {told.about}", f"border-top:2px solid {_INK};padding-top:6px"
        ),
        *(
            _paragraph(each, f"border:1px solid {_INK};padding:6px 10px;font-weight:600")
            for each in told.warnings
        ),
        f'<h1 style="font:600 26px/1.2 Georgia,serif;margin:12px 0">{escape(told.headline)}</h1>',
        *map(_paragraph, (*told.lead, *told.cautions)),
        *(f"<p><b>{escape(asked)}</b> {escape(said)}</p>" for asked, said in told.answers),
        _table(told.verdict_headings, map(_html_verdict, told.verdicts)),
        _heading(told.figures_title),
        _figures(told),
        f'<p style="{_QUIET}">{escape(told.figures_note)}</p>',
        _heading(told.where),
        _picture(drawn_map, told.map_told, _key(pictures)),
        _heading(told.when),
        _picture(timeline, told.when_told, escape(pictures.note)),
        _changes(told.changes) if told.changes else "",
        _table((), ((escape(name), escape(words)) for name, words in told.foot)),
        _link(told.address) if told.address else "",
        _heading(told.annex_title, f"border-top:2px solid {_INK};padding-top:12px"),
        *map(_section, told.annex),
    ]
    code, turn = language().code, "rtl" if language().is_rtl else "ltr"
    return (
        f'<!doctype html><html lang="{code}" dir="{turn}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" '
        f'content="light"><title>{escape(told.headline)}</title>'
        f'<body style="margin:0;background:#fff;color:{_INK};font:15px/1.45 {_FAMILY}">'
        f'<div style="max-width:760px;margin:0 auto;padding:20px 16px">{"".join(body)}</div>'
        "</body></html>\n"
    )


def _paragraph(text: str, more: str = "") -> str:
    return f'<p style="margin:6px 0;{more}">{escape(text)}</p>'


def _heading(text: str, more: str = "") -> str:
    looks = f"font:600 17px/1.3 {_FAMILY};margin:22px 0 6px;{more}"
    return f'<h2 style="{looks}">{escape(text)}</h2>'


def _html_verdict(row: VerdictRow) -> tuple[str, ...]:
    title, then, now, *more = map(escape, _verdict(row))
    inks = (vocabulary.VERDICT_COLOURS[each][0] for each in (row.then, row.now))
    coloured = (
        f'<span style="color:{ink};font-weight:600;white-space:nowrap">'
        f"{told.replace(', ', '</span><br>', 1)}"
        for ink, told in zip(inks, (then, now), strict=True)
    )
    return (f"<b>{title}</b>", *coloured, *more)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; `headings` are texts, `rows` HTML."""
    head = "".join(f'<th style="{_CELL};{_QUIET}">{escape(each)}</th>' for each in headings)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    top = f"<thead><tr>{head}</tr></thead>" if head else ""
    # On a phone a wide table is moved sideways within its place, not squeezed.
    least = ";min-width:640px" if len(headings) > _NARROW else ""
    looks = f"border-collapse:collapse;width:100%;margin:8px 0{least}"
    return f'{_WIDE}<table style="{looks}">{top}<tbody>{body}</tbody></table></div>'


def _figures(told: BriefText) -> str:
    """Return the key figures side by side, as many in a line as there is room for."""
    looks = (
        "display:inline-block;vertical-align:top;width:124px;margin:0 8px 12px 0;padding-left:8px;"
        f"border-left:1px solid {_LINE}"
    )
    return "".join(
        f'<div style="{looks}">'
        f'<span style="{_QUIET}">{escape(each.label)}</span><br>'
        f'<b style="font-size:24px">{escape(each.value)}</b><br>{escape(each.change)}'
        f'<br><span style="{_QUIET}">{escape(each.second)}</span></div>'
        for each in told.figures
    )


def _key(pictures: Pictures) -> str:
    """Return the key of the map's colours as HTML, each with its sign."""
    each = (
        f'<span style="color:{ink}">{sign}</span>&nbsp;{escape(label)}'
        for sign, ink, label in pictures.signs
    )
    return " &ensp; ".join((*each, escape(say("brief-map-key"))))


def _picture(data: bytes, told: str, key: str) -> str:
    """Return a picture with its key, which is HTML, and what it shows in words."""
    source = base64.b64encode(data).decode()
    return (
        f'<img src="data:image/png;base64,{source}" alt="{escape(told)}" '
        'style="width:100%;max-width:760px;height:auto">'
        f'<p style="{_QUIET};margin:4px 0">{key}</p>'
        f'<p style="{_QUIET};margin:4px 0">{escape(told)}</p>'
    )


def _changes(table: Table) -> str:
    rows = [tuple(map(escape, row)) for row in table.rows]
    note = f'<p style="{_QUIET}">{escape(table.note)}</p>'
    return f"{_heading(table.title)}{_table(table.headings, rows)}{note}"


def _section(part: Section) -> str:
    table = part.table
    rows = [tuple(map(escape, row)) for row in table.rows] if table else []
    told = "".join(map(_paragraph, part.lines))
    return f"{_heading(part.title)}{told}{_table(table.headings, rows) if table else ''}"


def _link(address: str) -> str:
    looks = f"color:{colour('accent', 'light')}"
    return f'<p><a style="{looks}" href="{escape(address)}">{escape(say("brief-link"))}</a></p>'
