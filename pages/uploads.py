"""Uploads: check a file, confirm it, undo it."""

from corridor.ui import parts
from corridor.ui.footer import attribution
from corridor.ui.state import current_filter
from corridor.ui.views import uploads

current_filter()
uploads.show()
parts.show(attribution())
