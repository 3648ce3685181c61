"""The kinds of sentences that drafts once got wrong: what is drafted of each, or that it is named as left out.

A line is a kind, an input (⏎ is a line break) and what of it is somebody's: `speaker: words`, in order, parted by ` | `;
nothing where the sentence is dropped, and then it must stand among what the draft left out or left open.
"""

# ruff: noqa: E501

from collections import Counter

import pytest
from onrecord.drafting.reading.heads import heads
from onrecord.drafting.rows.tables import tables
from onrecord.source.sentences import split

KINDS = """
negation or preposition before the cue
    Mayor Vera Holt warned against saying that the road was closed. →
    Not all residents said the road was closed. →
    Not even the engineers said the dam was safe. →
    Never has the ministry said the road was closed. →
    Karl Lund argued against claiming that the dam was safe. →
    Anna Berg stopped short of saying the dam was old. →
    Few residents said the road was closed. →
a demand that X say
    Judge Alma Stein demanded that the company say when it knew of the leak. → Alma Stein: the company say when it knew of the leak
    The council urged that the firm say when it knew. → council: the firm say when it knew
    Karl Lund recommended that the army tell what it saw. → Karl Lund: the army tell what it saw
    Anna Berg insisted that the ministry say why it failed. → Anna Berg: the ministry say why it failed
a surname that is a capital or a country
    Witness Sofia Berlin told the court she saw a van. Berlin said it was blue. → Sofia Berlin: she saw a van | Sofia Berlin: it was blue
    Captain Omar Chad said it was late. Chad said it rained. → Omar Chad: it was late | Omar Chad: it rained
    Mayor Anna London said the dam held. London said it would hold. → Anna London: the dam held | Anna London: it would hold
    Berlin said it would send grain. → Germany: it would send grain
a condition before the source
    If asked, Keller says he supports the dam. →
    If the vote fails, the mayor says he will resign. →
    Unless it rains, the ministry says the road will open. →
    Even if paid, the drivers say they will strike. →
a second half that reverses the first
    Keller said last year he supports the ban, but on Monday said he opposes it. → Keller: he supports the ban | Keller: he opposes it
    The manager said wages were paid as promised until March but stopped after she complained. → the manager: wages were paid as promised until March but stopped after she complained
    Anna Berg said the dam was safe but would need repairs. → Anna Berg: the dam was safe but would need repairs
    The mayor said the road was open but the bridge was closed. → the mayor: the road was open but the bridge was closed
    Karl Lund said the plan works, but only in summer. → Karl Lund: the plan works, but only in summer
content that goes on
    Lena Ostrova said on Monday that she, unlike the army, believes the border is closed. → Lena Ostrova: she, unlike the army, believes the border is closed
    Officials claimed 90 people were wounded, as were seven drivers, and two each from the guard and the fire service. → officials: 90 people were wounded, as were seven drivers, and two each from the guard and the fire service
    The judge ordered the accused remain in custody until his next appearance on April 5. → the judge: the accused remain in custody until his next appearance on April 5
    The ministry said the inquiry could last as long as two years. → ministry: the inquiry could last as long as two years
    The ministry said repairs cost in the range of two to three million. → ministry: repairs cost in the range of two to three million
    Anna Berg said the road — closed since May — would open soon. → Anna Berg: the road — closed since May — would open soon
    The council announced the park, to be called Holm, would open in June. → council: the park, to be called Holm, would open in June
a name behind a role, a role behind a name
    According to the ministry's spokesman, Bode Akande, in the first week, nine ferries sailed. → Bode Akande: in the first week, nine ferries sailed
    Odile Renaud, head of prints at the Museum of Glass, Lyon, said the sheet was lost. → Odile Renaud: the sheet was lost
    Anna Berg, chief engineer at the Harbour Office, Ulm, said the dam was old. → Anna Berg: the dam was old
    According to the firm's lawyer, Karl Lund, the dam was old. → Karl Lund: the dam was old
    Chief Superintendent Vera Holt of the police of Ulm said the road was closed. → Vera Holt: the road was closed
an addressee
    Obi told reporters the army had lied. → Obi: the army had lied
    Ana Duarte told Radio Sul the ministry will look at it. → Ana Duarte: the ministry will look at it
    Karl Lund told the Tribune his office was closed. → Karl Lund: his office was closed
    Anna Berg told Canal Nove two bridges were closed. → Anna Berg: two bridges were closed
    Karl Lund told us it rained. → Karl Lund: it rained
another source taking over
    Officials tell Canal Nove every file will be replaced, with the Correio reporting nobody will lose a licence "because of the fire alone". → officials: every file will be replaced | Correio: nobody will lose a licence "because of the fire alone"
    The ministry said the dam was safe, with the Tribune reporting it had cracks. → ministry: the dam was safe | Tribune: it had cracks
    The army said the road was open, with residents saying it was closed. → army: the road was open | residents: it was closed
    Karl Lund said the dam held, but engineers said it leaked. → Karl Lund: the dam held | engineers: it leaked
a participle of the object
    The Lantern Guild requires novices to sign a contract, agreeing to work without pay. →
    The firm made its drivers sign a paper, promising to pay for the damage. →
    The school asks parents for a letter, agreeing to pay the fee. →
    The bank asked its staff for a signature, promising to pay them in May. →
    The state accused Karl Lund of fraud, threatening to close the firm. → state: Karl Lund of fraud
the inner teller of told
    Dorsey told the Ledger that the clerk "walked into the lobby", and told the officers, "everything he took". → Dorsey: the clerk "walked into the lobby"
    Anna Berg said the driver stopped and told the guard that he was lost. → Anna Berg: the driver stopped
    Karl Lund told the court that the guard ran, and told his men that it was over. → Karl Lund: the guard ran
    Anna Berg said the guard ran away and told a neighbour, "It is over." → Anna Berg: the guard ran away
a quotation that runs on
    Jan Moor, the Holm coach, said, "I think we were tired.⏎It was a hard day for us. This is the third time I've lost a final." → Jan Moor: I think we were tired. It was a hard day for us. This is the third time I've lost a final.
    Karl Lund said: “It rained.⏎We were late.” → Karl Lund: It rained. We were late.
    "Without the trains nobody would have come," said the ambassador.⏎"They stand for our hopes." → the ambassador: Without the trains nobody would have come … They stand for our hopes.
    “The dam will hold,” Anna Berg said.⏎“We built it well. It is new.” → Anna Berg: The dam will hold … We built it well. It is new.
    Anna Berg added:⏎“The dam is old. It leaks.” → Anna Berg: The dam is old. It leaks.
    The Church of the Tide denied these allegations:⏎She certainly wasn't held. →
    The ministry denied this:⏎Nobody was held. Nobody was hurt. →
    The mayor replied:⏎We will rebuild the bridge. It will be new. →
    The mayor apologised to the town for "having an old bridge in the way." →
one person in two spellings
    Kristin Vale lived in Holm. Neighbours knew Kristen Vale well. "He hid in the cellar", Vale said. → Kristin Vale: He hid in the cellar
    Administrator Helen Marsh opened the session. Administrator Marsh wanted to close the dam. → Helen Marsh: to close the dam
    Engineer Mohamed Osman built it. People like Mohammed Osman. Osman said the dam was safe. → Mohamed Osman: the dam was safe
    Mayor Anna Lund and judge Karl Lund came. Lund said it rained. →
    Catherine Holm wrote it. Friends of Katherine Holm came. Holm said it was late. →
no comma, or a pronoun
    According to Tolland the drives were sent back by post in May. → Tolland: the drives were sent back by post in May
    According to Anna Berg the dam was old. → Anna Berg: the dam was old
    Mayor Karl Lund spoke. According to him, the dam was old. → Karl Lund: the dam was old
    According to the ministry of works the dam was closed in May. → ministry of works: the dam was closed in May
    Fitness mattered in that according to Anna Berg. → Anna Berg: Fitness mattered in that
    Mayor Karl Lund met judge Anna Berg. He said the dam would hold. She said she had her doubts. →
    Karl Lund and Omar Diallo came. He said the dam would hold. →
    The council met Mrs Anna Berg. She said the dam would hold. → Anna Berg: the dam would hold
a quotation behind a colon
    Emil Rau defended the record whilst promising a review is coming: "We are working as fast as we can." → Emil Rau: the record | Emil Rau: a review is coming: "We are working as fast as we can."
    Anna Berg said the dam was old: "It leaks everywhere." → Anna Berg: the dam was old: "It leaks everywhere."
    Karl Lund: "It rained all day." → Karl Lund: It rained all day.
    The minister replied: "We will pay for it." → the minister: We will pay for it.
    A spokesman, Karl Lund, said the dam was old: "We knew it for years," he said, "and we told them." → Karl Lund: the dam was old | Karl Lund: We knew it for years … and we told them.
a source that quotes another
    According to Reuters, citing two diplomats, the talks have failed. → Reuters: the talks have failed
    According to the Tribune, quoting an aide, the vote was held. → Tribune: the vote was held
    The Tribune, citing two aides, said the vote was held. → Tribune: the vote was held
    Karl Lund, quoting a letter, said the dam was old. → Karl Lund: the dam was old
    The Tribune, citing an aide to the mayor, reported the vote was held. → Tribune: the vote was held
names in quote marks
    Mayor Karl Lund said the ship, called "Lady of Mercy", will be scrapped. → Karl Lund: the ship, called "Lady of Mercy", will be scrapped
    Karl Lund said the film "The Long Way Home" was shot here. → Karl Lund: the film "The Long Way Home" was shot here
    Anna Berg said the boat named "Swift" sank. → Anna Berg: the boat named "Swift" sank
    Karl Lund says his song, "We Will Rise Again", was banned. → Karl Lund: his song, "We Will Rise Again", was banned
a pronoun that nobody can follow
    Rask said they apply to letters of complaint. →
    The ministry announced new fees. Anna Rask said they apply to letters. → ministry: new fees
    Karl Lund explained these are sent by post. →
    Omar Diallo criticised the move. →
    Omar Diallo announced this change by television. →
    Drivers say they will strike. → drivers: they will strike
the narrator's aside
    Anna Quill said in 2019 that the dam was safe, a claim that engineers have since disproved. → Anna Quill: the dam was safe
    Karl Lund said the vote was fair, an assertion which observers deny. → Karl Lund: the vote was fair
    The army said it had won, a claim disputed by residents. → army: it had won
    The mayor said the dam was safe, an opinion that experts do not share. → the mayor: the dam was safe
    Karl Lund claimed the vote was fair, a statement later found untrue. → Karl Lund: the vote was fair
    Anna Berg said nobody was hurt, which turned out to be false. → Anna Berg: nobody was hurt
definite stays definite
    The minister plans to announce a review. → the minister: to announce a review
    The mayor said the dam was old. → the mayor: the dam was old
    A spokesman said the dam was old. → spokesman: the dam was old
    The ministers plan to announce a review. → ministers: to announce a review
    An engineer said it was late. The engineer said it rained. → engineer: it was late | engineer: it rained
months, modals and weekdays in names
    Mrs May said the bridge was safe. → Mrs May: the bridge was safe
    Will Horne, June Falk and Mark Sunday said the dam was old. → Will Horne: the dam was old | June Falk: the dam was old | Mark Sunday: the dam was old
    April Jones said the dam was old. → April Jones: the dam was old
    The mayor said it rained in May. → the mayor: it rained in May
    On Sunday, the mayor said it rained. → the mayor: it rained
single quote marks
    ‘The ferry is late every day,’ Ms Ann Moor said. ‘Nobody cares about us.’ → Ann Moor: The ferry is late every day … Nobody cares about us.
    'The dam will not hold,' Anna Berg said. → Anna Berg: The dam will not hold
    Karl Lund said: ‘We don’t know the workers’ names.’ → Karl Lund: We don’t know the workers’ names.
    Anna Berg said the dam's gate was 'wide open.' → Anna Berg: the dam's gate was 'wide open.'
a dateline
    MINSK, Belarus (AP) — Troops have arrived at the border, Defence Minister Ivan Orlov said Monday. → Ivan Orlov: Troops have arrived at the border
    KYIV — Troops have arrived, Defence Minister Ivan Orlov said Monday. → Ivan Orlov: Troops have arrived
    LONDON, May 4 (Reuters) - Troops have arrived, Defence Minister Ivan Orlov said Monday. → Ivan Orlov: Troops have arrived
    WASHINGTON, D.C. – Troops have arrived, Defence Minister Ivan Orlov said Monday. → Ivan Orlov: Troops have arrived
    ST. LOUIS — Troops have arrived, Defence Minister Ivan Orlov said Monday. → Ivan Orlov: Troops have arrived
    ZÜRICH, Switzerland -- The dam is old, engineer Anna Berg said. → Anna Berg: The dam is old
    NEW YORK (AP) — Troops have arrived, Defence Minister Ivan Orlov said. → Ivan Orlov: Troops have arrived
    PARIS, 3 May (AFP) – The dam is old, engineer Anna Berg said. → Anna Berg: The dam is old
a continued quotation
    "We watch how fast the lakes fall," the governor said. "We have seen two dry winters.⏎"The towns have stayed within their share.⏎"I ask everybody to save water." → the governor: We watch how fast the lakes fall … We have seen two dry winters. … The towns have stayed within their share. … I ask everybody to save water.
    “It rained,” Anna Berg said. “The dam held.⏎“We were lucky.” → Anna Berg: It rained … The dam held. … We were lucky.
    Karl Lund said: “It rained.⏎“It poured.” → Karl Lund: It rained. … It poured.
    "It rained," said the mayor. "The dam held.⏎"We were lucky.⏎"Nobody was hurt," he added. → the mayor: It rained … The dam held. … We were lucky. | the mayor: Nobody was hurt
other marks, or one astray
    »It is a scandal«, said councillor Ute Wahl. → Ute Wahl: It is a scandal
    «The dam is old», said engineer Anna Berg. → Anna Berg: The dam is old
    „The dam is old“, said engineer Anna Berg. → Anna Berg: The dam is old
    ”The dam is old”, said engineer Anna Berg. → Anna Berg: The dam is old
    "We are late, engineer Omar Diallo said. →
    “The dam is old, engineer Anna Berg said. →
attribution without a verb
    "Dana is an expert." — Commissioner Joel Starkey →
    And from Chairwoman Rhea Rosen:⏎"Dana brings years of work." →
    “The dam is old.” – Anna Berg →
    "The dam is old." — Anna Berg, engineer →
    From Mayor Karl Lund:⏎“The dam is old.” →
    Karl Lund in a letter: “The dam is old.” →
list marks
    • Families demand that the state pay. → families: the state pay
    1. The owner denied the charge. → the owner: the charge
    * Drivers say the road is closed. → drivers: the road is closed
    - Residents said the road was closed. → residents: the road was closed
    a) Drivers say the road is closed. → drivers: the road is closed
    • "It is late," said Anna Berg. → Anna Berg: It is late
capitals beyond ASCII, labelled turns
    Élodie Øster said the dam was old. → Élodie Øster: the dam was old
    Łukasz Żak said the dam was old. → Łukasz Żak: the dam was old
    Иван Петров said the dam held. → Иван Петров: the dam held
    Ελένη Παππά said the dam held. → Ελένη Παππά: the dam held
    The dam broke at noon.⏎Q: What happened?⏎A: It broke. →
    The dam broke at noon.⏎ANNA BERG: It was old. It leaked. →
    The dam broke at noon.⏎Reporter: Was it old?⏎Anna Berg: It was. It leaked. →
    Đorđe Šarić said the dam was old. → Đorđe Šarić: the dam was old
    Հայկ Սարգսյան said the dam held. → Հայկ Սարգսյան: the dam held
    The dam is old, Günther Öst said. → Günther Öst: The dam is old
words before a cue that turn it, and acts that say nothing
    A teacher mistakenly thought it was a bomb. →
    Allegedly, his sister came late, but Karl Lund replied "I am not able to do that". →
    Reportedly, Anna Berg said the dam was old. →
    The police arrested and questioned the student. →
    The road, which the BBC describes as "marred by holes", was closed. →
    Mayor Anna Erdoğan said it rained. Erdogan said it was late. → Anna Erdoğan: it rained | Anna Erdoğan: it was late
what is said goes on behind other words
    Minister John Key said he believes the flag is old. → John Key: he believes the flag is old
    The Wisconsin Republican says in a statement that the dam was old. → Wisconsin Republican: the dam was old
    Anna Berg went on to say the dam was old. → Anna Berg: the dam was old
    The city of Ulm announced on Twitter the bridge was closed. → city of Ulm: the bridge was closed
    Karl Lund said at a press conference yesterday morning the laws should be changed. → Karl Lund: the laws should be changed
    The firm issued a statement saying the drivers had been paid. → firm: the drivers had been paid
    An aide told the Tribune, a local paper, that the dam was old. → aide: the dam was old
    Karl Lund told the council even one crack would be too many. → Karl Lund: even one crack would be too many
    The wreck lay far from where the navy predicted it would be. →
somebody sent to another
    The adviser to the President said the dam was old. → the adviser to the President: the dam was old
    The Samoan delegate to the U.S. House of Representatives, Aumua Amata, told the press: "The ruling is unwelcome." → Aumua Amata: The ruling is unwelcome.
    France's ambassador to Germany, Anna Berg, said the dam was old. → Anna Berg: the dam was old
    A witness to the crash said the road was dark. → witness to the crash: the road was dark
    The President of the United States said the dam was old. → the president of the United States: the dam was old
words that point at another sentence
    About 100,000 came. The Greek Church estimates that number is closer to 40,000. →
    Karl Lund said that man was her brother. →
    The ferry sank. Divers, saying it was dangerous, stayed away. →
    Governor Karl Lund agreed, saying only this organisation could have done it. →
    The firms met. Both companies have worked since 1970, according to the Tribune. →
    The storm came. Its wind reached 185 mph, according to the weather office. →
    By this time, the road was closed, according to the Tribune. →
    The mayor said this during a visit to Ulm. →
    The mayor said the dam was old. The mayor said it was built in 1950. → the mayor: the dam was old | the mayor: it was built in 1950
    The army said it had won. → army: it had won
    Anna Berg said it is important that people sleep. → Anna Berg: it is important that people sleep
    The mayor said both roads and bridges were closed. → the mayor: both roads and bridges were closed
words behind what is said that turn it
    Some scientists had suggested the frogs were small, but that is not what this study reports. →
    The council plans to hold a vote, although a poll found few want it. →
    The president stressed the need for sanctions until the war ends. →
    The mayor said the dam was old, but said the road was new. → the mayor: the dam was old | the mayor: the road was new
a reason or a time of the publisher's
    The buffalo were hunted because many generals believed removing them would help. →
    People have protested since May, when their government proposed a bill to close the dam. →
    The mayor said the dam was closed because many generals believed it leaked. → the mayor: the dam was closed because many generals believed it leaked
others whom the publisher counts
    Ten people replied they would attend and an additional twenty showed interest. → ten people: they would attend
    The mayor said the dam was old and another dam was new. → the mayor: the dam was old and another dam was new
halves that belong together
    The council announced the start of a plan to build a dam, and decide whether it is needed. → council: the start of a plan to build a dam, and decide whether it is needed
    We need to "make sure there is water. But not too much," Ann Lee said. → Ann Lee: We need to "make sure there is water. But not too much,"
sources in other shapes
    Anna Berg for the Water Board, says the dam was old. → Anna Berg: the dam was old
    Researcher Anna Berg, of the University of Ulm, said "the dam was old". → Anna Berg: the dam was old
    A student named Wong said the weather was bad. → Wong: the weather was bad
    She was ill, in the words of the prosecutor, Karl Lund, QC, "for five long months." → Karl Lund: for five long months.
    "We are late," Anna Berg, the engineer, told those gathered. → Anna Berg: We are late
    As Anna Berg told the Tribune, the dam has held since May. → Anna Berg: the dam has held since May
    In a study, scientists report spiky skulls evolved at least twice in frogs. → scientists: spiky skulls evolved at least twice in frogs
    President Karl Lund tweeted using his @office account:⏎"Cool clock, Ahmed. Want to bring it?" → Karl Lund: Cool clock, Ahmed. Want to bring it?
    Anna Berg said the dam was old, as quoted by the Tribune. → Anna Berg: the dam was old
a name misspelt, or a first name alone
    Lydia Buchtmann of the council spoke. "It is bad," Ms Bauchtman said. → Lydia Buchtmann: It is bad
    Spokesman Yahya Sarea came. "The dam is ours," Saree said. → Yahya Sarea: The dam is ours
    Minister Hardeep Singh Puri came. Hardeep said the dam was old. → Hardeep Singh Puri: the dam was old
    Anna Holt came. Martin said the dam was old. → Martin: the dam was old
countries under their present names
    Türkiye said it will send grain. → Turkey: it will send grain
    Timor-Leste said it will buy it. → Timor-Leste: it will buy it
    Côte d'Ivoire said it has none. → Côte d’Ivoire: it has none
    Czechia said it will send grain. → Czechia: it will send grain
    Eswatini said it has none. → Eswatini: it has none
    Cabo Verde said it has none. → Cape Verde: it has none
    North Macedonia said it will send grain. → North Macedonia: it will send grain
"""

