"""Outside formats, one file each: what comes in from gazetteers, what goes out to other tools."""
