"""Regular expressions of clients, found in a time that grows only with pattern times text.

Docker's filters are Go's regular expressions, which never go back over what they have read; those
of Python do, for hours if a pattern asks for it. Here Python's parser reads the pattern, and all
its possible states are followed side by side (K. Thompson, 1968). As in Go there is no looking
around and no referring back.
"""

import functools
import importlib
import re
import warnings
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias

PATTERN_LIMIT: Final = 256
"""Characters of a pattern."""

TEXT_LIMIT: Final = 512
"""Characters of a text that are searched."""

STATES: Final = 1000
"""What the parts of a pattern may come to when its counted repetitions are written out."""

Node: TypeAlias = tuple[Callable[[str, int], bool] | None, bool, tuple[int, ...]]
"""A condition on a place in the text, whether it uses up the character there, and what follows."""

_FOUND: Final = 0


def found(pattern: str, text: str) -> bool:
    """Whether a pattern occurs in a text. Raises ValueError for one that cannot be understood."""
    return _compiled(pattern).occurs_in(text[:TEXT_LIMIT])


@functools.lru_cache(maxsize=16)
def _compiled(pattern: str) -> "_Machine":
    if len(pattern) > PATTERN_LIMIT:
        raise ValueError(f"the pattern is longer than {PATTERN_LIMIT} characters")
    parser = importlib.import_module("re._parser")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = parser.parse(pattern, re.ASCII)
        return _Machine(tree, ignore_case=bool(tree.state.flags & re.IGNORECASE))
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from error


class _Machine:
    def __init__(self, tree: Iterable[Any], *, ignore_case: bool) -> None:
        self._nodes: list[Node] = [(None, False, ())]
        self._steps = 0
        self._start = self._sequence(tree, _FOUND, ignore_case)

    def occurs_in(self, text: str) -> bool:
        states: set[int] = set()
        for place in range(len(text) + 1):
            states = self._reached({self._start, *states}, text, place)
            if _FOUND in states:
                return True
            states = {
                follower
                for state in states
                for condition, consumes, followers in (self._nodes[state],)
                if consumes and place < len(text) and (not condition or condition(text, place))
                for follower in followers
            }
        return False

    def _reached(self, states: set[int], text: str, place: int) -> set[int]:
        """All states that these lead to before the next character."""
        waiting = list(states)
        while waiting:
            condition, consumes, followers = self._nodes[waiting.pop()]
            if not consumes and (condition is None or condition(text, place)):
                fresh = [state for state in followers if state not in states]
                states.update(fresh)
                waiting += fresh
        return states

    def _node(
        self, condition: Callable[[str, int], bool] | None, consumes: bool, *followers: int
    ) -> int:
        self._nodes.append((condition, consumes, followers))
        return len(self._nodes) - 1

    def _sequence(self, items: Iterable[Any], then: int, ignore_case: bool) -> int:
        """The entry to nodes for items of Python's parser, which end in the node `then`."""
        for operator, argument in reversed(list(items)):
            self._steps += 1
            if self._steps > STATES:
                raise ValueError("the pattern repeats too much")
            then = self._item(str(operator), argument, then, ignore_case)
        return then

    def _item(self, operator: str, argument: Any, then: int, ignore_case: bool) -> int:
        match operator:
            case "AT" if str(argument) in _PLACES:
                return self._node(_PLACES[str(argument)], False, then)
            case "SUBPATTERN":
                _, added, removed, items = argument
                ignore_case = bool((ignore_case or added & re.IGNORECASE)
                                   and not removed & re.IGNORECASE)  # fmt: skip
                return self._sequence(items, then, ignore_case)
            case "BRANCH":
                entries = [self._sequence(items, then, ignore_case) for items in argument[1]]
                return self._node(None, False, *entries)
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, items = argument
                return self._repeat(least, most, items, then, ignore_case)
        return self._node(_at_place(_character(operator, argument), ignore_case), True, then)

    def _repeat(self, least: int, most: int, items: Any, then: int, ignore_case: bool) -> int:
        entry = then
        if str(most) == "MAXREPEAT":
            entry = self._node(None, False)
            self._nodes[entry] = (None, False, (self._sequence(items, entry, ignore_case), then))
        else:
            for _ in range(min(most - least, STATES + 1)):
                self._steps += 1
                entry = self._node(None, False, self._sequence(items, entry, ignore_case), then)
        for _ in range(min(least, STATES + 1)):
            self._steps += 1
            entry = self._sequence(items, entry, ignore_case)
        return entry


def _at_place(fits: Callable[[str], bool], ignore_case: bool) -> Callable[[str, int], bool]:
    if ignore_case:
        return lambda text, place: fits(text[place].lower()) or fits(text[place].upper())
    return lambda text, place: fits(text[place])


def _character(operator: str, argument: Any) -> Callable[[str], bool]:
    """What tells whether a character fits. Raises ValueError for what is not about one."""
    match operator:
        case "LITERAL":
            return lambda character: ord(character) == argument
        case "NOT_LITERAL":
            return lambda character: ord(character) != argument
        case "ANY":
            return lambda character: character != "\n"
        case "RANGE":
            return lambda character: argument[0] <= ord(character) <= argument[1]
        case "CATEGORY" if str(argument) in _CATEGORIES:
            expression = re.compile(_CATEGORIES[str(argument)], re.ASCII)
            return lambda character: expression.match(character) is not None
        case "IN":
            negated = str(argument[0][0]) == "NEGATE"
            parts = [_character(str(name), value) for name, value in argument[negated:]]
            return lambda character: any(part(character) for part in parts) != negated
    raise ValueError(f"a pattern cannot hold {operator.lower()} here")


_CATEGORIES: Final = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}

_WORD: Final = re.compile(r"\w", re.ASCII)


def _at_boundary(text: str, place: int) -> bool:
    beside = (text[place - 1 : place], text[place : place + 1])
    before, after = (_WORD.match(character) is not None for character in beside)
    return before != after


_PLACES: Final[dict[str, Callable[[str, int], bool]]] = {
    "AT_BEGINNING": lambda text, place: place == 0,
    "AT_BEGINNING_STRING": lambda text, place: place == 0,
    "AT_END": lambda text, place: place == len(text),
    "AT_END_STRING": lambda text, place: place == len(text),
    "AT_BOUNDARY": _at_boundary,
    "AT_NON_BOUNDARY": lambda text, place: not _at_boundary(text, place),
}
