"""Each file here is one of the moves; its name is the file's name."""
