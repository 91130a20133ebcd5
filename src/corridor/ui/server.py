"""The server: Streamlit behind our gate, with what the first visitor needs made beforehand."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

import click
import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from corridor import messages, people, queries, settings, words
from corridor.answers import Since
from corridor.filter import IncidentFilter
from corridor.people import Person
from corridor.settings import PROJECT, Settings
from corridor.store import StoreError
from corridor.ui import gate
from corridor.words import later, say

ADDRESS: Final = "127.0.0.1"
SCRIPT: Final = Path(__file__).with_name("script.py")
STATIC: Final = PROJECT / "static"
_LOOK_AGAIN: Final = 0.1
# What the versions of the feed changed, by version.
_TOLD: Final[dict[int, Since]] = {}
_FEEDING: Final = threading.Lock()


def run(settings: Settings, port: int) -> int:
    """Serve on 127.0.0.1 until stopped; return the exit code."""
    os.environ["CORRIDOR_DATA"] = str(settings.data_dir)
    os.chdir(PROJECT)  # Streamlit looks for its configuration where it is started
    from streamlit.web import cli  # noqa: PLC0415  it reads the configuration when imported

    options = [
        f"--server.address={ADDRESS}",
        f"--server.port={port}",
        f"--server.maxUploadSize={settings.max_upload_mb}",
        "--server.headless=true",
        "--logger.hideWelcomeMessage=true",
    ]
    try:
        cli.main(["run", str(PROJECT / "app.py"), *options], standalone_mode=False)
    except (KeyboardInterrupt, click.Abort):  # it has closed what was open, and passed it on
        return 0
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def check_free(port: int) -> None:
    """Raise OSError with a remedy when the port cannot be listened on."""
    with socket.socket() as probe:
        if os.name != "nt":  # there it would take a port that somebody listens on
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            why = str(error.strerror)
            raise OSError(
                later("server-port-taken", port=str(port), address=ADDRESS, why=why)
            ) from error


def surroundings() -> dict[str, Any]:
    """Return what stands round the script: gate, health, own files, a warm start."""
    here = settings.load()
    words.speak(here.language)
    page = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    marks = gate.headers(page)

    def failed(_request: Request, _error: Exception) -> Response:
        # Made outside of the gate, so it is marked here.
        return PlainTextResponse(f"{say('door-failed')}\n", 500, headers=marks)

    logging.getLogger("uvicorn.error").addFilter(_is_news)
    return {
        "middleware": [
            Middleware(
                gate.Gate,
                hosts=_hosts(here),
                marks=marks,
                requires_origin=here.require_origin == "yes",
                who=None if here.sign_in == "no" else partial(_who, here),
            )
        ],
        "routes": [
            Route("/healthz", _is_up),
            Route("/readyz", _is_ready),
            Route("/feed.atom", _feed),
            Mount("/app/static", StaticFiles(directory=STATIC)),
        ],
        "exception_handlers": {Exception: failed},
        "lifespan": _warmed,
    }


def _who(here: Settings, found: Headers) -> Person:
    return people.of_request(here, found.getlist)


def _is_news(record: logging.LogRecord) -> bool:
    # What uvicorn 0.54 notes of every WebSocket that is refused with an answer, as the gate does.
    return "without completing handshake" not in record.getMessage()


def _hosts(here: Settings) -> list[str]:
    given = here.allowed_hosts.replace(",", " ").split()
    return given or [str(st.get_option("browser.serverAddress"))]


async def _is_up(_request: Request) -> Response:
    return PlainTextResponse(f"{say('server-up')}\n")


async def _is_ready(_request: Request) -> Response:
    try:
        incidents = await run_in_threadpool(_count)
    except (StoreError, OSError, ValueError) as error:
        return PlainTextResponse(f"{say('server-not-ready', why=str(error))}\n", 503)
    if settings.load().sign_in != "no":
        return PlainTextResponse(f"{say('server-up')}\n")  # what it holds is not for everybody
    return PlainTextResponse(f"{say('server-ready', count=incidents)}\n")


async def _feed(_request: Request) -> Response:
    try:
        data = await run_in_threadpool(_atom)
    except (StoreError, OSError, ValueError) as error:
        return PlainTextResponse(f"{say('server-not-ready', why=str(error))}\n", 503)
    return Response(data, media_type="application/atom+xml")


def _atom() -> bytes:
    from corridor.ui.frame import cached  # noqa: PLC0415  see below

    here, store = cached.settings_now(), cached.store()
    with _FEEDING:  # each version is worked out once, whoever asks
        found = messages.latest_changes(here, store, _TOLD)
    return messages.atom(found, store.history(), here.pages_url)


def _count() -> int:
    from corridor.ui.frame import cached  # noqa: PLC0415  its caches want a server that is there

    return queries.summary(cached.store(), IncidentFilter()).incidents or 0


@asynccontextmanager
async def _warmed(_app: object) -> AsyncIterator[None]:
    warming = threading.Thread(target=_make_ready, name="corridor-warm", daemon=True)
    warming.start()
    yield
    await run_in_threadpool(_settle, warming)


def _settle(warming: threading.Thread) -> None:
    """End the warm start, and wait for a change that somebody makes at this moment.

    A thread that is ended within a query takes the whole process down with an abort: its query
    is ended, and the thread awaited.
    """
    from corridor.ui.frame import cached  # noqa: PLC0415  see above

    with suppress(StoreError, OSError, ValueError):
        store = cached.store()
        while warming.is_alive():
            store.end_reading()
            warming.join(_LOOK_AGAIN)
        store.settle()


def _make_ready() -> None:
    """Answer what every first page asks while the first browser still loads its scripts."""
    from corridor.ui.frame import cached  # noqa: PLC0415  see above
    from corridor.ui.panels import overview_page  # noqa: F401, PLC0415

    # Who opens a page is told what is wrong.
    with suppress(StoreError, OSError, ValueError), cached.looking_at(""):
        cached.summary(cached.options().default_filter())
        cached.findings(cached.report_date())
