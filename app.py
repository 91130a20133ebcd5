"""Corridor Watch: `streamlit run app.py` or `python -m corridor serve`."""

import streamlit as st

from corridor.ui import server

app = st.App(server.SCRIPT, **server.surroundings())
