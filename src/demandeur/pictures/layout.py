"""Layout: orders that cut crossings and places that keep what is drawn from overlapping."""

from collections.abc import Hashable, Sequence

Link = tuple[Hashable, Hashable]
_SWEEPS = 12
_PASSES = 6
_SHORT = 16
"""Up to so many nodes of a column, each is tried at every place."""


def spread(wanted: Sequence[float], sizes: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return centres in the given order, as near to the wanted ones as the gap between their boxes allows.

    Boxes that would overlap move apart together, about their common mean. The boxes stay between low and high where
    there is room; where there is none they begin at low.

    Example:
        >>> spread([10, 12, 40], [10, 10, 10], 0, 0, 100)
        [6.0, 16.0, 40.0]
    """
    blocks: list[list] = []
    for place, (centre, size) in enumerate(zip(wanted, sizes, strict=True)):
        blocks.append([centre - size / 2, size, [place]])
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] + gap > blocks[-1][0]:
            start, length, members = blocks.pop()
            before = blocks[-1]
            weight = len(before[2]) + len(members)
            shifted = start - before[1] - gap
            before[0] = (before[0] * len(before[2]) + shifted * len(members)) / weight
            before[1] += gap + length
            before[2] += members
    _hold(blocks, gap, low, high)
    centres = list(wanted)
    for start, _, members in blocks:
        for place in members:
            centres[place] = start + sizes[place] / 2
            start += sizes[place] + gap
    return centres


def _hold(blocks: list[list], gap: float, low: float, high: float) -> None:
    """Push the blocks between low and high, from below first, so that low wins where there is too little room."""
    limit = high
    for block in reversed(blocks):
        block[0] = min(block[0], limit - block[1])
        limit = block[0] - gap
    limit = low
    for block in blocks:
        block[0] = max(block[0], limit)
        limit = block[0] + block[1] + gap


def crossings(links: Sequence[Link], left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Return how many pairs of links cross between two columns in those orders.

    Example:
        >>> crossings([("a", 1), ("b", 2)], ["a", "b"], [2, 1])
        1
    """
    row = {node: place for place, node in enumerate(left)}
    column = {node: place for place, node in enumerate(right)}
    ends = sorted((row[start], column[end]) for start, end in links)
    count = 0
    for place, (start, end) in enumerate(ends):
        for later_start, later_end in ends[place + 1 :]:
            if start < later_start and end > later_end:
                count += 1
    return count


def order_columns(
    left: Sequence[Hashable],
    middle: Sequence[Hashable],
    right: Sequence[Hashable],
    links_left: Sequence[Link],
    links_right: Sequence[Link],
) -> tuple[list, list, list]:
    """Return the three columns in an order that cuts crossings, nearest to the given order where it does not matter.

    Barycentre heuristic of Sugiyama, Tagawa and Toda (1981), from three beginnings: the middle as given, grouped by
    its left neighbours, grouped by its right ones. Then single nodes move to better places while that helps. The
    best of the three is kept.
    """
    beginnings = [list(middle)]
    for neighbours, links in ((left, _turned(links_left)), (right, links_right)):
        means = _means(middle, neighbours, links)
        beginnings.append(sorted(middle, key=means.__getitem__))
    best: list[list] = []
    fewest = -1
    for beginning in beginnings:
        columns = [list(left), beginning, list(right)]
        count = _total(columns, links_left, links_right)
        columns, count = _sweep(columns, count, links_left, links_right)
        columns, count = _move_nodes(columns, count, links_left, links_right)
        if fewest < 0 or count < fewest:
            best, fewest = columns, count
        if fewest == 0:
            break
    return best[0], best[1], best[2]


def _total(columns: list[list], links_left: Sequence[Link], links_right: Sequence[Link]) -> int:
    return crossings(links_left, columns[0], columns[1]) + crossings(links_right, columns[1], columns[2])


def _turned(links: Sequence[Link]) -> list[Link]:
    return [(end, start) for start, end in links]


def _sweep(
    columns: list[list], fewest: int, links_left: Sequence[Link], links_right: Sequence[Link]
) -> tuple[list[list], int]:
    """Return the best columns seen while each node goes to the mean place of its neighbours, column after column."""
    best = columns
    for _ in range(_SWEEPS):
        if fewest == 0:
            break
        left = _by_barycentre(columns[0], columns[1], links_left)
        right = _by_barycentre(columns[2], columns[1], _turned(links_right))
        middle = _by_both([left, columns[1], right], links_left, links_right)
        for tried in ([left, columns[1], right], [left, middle, right]):
            count = _total(tried, links_left, links_right)
            if count < fewest:
                best, fewest = tried, count
        columns = [left, middle, right]
    return best, fewest


def _by_barycentre(nodes: list, others: list, links: Sequence[Link]) -> list:
    """Return the nodes sorted by the mean place of their neighbours among the others; ties keep their order."""
    means = _means(nodes, others, links)
    return sorted(nodes, key=means.__getitem__)


def _by_both(columns: list[list], links_left: Sequence[Link], links_right: Sequence[Link]) -> list:
    """Return the middle column sorted by its neighbours on both sides, each side counted from 0 to 1."""
    before = _means(columns[1], columns[0], _turned(links_left))
    after = _means(columns[1], columns[2], links_right)
    pull = {}
    for node in columns[1]:
        pull[node] = before[node] / max(len(columns[0]), 1) + after[node] / max(len(columns[2]), 1)
    return sorted(columns[1], key=pull.__getitem__)


def _means(nodes: Sequence[Hashable], others: Sequence[Hashable], links: Sequence[Link]) -> dict:
    places = {node: place for place, node in enumerate(others)}
    found: dict = {node: [] for node in nodes}
    for node, other in links:
        found[node].append(places[other])
    means = {}
    for place, node in enumerate(nodes):
        means[node] = sum(found[node]) / len(found[node]) if found[node] else float(place)
    return means


def _move_nodes(
    columns: list[list], fewest: int, links_left: Sequence[Link], links_right: Sequence[Link]
) -> tuple[list[list], int]:
    """Return the columns after every node has moved to its best place, until no move cuts crossings any more."""
    for _ in range(_PASSES):
        before = fewest
        for which in (2, 0, 1):
            for node in list(columns[which]):
                for moved in _moves(columns[which], node):
                    tried = [moved if place == which else column for place, column in enumerate(columns)]
                    if which == 1:
                        # A demand takes its issuers and addressees along, else it could not pass a tie.
                        tried[0] = _by_barycentre(tried[0], moved, links_left)
                        tried[2] = _by_barycentre(tried[2], moved, _turned(links_right))
                    count = _total(tried, links_left, links_right)
                    if count < fewest:
                        columns, fewest = tried, count
        if fewest in (0, before):
            break
    return columns, fewest


def _moves(column: list, node: Hashable) -> list[list]:
    """Return the column with the node at other places: all of a short column, the nearest of a long one."""
    rest = [other for other in column if other != node]
    now = column.index(node)
    places = range(len(column)) if len(rest) <= _SHORT else range(max(now - 3, 0), min(now + 4, len(column)))
    return [[*rest[:place], node, *rest[place:]] for place in places if place != now]
