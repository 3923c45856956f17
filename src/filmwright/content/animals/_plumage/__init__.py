"""The body plan of birds: proportions → one skin, feathers laid over it, beak, eyes, legs; standing, hopping, walking, flying."""
