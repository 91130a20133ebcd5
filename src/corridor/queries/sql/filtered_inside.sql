-- In an area: going east from the incident, one meets as many of its sides that go north as that
-- go south, or not. A side begins at (x, y) and goes (dx, dy) far, in degrees, anticlockwise round
-- the area and clockwise round a hole. Of two areas side by side, one alone has what lies on the line between them.
incident_key IN (
    SELECT incident_key
    FROM (SELECT incident_key, longitude, latitude FROM chosen WHERE geo_precision <= 2) AS placed
    CROSS JOIN (SELECT unnest($of_segments) AS s) AS sides
    WHERE (s.y > latitude) <> (s.y + s.dy > latitude)
    AND ((longitude - s.x) * s.dy - (latitude - s.y) * s.dx) * s.dy < 0
    GROUP BY incident_key
    HAVING sum(CASE WHEN s.dy > 0 THEN 1 ELSE -1 END) <> 0
)
