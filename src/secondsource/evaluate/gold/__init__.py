"""Gold stories: read, written in a short notation, checked, and compared between annotators."""
