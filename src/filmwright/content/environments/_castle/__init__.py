"""What a castle and its hill are built of."""
