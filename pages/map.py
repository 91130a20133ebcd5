"""Map: where, how well known, and the incident clicked."""

from corridor.ui import parts
from corridor.ui.footer import attribution
from corridor.ui.state import current_filter
from corridor.ui.views import map as view

view.show(current_filter())
parts.show(attribution())
