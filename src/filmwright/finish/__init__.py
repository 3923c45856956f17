"""Frames → pictures: samples gathered, denoised, carried between whole frames, developed and graded, ready for the Movie."""
