"""What speed, quality and memory cost on this machine, measured part by part; `make bench`."""
