"""Each file here is one prop; its name is the file's name."""
