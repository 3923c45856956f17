"""What belongs to a ski slope: the chair lift beside it, those who come down it, its poles and nets."""
