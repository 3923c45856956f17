"""Shot → Stage: where everybody stands, what the camera sees, how the hero is lit."""
