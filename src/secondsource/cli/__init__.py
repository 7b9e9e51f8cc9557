"""The command line: one file a command. Data on stdout, talk and progress on stderr."""

from secondsource.cli.app import main

__all__ = ["main"]
