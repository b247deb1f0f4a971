"""Pictures: matplotlib figures, each with its message, its alternative text and its data.

All but ``reliability`` draw an analysis.
"""

from demandeur.pictures.attitudes import attitudes
from demandeur.pictures.beside import beside
from demandeur.pictures.course import course
from demandeur.pictures.ledger import ledger
from demandeur.pictures.matrix import matrix
from demandeur.pictures.network import network_map
from demandeur.pictures.picture import Picture
from demandeur.pictures.reliability import reliability
from demandeur.pictures.stance import stance
from demandeur.pictures.tone import tone

__all__ = [
    "Picture",
    "attitudes",
    "beside",
    "course",
    "ledger",
    "matrix",
    "network_map",
    "reliability",
    "stance",
    "tone",
]
