-- Names of places that were read as ours, by how often.
SELECT shortened(t_/* name */), /* name */, count(*)
FROM accepted
WHERE t_/* name */ <> '' AND /* name */ <> t_/* name */
GROUP BY t_/* name */, /* name */
ORDER BY count(*) DESC, t_/* name */
