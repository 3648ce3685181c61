"""Every sentence of every briefing: cited, resolved, neutral, and silent where nothing is coded."""

import ast
import re
from pathlib import Path

import onrecord.prose
import pytest
from lxml import html
from onrecord.coding.case import open_case
from onrecord.drafting.case.draft import draft_case
from onrecord.problems import ProblemsError
from onrecord.prose.also_said import also_said
from onrecord.prose.banner import banner
from onrecord.prose.bottom_line import bottom_line
from onrecord.prose.chronology import chronology
from onrecord.prose.coding_method import coding_method
from onrecord.prose.how_chosen import how_chosen
from onrecord.prose.in_short import in_short
from onrecord.prose.judgement_box import judgement_box
from onrecord.prose.limits import limits
from onrecord.prose.near_issues import near_issues
from onrecord.prose.proposition import proposition
from onrecord.prose.reported_events import reported_events
from onrecord.prose.source_descriptor import source_descriptor
from onrecord.prose.sources import sources
from onrecord.prose.tensions import tensions
from onrecord.prose.who_is_heard import who_is_heard
from onrecord.prose.who_is_missing import who_is_missing
from onrecord.prose.who_is_silent import who_is_silent
from onrecord.tables.acts_table import acts_table
from onrecord.tables.attributed_positions_table import attributed_positions_table
from onrecord.tables.claims_table import claims_table
from onrecord.tables.held_according_to_others_table import held_according_to_others_table
from onrecord.tables.holders_table import holders_table
from onrecord.tables.paraphrases_table import paraphrases_table
from onrecord.tables.positions_matrix import positions_matrix
from onrecord.tables.said_about_table import said_about_table
from onrecord.tables.statements_table import statements_table

from tests.prose.conftest import SEED, text_of

WHOLE = [
    bottom_line,
    chronology,
    judgement_box,
    limits,
    reported_events,
    source_descriptor,
    tensions,
    who_is_heard,
    who_is_missing,
]
ON_AN_ACTOR = [in_short, attributed_positions_table, statements_table, acts_table, said_about_table]
ON_AN_ISSUE = [
    proposition,
    holders_table,
    held_according_to_others_table,
    also_said,
    who_is_silent,
    near_issues,
]


def everything(case):
    """All prose of all briefings of the case, as one tree."""
    shown = [tell(case)._repr_html_() for tell in WHOLE]
    shown += [
        tell(case, actor)._repr_html_()
        for tell in ON_AN_ACTOR
        for actor in case.actors.index
        if speaks_or_is_named(case, actor)
    ]
    shown += [tell(case, issue)._repr_html_() for tell in ON_AN_ISSUE for issue in case.issues.index]
    return html.fromstring(f"<div>{''.join(shown)}</div>")


def speaks_or_is_named(case, actor):
    """Whether an actor brief could be asked for."""
    return actor not in (case.narrator, "unspec")


def test_every_sentence_rests_on_rows_whose_words_stand_in_the_article(case):
    """Each claim has a citation, each citation resolves, each row's words are in the article."""
    claims = everything(case).xpath("//span[@class='claim']")
    assert len(claims) > 100
    spans = case.spans.set_index("owner")
    for claim in claims:
        links = claim.xpath(".//a[@class='cite']")
        assert links, claim.text_content()
        for row in {row for link in links for row in link.get("data-rows").split()}:
            found = spans.loc[[row]]
            assert all(
                case.article.text[a:b] == words
                for a, b, words in zip(found["start"], found["end"], found["text"], strict=True)
            )


def test_every_citation_leads_to_a_row_of_the_source_list(case):
    """The source list has an anchor for each row that any briefing cites."""
    listed = {row.get("data-row") for row in html.fromstring(sources(case)._repr_html_()).xpath("//*[@data-row]")}
    cited = {row for link in everything(case).xpath("//a[@class='cite']") for row in link.get("data-rows").split()}
    assert cited <= listed


