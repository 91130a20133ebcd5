"""Files from publishers, fetched when a person asks for them, and at no other time.

`fetch` gives whole files in a folder of fetched files; from there they go through the same check
and the same confirmation as an upload. Nothing is written into the store here.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from corridor import packs
from corridor.fetching import acled, ucdp
from corridor.fetching.asked import Asked, Fetched, Source, Through
from corridor.fetching.errors import FetchError, NotAdmittedError, NotPublishedError
from corridor.fetching.line import Line, Patience
from corridor.fetching.secret import secret
from corridor.settings import Settings
from corridor.store.progress import Progress
from corridor.words import later

SOURCES: Final[tuple[Source, ...]] = ("ucdp", "ucdp-candidate", "acled")

__all__ = [
    "SOURCES",
    "Asked",
    "FetchError",
    "Fetched",
    "NotAdmittedError",
    "NotPublishedError",
    "Patience",
    "Source",
    "Through",
    "called",
    "fetch",
    "offered",
    "publisher",
]


def offered(settings: Settings) -> tuple[Source, ...]:
    """Return the sources that can be asked as this is set up; () where nothing is to be fetched."""
    if settings.fetch == "no":
        return ()
    return tuple(name for name in SOURCES if name != "acled" or acled.is_set_up())


def publisher(source: Source) -> str:
    """Return who publishes a source, as sentences name it."""
    return acled.PUBLISHER if source == "acled" else ucdp.PUBLISHER


def called(source: Source, settings: Settings) -> tuple[str, ...]:
    """Return the machines that a fetch would call."""
    if source == "acled":
        found: tuple[str, ...] = (settings.acled_token_url, settings.acled_url)
    elif secret("ucdp_token"):
        found = (settings.ucdp_api_url,)
    else:
        found = (settings.ucdp_url if source == "ucdp" else settings.ucdp_candidate_url,)
    return tuple(dict.fromkeys(urlsplit(url).netloc for url in found))


def fetch(
    asked: Asked,
    settings: Settings,
    progress: Progress | None = None,
    patience: Patience | None = None,
) -> tuple[Fetched, ...]:
    """Fetch what a person asks for; each file is whole, or FetchError says why there is none.

    What has arrived of a file or a list is kept, and the next attempt goes on there. Raises
    CancelledError when `progress` is asked to stop.
    """
    asked.refuse_misfit()
    if settings.fetch == "no":
        raise FetchError(later("fetch-not-wanted"))
    country = packs.country()

    def line(publisher: str, remedy: str) -> Line:
        way = progress or Progress(), patience or Patience()
        return Line(publisher, *way, settings.fetch_seconds, remedy)

    if asked.source == "acled":
        way = line(acled.PUBLISHER, "fetch-refused-account")
        return acled.fetch(asked, settings, way, country.iso)
    way = line(ucdp.PUBLISHER, "fetch-refused-token")
    return ucdp.fetch(asked, settings, way, country.gleditsch_ward)
