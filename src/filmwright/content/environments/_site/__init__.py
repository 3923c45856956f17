"""What stands and works on a construction site."""
