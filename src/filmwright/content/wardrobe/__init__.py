"""Each file here is one of the wardrobe; its name is the file's name."""
