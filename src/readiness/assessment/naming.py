"""Names for assessments that people can read and type."""

import re
import secrets
import unicodedata


def new_id(agency: str) -> str:
    """A new id that people can read and type: the agency's name and four random letters."""
    plain = unicodedata.normalize("NFKD", agency).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain)[:3]) or "agency"
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return f"{slug[:32]}-{''.join(secrets.choice(letters) for _ in range(4))}"
