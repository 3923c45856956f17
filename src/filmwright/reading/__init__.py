"""Text to Film and Ledger: rules and a lexicon held in data, no model."""