def test_the_list_with_codes_names_every_row_that_has_words(case):
    """Once each as a place to lead to, in words, however few of them a document cites."""
    tree = html.fromstring(sources(case, codes=True)._repr_html_())
    named = [row.get("id") for row in tree.xpath("//li[@data-row][@id]")]
    tables = (case.statements, case.events, case.relations, case.mentions, case.dates)
    assert sorted(named) == sorted(row for table in tables for row in table.index)
    assert tree.get("data-whole")
    plain = html.fromstring(sources(case)._repr_html_())
    assert sorted(row.get("id") for row in plain.xpath("//span[@data-row][@id]")) == sorted(named)
    assert "st-06" not in plain.text_content()


def test_the_source_list_holds_the_sentences_verbatim(case):
    """Marks change no letter of the article."""
    tree = html.fromstring(sources(case)._repr_html_())
    shown = [node.text_content() for node in tree.xpath("//span[@class='verbatim']")]
    assert shown == list(case.sentences["text"])


@pytest.mark.parametrize(
    "word", ["reveal", "admit", "claims", "allegedly", "so-called", "lied", "contradict", "agrees with", "opposes"]
)
def test_the_program_s_own_words_are_neutral(case, word):
    """Loaded verbs stand only in words of the article or of the coder."""
    tree = everything(case)
    for quoted in tree.xpath("//q | //span[@class='content'] | //tbody//th"):
        quoted.drop_tree()
    coder = " ".join([*case.tensions["why"], *case.tensions["compatible_reading"], *case.tensions["title"]])
    own = tree.text_content()
    assert own.count(word) <= coder.count(word)


def test_a_position_given_by_others_is_never_printed_as_what_an_actor_says(case):
    """Rule P4: the table names who gives it, and what the actor says does not hold it."""
    for position in case.positions.index[case.positions["basis"] != "self_stated"]:
        row = case.positions.loc[position]
        assert "According to" in text_of(given := attributed_positions_table(case, row["actor"]))
        assert [cells[0] for cells in given.rows] == ["The article"]
        assert case.issues.at[row["issue"], "proposition"][1:30] not in text_of(statements_table(case, row["actor"]))


def test_a_gloss_on_a_demand_is_no_position_of_who_demands(case):
    """What the journalist explains in another's words, Russia does not hold by that."""
    for shown in (attributed_positions_table(case, "rus"), held_according_to_others_table(case, "iss-regions")):
        assert "no position of its own: the article explains another’s words" in text_of(shown).replace("No", "no")
        assert "affirms" not in text_of(shown)
    assert "affirms" in text_of(held_according_to_others_table(case, "iss-back"))


def test_what_is_said_to_be_possible_is_not_affirmed(case):
    """ "Could be used" is put forward as possible; the words that hedge are shown."""
    assert "puts it forward as possible (“could”)" in text_of(holders_table(case, "iss-staging"))
    assert "affirms" in text_of(holders_table(case, "iss-airspace"))
    told = text_of(statements_table(case, "ukr"))
    assert "Puts it forward as possible (“could”) that Moscow uses Belarusian territory" in told
    assert "Affirms that Russia uses Belarusian airspace" in told


def test_the_bottom_line_tells_what_is_reported_feared_and_denied(case):
    """Three cited sentences of content, in that order, with the kind of confirmation; no count, one state one voice."""
    told = [text_of(str(block)) for block in bottom_line(case).blocks]
    assert len(told) == 3
    assert "has arrived in Belarus" in told[0]
    assert "the Belarusian defence ministry confirmed it, a party’s word, not an independent one" in told[0]
    assert told[1].startswith("Ukraine says Belarus could be used as a staging post")
    assert "it alleges that Russia continues to use Belarusian airspace" in told[1]
    assert told[2] == "The Belarusian government has repeatedly said the country will not join Russia’s war in Ukraine."
    assert not re.search(r"\d of \d|\bboth\b|affirm", " ".join(told))


def test_no_id_of_an_actor_or_issue_is_printed(case):
    """Speakers are named at their level, never by id."""
    own = everything(case).text_content()
    assert not re.search(r"\b(blr-mod|blr-luk|rus-mil|iss-[a-z]+)\b", own)


