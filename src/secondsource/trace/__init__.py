"""Stage 5 of 7: what claims go back to, and what was copied. Reads Reading, ClaimGroup. Writes Origin, Copy."""
