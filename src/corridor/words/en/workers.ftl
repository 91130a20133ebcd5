### Work on a file in a process of its own: what it does, and why it was not done.

check-rows-gone = The rows of the check cannot be read any more. Nothing was saved: check the file again.
work-too-large = The file needs more memory than a check may take, { $limit } (CORRIDOR_CHECK_MEMORY). Nothing was saved. Split it into smaller files and repeat the line of column names in each, or ask whoever runs the server to raise the limit.
work-too-long = The check was stopped after { $seconds } seconds (CORRIDOR_CHECK_SECONDS). Split it into smaller files and repeat the line of column names in each, or import it on the command line, which has no time limit.
worker-lost = The process that worked on the file has ended, most often because the machine's memory ran out. Nothing was saved by it. Try again; if it happens again, split the file into smaller ones, each with the line of column names.

## What is being done
stage-reading-list = Reading the list
stage-reading-file = Reading the file
stage-preparing-pages = Preparing the pages
stage-hiding = Hiding the incidents
