-- Within so many km of one of these segments, to the metre as the reference geography has it. A
-- segment begins at (x, y) and goes (dx, dy) far, in metres; a point goes nowhere.
incident_key IN (
    SELECT incident_key
    FROM (
        SELECT
            incident_key,
            easting - s.x AS east,
            northing - s.y AS north,
            s.dx AS dx,
            s.dy AS dy,
            -- The share of the segment at which the foot of the perpendicular lies.
            least(1, greatest(0, ((easting - s.x) * s.dx + (northing - s.y) * s.dy)
                / greatest(1, s.dx * s.dx + s.dy * s.dy))) AS along
        FROM measured
        CROSS JOIN (SELECT unnest($of_segments) AS s) AS pieces
    ) AS apart
    WHERE round(sqrt(power(east - along * dx, 2) + power(north - along * dy, 2)) / 1000, 3) <= $of_km
)
