"""Findings: what an analysis comes to, in two sentences that are computed from its tables.

Every notebook opens with one of them, and the report with the demands'.
"""

import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from demandeur.analysis import Analysis
from demandeur.shown import Shown, join, link
from demandeur.stance import by_division
from demandeur.tables import records
from demandeur.wording import (
    actor_names,
    answer_phrase,
    are_several,
    capitalised,
    count,
    listed,
    number_word,
    possessive,
    quoted,
)

MOST_ANSWERS = 3
MOST_NUMBERS = 4
MOST_ACTORS = 3
LONGEST_CONTENT = 60  # characters of a demand that the finding quotes
STANCES = {"support": "in support", "conditional": "on conditions", "oppose": "opposed", "mixed": "of two minds"}
QUOTE_TYPES = {"direct": "word for word", "mixed": "partly so", "indirect": "reported in the article’s own words"}


def demands(analysis: Analysis) -> Shown:
    """Return who asks for how much of whom, and what the answers were: the finding of a report."""
    if analysis.demands.empty:
        said = _count_statements(analysis)
        return _shown(["No demand was found in this article.", f"{said}, and nothing in it was read as a request."])
    return _shown([_demand_sentence(analysis), _answer_sentence(analysis)], list(analysis.demands["demand_id"]))


def article(analysis: Analysis) -> Shown:
    """Return how many actors there are, who is heard most, and how they are quoted."""
    if analysis.actors.empty:
        return _shown(["No actor was found in this article.", f"{_count_statements(analysis)}."])
    persons = int((analysis.actors["kind"] == "person").sum())
    mentions = analysis.actors.sort_values("n_mentions", ascending=False, kind="stable").iloc[0]
    first = capitalised(count(len(analysis.actors), "actor"))
    if persons:
        first += f", {number_word(persons)} of them {'a person' if persons == 1 else 'persons'}"
    first += f"; most mentioned: {mentions['name']} ({count(int(mentions['n_mentions'] or 0), 'time')})."
    return _shown([first, _statement_sentence(analysis)])


def stances(analysis: Analysis) -> Shown:
    """Return who stands where on the issue that divides most, and who treats whom how."""
    return _shown([_stance_sentence(analysis), _attitude_sentence(analysis)])


def _shown(sentences: Sequence[str], demand_ids: Sequence[str] = ()) -> Shown:
    """Return the sentences; a demand's number becomes a link to its row."""
    text = " ".join(sentences)
    parts = []
    for word in re.split(r"(\b\w+\b)", text):
        parts.append(link(word, word) if word in demand_ids else word)
    return Shown(Markup('<p class="finding">{}</p>').format(join(parts)), text)


def _demand_sentence(analysis: Analysis) -> str:
    issuers = {actor_id for actor_ids in analysis.demands["issuers"] for actor_id in actor_ids}
    sentence = capitalised(count(len(analysis.demands), "demand"))
    if issuers:
        sentence += f" by {count(len(issuers), 'actor')}"
    if target := _most_addressed(analysis):
        sentence += f", {target}"
    wanted = Counter(issue for issue in analysis.demands["issue"] if pd.notna(issue))
    if wanted:
        issue, times = wanted.most_common(1)[0]
        if times > 1:
            sentence += f"; most asked for: {issue} ({_times(times)})"
        elif len(analysis.demands) == 1:
            sentence += f"; it is about: {issue}"
    return sentence + "."


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number_word(number)} times"


def _most_addressed(analysis: Analysis) -> str:
    """Return of which country, organisation or actor most is asked, persons counted with their country."""
    country_of = dict(zip(analysis.actors["actor_id"], analysis.actors["country"], strict=True))
    asked, members = Counter(), {}
    for addressees in analysis.demands["addressees"]:
        groups = set()
        for actor_id in addressees:
            country = country_of.get(actor_id)
            group = country if isinstance(country, str) else actor_id
            groups.add(group)
            members.setdefault(group, []).append(actor_id)
        asked.update(sorted(groups))
    if not asked:
        return "none of them of anybody named" if len(analysis.demands) > 1 else "of nobody named"
    group, times = asked.most_common(1)[0]
    name = _group_name(analysis, group, list(dict.fromkeys(members[group])))
    if len(analysis.demands) == 1:
        return f"of {name}"
    share = "all" if times == len(analysis.demands) else number_word(times)
    return f"{share} of them of {name}"


def _group_name(analysis: Analysis, group: str, actor_ids: list[str]) -> str:
    """Return the name of the state or organisation that a group of actors belongs to, or their own names."""
    if len(actor_ids) == 1:
        return str(analysis.name_of(actor_ids[0]))
    of_group = analysis.actors[
        (analysis.actors["country"] == group) & analysis.actors["kind"].isin(["state", "organisation"])
    ]
    for kind in ("state", "organisation"):
        found = of_group.loc[of_group["kind"] == kind, "name"]
        if len(found):
            return str(found.iloc[0])
    return actor_names(analysis, actor_ids).replace(" and ", " or ")


