"""Method: sources, coverage, gaps, rules, codebook, versions."""

from corridor.ui import parts
from corridor.ui.frame.footer import attribution
from corridor.ui.frame.state import current_filter
from corridor.ui.panels import method_page

method_page.show(current_filter())
parts.show(attribution())
