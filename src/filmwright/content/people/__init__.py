"""Each file here is one of the people; its name is the file's name."""
