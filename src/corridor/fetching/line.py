"""One line to a publisher: what may be asked, how patiently, and what its answers mean.

A redirection to another machine or to an address without encryption is refused, certificates are
checked, proxies are those of the environment. Of an answer that is no success nothing is shown but
its number: it may hold anything.
"""

from __future__ import annotations

import http.client
import json
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPResponse
from typing import Any, Final
from urllib.parse import urlsplit

from corridor import __version__
from corridor.fetching.errors import (
    BeyondError,
    FetchError,
    NotAdmittedError,
    NotPublishedError,
    UnchangedError,
)
from corridor.store.progress import Progress
from corridor.words import later

_CHUNK: Final = 1 << 16
# Answers that another attempt may mend, and how long it waits where the other side does not say.
_AGAIN: Final = {429: (20.0, 40.0), 500: (1.0, 4.0), 502: (1.0, 4.0), 503: (2.0, 8.0),
                 504: (2.0, 8.0)}  # fmt: skip
_KINDS: Final[dict[int, type[FetchError]]] = {
    304: UnchangedError, 401: NotAdmittedError, 403: NotAdmittedError, 404: NotPublishedError,
    416: BeyondError,
}  # fmt: skip
# Longer waits are told, not waited for.
_MOST_SECONDS: Final = 60.0
# The largest answer that is read at once: a page of events.
_MOST_BYTES: Final = 100_000_000
_WRONG: Final = 400
_TOO_MANY: Final = 429
_ITS_FAULT: Final = 500
_HERE: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True)
class Patience:
    """The clock of a fetch: what the time is, how to wait, and for how long one answer may hang."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep
    answer_seconds: float = 30.0


def _unlimited() -> None:
    return None


@dataclass(frozen=True)
class Line:
    """A line to `publisher` (its name in sentences).

    `remedy` is the message for a token or an account that is refused; one answer may take
    `most_seconds`; `spend` is called before each question.
    """

    publisher: str
    progress: Progress
    patience: Patience
    most_seconds: int
    remedy: str
    spend: Callable[[], None] = field(default=_unlimited)

    @contextmanager
    def open(
        self,
        url: str,
        secrets: Mapping[str, str] | None = None,
        form: bytes | None = None,
        conditions: Mapping[str, str] | None = None,
    ) -> Iterator[HTTPResponse]:
        """Ask and lend the answer; a question with `secrets` or a form is sent encrypted only.

        `secrets` and `conditions` are headers. Raises FetchError and its kinds; waits and asks
        again where the other side is busy.
        """
        if form is not None or secrets:
            self._refuse_unsafe(url, secrets or {})
        headers = {**(conditions or {}), **(secrets or {})}
        waits = {status: [*seconds] for status, seconds in _AGAIN.items()}
        while True:
            self.progress.check()
            self.spend()
            try:
                response = self._ask(url, headers, form)
            except urllib.error.HTTPError as error:
                with error:
                    # The place that gives tokens says 400 of a wrong password.
                    status = 401 if form and error.code == _WRONG else error.code
                    self._wait_or_raise(error, status, waits.get(status, []))
                continue
            except OSError as error:
                raise self._unreached(error, url) from None
            except (http.client.HTTPException, ValueError):  # their texts hold what was sent
                raise FetchError(later("fetch-not-understood", publisher=self.publisher)) from None
            with response:
                yield response
            return

    def _ask(self, url: str, headers: Mapping[str, str], form: bytes | None) -> HTTPResponse:
        told = {"User-Agent": f"corridor-watch/{__version__}", "Accept-Encoding": "identity"}
        request = urllib.request.Request(url, form, told | dict(headers))  # noqa: S310  by form
        opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(context=ssl.create_default_context()),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPErrorProcessor(),
            _SamePlace(self.publisher),
        ):
            opener.add_handler(handler)
        found: HTTPResponse = opener.open(request, timeout=self.patience.answer_seconds)
        return found

    def _refuse_unsafe(self, url: str, secrets: Mapping[str, str]) -> None:
        if not all(text.isascii() and text.isprintable() for text in secrets.values()):
            raise FetchError(later("fetch-secret-odd", publisher=self.publisher))
        parts = urlsplit(url)
        if parts.scheme != "https" and parts.hostname not in _HERE:
            raise FetchError(later("fetch-secret-in-plain", address=shown(url)))

    def _unreached(self, error: OSError, url: str) -> FetchError:
        reason = getattr(error, "reason", error)
        where = shown(url)
        if isinstance(reason, TimeoutError):
            return FetchError(later("fetch-timeout", address=where))
        if isinstance(reason, ssl.SSLCertVerificationError):
            return FetchError(later("fetch-certificate", address=where))
        return FetchError(later("fetch-no-line", address=where))

    def _wait_or_raise(
        self, error: urllib.error.HTTPError, status: int, waits: list[float]
    ) -> None:
        told = self._asked_to_wait(error)
        if not waits or told > _MOST_SECONDS:
            raise self._refused(status, told)
        self._wait(max(told, waits.pop(0)))

    def _asked_to_wait(self, error: urllib.error.HTTPError) -> float:
        """Return the seconds of `Retry-After`, which may be a moment; 0 where it says nothing."""
        text = (error.headers.get("Retry-After") or "").strip()
        if text.isdecimal():
            return float(text)
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return 0.0
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max((moment - self.patience.now()).total_seconds(), 0.0)

    def _wait(self, seconds: float) -> None:
        while seconds > 0:
            self.progress.check()
            self.patience.sleep(min(seconds, 1.0))
            seconds -= 1.0

    def _refused(self, status: int, seconds: float) -> FetchError:
        kind = _KINDS.get(status, FetchError)
        if status == _TOO_MANY:
            minutes = max(-(-int(seconds) // 60), 1)
            return kind(later("fetch-too-many", publisher=self.publisher, minutes=minutes))
        if kind is NotAdmittedError:
            return kind(later(self.remedy, publisher=self.publisher, status=str(status)))
        if kind is NotPublishedError:
            return kind(later("fetch-not-there", publisher=self.publisher))
        message = "fetch-server-failed" if status >= _ITS_FAULT else "fetch-unexpected"
        return kind(later(message, publisher=self.publisher, status=str(status)))

    def pieces(self, response: HTTPResponse, most_bytes: int) -> Iterator[bytes]:
        """Return the body of an answer a piece at a time; FetchError when it is not whole."""
        wanted, had = _length(response), 0
        if (wanted or 0) > most_bytes:
            raise self.too_large(most_bytes)
        begun = self.patience.now()
        while piece := self._piece(response):
            had += len(piece)
            if had > most_bytes:
                raise self.too_large(most_bytes)
            yield piece
            self.progress.check()
            self.progress.done(had / wanted if wanted else 0.0)
            if (self.patience.now() - begun).total_seconds() > self.most_seconds:
                raise FetchError(later("fetch-too-slow", publisher=self.publisher))
        if wanted is not None and had != wanted:
            raise FetchError(later("fetch-cut-off", publisher=self.publisher))

    def _piece(self, response: HTTPResponse) -> bytes:
        try:
            return response.read1(_CHUNK)
        except TimeoutError:
            raise FetchError(later("fetch-stalled", publisher=self.publisher)) from None
        except (http.client.HTTPException, OSError, ValueError):
            raise FetchError(later("fetch-cut-off", publisher=self.publisher)) from None

    def too_large(self, most_bytes: int) -> FetchError:
        """Return what is said of more than is read."""
        most = most_bytes // 1_000_000
        return FetchError(later("fetch-too-large", publisher=self.publisher, most=most))

    def json(
        self, url: str, secrets: Mapping[str, str] | None = None, form: bytes | None = None
    ) -> dict[str, Any]:
        """Ask and return the object that comes back; FetchError when it is no whole one."""
        with self.open(url, secrets, form) as response:
            body = b"".join(self.pieces(response, _MOST_BYTES))
        if body.lstrip()[:1] == b"<":
            raise FetchError(later("fetch-web-page", publisher=self.publisher))
        try:
            found = json.loads(body)
        except (ValueError, RecursionError):
            raise FetchError(later("fetch-json-broken", publisher=self.publisher)) from None
        if not isinstance(found, dict):
            raise FetchError(later("fetch-not-understood", publisher=self.publisher))
        return found


class _SamePlace(urllib.request.HTTPRedirectHandler):
    """Follows a redirection within one machine only, never to an address without encryption."""

    max_redirections = 5

    def __init__(self, publisher: str) -> None:
        self.publisher = publisher

    def redirect_request(self, req: Any, *rest: Any) -> urllib.request.Request | None:
        *_, target = rest
        here, there = urlsplit(req.full_url), urlsplit(target)
        if req.data is not None or here.hostname != there.hostname or _port(here) != _port(there):
            raise FetchError(later("fetch-redirected", publisher=self.publisher))
        if here.scheme == "https" and there.scheme != "https":
            raise FetchError(later("fetch-redirected-plain", publisher=self.publisher))
        return super().redirect_request(req, *rest)


def _port(parts: Any) -> int | None:
    """Return the port; of an address without one, None: encryption may be added on the way."""
    try:
        port: int | None = parts.port
    except ValueError:
        return -1
    return None if port in (80, 443) else port


def _length(response: HTTPResponse) -> int | None:
    text = response.headers.get("Content-Length", "")
    return int(text) if text.isdecimal() else None


def shown(url: str) -> str:
    """Return an address as it may be shown: without a name, a password or a question."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
