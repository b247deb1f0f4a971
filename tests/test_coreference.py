"""Who is meant: tables of texts, words in them, and the actors that the words' last occurrence means."""

import pytest

import demandeur as dm


def meant(text: str, words: str) -> list[str]:
    """Return the names of the actors that the last occurrence of some words means, in alphabetical order."""
    analysis = dm.analyse(dm.Article.from_text(text))
    found = [row for row in analysis.mentions.to_dict("records") if row["text"] == words]
    last = max((row["start"] for row in found), default=None)
    return sorted(analysis.name_of(row["actor_id"]) for row in found if row["start"] == last)


PRONOUNS = [
    ("Ana Reyl told Otto Brandt that she would resign.", "she", ["Ana Reyl"]),
    ("Ana Reyl told Otto Brandt that she would resign. He said no.", "He", ["Otto Brandt"]),
    ("Mr. Orrel met Mrs. Sand. She said no.", "She", ["Sand"]),
    ("Norway threatened Chad. It said it would act.", "It", ["Norway"]),
    ("Officials from Norway and Chad said they would meet.", "they", ["Chad", "Norway"]),
    ("As he left the hall, Oluf Brandt said no.", "he", ["Oluf Brandt"]),
    ("Norway and Chad met. “They accuse us of theft,” Norway's ambassador, Otto Reyl, said.", "They", ["Chad"]),
    ("Norway and Chad met. They agreed on a truce.", "They", ["Chad", "Norway"]),
    ("For Otto Brandt, Ivo Marrow was a hero. He said, “Never again.”", "He", ["Otto Brandt"]),
    ("“I will not sign,” Ana Reyl said.", "I", ["Ana Reyl"]),
    ("The Harbour Union met. The rebels said they would wait.", "they", ["rebels"]),
]


@pytest.mark.parametrize(("text", "words", "names"), PRONOUNS)
def test_a_pronoun_is_its_antecedent(text, words, names):
    assert meant(text, words) == names


NOMINALS = [
    ("The authorities in Chad met Ana Reyl.", "The authorities", ["Chad"]),
    ("Secretary-General Ana Reyl spoke. Later the Secretary-General left.", "the Secretary-General", ["Ana Reyl"]),
    ("Foreign Minister Ana Reyl spoke. Later the minister said no.", "the minister", ["Ana Reyl"]),
    ("Norway and Chad met. Both governments said no.", "Both governments", ["Chad", "Norway"]),
    ("Norway and Chad met. The two neighbors said no.", "The two neighbors", ["Chad", "Norway"]),
    ("Norway will leave unless Chad pays. The country said no.", "The country", ["Norway"]),
    ("A spokesman for Ana Reyl said no.", "A spokesman for Ana Reyl", ["Ana Reyl"]),
    ("Ana Reyl promised help on Monday. The senator said the talks had failed.", "The senator", ["Ana Reyl"]),
    ("Ivo Cole blamed Gov. Ana Reyl on Monday. The governor said the talks had failed.", "The governor", ["Ana Reyl"]),
    ("Ivo Cole met Rep. Ana Reyl. The congresswoman said the talks had failed.", "The congresswoman", ["Ana Reyl"]),
    ("Republican nominee Ana Reyl met Ivo Cole. The GOP nominee said it failed.", "The GOP nominee", ["Ana Reyl"]),
    ("Ana Reyl left. A delegate voiced her disapproval of the toll.", "her", ["delegate"]),
    ("The federation expelled the clubs when they rejected the plan.", "they", ["clubs"]),
    ("The unions attacked the ministers after they lost the vote.", "they", ["unions"]),
    ("The Norwegian defence ministry met Chad's envoys. The ministry said no.", "The ministry", ["Norway"]),
    ("The mediator is Ana Reyl. She said no.", "The mediator", ["Ana Reyl"]),
    ("Ana Reyl's statement said the talks had failed.", "Ana Reyl's statement", ["Ana Reyl"]),
    ("European leaders said no.", "European leaders", ["European leaders"]),
]


@pytest.mark.parametrize(("text", "words", "names"), NOMINALS)
def test_a_description_is_whom_it_describes(text, words, names):
    assert meant(text, words) == names


OPEN = [
    ("It is raining, Norway said.", "It"),
    ("He waved at the crowd.", "He"),
    ("We will not sign.", "We"),
    ("Norway made an offer. Chad rejected it.", "it"),
    ("Norway made an offer. Chad called it an insult.", "it"),
    ("Norway met Chad. The two boats sank.", "The two boats"),
]


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_what_the_text_leaves_open_stays_open(text, words):
    assert meant(text, words) == []


def test_the_government_is_the_home_states_where_another_was_last_named_in_another_paragraph():
    before = "Norway's parliament met. Norway is divided.\n\nChad welcomed the vote."
    assert meant(before + "\n\nA mayor urged the government to pay.", "the government") == ["Norway"]
    assert meant(before + " A mayor urged the government to pay.", "the government") == ["Chad"]
