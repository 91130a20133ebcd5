"""Corridor Watch: `streamlit run app.py` or `python -m corridor serve`."""

from corridor.ui import frame

frame.run()