HEDGES = [  # kind 17
    ("The minister said they moved north so they could be closer to the mine.", "CT"),
    ("The police said the video appeared on the network.", "CT"),
    ("The mayor said it was closed so that people could sleep.", "CT"),
    ("The mayor said a crack appeared in May.", "CT"),
    ("The mayor said the dam appears to leak.", "PR"),
    ("The mayor said the dam could break.", "PS"),
    ("The report says few if any firms use salt.", "CT"),
    ("The mayor said the doors were open where the crew would have slept.", "CT"),
    ('"Frogs may look alike, but their skulls differ," the mayor said.', "CT"),
    ('"It rained all day. If it stops, we sail," the mayor said.', "CT"),
    ('"If it rains, we stay. If it stops, we sail," the mayor said.', "U"),
    ("The mayor said firms could easily mend it.", "CT"),
    ("The mayor said the dam could possibly break.", "PS"),
]
ROLES = [  # kind 21
    ("Opposition MP Lotte Brun said the dam was old.", "Opposition MP Lotte Brun"),
    ("Norway's prime minister, Karl Lund said the dam was old.", "Norway's prime minister, Karl Lund"),
    ("The sheriff's spokeswoman, Anna Berg, said the dam was old.", "The sheriff's spokeswoman, Anna Berg"),
    ("Anna Berg, a spokeswoman for the sheriff, said it rained.", "Anna Berg, a spokeswoman for the sheriff"),
    ("In a letter, Ulm's chief engineer, Anna Berg said the dam was old.", "Ulm's chief engineer, Anna Berg"),
    ('"We are late," said Karl Lund, the Defence Secretary; the road was dark.', "Karl Lund, the Defence Secretary"),
    ('"We are late," said Karl Lund, a spokesman for the army.', "Karl Lund, a spokesman for the army"),
    ('"We are late," said Karl Lund, 45, a farmer from Ulm.', "Karl Lund, 45, a farmer from Ulm"),
    ('"We are late," said Karl Lund, smiling at the crowd.', "Karl Lund"),
]
FAULTS = {  # number of the kind in the list of faults: its name here, and how many of its inputs that list gives
    1: ("negation or preposition before the cue", 2),
    2: ("a demand that X say", 1),
    3: ("a surname that is a capital or a country", 1),
    4: ("a condition before the source", 1),
    5: ("a second half that reverses the first", 2),
    6: ("content that goes on", 3),
    7: ("a name behind a role, a role behind a name", 2),
    8: ("an addressee", 2),
    9: ("another source taking over", 1),
    10: ("a participle of the object", 1),
    11: ("the inner teller of told", 1),
    12: ("a quotation that runs on", 3),
    13: ("one person in two spellings", 2),
    14: ("no comma, or a pronoun", 2),
    15: ("a quotation behind a colon", 1),
    16: ("a source that quotes another", 1),
    18: ("names in quote marks", 1),
    19: ("a pronoun that nobody can follow", 1),
    20: ("the narrator's aside", 1),
    22: ("definite stays definite", 1),
    23: ("months, modals and weekdays in names", 2),
    24: ("single quote marks", 1),
    25: ("a dateline", 5),
    26: ("a continued quotation", 1),
    27: ("other marks, or one astray", 2),
    28: ("attribution without a verb", 2),
    29: ("list marks", 2),
    30: ("capitals beyond ASCII, labelled turns", 0),
    31: ("countries under their present names", 3),
}


