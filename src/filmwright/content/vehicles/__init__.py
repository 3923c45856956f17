"""Each file here is one vehicle; its name is the file's name."""
