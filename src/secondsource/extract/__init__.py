"""Stage 2 of 7: find attributed claims. Reads Report. Writes Extraction."""
