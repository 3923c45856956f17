"""The parts of the waterfall: the gorge it falls into and its water."""
