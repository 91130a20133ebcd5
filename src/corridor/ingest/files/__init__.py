"""Bytes to a landed table, whatever the bytes are: packed, encoded, delimited, a workbook."""
