"""Small tables in HTML: headings, bodies and numbers that line up."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from corridor.ui.parts.text import Html, esc, explained, lines, optional, slug
from corridor.words import numbers as fmt
from corridor.words import terms


@dataclass(frozen=True)
class TableColumn:
    """A column: `numeric` ones stand at the right, `phone=False` ones go on a small screen.

    `whole` keeps a cell on one line.
    """

    heading: str
    numeric: bool = False
    strong: bool = False
    quiet: bool = False
    phone: bool = True
    whole: bool = False


_PICKED: Final = ' class="cw-picked"'


def table(
    columns: Sequence[TableColumn],
    rows: Sequence[Sequence[str]],
    caption: str = "",
    note: str = "",
    picked: Container[int] = (),
) -> Html:
    """Draw a table; cells are escaped unless they are `Html`; `caption` is for screen readers.

    `picked` are the numbers of rows that are selected, from 0.
    """
    head = "".join(
        f'<th scope="col" class="{_classes(column)}"{explained(column.heading)}>'
        f"{esc(column.heading)}</th>"
        for column in columns
    )
    body = "".join(
        f"<tr{_PICKED if at in picked else ''}>{_cells(columns, row)}</tr>"
        for at, row in enumerate(rows)
    )
    return lines(
        '<div class="cw-table-box"><table class="cw-table">',
        optional("caption", "cw-hidden", caption),
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>",
        optional("p", "cw-note", note),
        "</div>",
    )


# The least count of each depth of colour.
HEAT_STEPS: Final = (1, 5, 20, 50, 100)


def heat_table(
    rows: Sequence[str],
    columns: Sequence[str],
    counts: Mapping[tuple[str, str], int | None],
    caption: str,
    corner: str = "",
) -> Html:
    """Draw counts of (row, column) in cells that are the deeper in colour the more they hold.

    A cell without a count stays empty, one whose count is None is not covered. The numbers are
    there to be read, by machines too.
    """
    head = "".join(f'<th scope="col">{esc(name)}</th>' for name in columns)
    body = "".join(
        f'<tr><th scope="row">{esc(row)}</th>'
        f"{''.join(_heat_cell(counts.get((row, column), 0)) for column in columns)}</tr>"
        for row in rows
    )
    return Html(
        f'<div class="cw-heat-box" tabindex="0" role="region" aria-label="{esc(caption)}">'
        f'<table class="cw-heat"><caption class="cw-hidden">{esc(caption)}</caption>'
        f'<thead><tr><th scope="col">{esc(corner)}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _heat_cell(count: int | None) -> str:
    if count is None:
        return '<td class="cw-heat-none">–</td>'
    depth = sum(count >= step for step in HEAT_STEPS)
    return f'<td class="cw-heat-{depth}">{fmt.number(count)}</td>' if count else "<td></td>"


def scroll(table_html: Html, *, is_wide: bool = False) -> Html:
    """Give a long table a height of its own; on a phone a wide one keeps its width."""
    both = " cw-scroll-both" if is_wide else ""
    return Html(f'<div class="cw-scroll{both}" tabindex="0">{table_html}</div>')


def event_type(name: str) -> Html:
    """Show an event type as a coloured dot and its word in ink."""
    label = esc(terms.event_label(name))
    return Html(f'<span class="cw-type cw-t-{slug(name)}">{label}</span>')


def quiet(text: str) -> Html:
    """Show a cell's text in a lighter ink."""
    return optional("span", "cw-quiet", text)


def with_words(name: str, told: str) -> Html:
    """Show a name, which may be a link, with a sentence under it."""
    return lines(optional("strong", "cw-named", name), optional("span", "cw-told", told))


def link(text: str, href: str, *, is_current: bool = False) -> Html:
    """Link to a page of this product, at an address that `navigation.href` made.

    `is_current` marks the one of a list that is open.
    """
    current = ' aria-current="true"' if is_current else ""
    return Html(f'<a href="{esc(href)}" target="_self"{current}>{esc(text)}</a>')


def source_link(text: str, address: str) -> Html:
    """Link to a source on the web, opened apart; what is no address of the web stays text.

    An uploaded file may hold anything: a script, `//another.site`, a page of this product.
    """
    if not address.startswith(("https://", "http://")):
        return esc(text)
    return Html(
        f'<a href="{esc(address)}" target="_blank" rel="noopener noreferrer">{esc(text)}</a>'
    )


def _cells(columns: Sequence[TableColumn], row: Sequence[str]) -> str:
    return "".join(
        f'<td class="{_classes(column)}">{esc(cell)}</td>'
        for column, cell in zip(columns, row, strict=True)
    )


def _classes(column: TableColumn) -> str:
    marks = {
        "cw-num": column.numeric,
        "cw-strong": column.strong,
        "cw-quiet": column.quiet,
        "cw-wide": not column.phone,
        "cw-nowrap": column.whole,
    }
    return " ".join(name for name, wanted in marks.items() if wanted)
