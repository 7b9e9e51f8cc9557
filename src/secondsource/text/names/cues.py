"""Verbs after a name that make it the one who speaks or acts."""

from __future__ import annotations

__all__ = ["SAYING"]

SAYING = frozenset(
    "said says say told tells added adds denied denies claimed claims stated insisted argued warned announced confirmed "
    "explained wrote writes tweeted asked replied noted acknowledged admitted declared urged accused recalled believes "
    "thinks thought testified spoke met resigned smiled laughed was who".split()
)
