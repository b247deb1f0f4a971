"""Evaluation: how well articles are read, measured against what careful readers found in them.

``quotations`` has the definitions of the scores for who says what, ``comparison`` and ``demands`` those for our own
gold, ``speech_acts`` those for single sentences, ``ledgers`` those for the acts of whole articles, ``reliability``
those for confidence, ``attitudes`` those for the attitude model, ``estimates`` the intervals; ``gold``, ``act_gold``,
``act_ledgers`` and ``attitude_gold`` read the files, ``scores`` puts them on a page, ``showing`` and ``showing_acts``
into a notebook; ``calibration`` counts for confidences.
"""
