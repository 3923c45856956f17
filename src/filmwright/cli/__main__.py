"""`python -m filmwright.cli` is `filmwright`."""

from filmwright.cli import main

main()
