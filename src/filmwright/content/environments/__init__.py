"""Each file here is one of the environments; its name is the file's name."""
