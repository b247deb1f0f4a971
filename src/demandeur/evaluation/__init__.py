"""Evaluation: how well articles are read, measured against what careful readers found in them.

``quotations`` has the definitions of the scores for who says what, ``comparison`` and ``demands`` those for our own
gold ledgers, ``estimates`` the intervals, ``gold`` reads the files, ``scores`` puts them on a page.
"""
