"""Overview: the question answered, in five seconds."""

from corridor.ui import parts
from corridor.ui.footer import attribution
from corridor.ui.state import current_filter
from corridor.ui.views import overview

overview.show(current_filter())
parts.show(attribution())
