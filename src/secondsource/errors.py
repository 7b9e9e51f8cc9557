"""Every error that secondsource raises.

SecondsourceError
├── SpanError        a span that does not fit its text: a bug, never skipped
├── InputError       one input that cannot be read: named, skipped, exit status 3
│   ├── LimitError       larger, deeper or longer than the configured limits
│   └── RefusedError     a URL that must not be fetched (private address, robots.txt)
├── StoryError       a story file that breaks its format
├── OptionError      an option of the user's that makes no sense; the message says what does
└── MissingExtraError    a plug-in or extra that is not installed; the message has the install line
"""

from __future__ import annotations

__all__ = [
    "InputError",
    "LimitError",
    "MissingExtraError",
    "OptionError",
    "RefusedError",
    "SecondsourceError",
    "SpanError",
    "StoryError",
]


class SecondsourceError(Exception):
    """Base of every error that this package raises on purpose."""


class SpanError(SecondsourceError):
    """A span that does not fit the text it is said to select from."""


class InputError(SecondsourceError):
    """An input that cannot be read; the others are still done."""


class LimitError(InputError):
    """An input past a configured limit of size, depth or length."""


class RefusedError(InputError):
    """A URL that is refused: private address, robots.txt, endless redirect."""


class StoryError(SecondsourceError):
    """A story file that breaks the format it claims to have."""


class OptionError(SecondsourceError):
    """An option that makes no sense; the message says which ones do."""


class MissingExtraError(SecondsourceError):
    """Something that needs an extra that is not installed."""
