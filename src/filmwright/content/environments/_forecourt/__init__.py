"""What a gas station is built of."""
