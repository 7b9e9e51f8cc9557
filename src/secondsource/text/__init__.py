"""Offset-true text work: every function takes text and returns spans of that same text."""
