"""What a canal of Venice is lined with and what floats on it."""
