"""A shot as data: nodes, materials, tracks, the Stage. numpy and pydantic only."""
