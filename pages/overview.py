"""Overview: the question answered, in five seconds."""

from corridor.ui import parts
from corridor.ui.frame.footer import attribution
from corridor.ui.frame.state import current_filter
from corridor.ui.panels import overview_page

overview_page.show(current_filter())
parts.show(attribution())
