"""Model card: how often the shipped attitude model is right, beside TextBlob on the same sentences.

The card lies with the model. Its sentences are a tenth of NewsMTSC (Hamborg & Donnay, EACL 2021), chosen by the
article's digest and kept out of training; TextBlob's sign of polarity was measured on the same ones.
"""

import json
from dataclasses import dataclass

from demandeur import attitude_model
from demandeur.evaluation.estimates import Estimate

CARD = attitude_model.FOLDER / attitude_model.CARD

TEXTBLOB, OF = Estimate(0.4547, 0.4230, 0.4895), 895
"""TextBlob's macro F1 on the card's sentences, with its interval, and their number: its figure holds for no others."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How often both are right about the same sentences: macro F1, 0 to 1."""

    corpus: str
    n: int
    textblob: Estimate
    model: Estimate


def figures() -> list[Figure]:
    """Return how often TextBlob and the shipped model are right; nothing where the package has no model."""
    if not CARD.is_file():
        return []
    targets = json.loads(CARD.read_text(encoding="utf-8"))["figures"]["targets"]
    if targets["n"] != OF:
        return []
    model = targets["f1_macro"]
    return [Figure("NewsMTSC", OF, TEXTBLOB, Estimate(model["value"], model["low"], model["high"]))]
