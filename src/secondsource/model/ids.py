"""Ids: hashes of content, so that the same input gives the same ids on every machine."""

from __future__ import annotations

import hashlib

__all__ = ["content_id", "sha256_of"]


def content_id(prefix: str, *parts: object) -> str:
    """Return ``prefix`` and ten hex digits of the SHA-256 of ``parts``.

    >>> content_id("a", "r1", 3, 9) == content_id("a", "r1", 3, 9)
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return prefix + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()
