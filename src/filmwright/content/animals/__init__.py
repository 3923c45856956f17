"""Each file here is one animal; its name is the file's name."""