def cases():
    kind = ""
    for line in KINDS.strip().splitlines():
        if not line.startswith(" "):
            kind = line
            continue
        text, _, wanted = line.strip().partition(" →")
        yield pytest.param(text.replace("⏎", "\n"), wanted.strip(), id=f"{kind}: {text[:40]}")


def drafted(text):
    """`speaker: words` of each attributed statement, and the sentences that the draft names as left out or open."""
    made = tables(text, split(text, *heads(text)), narrator="paper")
    names = {row["id"]: row["name"] for row in made.rows["actors"]}
    said = [row for row in made.rows["statements"] if row["attribution"] == "attributed"]
    words = [f"{names[row['speaker']]}: {' '.join(row['content_text'].replace('[...]', '…').split())}" for row in said]
    left_open = {row["sentence"] for row in made.rows["statements"] if row["attribution"] == "unspecified"}
    return words, left_open | {sentence for ids in made.left_out.values() for sentence in ids}


def test_each_kind_of_fault_has_three_inputs_of_our_own():
    """Beside those that the list of faults gives, each of its kinds is tried on at least three."""
    tried = Counter(case.id.partition(": ")[0] for case in cases())
    tried |= {"a hedge word": len(HEDGES), "a role": len(ROLES)}
    named = FAULTS | {17: ("a hedge word", 2), 21: ("a role", 1)}
    assert sorted(named) == list(range(1, 32))
    assert {name: tried[name] for name, given in named.values() if tried[name] < given + 3} == {}


