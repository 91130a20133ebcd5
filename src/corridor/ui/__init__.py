"""The only home of Streamlit: frame, panels and parts, and the server that runs them."""
