"""A brief as one slide: headline, verdicts as a table, key figures, map; all of it real text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Pt

from corridor import vocabulary
from corridor.exchange.brief.pictures import Pictures
from corridor.palette import colour
from corridor.texts.brief_text import GLYPHS, BriefText, VerdictRow
from corridor.words import language, say

# Inches: a slide of 16 to 9, and what stands where on it (left, top, width, height).
SIZE: Final = (13.333, 7.5)
_MARGIN, _WIDE = 0.5, 12.333
_TITLE_ONLY: Final = 5
_SANS, _SERIF = "Arial", "Georgia"
# A headline of so many letters at most is set in so many points.
_HEADLINE: Final = ((110, 26), (170, 22), (10_000, 17))
_LONGEST: Final = 330
_COLUMNS: Final = (2.5, 1.65, 1.65, 1.7, 0.9)
_HEADINGS, _ROW, _TABLE = 0.3, 0.5, 3.2

Place = tuple[float, float, float, float]


def pptx(told: BriefText, pictures: Pictures, drawn_map: bytes, made: datetime) -> bytes:
    """Return the brief as a slide; `drawn_map` is a PNG, `made` when it was made."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = (Inches(each) for each in SIZE)
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    _head(slide, told)
    _verdicts(slide, told)
    _map(slide, told, pictures, drawn_map)
    _figures(slide, told)
    _foot(slide, told)
    about = deck.core_properties
    about.title, about.author, about.language = told.headline[:255], told.product, language().code
    about.created = about.modified = made.replace(tzinfo=None)
    about.last_modified_by, about.revision = told.product, 1
    file = io.BytesIO()
    deck.save(file)
    return _of_a_moment(file.getvalue(), made)


