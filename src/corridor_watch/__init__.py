"""What a browser runs: the components `map` and `timeline`, served by Streamlit as files.

A package of the distribution's own name, as Streamlit looks for components there. It holds no
Python; `corridor.ui.frame.drawing` mounts it.
"""
