"""Verbs on a finished film: each makes another Film of one, and changes nothing that need not change, so that its frames stay."""
