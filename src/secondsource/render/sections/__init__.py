"""The sections of a story's brief, one file each: objects in, ranked lines with evidence out."""
