"""Overview: placeholder until the page is filled."""

import streamlit as st

from corridor.ui.state import current_filter

incident_filter = current_filter()
st.text("overview: " + incident_filter.describe())
