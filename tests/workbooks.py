"""Small XLSX files, written part by part: the tests need bad ones, which no library writes."""

import io
import zipfile
from collections.abc import Iterable, Mapping

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# Cell formats by their place: general, a day, a day with its time.
DAY, MOMENT = 1, 2
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="22"/></cellXfs></styleSheet>'
)
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


def text(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def number(place: str, value: float, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def row(line: int, *cells: str) -> str:
    return f'<row r="{line}">{"".join(cells)}</row>'


def texts(line: int, values: Iterable[str]) -> str:
    return row(line, *(text(f"{chr(65 + at)}{line}", it) for at, it in enumerate(values) if it))


def sheet(*rows: str) -> str:
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _links(targets: Mapping[str, tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{key}" Type="{_DOCUMENT}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _contents(names: Iterable[str], hidden: frozenset[str]) -> str:
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}" state="{state}"/>'
        for at, name in enumerate(names, 1)
        for state in ("hidden" if name in hidden else "visible",)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>{sheets}</sheets></workbook>'


def parts(
    sheets: Mapping[str, str], shared: Iterable[str] = (), hidden: frozenset[str] = frozenset()
) -> dict[str, str]:
    """Give the parts of a workbook: its sheets' XML by name, and the texts that cells share."""
    targets = {
        f"rId{at}": ("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)
    }
    targets |= {"rId98": ("sharedStrings", "sharedStrings.xml"), "rId99": ("styles", "styles.xml")}
    items = "".join(f"<si><t>{item}</t></si>" for item in shared)
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _links({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _contents(sheets, hidden),
        "xl/_rels/workbook.xml.rels": _links(targets),
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{items}</sst>',
    } | {f"xl/worksheets/sheet{at}.xml": xml for at, xml in enumerate(sheets.values(), 1)}


def archive(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(zipfile.ZipInfo(name, (2018, 6, 17, 0, 0, 0)), content, 8)
    return packed.getvalue()


def workbook(*rows: str) -> bytes:
    return archive(parts({"Incidents": sheet(*rows)}))
