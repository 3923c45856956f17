"""What every person shares: body data, morphs, rig, skin, clothes-making, motion. The kinds of people are in content/people."""
