"""Claims: the smallest propositions worth comparing, with their typed slots.

`regions` gives each stretch of a sentence its voice, `clauses` cuts the stretches, `slots` reads who,
what, when and how much from a clause, `claims` puts them together.
"""

from secondsource.extract.claims.claims import find_claims

__all__ = ["find_claims"]
