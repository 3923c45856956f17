"""What a wooden town of the gold rush is built of."""