def _answer_sentence(analysis: Analysis) -> str:
    """Return what was answered by whom, alike answers together, and how many demands stand without one."""
    acts = {row["act_id"]: row for row in records(analysis.acts)}
    numbers: dict[tuple[str, str], list[str]] = {}
    open_demands = 0
    for demand in records(analysis.demands):
        if demand["status"] in (None, "unanswered"):
            open_demands += 1
        for act_id in demand["answers"]:
            if act := acts.get(act_id):
                who = actor_names(analysis, act["issuers"], act["issuer_text"])
                several = are_several(analysis, act["issuers"])
                phrase = answer_phrase(act, demand["status"], "{}", several=several)
                numbers.setdefault((who, phrase), []).append(demand["demand_id"])
    content = dict(zip(analysis.demands["demand_id"], analysis.demands["content"], strict=True))
    parts, last = [], ""
    for (who, phrase), demand_ids in list(numbers.items())[:MOST_ANSWERS]:
        what = _what(demand_ids, content)
        parts.append(_answer(who, phrase, "it" if what == last else what))
        last = what
    if len(numbers) > MOST_ANSWERS:
        parts.append(f"{count(len(numbers) - MOST_ANSWERS, 'more answer')} in the table")
    if open_demands or not parts:
        parts.append(_unanswered(open_demands, len(analysis.demands)))
    return capitalised("; ".join(parts)) + "."


def _what(demand_ids: list[str], content: dict[str, str | None]) -> str:
    """Return what is answered: one demand in its own words where they are short, several by their numbers."""
    words = content[demand_ids[0]]
    if len(demand_ids) == 1 and isinstance(words, str) and len(words) <= LONGEST_CONTENT:
        return f"{quoted(words)} ({demand_ids[0]})"
    return listed(demand_ids, most=MOST_NUMBERS)


def _answer(who: str, phrase: str, what: str) -> str:
    """Return one answer; to answer on a condition is said as the answer being conditional."""
    if phrase in ("answers {} on a condition", "answer {} on a condition"):
        return f"{possessive(who)} answer to {what} is conditional"
    return f"{who} {phrase.replace('{}', what)}"


def _unanswered(number: int, of: int) -> str:
    if number == of:
        return "this article reports no answer to it" if of == 1 else "this article reports no answer to any of them"
    return f"{number_word(number)} {'stands' if number == 1 else 'stand'} unanswered"


def _count_statements(analysis: Analysis) -> str:
    number = len(analysis.statements)
    if number == 0:
        return "No statement was found either"
    return capitalised(f"{count(number, 'statement')} {'was' if number == 1 else 'were'} found")


def _statement_sentence(analysis: Analysis) -> str:
    if analysis.statements.empty:
        return "No statement was found: nobody is quoted."
    kinds = Counter(analysis.statements["quote_type"])
    said = [f"{number_word(kinds[kind])} {words}" for kind, words in QUOTE_TYPES.items() if kinds[kind]]
    sentence = f"{capitalised(count(len(analysis.statements), 'statement'))}: {listed(said)}"
    speakers = Counter(speaker for speaker in analysis.statements["speaker"] if pd.notna(speaker))
    if speakers:
        speaker, times = speakers.most_common(1)[0]
        sentence += f"; most heard: {analysis.name_of(speaker)} ({count(times, 'statement')})"
    return sentence + "."


def _stance_sentence(analysis: Analysis) -> str:
    clear = analysis.stances[analysis.stances["stance"].isin(list(STANCES))]
    if clear.empty:
        return "No actor’s stance on an issue is clear in this article."
    issue = by_division(clear.to_dict("records"))[0]
    on_issue = clear[clear["issue"] == issue]
    parts = []
    for stance, words in STANCES.items():
        who = [str(analysis.name_of(key)) for key in on_issue.loc[on_issue["stance"] == stance, "actor_id"]]
        if who:
            parts.append(f"{listed(who, most=MOST_ACTORS)} {words}")
    return f"On {issue}: {'; '.join(parts)}."


def _attitude_sentence(analysis: Analysis) -> str:
    parts = []
    for label in ("positive", "negative"):
        found = analysis.attitudes[analysis.attitudes["label"] == label]
        if len(found):
            are = "is" if len(found) == 1 else "are"
            parts.append(f"{count(len(found), 'attitude')} {are} {label}, {_strongest(analysis, found)}")
    if not parts:
        return "Nobody is shown to treat another well or badly."
    return capitalised("; ".join(parts)) + "."


def _strongest(analysis: Analysis, found: pd.DataFrame) -> str:
    """Return the clearest of the attitudes, as who to whom."""
    order = found["score"].abs().astype(float).fillna(0).sort_values(ascending=False, kind="stable").index
    row = found.loc[order[0]]
    clearest = "" if len(found) == 1 else "clearest "
    return f"{clearest}{possessive(str(analysis.name_of(row['from_actor'])))} to {analysis.name_of(row['to_actor'])}"
