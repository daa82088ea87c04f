"""Types a tree by a model, and has all that does not fit said in an author's words.

msgspec types a tree that fits, in a fraction of a millisecond, but stops at its first fault and knows no lines. So a
tree that does not fit is walked once more, by us (`misfits.py`).
"""

from typing import TypeVar

import msgspec

from readiness.loading.tree.parsing import Mapping
from readiness.loading.tree.place import Report
from readiness.loading.tree.texts import check_texts

Shaped = TypeVar("Shaped", bound=msgspec.Struct)


def shape(tree: Mapping, model: type[Shaped], file: str) -> Shaped:
    """The tree as the model has it.

    Raises:
        InvalidInput: with every unknown key, missing key and value of the wrong kind.
    """
    report = Report(file, tree)
    made = shape_into(tree, model, report)
    report.check()
    return made


def shape_into(tree: Mapping, model: type[Shaped], report: Report) -> Shaped:
    """The tree as the model has it, for those who go on looking for problems.

    Args:
        tree: the top of a file.
        model: a file model.
        report: takes every unknown key, missing key and value of the wrong kind. While it has problems, the result
            holds stand-ins and is good for finding further problems only.
    """
    try:
        shaped = msgspec.convert(tree, model, strict=False)
    except msgspec.ValidationError:
        # Imported late: only broken files need it.
        from readiness.loading.tree.misfits import Misfits

        repaired = Misfits(report).repaired(tree, model)
        shaped = msgspec.convert(repaired, model, strict=False)
    check_texts(shaped, report)
    return shaped
