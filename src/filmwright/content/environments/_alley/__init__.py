"""What a back alley is built of and filled with."""