def test_an_uncoded_case_says_what_is_not_coded(uncoded):
    """Valid but thin: every paragraph is a sentence with the reason, and nothing raises."""
    for tell in [*WHOLE, coding_method, sources, lambda case: banner(case, "Situation brief")]:
        assert text_of(tell(uncoded))
    assert "Nothing is coded yet" in text_of(bottom_line(uncoded))
    assert "Nothing is coded yet" in text_of(claims_table(uncoded))


def test_the_banner_says_that_no_person_has_reviewed_the_coding(case):
    """The line with its counts stands until a person signs off."""
    shown = text_of(banner(case, "Situation brief"))
    assert "Not reviewed by a person. All 215 rows of the coding were coded by an AI assistant." in shown
    assert "6 January 2023 (inferred; the text gives no date)" in shown


def test_a_proposition_in_a_title_is_not_asserted(case):
    """An issue brief's title holds the proposition in quote marks."""
    title = "“Belarus joins Russia’s war in Ukraine”"
    assert title in text_of(banner(case, "Issue brief", issue="iss-join"))


def test_prose_names_no_case():
    """Nothing assumes that there is one article."""
    for module in Path(onrecord.prose.__path__[0]).glob("*.py"):
        nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
        docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        words = [node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in docstrings]
        assert not [text for text in words if "belarus" in str(text).lower()], module.name


def test_a_given_as_of_date_reaches_the_banner_and_says_so():
    """The date that an analyst sets replaces the article's, with where it comes from."""
    shown = text_of(banner(open_case(SEED, "2023-02-01"), "Situation brief"))
    assert "1 February 2023 (set by whoever made this briefing)" in shown


def test_an_as_of_that_is_no_date_is_refused():
    """With the form that it should have."""
    with pytest.raises(ProblemsError, match="2023-01-06"):
        open_case(SEED, "yesterday")


def test_what_is_done_to_an_actor_is_not_printed_as_its_act(case):
    """Ukraine is attacked, Russia acts: the table says which."""
    part = {actor: {str(row[0]): row[1] for row in acts_table(case, actor).rows} for actor in ("ukr", "rus")}
    assert part["ukr"]["Russian invasion of Ukraine begins"] == "acted on"
    assert part["rus"]["Russian invasion of Ukraine begins"] == "acting"


def test_a_statement_stands_once_with_the_position_that_it_carries(case):
    """Words, act and position in one row; a statement without a position has an empty cell."""
    rows = {
        text_of(str(row[0])): [text_of(str(cell) or " ") for cell in row[1:3]]
        for row in statements_table(case, "blr-mod").rows
    }
    arrival = ["confirmation", "Affirms that Russian troops and equipment have arrived in Belarus"]
    assert rows["confirmed the arrival of the contingent"] == arrival
    assert len(rows) == 6
    assert ["account", ""] in rows.values()


def test_who_relays_a_statement_is_named_beside_it(case):
    """In the row of the speaker, and in that of whom it is about."""
    assert "(through the Belarusian defence ministry" in text_of(statements_table(case, "rus-mil-rep"))


def test_nothing_is_said_of_what_is_not_there(case, uncoded):
    """A part without a row is a note that a document leaves out; the absence that is the point of an issue stays."""
    for shown in (acts_table(case, "blr-mod"), said_about_table(case, "blr-mod"), near_issues(case, "iss-west")):
        assert 'class="note absent"' in shown._repr_html_()
    assert 'class="note">No actor states a position' in holders_table(case, "iss-back")._repr_html_()


def test_a_note_of_the_coder_that_speaks_in_codes_is_not_printed(case):
    """Ids, stances by number and certainties are for coders."""
    assert "The coder notes: The tasks are unspecified." in text_of(proposition(case, "iss-ready"))
    for issue in ("iss-deploy", "iss-staging", "iss-regions", "iss-airspace"):
        assert "The coder notes" not in text_of(proposition(case, issue))


def test_a_table_gives_the_verb_with_the_words(case):
    """So that what is denied or blamed does not pass for what is said, in both tables."""
    for shown in (statements_table(case, "blr-mod"), paraphrases_table(case)):
        assert "said President Alexander Lukashenko had visited" in text_of(shown)
    assert "has blamed Western nations for the war" in text_of(statements_table(case, "blr-luk"))


