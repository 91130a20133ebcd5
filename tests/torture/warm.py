"""What every writer needs, read once, before they are forked."""

from __future__ import annotations

from corridor import settings
from corridor.geo import load_reference
from tests.torture import writer

load_reference(settings.load().reference_dir)
READY = writer.write
