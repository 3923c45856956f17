"""The parts of the beach: its ground, surfaces, plants and things."""
