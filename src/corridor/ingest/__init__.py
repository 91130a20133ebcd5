"""Bytes of an uploaded table in, an `IngestReport` out: reading, checking, comparing, exporting.

Everything here is pure: nothing is written, no store is asked. A layout is one module; what
layouts exist is listed in `recognise`.
"""

from corridor.ingest.layouts.recognise import LAYOUTS, read_upload
from corridor.ingest.model.report import IngestReport, Problem

__all__ = ["LAYOUTS", "IngestReport", "Problem", "read_upload"]
