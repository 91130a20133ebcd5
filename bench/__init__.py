"""Measurements that anybody can repeat: `python -m bench` (or `make bench`).

Times depend on the machine, so read the ratios: everything compared is measured in one run.
"""
