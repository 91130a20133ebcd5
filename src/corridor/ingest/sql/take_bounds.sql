-- A file's own lowest and highest count stay.
UPDATE cells
SET
    fatalities_low = CASE WHEN t_fatalities_low = '' THEN readings.low ELSE fatalities_low END,
    fatalities_high = CASE WHEN t_fatalities_high = '' THEN readings.high ELSE fatalities_high END
FROM readings
WHERE readings."column" = 'fatalities_best' AND readings.reading = 'range'
AND readings.text = cells.t_fatalities_best
