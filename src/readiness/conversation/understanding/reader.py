"""One text, one reading: commands first, then whatever the item asks for."""

from collections.abc import Sequence
from datetime import date

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding import anchors, commanding, labels, scales
from readiness.conversation.understanding.terms import Order
from readiness.conversation.understanding.tokens import Token, is_blank, tokens
from readiness.conversation.understanding.vocabulary import Vocabulary, vocabulary
from readiness.domain.questionnaire import Item

UNCLEAR = Interpretation(outcome="unclear")


def read(text: str, item: Item, today: date | None) -> Interpretation:
    """What a typed text means; see `readiness.conversation.interpret`."""
    if is_blank(text):
        return UNCLEAR
    vocab = vocabulary(item.scale)
    found = tokens(text, vocab.spoken)
    if item.kind in ("choice", "choices") and (shown := labels.exact(item, found, vocab)):
        return shown
    order = commanding.order(text, found, vocab)
    if order is not None and order.slash:
        return as_command(order)
    if text.lstrip().startswith("/") and item.kind not in ("text", "task", "prompt"):
        return UNCLEAR
    if item.kind in ("text", "task", "prompt"):
        return _text(text, found, vocab, order)
    if order is not None and order.command == "ask":
        after = _answer_after(text, item, found, vocab, today)
        if after is not None:
            return _both(order, after)
    # What is a command as it stands is no answer with a typo: "undo" is not "undone".
    answer = _answer(text, item, found, vocab, today, mend=order is None)
    if order is None:
        return _with_question(text, found, vocab, answer)
    return _torn(order, answer, found)


def _answer_after(
    text: str, item: Item, found: Sequence[Token], vocab: Vocabulary, today: date | None
) -> Interpretation | None:
    """The sure answer after a question: "why would they? no"; None where there is none."""
    marks = [n for n, token in enumerate(found) if token.word == "?"]
    rest = found[marks[-1] + 1 :] if marks else ()
    if not any(not token.is_stop for token in rest):
        return None
    answer = _answer(text, item, rest, vocab, today, mend=False)
    return answer if answer.outcome == "accepted" else None


def as_command(order: Order) -> Interpretation:
    """A command as a reading."""
    return Interpretation(
        outcome="command", command=order.command, target=order.target, argument=order.argument
    )


def _answer(
    text: str,
    item: Item,
    found: Sequence[Token],
    vocab: Vocabulary,
    today: date | None,
    *,
    mend: bool,
) -> Interpretation:
    if item.kind in ("number", "date"):
        from readiness.conversation.understanding import counting
    if item.kind == "number":
        return counting.number(text, item, found, vocab)
    if item.kind == "date":
        return counting.day(text, found, vocab, today or date.today())
    reading = scales.read(text, item, found, vocab, mend=mend)
    return anchors.against(reading, item, found) or reading


def _torn(order: Order, answer: Interpretation, found: Sequence[Token]) -> Interpretation:
    """A text that may be a command and may be an answer."""
    several = sum(not token.is_stop for token in found) > 1
    if order.open or answer.outcome == "unclear" or answer.note is not None:
        return as_command(order)
    if answer.outcome == "confirm" and several:
        return as_command(order)
    return _both(order, answer)


def _both(order: Order, answer: Interpretation) -> Interpretation:
    """An answer and a command in one: nothing is recorded before it was asked."""
    value = answer.value
    return Interpretation(
        outcome="confirm",
        value=value,
        candidates=answer.candidates or ((value,) if isinstance(value, str) else ()),
        note=answer.note,
        command=order.command,
        target=order.target,
        argument=order.argument,
    )


def _with_question(
    text: str, found: Sequence[Token], vocab: Vocabulary, answer: Interpretation
) -> Interpretation:
    """`Mostly. Why do you ask?`: an answer with a command or question after it, or a command with more words."""
    if answer.outcome == "unclear" or (answer.outcome == "confirm" and answer.note == text.strip()):
        order = commanding.first_of(text, found, vocab)
        return as_command(order) if order else answer
    order = commanding.last_of(text, found, vocab)
    return _both(order, answer) if order else answer


# Wordings of a single word may well be the answer to an open question.
_SURE_WORDS = frozenset({"undo", "redo", "skip"})


def _text(
    text: str, found: Sequence[Token], vocab: Vocabulary, order: Order | None
) -> Interpretation:
    """An open question: everything is an answer that is not surely something else."""
    asked = text.rstrip().endswith("?")
    # "Note that Maria disagrees" may be the answer; "note: …" is none.
    remark = order is not None and order.command == "note" and order.argument and ":" not in text
    if order is not None and not remark:
        sure = asked or order.command in _SURE_WORDS
        several = sum(not token.is_stop for token in found) > 1
        if sure or (several and order.command != "ask" and order.command != "define"):
            return as_command(order)
        return Interpretation(
            outcome="confirm",
            value=text,
            command=order.command,
            target=order.target,
            argument=order.argument,
        )
    outside = scales.outside(text, found, vocab, whole=True)
    return outside or Interpretation(outcome="accepted", value=text)
