"""What a browser runs: the components `map`, `timeline` and `save`, served by Streamlit as files.

A package of the distribution's own name, as Streamlit looks for components there. It holds no
Python; `corridor.ui.frame.drawing` mounts it.
"""
