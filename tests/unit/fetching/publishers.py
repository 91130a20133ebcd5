"""SYNTHETIC publishers on this machine: small servers that speak their interfaces.

What they hand out is invented. A fault is put into a server by a field of its `Publisher`.
"""

from __future__ import annotations

import csv
import io
import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "s3cret-token-of-ucdp"  # noqa: S105  invented
USER = "analyst@example.org"
PASSWORD = "s3cret-password"  # noqa: S105  invented

COLUMNS = (
    *("id", "relid", "year", "type_of_violence", "conflict_name", "dyad_name", "side_a", "side_b"),
    *("number_of_sources", "source_office", "source_date", "where_prec", "where_coordinates"),
    *("adm_1", "adm_2", "latitude", "longitude", "country", "country_id", "event_clarity"),
    *("date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"),
    *("deaths_unknown", "best", "high", "low"),
)


def event(number: int, **values: Any) -> dict[str, Any]:
    """Give an invented event in the layout of UCDP's interface."""
    row: dict[str, Any] = {
        "id": 900000 + number, "relid": f"IRQ-2024-1-524-{number}", "year": 2024,
        "type_of_violence": 1, "conflict_name": "Iraq: Government",
        "dyad_name": "Government of Iraq - IS", "side_a": "Government of Iraq", "side_b": "IS",
        "number_of_sources": 1, "source_office": "Invented Press", "source_date": "2024-03-02",
        "where_prec": 1, "where_coordinates": "Hawija town", "adm_1": "Kirkuk governorate",
        "adm_2": "Hawija district", "latitude": 35.3, "longitude": 43.77, "country": "Iraq",
        "country_id": 645, "event_clarity": 1, "date_prec": 1,
        "date_start": f"2024-03-{number % 28 + 1:02}T00:00:00",
        "date_end": f"2024-03-{number % 28 + 1:02}T00:00:00",
        "deaths_a": 0, "deaths_b": 1, "deaths_civilians": 0, "deaths_unknown": 0,
        "best": 1, "high": 1, "low": 1,
    }  # fmt: skip
    return row | values


def acled_event(number: int, **values: Any) -> dict[str, Any]:
    """Give an invented event in the layout of ACLED's interface."""
    row: dict[str, Any] = {
        "event_id_cnty": f"IRQ{90000 + number}", "event_date": f"2024-03-{number % 28 + 1:02}",
        "year": "2024", "time_precision": "1", "disorder_type": "Political violence",
        "event_type": "Battles", "sub_event_type": "Armed clash",
        "actor1": "Islamic State (Iraq)", "assoc_actor_1": "", "inter1": "Rebel group",
        "actor2": "Military Forces of Iraq", "assoc_actor_2": "", "inter2": "State forces",
        "interaction": "State forces-Rebel group", "civilian_targeting": "", "iso": "368",
        "region": "Middle East", "country": "Iraq", "admin1": "Kirkuk", "admin2": "Al Hawiga",
        "admin3": "", "location": "Hawija", "latitude": "35.3256", "longitude": "43.7731",
        "geo_precision": "1", "source": "Invented Press", "source_scale": "National",
        "notes": "An invented clash, with a comma.", "fatalities": "1", "tags": "",
        "timestamp": "1710000000",
    }  # fmt: skip
    return row | values


def csv_of(events: list[dict[str, Any]]) -> bytes:
    """Give events as the file that UCDP publishes: a day has a time."""
    text = io.StringIO()
    out = csv.DictWriter(text, COLUMNS)
    out.writeheader()
    for row in events:
        days = {key: str(row[key]).replace("T00:00:00", " 00:00:00.000")
                for key in ("date_start", "date_end")}  # fmt: skip
        out.writerow(row | days)
    return text.getvalue().encode()


def zip_of(data: bytes, name: str = "GEDEvent_v25_1.csv") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


