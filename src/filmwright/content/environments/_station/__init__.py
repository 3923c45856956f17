"""The parts of a railway station."""
