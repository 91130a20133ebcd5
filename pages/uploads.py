"""Uploads: check a file, confirm it, undo it."""

from corridor.ui import parts
from corridor.ui.frame.footer import attribution
from corridor.ui.frame.state import current_filter
from corridor.ui.panels import uploads

current_filter()
uploads.show()
parts.show(attribution())
