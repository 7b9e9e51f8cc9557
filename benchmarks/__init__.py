"""Speed, memory and growth on this machine: `make bench`."""
