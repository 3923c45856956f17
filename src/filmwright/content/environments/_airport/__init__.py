"""What stands along a runway and is painted on it."""
