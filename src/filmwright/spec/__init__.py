"""The documents: Film and Ledger. Frozen, versioned, no behaviour beyond validation."""
