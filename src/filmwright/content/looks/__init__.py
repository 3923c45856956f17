"""Each file here is one of the looks; its name is the file's name."""
