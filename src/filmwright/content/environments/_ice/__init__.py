"""Ice that floats: bergs, floes and the blocks they leave."""
