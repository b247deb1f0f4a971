"""Circle: an order of actors around a circle in which few of the lines between them cross."""

from collections.abc import Hashable, Sequence

Link = tuple[Hashable, Hashable]
_MOST_PASSES = 8
_MOST_MOVED = 24
"""With more nodes than this only neighbours change places, so that the time stays short."""


def crossings_around(order: Sequence[Hashable], links: Sequence[Link]) -> int:
    """Return how many pairs of straight lines cross between nodes that stand in that order around a circle.

    Example:
        >>> crossings_around("abcd", [("a", "c"), ("b", "d")])
        1
    """
    places = {node: place for place, node in enumerate(order)}
    chords = []
    for start, end in links:
        chords.append((min(places[start], places[end]), max(places[start], places[end])))
    chords.sort()
    count = 0
    for index, (_, end) in enumerate(chords):
        start = chords[index][0]
        for other_start, other_end in chords[index + 1 :]:
            if start < other_start < end < other_end:
                count += 1
    return count


def order_around(nodes: Sequence[Hashable], links: Sequence[Link]) -> list[Hashable]:
    """Return the nodes in an order around a circle that cuts crossings; each node moves to its best place in turn."""
    order = _by_neighbours(nodes, links)
    pairs = sorted({_pair(nodes, link) for link in links})
    lines = [(nodes[start], nodes[end]) for start, end in pairs if start != end]
    fewest = crossings_around(order, lines)
    for _ in range(_MOST_PASSES):
        before = fewest
        for node in nodes:
            order, fewest = _best_place(order, node, lines, fewest)
        if fewest in (0, before):
            break
    return order


def _pair(nodes: Sequence[Hashable], link: Link) -> tuple[int, int]:
    start, end = nodes.index(link[0]), nodes.index(link[1])
    return min(start, end), max(start, end)


def _by_neighbours(nodes: Sequence[Hashable], links: Sequence[Link]) -> list[Hashable]:
    """Return the nodes so that each stands next to those it is tied to: a walk from the most tied, depth first."""
    ties: dict[Hashable, list[Hashable]] = {node: [] for node in nodes}
    for start, end in links:
        ties[start].append(end)
        ties[end].append(start)
    degrees = {node: len(ties[node]) for node in nodes}
    order: list[Hashable] = []
    waiting = sorted(nodes, key=degrees.__getitem__)
    while waiting:
        node = waiting.pop()
        if node not in order:
            order.append(node)
            waiting += [other for other in ties[node] if other not in order]
    return order


def _best_place(order: list[Hashable], node: Hashable, lines: list[Link], fewest: int) -> tuple[list[Hashable], int]:
    """Return the order with the node where the fewest lines cross, and their number."""
    rest = [other for other in order if other != node]
    now = order.index(node)
    places = range(len(order)) if len(order) <= _MOST_MOVED else range(max(now - 2, 0), min(now + 3, len(order)))
    best = order
    for place in places:
        tried = [*rest[:place], node, *rest[place:]]
        count = crossings_around(tried, lines)
        if count < fewest:
            best, fewest = tried, count
    return best, fewest
