"""Corridor Watch: a regional threat overview that says how sure it is."""

__version__ = "0.1.0"