def test_a_statement_of_the_standfirst_alone_says_so(case):
    """The seed's own note asks for it."""
    assert "(in the standfirst only)" in text_of(bottom_line(case))
    assert "Ukraine (standfirst only)" in text_of(claims_table(case))


def test_a_silent_actor_that_is_counted_with_a_holder_is_said_to_be(case):
    """Lukashenko and the ministry do not speak on joining the war; Belarus, with which they are counted, does."""
    told = text_of(who_is_silent(case, "iss-join"))
    assert "The Belarusian defence ministry and Lukashenko are counted with Belarus, which does" in told
    assert "President Alexander Lukashenko speak in this article" in told
    assert "Alexander Lukashenko, who is counted with Belarus, does" in text_of(who_is_silent(case, "iss-end"))
    assert "ministry, which is counted with Belarus, does" in text_of(who_is_silent(case, "iss-coop"))


def test_speech_that_a_draft_left_out_is_said_once(tmp_path):
    """A silence of the draft must not pass for a silence of the article; the banner says it, and no other part."""
    text = b"Bridge reopens\n\nKeller did not say when the bridge would close. Anna Roe said the bridge was safe.\n"
    drafted = open_case(draft_case(text, "bridge", seeds=tmp_path, publisher="The Gazette").folder)
    seen = "could be reported speech and did not code it: S02."
    assert seen in text_of(banner(drafted, "Situation brief"))
    for tell in (bottom_line, claims_table, positions_matrix, who_is_missing, tensions, limits, judgement_box):
        assert seen not in text_of(tell(drafted))


def test_what_is_history_or_taken_for_granted_is_not_put_in_doubt(case):
    """Three lines that matter, and what no single article shows."""
    told = text_of(limits(case))
    assert "Whether this stands beyond a party’s word: Arrival by train of Russian troops and equipment in" in told
    assert "invasion" not in told.lower()
    assert len(limits(case).blocks) == 2
    assert limits(case).blocks[0].count("<li>") == 3 < limits(case, whole=True).blocks[0].count("<li>")


def test_who_is_missing_is_three_lines(case):
    """Who is blamed and not heard; a state through whom alone it is heard; a view of nobody's."""
    lines = [text_of(f"<li>{line}") for line in str(who_is_missing(case).blocks[0]).split("<li>")[1:]]
    assert lines[0] == "Western nations are blamed by Alexander Lukashenko, and not heard."
    assert "an unnamed representative of the Russian army does, relayed by the Belarusian defence ministry" in lines[1]
    assert lines[2].startswith("A view stands without a source: “Moscow could use")


def test_a_brief_has_few_tensions_and_the_annex_all(case):
    """Those of high confidence that the text signals first, each with the reading on which both hold."""
    few, every = text_of(tensions(case)), text_of(tensions(case, whole=True))
    assert few.startswith("“Will not join” v. the pre-invasion deployment.")
    assert few.count("How both hold:") == 3
    assert "Four more in the annex." in few
    assert "The article sets the denial" in every.replace(few, "")
    assert "The article sets the denial" not in few
    assert every.count("How both hold:") == 7


def test_the_rules_of_choice_are_printed(case):
    """In the annex, with their numbers."""
    assert "Twelve rows at most" in text_of(how_chosen(case))


def test_that_somebody_speaks_or_not_takes_one_citation_each(case):
    """A sentence on silence does not cite the article from end to end."""
    silent = who_is_silent(case, "iss-regions")._repr_html_()
    assert len(re.findall(r'class="cite"', silent)) == 5
    missing = html.fromstring(f"<div>{who_is_missing(case)._repr_html_()}</div>")
    assert max(len(line.xpath(".//a")) for line in missing.iter("li")) <= 2
    assert in_short(case, "rus")._repr_html_().count('class="cite"') == 2


def test_an_actor_s_words_are_told_before_those_who_are_counted_with_it(case):
    """ "Its words" are not those of its ministry, which is quoted."""
    told = text_of(in_short(case, "blr"))
    assert told.index("None of its words") < told.index("are counted with it")
