### What the name of a place may mean.

perhaps = Perhaps { $name }?
perhaps-home = Perhaps { $home }, where { $name } lies?
