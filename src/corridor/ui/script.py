"""What Streamlit runs for every view: the frame, which runs a page."""

from corridor.ui.frame import masthead

masthead.run()
