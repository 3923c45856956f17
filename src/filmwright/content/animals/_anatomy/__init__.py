"""The body plan of animals on four legs: proportions → joints → flesh as a blended distance field → mesh, weights, coat, gait."""
