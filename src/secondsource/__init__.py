"""Who says it, through whom, and how many independent origins stand behind it.

ingest → extract → cluster → align → trace → compare → render
"""

__version__ = "0.1.0"
