"""What cloth is made of, one file a material: WORDS and `build(color) -> Material`. They read `rest` and `uv` in metres."""
