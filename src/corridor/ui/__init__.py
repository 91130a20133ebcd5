"""The only home of Streamlit: frame, filter bar, cached answers and the parts of a page."""
