-- Within so many km of a road, on a stretch of it.
incident_key IN (
    SELECT incident_key
    FROM (/* feet */) AS feet
    WHERE off_km <= $of_km AND along_km >= $of_from AND along_km < $of_to
)
