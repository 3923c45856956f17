"""Each file here is one of the weathers; its name is the file's name."""
