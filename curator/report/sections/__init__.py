"""The page's sections, one file each: a function from the digest to markup. They read nothing else."""
