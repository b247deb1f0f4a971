"""Coding: the PLOVER type and mode and the CAMEO code of an act, composed from speech act and topic.

CAMEO repeats one list of topics under appeal (02), intent (03), demand (10), reject (12); the issue gives the topic,
the act and its strength the root (CAMEO 1.1b3, chapter 4; PLOVER 2021 mapping).
"""

from dataclasses import dataclass

from demandeur.lexicon import speech

_ROOTS = {
    "OFFER": "03",
    "ACCEPT": "03",
    "REJECT": "12",
    "THREATEN": "13",
    "CONCEDE": "08",
    "ACCUSE": "11",
    "SUPPORT": "05",
    "CONSULT": "04",
}
_FIXED = {"THREATEN": "130", "CONCEDE": "080", "ACCUSE": "110", "SUPPORT": "051", "CONSULT": "040"}
_PLOVER = {"OFFER": "AGREE", "ACCEPT": "AGREE"}
_DEMAND_FROM = 3
_REJECTED = {
    "56": "46",
    "53": "43",
    "54": "44",
    "51": "41",
    "5": "4",
    "6": "5",
    "7": "7",
    "8": "6",
    "41": "31",
    "42": "32",
    "43": "33",
    "44": "34",
    "4": "3",
    "31": "21",
    "32": "22",
    "33": "23",
    "34": "24",
    "11": "11",
    "12": "12",
    "13": "13",
    "14": "14",
    "2": "0",
}
"""The topics that CAMEO numbers otherwise under reject (12)."""


@dataclass(frozen=True, slots=True)
class Code:
    """PLOVER type with its mode, the mode alone, and the CAMEO code."""

    plover: str
    mode: str | None
    cameo: str


def code_of(act: str, issue: str | None, strength: int) -> Code:
    """Return the codes of an act about an issue.

    Example:
        >>> code_of("REQUEST", "ceasefire", 4)
        Code(plover='REQUEST-yield', mode='yield', cameo='1056')
        >>> code_of("THREATEN", None, 5).cameo
        '139'
    """
    entry = speech.issues().get(issue or "")
    topic = entry.topic if entry is not None else ""
    mode = entry.mode if entry is not None and act in ("REQUEST", "REJECT") else None
    plover = _PLOVER.get(act, act)
    if act == "THREATEN" and strength == 5:
        cameo = "139"
    elif act in _FIXED:
        cameo = _FIXED[act]
    else:
        root = ("10" if strength >= _DEMAND_FROM else "02") if act == "REQUEST" else _ROOTS[act]
        cameo = _composed(root, topic)
    return Code(f"{plover}-{mode}" if mode else plover, mode or None, cameo)


def _composed(root: str, topic: str) -> str:
    """Return root and topic as a code: "10" and "56" give 1056, "10" and "60" give 106."""
    if not topic:
        return root + "0"
    digits = topic.rstrip("0") if topic.endswith("0") else topic
    if root == "12":
        return root + _REJECTED.get(digits, "0")
    return root + digits
