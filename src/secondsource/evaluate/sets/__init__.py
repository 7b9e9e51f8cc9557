"""Readers of the public gold data, each brought to the conventions of the story format."""
