-- Where an incident lies, in metres of UTM (Krueger's series for the ellipsoid of WGS 84, to a
-- millimetre), if its place is known to about 25 km or better. Asked for by distances only.
measured AS (
    SELECT
        incident_key,
        500000 + 6364902.1661651 * (
            eta
            + 8.3773182062446e-4 * cos(2 * xi) * sinh(2 * eta)
            + 7.6085277735725e-7 * cos(4 * xi) * sinh(4 * eta)
            + 1.1976455033294e-9 * cos(6 * xi) * sinh(6 * eta)
        ) AS easting,
        6364902.1661651 * (
            xi
            + 8.3773182062446e-4 * sin(2 * xi) * cosh(2 * eta)
            + 7.6085277735725e-7 * sin(4 * xi) * cosh(4 * eta)
            + 1.1976455033294e-9 * sin(6 * xi) * cosh(6 * eta)
        ) AS northing
    FROM (
        SELECT
            incident_key,
            atan2(conformal, cos(off)) AS xi,
            asinh(sin(off) / sqrt(power(conformal, 2) + power(cos(off), 2))) AS eta
        FROM (
            SELECT
                incident_key,
                radians(longitude - $meridian::DOUBLE) AS off,
                sinh(
                    atanh(sin(radians(latitude)))
                    - 0.0818191908426215 * atanh(0.0818191908426215 * sin(radians(latitude)))
                ) AS conformal
            FROM chosen
            WHERE geo_precision <= 2 AND abs(latitude) < 85 AND longitude IS NOT NULL
        )
    )
),
