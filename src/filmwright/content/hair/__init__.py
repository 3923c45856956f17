"""Each file here is one of the hair; its name is the file's name."""
