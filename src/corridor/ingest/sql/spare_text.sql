-- Cells beyond the last column that has a name.
SELECT count(*) > 0 FROM raw WHERE /* any_text */
