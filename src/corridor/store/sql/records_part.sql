-- Some of the records: columns of the codebook, the others NULL.
SELECT /* columns */ FROM part/* at */
