"""The stalls of an open-air market and what is sold there."""
