"""What an East-Asian temple is built of."""
