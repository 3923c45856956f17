"""Each file here is one of the actions; its name is the file's name."""