@pytest.mark.parametrize(("text", "wanted"), list(cases()))
def test_each_kind_is_drafted_whole_or_named_as_left_out(text, wanted):
    """Nobody is given words that the article does not give them, and no word that turns them is lost."""
    words, named = drafted(text)
    assert " | ".join(words) == wanted
    assert wanted or named


@pytest.mark.parametrize(("text", "certainty"), HEDGES)
def test_a_hedge_word_hedges_only_where_it_means_to(text, certainty, one):
    """`so that they could`, `appeared on` are firm."""
    assert one(text)["certainty"] == certainty


@pytest.mark.parametrize(("text", "words"), ROLES)
def test_the_words_of_a_speaker_hold_the_role(text, words, attributed):
    """What the article says of the speaker at the name is kept with the name."""
    assert [row["speaker_text"].rstrip(",") for row in attributed(text)] == [words]


@pytest.mark.parametrize(
    ("text", "act", "time"),
    [
        ('The spokesman said, "We urge the governments to work together."', "urge", "present"),
        ('The mayor said: "I ask everybody to save water."', "urge", "present"),
        ("The mayor said the drivers may be at sea.", "assert", "present"),
        ("The mayor said the drivers may have left.", "assert", "past"),
        ("The mayor said the bridge may close.", "predict", "future"),
    ],
)
def test_an_act_is_named_by_the_words(text, act, time, one):
    """An appeal in the speaker's own words is one; what may be now is not foreseen."""
    row = one(text)
    assert (row["speech_act"], row["time_referred"]) == (act, time)


@pytest.mark.parametrize(
    "text",
    [
        'The minister apologised to the people for "having an idiot in the house."',
        'Trump took to the web, posting at noon, "Tonight, we tested positive. We will get through this!"',
        "The dam broke at noon.\nBERG: It was old. It leaked.",
    ],
)
def test_quoted_words_are_never_the_publishers(text):
    """A sentence that holds a quotation, or belongs to a speaker's turn, is no statement of the publisher."""
    made = tables(text, split(text, *heads(text)), narrator="paper").rows["statements"]
    assert not [row for row in made if row["attribution"] == "narrator" and "dam broke" not in row["content_text"]]
