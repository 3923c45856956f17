"""The parts of the neon street: what `neon_street.build` puts together."""
