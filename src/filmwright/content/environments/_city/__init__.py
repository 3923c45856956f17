"""The parts of the city street: houses, shops, road, what stands on its pavements."""
