"""Model card: how often the shipped attitude model is right, beside TextBlob on the same sentences.

The card lies with the model and is written by its training. Its sentences are a tenth of NewsMTSC (Hamborg & Donnay,
EACL 2021), chosen by the article's digest and kept out of training; TextBlob's sign of polarity is judged on the same.
"""

import json
from dataclasses import dataclass

from demandeur import attitude_model
from demandeur.evaluation.estimates import Estimate

CARD = attitude_model.FOLDER / attitude_model.CARD

TEXTBLOB = "f1_macro of TextBlob"
"""What the card calls TextBlob's figure on its sentences."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How often both are right about the same sentences: macro F1, 0 to 1."""

    corpus: str
    n: int
    textblob: Estimate
    model: Estimate


def figures() -> list[Figure]:
    """Return how often TextBlob and the shipped model are right; nothing where no card tells both."""
    if not CARD.is_file():
        return []
    targets = json.loads(CARD.read_text(encoding="utf-8"))["figures"]["targets"]
    if TEXTBLOB not in targets:
        return []
    return [Figure("NewsMTSC", targets["n"], Estimate(**targets[TEXTBLOB]), Estimate(**targets["f1_macro"]))]
