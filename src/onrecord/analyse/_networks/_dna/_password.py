"""Passwords of coders as the Discourse Network Analyzer stores them (Jasypt's StrongPasswordEncryptor)."""

from __future__ import annotations

import base64
import hashlib

ROUNDS = 100_000


def digest(password: str, salt: bytes) -> str:
    """The stored form of a password: the salt, then SHA-256 of salt and password hashed over and over, in base 64."""
    hashed = hashlib.sha256(salt + password.encode("utf-8")).digest()
    for _ in range(ROUNDS - 1):
        hashed = hashlib.sha256(hashed).digest()
    return base64.b64encode(salt + hashed).decode("ascii")
