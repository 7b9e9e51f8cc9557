"""Measure every stage against gold, beside naive floors and peers."""
