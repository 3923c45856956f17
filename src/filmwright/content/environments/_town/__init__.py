"""What old towns and villages are built of."""