@dataclass
class Answer:
    """What a server sends; `cut` closes the line after so many bytes of the body."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    length: bool = True


Fault = Callable[[str, dict[str, str]], Answer | None]


@dataclass
class Publisher:
    """A server: its files, events and accounts, and the faults of the day, first ones first.

    A fault sees the path with its question and the headers, and answers or gives None; one that
    has answered is used up unless it stands in `always`.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    events: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    acled: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Answer | Fault] = field(default_factory=list)
    always: Fault | None = None
    mark: str = '"1"'
    pagesize: int | None = None
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    forms: list[dict[str, list[str]]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, path: str, headers: dict[str, str], form: str) -> Answer:
        self.asked.append((path, headers))
        if self.always and (found := self.always(path, headers)):
            return found
        if self.faults:
            fault = self.faults[0]
            found = fault if isinstance(fault, Answer) else fault(path, headers)
            if found:
                self.faults.pop(0)
                return found
        parts = urlsplit(path)
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if parts.path == "/oauth/token":
            return self._token(form)
        if parts.path == "/api/acled/read":
            return self._acled(asked, headers)
        if parts.path.startswith("/api/gedevents/"):
            return self._events(parts.path.rpartition("/")[2], asked, headers)
        return self._file(parts.path, headers)

    def _file(self, path: str, headers: dict[str, str]) -> Answer:
        if path not in self.files:
            return Answer(b"<html>not found</html>", 404)
        data, told = self.files[path], {"ETag": self.mark} if self.mark else {}
        if self.mark and headers.get("if-none-match") == self.mark:
            return Answer(status=304)
        begins = headers.get("range", "").removeprefix("bytes=").removesuffix("-")
        if begins and headers.get("if-range") == self.mark:
            start = int(begins)
            if start >= len(data):
                return Answer(status=416)
            where = f"bytes {start}-{len(data) - 1}/{len(data)}"
            return Answer(data[start:], 206, told | {"Content-Range": where})
        return Answer(data, 200, told)

    def _events(self, version: str, asked: dict[str, str], headers: dict[str, str]) -> Answer:
        if headers.get("x-ucdp-access-token") != TOKEN:
            return Answer(b"API token required", 401)
        if version not in self.events:
            return Answer(b"", 404)
        country = asked.get("Country")
        events = [one for one in self.events[version] if country in (None, str(one["country_id"]))]
        size, page = self.pagesize or int(asked["pagesize"]), int(asked["page"])
        pages = -(-len(events) // size)
        told = {
            "TotalCount": len(events), "TotalPages": pages,
            "PreviousPageUrl": "", "NextPageUrl": "http://evil.example/next",
            "Result": events[page * size : (page + 1) * size],
        }  # fmt: skip
        return Answer(json.dumps(told).encode(), 200, {"Content-Type": "application/json"})

    def _token(self, form: str) -> Answer:
        given = parse_qs(form)
        self.forms.append(given)
        known = given.get("username") == [USER] and given.get("password") == [PASSWORD]
        if given["grant_type"] == ["refresh_token"]:
            known = given.get("refresh_token") == [f"refresh-{len(self.tokens)}"]
        if not known:
            return Answer(b'{"error": "invalid_grant"}', 400)
        self.tokens.append(f"access-{len(self.tokens) + 1}")
        told = {"token_type": "Bearer", "expires_in": 86400, "access_token": self.tokens[-1],
                "refresh_token": f"refresh-{len(self.tokens)}"}  # fmt: skip
        return Answer(json.dumps(told).encode())

    def _acled(self, asked: dict[str, str], headers: dict[str, str]) -> Answer:
        if headers.get("authorization") != f"Bearer {self.tokens[-1] if self.tokens else ''}":
            return Answer(b'{"message": "expired"}', 401)
        size, page = self.pagesize or int(asked["limit"]), int(asked["page"])
        rows = [row for row in self.acled if row["iso"] == asked["iso"]]
        if "event_date" in asked:
            first, _, last = asked["event_date"].partition("|")
            rows = [row for row in rows if first <= row["event_date"] <= (last or "9")]
        found = rows[(page - 1) * size : page * size]
        told = {"status": 200, "success": True, "count": len(found), "messages": [], "data": found}
        return Answer(json.dumps(told).encode())


@contextmanager
def serving(publisher: Publisher) -> Iterator[Publisher]:
    """Serve a publisher on a free port of this machine within a `with`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer("")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _answer(self, form: str) -> None:
            headers = {key.lower(): value for key, value in self.headers.items()}
            found = publisher.answer(self.path, headers, form)
            self.send_response(found.status)
            for name, value in found.headers.items():
                self.send_header(name, value)
            if found.length and found.status != 304:
                self.send_header("Content-Length", str(len(found.body)))
            self.end_headers()
            self.wfile.write(found.body if found.cut is None else found.body[: found.cut])

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    publisher.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
