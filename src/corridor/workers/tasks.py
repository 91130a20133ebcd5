"""What workers do: check a file, write it, work out what it would change.

Each is called with its place: settings with the limits of the process, the store, a folder, and
the progress that it is to report to.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corridor import actions
from corridor.answers import outlook as looking_ahead
from corridor.answers.outlook import Outlook, Question, Standing
from corridor.exchange.template import annotate, template_csv
from corridor.fetching import Asked, Fetched
from corridor.fetching import fetch as fetch_it
from corridor.geo import load_reference
from corridor.ingest.model import pace
from corridor.ingest.model.report import IngestReport
from corridor.ingest.review import upload
from corridor.ingest.review.confirm import Choices
from corridor.ingest.review.first_mapping import Glance
from corridor.ingest.review.first_mapping import look as look_at
from corridor.ingest.review.retractions import Hiding, RetractionList, read_retractions
from corridor.ingest.review.upload import Checked, Reading
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Commit, Store, lacks_memory, open_store
from corridor.store.progress import Progress
from corridor.store.serving import Kept
from corridor.store.store import LARGE
from corridor.words import later
from corridor.workers import limits
from corridor.workers.task import UPLOAD, Job

__all__ = [
    "Place",
    "annotated",
    "check",
    "check_list",
    "commit",
    "done",
    "fetch",
    "hide",
    "lacks_memory",
    "look",
    "outlook",
    "warm_up",
]


@dataclass(frozen=True, eq=False)
class Place:
    """Where a piece of work is done."""

    settings: Settings
    store: Store
    folder: Path
    progress: Progress

    def data(self) -> bytes:
        """Take the uploaded file; it is not needed twice."""
        path = self.folder / UPLOAD
        data = path.read_bytes()
        path.unlink()
        return data


def fetch(place: Place, asked: Asked) -> tuple[Fetched, ...]:
    """Fetch files from a publisher into the folder of fetched files; raises FetchError."""
    return fetch_it(asked, place.settings, place.progress)


def check(place: Place, name: str, reading: Reading) -> Checked:
    """Check an uploaded file; its rows are kept in the folder."""
    return upload.check(
        place.store, place.settings, place.data(), name, reading,
        progress=place.progress, folder=place.folder,
    )  # fmt: skip


def check_list(place: Place, name: str, sheet: str | None) -> RetractionList:
    """Look an uploaded list of ids up in the store."""
    place.progress.opening(later("stage-reading-list"))
    return read_retractions(
        place.store, place.settings, place.data(), name,
        Kept(place.folder, place.progress), sheet=sheet,
    )  # fmt: skip


def look(place: Place, sheet: str | None) -> Glance:
    """Take a first look at an uploaded table."""
    place.progress.opening(later("stage-reading-file"))
    return look_at(place.data(), place.settings, place.folder, sheet)


def commit(place: Place, checked: Checked, person: Person, choices: Choices) -> Commit | None:
    """Write a checked file; of a large store, make ready what everybody reads afterwards."""
    is_large = place.store.rows() + checked.written >= LARGE

    def prepare(names: list[str]) -> None:
        place.progress.knows(pace.SERVED, begins_at=pace.WRITTEN)
        place.progress.at(later("stage-preparing-pages"), 0.0)
        place.store.prepare(names, Kept(place.folder, place.progress, whole=True))

    return actions.upload(
        place.store, person, checked, choices,
        progress=place.progress, prepare=prepare if is_large else None,
    )  # fmt: skip


def annotated(place: Place, report: IngestReport) -> Path:
    """Write every row of a file with what is wrong beside it; return where."""
    path = place.folder / "annotated.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        annotate(report, file)
    return path


def hide(place: Place, found: RetractionList, person: Person, choices: Hiding) -> Commit | None:
    """Hide the incidents of a checked list."""
    place.progress.opening(later("stage-hiding"))
    return actions.hide_list(place.store, person, found, choices)


def outlook(
    place: Place, checked: Checked, choices: Choices, question: Question, before: Standing
) -> Outlook:
    """Work out what a checked file would change."""
    return looking_ahead.outlook(
        place.store, checked, choices, question, before, progress=place.progress
    )


def done(job: Job, progress: Progress) -> Any:
    """Do a piece of work under the limits of its settings."""
    settings = limits.limited(job.settings)
    store = _opened(settings)
    return job.do(Place(settings, store, job.folder, progress), *job.arguments)


@lru_cache(maxsize=1)
def _opened(settings: Settings) -> Store:
    return open_store(settings, is_there=True)


def warm_up(settings: Settings) -> None:
    """Do what is done but once, so that the first file is as quick as the second."""
    try:
        settings = limits.limited(settings)
        load_reference(settings.reference_dir)
        upload.check(_opened(settings), settings, template_csv(), "template.csv")
    except Exception:  # noqa: BLE001  it is told when a person wants something
        traceback.print_exc()
