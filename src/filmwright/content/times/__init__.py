"""Each file here is one of the times; its name is the file's name."""