def _of_a_moment(data: bytes, made: datetime) -> bytes:
    """Write an archive again with the moment that it is told, where the clock's stood."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, made.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return file.getvalue()


def _head(slide: Any, told: BriefText) -> None:
    _line(slide, (_MARGIN, 0.36, _WIDE, 0.02), "ink")
    _line(slide, (_MARGIN, 0.33, 0.9, 0.05), "report")
    _text(slide, (_MARGIN, 0.4, 4.0, 0.3), [(told.product, 11, "ink", True)])
    _text(slide, (4.5, 0.4, 8.333, 0.3), [(told.about, 11, "ink2", False)], is_right=True)
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = map(Inches, (_MARGIN, 0.72, _WIDE, 0.95))
    size = next(points for most, points in _HEADLINE if len(told.headline) <= most)
    _fill(title.text_frame, [(told.headline, size, "ink", True)], family=_SERIF)
    if told.warnings:
        warning = [(_short(" ".join(told.warnings)), 12, "ink", True)]
        _text(slide, (_MARGIN, 1.7, _WIDE, 0.34), warning, is_boxed=True)


def _verdicts(slide: Any, told: BriefText) -> None:
    rows = len(told.verdicts) + 1
    high = min(_ROW, (_TABLE - _HEADINGS) / max(rows - 1, 1))
    place = map(Inches, (_MARGIN, 2.12, sum(_COLUMNS), _HEADINGS + high * (rows - 1)))
    frame = slide.shapes.add_table(rows, len(_COLUMNS), *place)
    table, tree = frame.table, frame.element.graphic.graphicData.tbl
    # Plain: the style of the table is that of no theme and no grid, cells draw their rules.
    tree.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE
    table.first_row = True
    for at, wide in enumerate(_COLUMNS):
        table.columns[at].width = Inches(wide)
    _row(table, 0, [[(each, 9, "ink2", False)] for each in told.verdict_headings])
    for at, row in enumerate(told.verdicts, start=1):
        _row(table, at, _cells(row))
    for at, line in enumerate(tree.tr_lst):
        line.h = Inches(high if at else _HEADINGS)
        ink = _ink("line" if at else "ink")
        fill = f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'
        for cell in line.tc_lst:
            rule = parse_xml(f'<a:lnB {nsdecls("a")} w="{Pt(0.75)}">{fill}</a:lnB>')
            cell.get_or_add_tcPr().append(rule)


_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
Words = tuple[str, float, str, bool]


def _cells(row: VerdictRow) -> list[list[Words]]:
    both = ((row.then, row.then_told, row.then_figure), (row.now, row.now_told, row.now_figure))
    return [
        [(f"{row.number}. {row.title}", 10.5, "ink", True)],
        *(
            [(f"{GLYPHS[word]} {said}", 10.5, word, True), (figure, 9, "ink2", False)]
            for word, said, figure in both
        ),
        [(row.by_series, 8.5, "ink", False)],
        [(row.confidence, 9.5, "ink", False)],
    ]


def _row(table: Any, at: int, cells: Sequence[Sequence[Words]]) -> None:
    for column, words in enumerate(cells):
        cell = table.cell(at, column)
        cell.margin_left = cell.margin_right = Inches(0.06)
        cell.margin_top = cell.margin_bottom = Inches(0.02)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE if at else MSO_ANCHOR.BOTTOM
        _fill(cell.text_frame, words)


def _map(slide: Any, told: BriefText, pictures: Pictures, drawn_map: bytes) -> None:
    left, wide = 9.15, 3.683
    _text(slide, (left, 2.1, wide, 0.42), [(told.where, 10.5, "ink", True)])
    picture = slide.shapes.add_picture(
        io.BytesIO(drawn_map), Inches(left), Inches(2.55), width=Inches(wide)
    )
    picture.element.nvPicPr.cNvPr.set("descr", told.map_told)
    key = _text(slide, (left, 5.15, wide, 0.5), [("", 8.5, "ink2", False)])
    line = key.text_frame.paragraphs[0]
    for sign, shade, label in pictures.signs:
        _say(line, f"{sign}\u00a0", 8.5, shade)
        _say(line, f"{label}   ", 8.5, "ink2")
    _say(line, say("brief-map-key"), 8.5, "ink2")


def _figures(slide: Any, told: BriefText) -> None:
    _text(slide, (_MARGIN, 5.42, 8.0, 0.3), [(told.figures_title, 12, "ink", True)])
    if not told.figures:
        _text(slide, (_MARGIN, 5.72, _WIDE, 0.4), [(told.figures_note, 12, "ink", False)])
        return
    wide = _WIDE / len(told.figures)
    for at, each in enumerate(told.figures):
        words: list[Words] = [
            (each.label, 10.5, "ink2", False),
            (each.value, 22, "ink", True),
            (" · ".join(filter(None, (each.change, each.second))), 10.5, "ink", False),
        ]
        _text(slide, (_MARGIN + at * wide, 5.72, wide - 0.1, 0.95), words)


def _foot(slide: Any, told: BriefText) -> None:
    _line(slide, (_MARGIN, 6.78, _WIDE, 0.01), "ink2")
    words: list[Words] = [(_short(each), 9.5, "ink2", False) for _, each in told.foot]
    _text(slide, (_MARGIN, 6.82, _WIDE - 2.2, 0.5), words)
    if told.address:
        box = _text(slide, (_MARGIN + _WIDE - 2.1, 6.82, 2.1, 0.3),
                    [(say("brief-link"), 9.5, "accent", False)], is_right=True)  # fmt: skip
        box.text_frame.paragraphs[0].runs[0].hyperlink.address = told.address


def _text(
    slide: Any, place: Place, words: Sequence[Words], *, is_right: bool = False,
    is_boxed: bool = False,
) -> Any:  # fmt: skip
    box = slide.shapes.add_textbox(*map(Inches, place))
    _fill(box.text_frame, words)
    if is_right:
        box.text_frame.paragraphs[0].alignment = 3
    if is_boxed:
        box.line.color.rgb, box.line.width = _ink("ink"), Pt(0.75)
        box.text_frame.margin_left = Inches(0.1)
    return box


def _fill(frame: Any, words: Sequence[Words], family: str = _SANS) -> None:
    """Write paragraphs into a frame: each is (text, points, name of its ink, is it bold)."""
    frame.word_wrap = True
    for side in ("left", "right", "top", "bottom"):
        setattr(frame, f"margin_{side}", Emu(0) if side in ("left", "right") else Emu(18_000))
    for at, (text, points, ink, is_bold) in enumerate(words):
        line = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _say(line, text, points, ink, is_bold=is_bold, family=family)
        line.alignment = 1


def _say(line: Any, text: str, points: float, ink: str, *, is_bold: bool = False,
         family: str = _SANS) -> None:  # fmt: skip
    run = line.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(points), is_bold, family
    run.font.color.rgb = _ink(ink)


def _line(slide: Any, place: Place, ink: str) -> None:
    shape = slide.shapes.add_shape(1, *map(Inches, place))
    shape.fill.solid()
    shape.fill.fore_color.rgb = _ink(ink)
    shape.line.fill.background()
    shape.shadow.inherit = False


def _ink(name: str) -> RGBColor:
    """Return a colour by its code, or that of a verdict or of a name of the palette."""
    is_verdict = name in vocabulary.VERDICTS
    shade = vocabulary.VERDICT_COLOURS[name][0] if is_verdict else name
    shade = shade if shade.startswith("#") else colour(name, "light")
    red, green, blue = bytes.fromhex(shade.lstrip("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
