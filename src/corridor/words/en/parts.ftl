### What the parts of a page say by themselves, and the notes under the filter.

no-incident-matches = No incident matches.

## What of the filter was uploaded here, and the links beside it
uploads-are-hidden = Uploaded incidents are hidden: { $ways }
uploads-alone-are-shown = Only what was uploaded is shown: { $ways }
uploads-among-these = Uploaded here: { $which }: { $ways }
uploads-of-series = { $count } by { $series }
uploads-of-others = { $count } by others
show-them = show them
show-everything = show everything
show-only-these = show only these
hide-them = hide them
hide-what-was-uploaded = hide what was uploaded
