-- How far incidents lie from roads, and how far along them, in km to the metre, as the reference
-- geography has it. A piece of a road begins at (x, y), `begins` metres from the road's beginning, and
-- goes (dx, dy) far. One that is no road bridges a gap: kilometres run over it, no distance is taken
-- to it. Pieces out of reach are not looked at.
SELECT
    incident_key,
    road,
    round(min(CASE WHEN is_road THEN off END) / 1000, 3) AS off_km,
    round(arg_min(along, off) / 1000, 3) AS along_km
FROM (
    SELECT
        incident_key,
        road,
        is_road,
        sqrt(power(east - share * dx, 2) + power(north - share * dy, 2)) AS off,
        begins + share * sqrt(dx * dx + dy * dy) AS along
    FROM (
        SELECT
            incident_key,
            s.road AS road,
            s.is_road AS is_road,
            s.begins AS begins,
            easting - s.x AS east,
            northing - s.y AS north,
            s.dx AS dx,
            s.dy AS dy,
            -- The share of the piece at which the foot of the perpendicular lies.
            least(1, greatest(0, ((easting - s.x) * s.dx + (northing - s.y) * s.dy)
                / greatest(1, s.dx * s.dx + s.dy * s.dy))) AS share
        FROM measured
        CROSS JOIN (SELECT unnest($of_pieces) AS s) AS pieces
        WHERE abs(easting - s.x - s.dx / 2) <= abs(s.dx) / 2 + 1000 * $of_km + 1
        AND abs(northing - s.y - s.dy / 2) <= abs(s.dy) / 2 + 1000 * $of_km + 1
    )
)
GROUP BY incident_key, road
