"""A button that fetches files from publishers; what comes is looked at like a file handed in."""

from __future__ import annotations

from typing import Final

import streamlit as st

from corridor.fetching import Asked, Fetched, FetchError, Source, called, offered, publisher
from corridor.store.progress import CancelledError
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.panels.uploads import files, jobs
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.workers import WorkError

_TOLD: Final = "upload_fetch_told"


def show() -> None:
    """Offer what can be fetched as this is set up; nothing is called before the button is."""
    settings = cached.settings_now()
    sources = offered(settings)
    if not sources:
        return
    publishers = fmt.either([*dict.fromkeys(map(publisher, sources))])
    with st.expander(say("fetch-title", publishers=publishers)):
        parts.show(parts.paragraph(say("fetch-about"), quiet=True))
        source = st.selectbox(
            say("fetch-source"),
            sources,
            format_func=lambda name: say(f"fetch-source-{name}"),
            key="fetch_source",
        )
        asked = _asked(source)
        machines = fmt.unit_list(called(source, settings))
        parts.show(parts.paragraph(parts.esc(say("fetch-calls", machines=machines)), quiet=True))
        if st.button(say("fetch-button"), key="fetch", disabled=jobs.is_fetching()):
            jobs.begin_fetching(asked)
        if jobs.is_fetching():
            _end()
        for told in st.session_state.pop(_TOLD, ()):
            parts.show(parts.paragraph(parts.esc(told), quiet=True))
        if files.has_fetched():
            st.button(say("fetch-drop"), on_click=files.drop_fetched, key="fetch_drop")


def _asked(source: Source) -> Asked:
    if source == "acled":
        return Asked(source, first=st.date_input(say("fetch-from"), None, key="fetch_from"))
    release = st.text_input(
        say("fetch-release"),
        key="fetch_release",
        max_chars=20,
        help=say("fetch-release-help"),
        placeholder=say("fetch-release-newest"),
    )
    return Asked(source, str(release).strip())


def _end() -> None:
    """Wait for what was begun; hand the files on, or say why there are none."""
    try:
        found = jobs.end_fetching()
    except CancelledError:
        parts.show(parts.notice(say("fetch-stopped")))
    except (FetchError, WorkError, OSError) as error:
        parts.show(parts.notice(say("fetch-failed"), [parts.esc(str(error))]))
    else:
        for item in found:
            files.add(item.path)
        st.session_state[_TOLD] = tuple(map(_told, found))
        st.rerun()


def _told(item: Fetched) -> str:
    return say("fetch-done", file=item.name, rows=item.rows, out=item.left_out)
