"""The only place that knows where the shipped content lies.

An installed wheel carries it inside the package (`_content`, see force-include in pyproject.toml); a checkout, with or
without an editable install, has it in the repository. The packaged folder is asked first: in an editable install it
does not exist, because the package is then imported from the checkout itself.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(packaged: str, in_checkout: str) -> Path:
    for folder in (_PACKAGE / "_content" / packaged, _PACKAGE.parents[1] / in_checkout):
        if folder.is_dir():
            return folder
    raise RuntimeError(f"the shipped content is missing: no folder {in_checkout}")


def questionnaires() -> Path:
    """The folder of shipped questionnaires, scales, sources, trainings, resources and glossary."""
    return _folder("questionnaires", "questionnaires")


def templates() -> Path:
    """The folder of shipped report templates."""
    return _folder("templates", "reports/templates")
