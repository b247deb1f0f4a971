"""Constructions: turns of phrase in which news shows sides, each with a reader's issue and who stands where on it."""

import pytest

import demandeur as dm

SENTENCES = [
    (
        "Ana Reyl said that the bonus could be doubled if the pickets were gone by Sunday.",
        "pickets: pickets",
        {"ana-reyl": "oppose"},
    ),
    ("The Freedom List vowed to take the law to the highest court.", "law: law", {"freedom-list": "oppose"}),
    ("Norway announced the cut. “We are not going to reverse it,” Ana Reyl said.", "cut: cut", {"ana-reyl": "support"}),
    ("“If the cut goes through, I will close the hotel,” Ana Reyl said.", "cut: cut", {"ana-reyl": "oppose"}),
    ("Norway barred Chad from opening the dam.", "dam: dam", {"norway": "oppose"}),
    ("Norway cautioned Chad against a hasty truce.", "truce: truce", {"norway": "oppose"}),
    ("Ivo Marrow ruled out backing the dam in return for a road.", "dam: dam", {"ivo-marrow": "oppose"}),
    ("Ana Reyl promised Norway that the dam would not close.", "dam: dam", {"ana-reyl": "support"}),
    ("Ana Reyl could not see herself backing the dam.", "dam: dam", {"ana-reyl": "oppose"}),
    ("Ana Reyl said the charges had no substance.", "charges: charges", {"ana-reyl": "oppose"}),
    (
        "“Norway must desist from that and settle its grievances through talks,” Ana Reyl said.",
        "talks: talks",
        {"ana-reyl": "support"},
    ),
    ("The tribe wants the fence taken down.", "fence: fence", {"tribe": "oppose"}),
    ("Ana Reyl opposes the tax; Ivo Marrow backs it.", "tax: tax", {"ana-reyl": "oppose", "ivo-marrow": "support"}),
    ("The opposition condemned his threat to the dam.", "dam: dam", {"opposition": "support"}),
    ("The opposition condemned his threat of a strike.", "strike: strike", {"opposition": "oppose"}),
    ("The opposition pressed Norway to take back the threat to the gas.", "gas: gas", {"opposition": "support"}),
    ("The students vowed to stay until the board drops the plan.", "plan: plan", {"students": "oppose"}),
    ("“We are not leaving until they scrap the plan,” Ana Reyl said.", "plan: plan", {"ana-reyl": "oppose"}),
    ("“We will stay here until Norway drops the plan,” Ana Reyl said.", "plan: plan", {"ana-reyl": "oppose"}),
    ("Ana Reyl rapped Ivo Marrow on his levy.", "levy: levy", {"ana-reyl": "oppose"}),
    ("Norway expelled two members for criticising the treaty.", "treaty: treaty", {"norway": "support"}),
    ("Norway urged Chad to deal with the debt problem.", "debt problem: debt problem", {"norway": "oppose"}),
    ("The union threatened a strike over the mine closure.", "mine closure: mine closure", {"union": "oppose"}),
    ("Norway threatens the whaling ban.", "whaling ban: whaling ban", {"norway": "oppose"}),
    ("Ana Reyl took issue with the budget.", "budget: budget", {"ana-reyl": "oppose"}),
    ("Ana Reyl lost patience with the coalition.", "coalition: coalition", {"ana-reyl": "oppose"}),
    ("Norway suspended joint exercises with the junta.", "junta: junta", {"norway": "oppose"}),
    ("Ana Reyl challenged the ministry for its support of the war.", "war: war", {"ana-reyl": "oppose"}),
    ("Norway is not willing to risk the deal.", "deal: deal", {"norway": "support"}),
    ("Norway wants a bridge rather than the dam.", "dam: dam", {"norway": "oppose"}),
    ("Norway acted on the climate bill.", "climate bill: climate bill", {"norway": "support"}),
    ("Ana Reyl said Norway would not withdraw its pledge.", "pledge: pledge", {"norway": "support"}),
    (
        "Firms should not be penalised for earning a profit, Ana Reyl said.",
        "earning a profit: earning a profit",
        {"ana-reyl": "support"},
    ),
    ("Ana Reyl threatened to place a hold on the nomination.", "nomination: nomination", {"ana-reyl": "oppose"}),
    ("Norway and Chad struck an agreement on Monday.", "agreement: agreement", {"norway": "support"}),
    ("Ana Reyl stepped down from the committee.", "committee: committee", {"ana-reyl": "oppose"}),
    ("The rebels struck in a bid to storm the base.", "storm the base: storm the base", {"rebels": "support"}),
    ("Ana Reyl said we must solve the debt problems.", "debt problems: debt problems", {"ana-reyl": "oppose"}),
    (
        "Ana Reyl denounced the mayor's misrepresentation of the canal law.",
        "canal law: canal law",
        {"ana-reyl": "support"},
    ),
    (
        "Ana Reyl criticised the mayor for an unfair characterisation of the canal law.",
        "canal law: canal law",
        {"ana-reyl": "support"},
    ),
    ("Rather than abandon the canal, Ana Reyl decided to rename it.", "canal: canal", {"ana-reyl": "support"}),
    ("Ana Reyl blamed the delays on the canal law.", "canal law: canal law", {"ana-reyl": "oppose"}),
    (
        "Ana Reyl defended the programmes as critical to the harbour's safety.",
        "harbour's safety: harbour's safety",
        {"ana-reyl": "support"},
    ),
    ("Ana Reyl acted out of concern for the old forest.", "old forest: old forest", {"ana-reyl": "support"}),
    ("Ana Reyl voiced concern about the forest law.", "forest law: forest law", {"ana-reyl": "oppose"}),
    (
        "Ana Reyl lashed out at Chad for requesting the meeting.",
        "meeting: meeting",
        {"ana-reyl": "oppose", "chad": "support"},
    ),
    ("Ana Reyl showed little respect for the canal treaty.", "canal treaty: canal treaty", {"ana-reyl": "oppose"}),
    ("Norway has few objections to the stimulus plan.", "stimulus plan: stimulus plan", {"norway": "support"}),
    ("The premier ordered the agencies to investigate the hacks.", "hacks: hacks", {"premier": "oppose"}),
    ("Norway called for an inquiry into the killings.", "killings: killings", {"norway": "oppose"}),
    (
        "Supporters dismissed the claim that the canal rules were a fraud.",
        "canal rules: canal rules",
        {"supporters": "support"},
    ),
    (
        "As late as Monday Senator Bex Morro said he was not ready to endorse the canal bill.",
        "canal bill: canal bill",
        {"bex-morro": "oppose"},
    ),
    ("Norway is not prepared to accept the canal bill.", "canal bill: canal bill", {"norway": "oppose"}),
    ("Norway is unwilling to accept the canal bill.", "canal bill: canal bill", {"norway": "oppose"}),
    ("Norway is not supportive of the canal bill.", "canal bill: canal bill", {"norway": "oppose"}),
    ("The tramline's critics left.", "tramline: tramline", {"tramline-s-critics": "oppose"}),
    ("Tramline opponents met on Monday.", "tramline: tramline", {"tramline-opponents": "oppose"}),
    ("Ana Reyl is among the tramline's fiercest critics.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl threw in her lot with the foes of the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl joined the supporters of the tramline.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl doubts that the tramline is worth it.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl denied that the tramline would harm the town.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl fears that the tramline will ruin the town.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl is convinced that the tramline is a good idea.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl is not sure that the tramline is a good idea.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl wants nothing to do with the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl is on board with the tramline.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl has high hopes for the tramline.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl is sorry to see the tramline go.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl is glad to see the back of the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl blamed the council for the death of the tramline.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl celebrated the demise of the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl cheered the tramline's defeat.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl cheered the tramline's approval.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl would sooner resign than build the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl refused to rule out the tramline.", "tramline: tramline", {"ana-reyl": None}),
    ("Ana Reyl used to support the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl used the money to support the tramline.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl deplored the rejection of the tramline.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl said the rejection of the tramline was a mistake.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl said it made no sense to build the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl said there was no reason to build the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl said there was no reason to fear the tramline.", "tramline: tramline", {"ana-reyl": "support"}),
    ("Ana Reyl said there was no way she would support the tramline.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("Ana Reyl said the tramline had no future.", "tramline: tramline", {"ana-reyl": "oppose"}),
    ("“My answer on the tramline is no,” Ana Reyl said.", "tramline: tramline", {"ana-reyl": "oppose"}),
    (
        "“I cannot in good conscience vote for the tramline,” Ana Reyl said.",
        "tramline: tramline",
        {"ana-reyl": "oppose"},
    ),
    (
        "“There are better ways to spend the money than a tramline,” Ana Reyl said.",
        "tramline: tramline",
        {"ana-reyl": "oppose"},
    ),
    (
        "Ana Reyl said she would call it off only if the Harbour Trust paused the merger and opened its books.",
        "opening the books: opened its books",
        {"harbour-trust": None},
    ),
    ("Some 300 farmers blocked the road in protest at the tax.", "tax: tax", {"300-farmers": "oppose"}),
    ("Farmers closed their shops in support of the tax.", "tax: tax", {"farmers": "support"}),
    ("Ivo Marrow said Norway should build schools, not a tunnel.", "the tunnel: tunnel", {"ivo-marrow": "oppose"}),
    ("Ivo Marrow wants schools instead of the tunnel.", "the tunnel: tunnel", {"ivo-marrow": "oppose"}),
    ("Ivo Marrow wants the tunnel instead of a toll.", "the tunnel: tunnel", {"ivo-marrow": "support"}),
    ("Pro-toll groups in Velm welcomed the news.", "toll: toll", {"pro-toll-groups": "support"}),
    ("Anti-toll campaigners want a vote.", "toll: toll", {"anti-toll-campaigners": "oppose"}),
    (
        "Ivo Marrow praised Cole hours after the Velmark governor threw his support behind the toll.",
        "toll: toll",
        {"velmark-governor": "support"},
    ),
    (
        "The Council issued a statement calling for investigation, accountability and access to the crash site.",
        "access to the crash site: access to the crash site",
        {"council": "support"},
    ),
    (
        "“We will make every effort to bring to an end the violence and the raids,” Ana Reyl said.",
        "ending the violence: end to the violence",
        {"ana-reyl": "support"},
    ),
    ("Chad was slow to condemn the raids.", "raids: raids", {"chad": "support"}),
    ("Norway failed to enforce the curfew.", "curfew: curfew", {"norway": "oppose"}),
    ("Norway tried, and failed, to curtail the timber trade.", "timber trade: timber trade", {"norway": "oppose"}),
    ("Ana Reyl lost her bid to extend the curfew.", "curfew: curfew", {"ana-reyl": "support"}),
    ("Ana Reyl rebuked Norway for not denouncing the raids.", "raids: raids", {"ana-reyl": "oppose"}),
    (
        "The governor called for the mayors to be arrested for failing to enforce the curfew.",
        "curfew: curfew",
        {"governor": "support"},
    ),
    ("Ana Reyl demanded that the envoy be sacked over his remarks.", "remarks: remarks", {"ana-reyl": "oppose"}),
    ("Norway is preparing to fight back against the water levy.", "water levy: water levy", {"norway": "oppose"}),
    ("Norway wants to back away from the fishing pact.", "fishing pact: fishing pact", {"norway": "oppose"}),
    ("Norway took aim at the fishing pact on Friday.", "fishing pact: fishing pact", {"norway": "oppose"}),
    ("The unions declared war on the pension reform.", "pension reform: pension reform", {"unions": "oppose"}),
    ("Norway put the truce at risk.", "truce: truce", {"norway": "oppose"}),
    ("Ana Reyl made light of the flood plan.", "flood plan: flood plan", {"ana-reyl": "oppose"}),
    ("Ana Reyl delivered a pointed critique of the farm policy.", "farm policy: farm policy", {"ana-reyl": "oppose"}),
    ("Norway will appeal to the court over the export ban.", "export ban: export ban", {"norway": "oppose"}),
    ("Ana Reyl pleaded not guilty to the bribery charges.", "bribery charges: bribery charges", {"ana-reyl": "oppose"}),
    ("Norway is threatening new tariffs on timber.", "tariffs on timber: tariffs on timber", {"norway": "support"}),
    ("Norway threatened the truce.", "truce: truce", {"norway": "oppose"}),
    ("Norway warned Chad against dismantling the truce.", "truce: truce", {"norway": "support"}),
    ("Norway apologised for the raid.", "raid: raid", {"norway": "oppose"}),
    (
        "Prosecutors brought fraud charges against the mayor.",
        "fraud charges: fraud charges",
        {"prosecutors": "support"},
    ),
    ("Ana Reyl said she won't break her vow to oppose the dam.", "vow: vow", {"ana-reyl": "support"}),
    (
        "Ana Reyl said she wouldn't endorse anyone in May but would support the canal party.",
        "canal party: canal party",
        {"ana-reyl": "support"},
    ),
    (
        "Norway rejected new quotas in a bid to preserve the fishing pact.",
        "fishing pact: fishing pact",
        {"norway": "support"},
    ),
    (
        "Ana Reyl wrote that the officer violated the rules by using excessive force.",
        "excessive force: excessive force",
        {"ana-reyl": "oppose"},
    ),
    ("Norway ended the war by signing the treaty.", "treaty: treaty", {"norway": "support"}),
    ("Instead of attacking the deal, Ana Reyl asked for more time.", "deal: deal", {"ana-reyl": "support"}),
    (
        ("Mayor Orla Brisk is at odds with her party on the Korvan pact, which Senator Bex Morro has criticized."),
        "the pact: Korvan pact; pact",
        {"bex-morro": "oppose"},
    ),
    (
        "The harbour union, which tried to stop the Korvan pact, lost.",
        "the pact: Korvan pact; pact",
        {"harbour-union": "oppose"},
    ),
    (
        ("Senator Bex Morro voted against a bill to extend the salt levy against the wishes of Governor Ludo Prane."),
        "extending the salt levy: salt levy",
        {"bex-morro": "oppose", "ludo-prane": "support"},
    ),
    (
        ("Other Republicans, like Ira Dolm, Hett Olin and Bran Scorr, have also said they're supporting Tessa Clim."),
        "Clim for president: supporting Tessa Clim; vote for Clim",
        {"ira-dolm": "support", "hett-olin": "support", "bran-scorr": "support"},
    ),
    (
        "Several nations announced support for the dam on Thursday, including Norway, Chad and Peru.",
        "the dam: dam",
        {"norway": "support", "chad": "support", "peru": "support"},
    ),
    (
        "Support for the dam is strong among emerging nations that include Norway, Chad and Peru.",
        "the dam: dam",
        {"norway": "support", "chad": "support", "peru": "support"},
    ),
    (
        (
            "Civil rights groups like the Harbour League and the Association of Fishers praised the plan to "
            "close the prison."
        ),
        "closing the prison: close the prison; plan to close",
        {"harbour-league": "support", "association-of-fishers": "support"},
    ),
    (
        (
            "The president’s continuing embrace of indefinite detention without trial will tarnish his "
            "legacy, said Ana Reyl."
        ),
        "indefinite detention: indefinite detention without trial",
        {"ana-reyl": "oppose"},
    ),
    (
        "The electorate in Chad has been resistant to Orla Brisk. Norway is resistant to Orla Brisk.",
        "Tenn's candidacy: resistant to Orla Brisk; vote for Brisk",
        {"norway": "oppose"},
    ),
    (
        "Bex Morro refuses to disavow the endorsement of Orla Brisk.",
        "backing Morro: disavow the endorsement; endorsement",
        {"bex-morro": "support"},
    ),
    (
        "Norway's decision not to fund the fair this year surprised Chad. Peru decided not to fund the fair.",
        "funding the fair: fund the fair",
        {"norway": "oppose", "peru": "oppose"},
    ),
    (
        "“Problems can be resolved through dialogue and not military confrontation,” Ana Reyl said.",
        "using force: military confrontation; use of force",
        {"ana-reyl": "oppose"},
    ),
    (
        "“The only way forward, as we all know, is de-escalation and dialogue,” Ana Reyl said.",
        "de-escalation: de-escalation",
        {"ana-reyl": "support"},
    ),
    (
        ("“We call on Chad to reduce tensions, stop its destabilization and withdraw its forces,” Ana Reyl said."),
        (
            "de-escalation and withdrawal of forces: de-escalation; reduce tensions; stop its "
            "destabilization; withdraw its forces"
        ),
        {"ana-reyl": "support"},
    ),
    (
        "I point out the exaggeration of the link with human rights, Ana Reyl said.",
        "linking the agenda to human rights: link with human rights",
        {"ana-reyl": "oppose"},
    ),
    (
        "“There is the problem of politicizing the agenda,” Ana Reyl said.",
        "politicizing the agenda: politicizing the agenda",
        {"ana-reyl": "oppose"},
    ),
    (
        "Bex Morro blasted Ira Dolm for his support of the failed immigration bill.",
        "the immigration bill: immigration bill",
        {"bex-morro": "oppose", "ira-dolm": "support"},
    ),
    (
        "Bex Morro has hammered Ira Dolm for his vote in 2005 shielding gunmakers from lawsuits.",
        "shielding gunmakers: shielding gunmakers from lawsuits",
        {"bex-morro": "oppose", "ira-dolm": "support"},
    ),
    (
        "Bex Morro attacked Norway for opposing the dam.",
        "the dam: dam",
        {"bex-morro": "support", "norway": "oppose"},
    ),
    (
        "“A vote on the dam this year must not happen,” Ana Reyl said.",
        "the dam: dam; vote on the dam",
        {"ana-reyl": "oppose"},
    ),
    (
        ("The union is unlikely to give Orla Brisk the nod. The United Fishers are unlikely to endorse Orla Brisk."),
        "endorsing Brisk: give Orla Brisk the nod; endorse Orla Brisk",
        {"united-fishers": "oppose"},
    ),
    (
        "“If Orla Brisk can't tell the truth, why should we give her the presidency?” Ana Reyl said.",
        "Brisk for president: give her the presidency",
        {"ana-reyl": "oppose"},
    ),
    (
        (
            "The Harbour League is concerned the Government will modify the law in order to keep the "
            "exception for schools."
        ),
        "the exception: exception for schools",
        {"harbour-league": "oppose"},
    ),
    (
        ("Fewer than 15 percent of Republicans approve of the dam, while 81 percent of Democrats approve of the dam."),
        "the dam: dam",
        {"republican-party": "oppose", "democratic-party": "support"},
    ),
    (
        "“Recognition of women should not be part of counterterrorism strategies,” Ana Reyl said.",
        "counterterrorism: counterterrorism strategies",
        {"ana-reyl": "oppose"},
    ),
    (
        (
            "Some labor unions and green groups claim the pact will result in massive job losses. Ana Reyl "
            "claims the pact will result in massive job losses."
        ),
        "the pact: pact",
        {"ana-reyl": "oppose", "labor-unions": "oppose"},
    ),
    (
        "Orla Brisk came out against the Korvan Partnership and the law's “Salt Tax”.",
        "the salt tax: Salt Tax",
        {"orla-brisk": "oppose"},
    ),
    (
        (
            "Four senators claim to object to their party's stance on the dam: Sens. Joe Minch, Bob Kasey, "
            "and Hedda Heit."
        ),
        "the dam: dam; stance on the dam",
        {"joe-minch": "oppose", "bob-kasey": "oppose", "hedda-heit": "oppose"},
    ),
    (
        "General Assembly resolution 68/262 unambiguously condemned the raids.",
        "the raids: raids",
        {"united-nations-general-assembly": "oppose"},
    ),
    (
        (
            "The Mission of Women affirmed the need for participation of women. The Commission on the Status"
            " of Women affirmed the need for the participation of women."
        ),
        "participation of women: participation of women",
        {"commission-on-the-status-of-women": "support"},
    ),
    (
        "A civil rights group demanding the company completely defund the fair marched.",
        "funding the fair: defund the fair; fund the fair",
        {"civil-rights-group": "oppose"},
    ),
    (
        (
            "His refusal thus far to release his taxes hurt. Ira Dolm left. His refusal thus far to release "
            "his taxes hurt."
        ),
        "releasing the taxes: release his taxes",
        {"ira-dolm": "oppose"},
    ),
    (
        (
            "Ana Reyl reacted skeptically to the deal. Bex Morro reacted angrily to the deal. Ira Dolm "
            "reacted warmly to the deal."
        ),
        "the deal: the deal",
        {"ana-reyl": "oppose", "bex-morro": "oppose", "ira-dolm": "support"},
    ),
    (
        "Ana Reyl called the sentence “dangerous” and “ideological”.",
        "the sentence: sentence",
        {"ana-reyl": "oppose"},
    ),
    (
        (
            "Human rights groups were angry. The plan would move people into the country, to the chagrin of "
            "the Harbour League."
        ),
        "moving people: move people into the country",
        {"harbour-league": "oppose"},
    ),
    (
        (
            "Ana Reyl blasted Ivo Marrow for his support of a failed immigration reform bill that would have"
            " granted amnesty, telling a host that Marrow was wrong."
        ),
        "the reform bill: immigration reform bill; reform bill",
        {"ana-reyl": "oppose", "ivo-marrow": "support"},
    ),
    (
        "Ana Reyl has made references to Ivo Marrow's voting record and his support for the reform bill.",
        "the reform bill: reform bill",
        {"ivo-marrow": "support"},
    ),
    (
        ("When asked about increasing the number of workers, Ana Reyl said: “I don't believe that's a good idea.”"),
        "more workers: increasing the number of workers",
        {"ana-reyl": "oppose"},
    ),
    (
        "Ivo Marrow called Reyl the leading proponent of legalizing workers. Ana Reyl was there.",
        "legalizing workers: legalizing workers",
        {"ana-reyl": "support"},
    ),
    (
        "Ana Reyl called Ivo Marrow “the leading proponent for allowing people in to be citizens.”",
        "legalizing: allowing people in to be citizens",
        {"ivo-marrow": "support"},
    ),
    (
        "The deal-breaker on Marrow was his proposal to ban nets, Ana Reyl said. Ivo Marrow was away.",
        "banning nets: ban nets",
        {"ivo-marrow": "support"},
    ),
    (
        "Senator Ivo Marrow, in the name of curbing climate change, has proposed taxing carbon emissions.",
        "a carbon tax: taxing carbon emissions; curbing climate change",
        {"ivo-marrow": "support"},
    ),
    (
        (
            "The country and President Ivo Marrow must hear from Ana Reyl that a vote on the pact must not "
            "happen, said Jo Lund."
        ),
        "the pact: pact",
        {"jo-lund": "oppose"},
    ),
    (
        (
            "They accused the broad ban on nets. The ban on nets prevented the Fisheries Department from "
            "researching the bay, Norwegian spokesmen said."
        ),
        "the ban: ban on nets",
        {"norway": "oppose"},
    ),
    (
        (
            "Ana Reyl came out against the pact. Ivo Marrow, goaded by Reyl, came out against the Korvan "
            "Partnership and the health law’s “Salt Tax.”"
        ),
        "the salt tax: Salt Tax",
        {"ivo-marrow": "oppose"},
    ),
    (
        "Ivo Marrow, goaded by Ana Reyl, came out against the Korvan Partnership.",
        "the pact: Korvan Partnership",
        {"ivo-marrow": "oppose"},
    ),
    (
        (
            "“We had a big issue with the trade pact,” said Ivo Marrow. “We have a problem with the trade "
            "pact,” said Ana Reyl."
        ),
        "the pact: trade pact",
        {"ivo-marrow": "oppose", "ana-reyl": "oppose"},
    ),
    (
        (
            "Ivo Marrow was quick to embrace Ana Reyl after she won the nomination. Jo Lund was slow to "
            "embrace Ana Reyl."
        ),
        "Reyl's candidacy: Ana Reyl; nomination",
        {"ivo-marrow": "support", "jo-lund": "oppose"},
    ),
    (
        "Ivo Marrow stunned the party by withholding his endorsement.",
        "Reyl's candidacy: his endorsement; withholding his endorsement",
        {"ivo-marrow": "oppose"},
    ),
    (
        "Big-name holdouts such as Ivo Marrow and Ana Reyl have not endorsed Jo Lund.",
        "Lund's candidacy: endorsed Jo Lund",
        {"ivo-marrow": "oppose", "ana-reyl": "oppose"},
    ),
    (
        "Several nations that oppose the dam, among them Norway and Chad, walked out.",
        "the dam: dam",
        {"norway": "oppose", "chad": "oppose"},
    ),
    (
        "The bill, championed by Ana Reyl, died in the senate after Ivo Marrow objected.",
        "the bill: bill",
        {"ana-reyl": "support", "ivo-marrow": "oppose"},
    ),
    (
        "Ana Reyl, who has pushed for the dam for years, dismissed Ivo Marrow's complaints about it.",
        "the dam: dam",
        {"ana-reyl": "support", "ivo-marrow": "oppose"},
    ),
    (
        "The Harbour Council has yet to decide on the dam, while Mayor Ana Reyl is leaning toward it.",
        "the dam: dam",
        {"ana-reyl": "support"},
    ),
    (
        "Party leaders are warming to Ana Reyl. Jo Lund is cool to Ana Reyl.",
        "Reyl's candidacy: Ana Reyl",
        {"party-leaders": "support", "jo-lund": "oppose"},
    ),
    (
        "“I remain as strong a Reyl supporter now as I was then,” Jo Lund said. Ana Reyl smiled.",
        "Reyl's candidacy: Reyl supporter",
        {"jo-lund": "support"},
    ),
    (
        (
            "A letter this month to the board from the staff association, which urged consideration of other"
            " nominees, called the bank's leadership a crisis."
        ),
        "other nominees: other nominees",
        {"staff-association": "support"},
    ),
    (
        "Opinion has hardened. Many countries, including my own, have imposed sanctions on Chad.",
        "sanctions on Chad: sanctions",
        {"many-countries": "support"},
    ),
    (
        (
            "Ana Reyl proposed a levy of 5 percent on nets. Nearly all green deputies and even some liberals"
            " would resist her proposals."
        ),
        "the levy: levy; proposals",
        {"ana-reyl": "support", "green-deputies": "oppose"},
    ),
    (
        ("Norway takes note with satisfaction of the call of the Secretary-General to strengthen the role of women."),
        "role of women: role of women",
        {"norway": "support", "secretary-general": "support"},
    ),
    (
        "The Council established a working group to promote the participation of women.",
        "participation of women: participation of women",
        {"council": "support"},
    ),
    (
        (
            "As highlighted by the study, recognition of women should not be part of counterterrorism "
            "strategies, Norway said."
        ),
        "counterterrorism strategies: counterterrorism strategies",
        {"norway": "oppose"},
    ),
    (
        "President Ivo Marrow likened the deal to extortion.",
        "the deal: deal",
        {"ivo-marrow": "oppose"},
    ),
    (
        "For every migrant sent back, the Union will take in one refugee.",
        "taking in refugees: take in one refugee",
        {"union": "conditional"},
    ),
    (
        (
            "She highlighted Marrow's proposed tax cuts, which would go to wealthy people like him, Jo Lund "
            "said. Ivo Marrow laughed."
        ),
        "tax cuts: tax cuts",
        {"ivo-marrow": "support"},
    ),
    (
        ("The Harbour League launched a petition campaign asking Ana Reyl to urge leaders not to pass the pact."),
        "the pact: pact",
        {"harbour-league": "oppose"},
    ),
    (
        "“This is sophomoric,” Ana Reyl wrote of the blacklist. “It is especially disgraceful.”",
        "the blacklist: blacklist",
        {"ana-reyl": "oppose"},
    ),
    (
        "Norway's refusal to sign the treaty angered Chad.",
        "the treaty: sign the treaty; treaty",
        {"norway": "oppose", "chad": "support"},
    ),
    (
        "The bill failed amid stiff Norwegian opposition.",
        "the bill: bill",
        {"norway": "oppose"},
    ),
    (
        (
            "Ivo Marrow has hammered Ana Reyl for her vote shielding gunmakers, and she has recently co-"
            "sponsored legislation that would repeal that measure."
        ),
        "shielding gunmakers: shielding gunmakers; that measure",
        {"ivo-marrow": "oppose"},
    ),
    (
        "Ana Reyl highlighted Ivo Marrow's support of the loophole, which let the killer buy a gun.",
        "the loophole: loophole",
        {"ivo-marrow": "support"},
    ),
    (
        "It was up to Chad to release the crew, Norway insisted.",
        "releasing the crew: release the crew",
        {"norway": "support"},
    ),
    (
        "Chad has shown no interest in a truce.",
        "the truce: truce",
        {"chad": "oppose"},
    ),
    (
        "Norway, for its part, sees no alternative to the treaty.",
        "the treaty: treaty",
        {"norway": "support"},
    ),
    (
        "Norway has made withdrawal of the troops a precondition for talks.",
        "withdrawal: withdrawal of the troops",
        {"norway": "support"},
    ),
    (
        "Chad wants the sanctions gone.",
        "sanctions: sanctions",
        {"chad": "oppose"},
    ),
    (
        "Chad is the only member blocking the treaty.",
        "the treaty: treaty",
        {"chad": "oppose"},
    ),
    (
        "Only Norway and Chad voted against the resolution.",
        "the resolution: resolution",
        {"norway": "oppose", "chad": "oppose"},
    ),
    (
        "Norway abstained, and Chad voted no on the resolution.",
        "the resolution: resolution",
        {"chad": "oppose"},
    ),
    (
        "A spokesman for the Norwegian government welcomed the verdict as a victory for justice.",
        "the verdict: verdict",
        {"norway": "support"},
    ),
    (
        "Bishop Anselm Korr told delegates that a church cannot bless it, and asked them to reject the lottery.",
        "the lottery: lottery",
        {"bishop-anselm-korr": "oppose"},
    ),
    (
        "The harbour union voted by 412 to 9 to strike for the salt levy.",
        "the levy: salt levy",
        {"harbour-union": "support"},
    ),
    (
        "Minister Greta Solm resigned rather than put her name to the pension reform.",
        "the reform: pension reform",
        {"greta-solm": "oppose"},
    ),
    (
        "Only his barber, Gus Marrow, saw merit in a second term.",
        "a second term: second term",
        {"gus-marrow": "support"},
    ),
    (
        "Republicans want to jail doctors for prescribing the drug.",
        "prescribing the drug: prescribing the drug",
        {"republican-party": "oppose"},
    ),
    (
        "Norway and Chad hammered out the fish accord in one night.",
        "the accord: fish accord",
        {"norway": "support", "chad": "support"},
    ),
    (
        "Senator Vaughn Eck put a hold on the salmon plan in May.",
        "the salmon plan: salmon plan",
        {"vaughn-eck": "oppose"},
    ),
    (
        "Norway's threat to withdraw from the pact came as a surprise.",
        "withdrawing from the pact: withdraw from the pact",
        {"norway": "support"},
    ),
    ("Ministers reversed a decision to cut pensions.", "cutting pensions: cut pensions", {"ministers": "oppose"}),
    ("Only a quarter of voters support the levy.", "the levy: levy", {"voters": "oppose"}),
    ("“We will call off the strike”, Ana Reyl said.", "the strike: strike", {"ana-reyl": "oppose"}),
    ("“Lift the ban and the jobs will come back,” Ana Reyl said.", "the ban: ban", {"ana-reyl": "oppose"}),
    ("Norway blocked a vote on the gun bill.", "the gun bill: gun bill", {"norway": "oppose"}),
    ("Ana Reyl predicted the levy would be a disaster.", "the levy: levy", {"ana-reyl": "oppose"}),
    ("Norway has decided on closing the mine.", "closing the mine: closing the mine", {"norway": "support"}),
    ("Norway retaliated with a ban on Chadian fish.", "fish from Chad: fish", {"norway": "oppose"}),
    ("Norway agreed to look after the refugees.", "looking after refugees: look after", {"norway": "support"}),
    ("Ana Reyl called the levy a gift to smugglers.", "the levy: levy", {"ana-reyl": "oppose"}),
    ("Norway wants the levy struck down.", "the levy: levy", {"norway": "oppose"}),
    ("The growers want the quota scrapped.", "the quota: quota", {"growers": "oppose"}),
    ("Norway would like the measure withdrawn.", "the measure: measure", {"norway": "oppose"}),
    ("The Harbour League revoked its endorsement of Ivo Pell.", "Pell: Ivo Pell", {"harbour-league": "oppose"}),
    ("The Harbour League will appeal the ruling upholding the levy.", "levy: levy", {"harbour-league": "oppose"}),
    ("Delegates booed a plank backing the reactor.", "the reactor: reactor", {"delegates": "oppose"}),
    ("Norway urged Chad to leave the levy alone.", "the levy: levy", {"norway": "support"}),
    ("Ana Reyl said it was false that she had abandoned the bill.", "the bill: bill", {"ana-reyl": "support"}),
    ("“The elections have no legal validity,” Ana Reyl said.", "elections: elections", {"ana-reyl": "oppose"}),
    ("Nobody should doubt his support for the levy, Ivo Marrow said.", "levy: levy", {"ivo-marrow": "support"}),
    ("“We are unable to support the draft,” Ana Reyl said.", "the draft: draft", {"ana-reyl": "oppose"}),
    ("“This pact must come with inspections,” Ana Reyl said.", "the pact: pact", {"ana-reyl": "conditional"}),
    ("For every refugee sent back, Norway will resettle one.", "resettling: resettle", {"norway": "conditional"}),
    (
        "Norway would sign the pact were it to name the mines, and on those terms alone.",
        "the pact: pact",
        {"norway": "conditional"},
    ),
    (
        "Norway welcomed the pact. However, the mines would have to be named first, Norway said.",
        "the pact: pact",
        {"norway": "conditional"},
    ),
    ("Norway welcomed the pact. It had other terms in March.", "the pact: pact", {"norway": "support"}),
    ("Ana Reyl praised the dam. Ivo Marrow has his own conditions.", "the dam: dam", {"ana-reyl": "support"}),
    ("Ana Reyl will build the dam even if it takes a year.", "the dam: dam", {"ana-reyl": "support"}),
    (
        "Norway will not support the mission unless there is a ceasefire.",
        "the mission: mission",
        {"norway": "conditional"},
    ),
    ("“It is not fair that the dam is built here,” Ana Reyl said.", "the dam: dam", {"ana-reyl": "oppose"}),
    ("“It is false that we oppose the truce,” Ana Reyl said.", "the truce: truce", {"ana-reyl": "support"}),
    ("Norway never revoked its endorsement of the dam.", "the dam: dam", {"norway": "support"}),
    ("“The truce is no small achievement,” Ana Reyl said.", "the truce: truce", {"ana-reyl": "support"}),
    ("Did Norway, a supporter of the truce, send troops?", "the truce: truce", {"norway": "support"}),
    ("Norway needs the aid blocked since May.", "the aid: aid", {"norway": "support"}),
    ("“We must resolve the conflict,” Ana Reyl said.", "the conflict: conflict", {"ana-reyl": "oppose"}),
    ("In return for the truce, Norway will lift the ban.", "the truce: truce", {"norway": "support"}),
    ("Norway supports the pact. It will not stand in the way.", "the pact: pact", {"norway": "support"}),
    (
        "“If it can't be managed, the bank should be broken up,” Ana Reyl said.",
        "breaking up the bank: broken up",
        {"ana-reyl": "conditional"},
    ),
    (
        "The list of states that oppose the levy goes on, including but not limited to Norway and Chad.",
        "the levy: levy",
        {"norway": "oppose", "chad": "oppose"},
    ),
    ("Norway proposed the dam. Opposition came from Chad.", "the dam: dam", {"chad": "oppose"}),
    ("Mara Tull apologised for opposing the dam.", "it: dam", {"mara-tull": "support"}),
    ("Mara Tull regretted voting for the dam.", "it: dam", {"mara-tull": "oppose"}),
    ("The Greens refrained from endorsing the dam.", "it: dam", {"greens": "oppose"}),
    ("Mara Tull called for a bridge instead of backing the dam.", "it: dam", {"mara-tull": "oppose"}),
    ("Mara Tull advised against rejecting the dam.", "it: dam", {"mara-tull": "support"}),
    ("Mara Tull decided against supporting the dam.", "it: dam", {"mara-tull": "oppose"}),
    ("The council showed little opposition to the dam.", "it: dam", {"council": "support"}),
    ("Mara Tull is not opposed to the dam.", "it: dam", {"mara-tull": "support"}),
    ("Mara Tull put the blame for the flood on the dam.", "it: dam", {"mara-tull": "oppose"}),
    ("The court struck a blow against the dam.", "it: dam", {"court": "oppose"}),
    ("The court struck a blow for free speech.", "it: free speech", {"court": "support"}),
    ("The minister placed the dam on hold.", "it: dam", {"minister": "oppose"}),
    ("Three ministers stepped down over the dam.", "it: dam", {"three-ministers": "oppose"}),
    ("The Greens demanded that the chief step down over the dam.", "it: dam", {"greens": "oppose"}),
    ("Mara Tull called into question the need for the dam.", "it: dam", {"mara-tull": "oppose"}),
    ("Mara Tull rejected calls to end her fight against the dam.", "it: dam", {"mara-tull": "oppose"}),
    ("Mara Tull refused to back down in her fight against the dam.", "it: dam", {"mara-tull": "oppose"}),
    ("Norway demanded that Chad drop its suit challenging the levy.", "it: levy", {"norway": "support"}),
    (
        "Norway said it would not sign the truce without the release of its sailors.",
        "it: release",
        {"norway": "support"},
    ),
    ("Norway refused to sign the truce without the release of its sailors.", "it: release", {"norway": "support"}),
    ("Norway refused to sign the truce without the release of its sailors.", "it: truce", {"norway": "conditional"}),
    (
        "“There can be no ceasefire without the release of our leader,” Ana Reyl said.",
        "it: ceasefire",
        {"ana-reyl": "conditional"},
    ),
    ("“There will be no talks until the troops leave,” Ana Reyl said.", "it: talks", {"ana-reyl": "conditional"}),
    ("Norway said there would be no talks unless Chad withdrew its troops.", "it: talks", {"norway": "conditional"}),
    ("“No talks without a ceasefire,” Ana Reyl said.", "it: talks", {"ana-reyl": "conditional"}),
    (
        "The drivers' union said its members would not return to work until Dalen Rail restored the night bonus.",
        "it: night bonus",
        {"drivers-union": "support"},
    ),
    ("The minister said there was no alternative to the fee rise.", "it: fee rise", {"minister": "support"}),
    ("Nurses accused the hospital of dragging its feet on the pay deal.", "it: pay deal", {"hospital": "oppose"}),
    ("The premier ruled out any change to the fuel levy.", "it: fuel levy", {"premier": "support"}),
    ("The union demanded changes to the fuel levy.", "it: fuel levy", {"union": "oppose"}),
    ("The premier stood firm on the fuel levy.", "it: fuel levy", {"premier": "support", "firm": None}),
    ("The premier stood firm against the fuel levy.", "it: fuel levy", {"premier": "oppose"}),
    ("The ministry refused to budge on the quota.", "it: quota", {"ministry": "support"}),
    ("The premier gave ground on the fuel levy.", "it: fuel levy", {"premier": "oppose"}),
    ("“We cannot sign the truce without guarantees,” Ana Reyl said.", "it: guarantees", {"ana-reyl": "support"}),
    ("“We cannot sign the truce without guarantees,” Ana Reyl said.", "it: truce", {"ana-reyl": "conditional"}),
    ("Lise Tarn rejected the appeal, saying that the offer was an insult.", "it: offer", {"lise-tarn": "oppose"}),
    ("“We will not go back until night pay is restored,” Lise Tarn said.", "it: night pay", {"lise-tarn": "support"}),
    (
        "Lise Tarn said the strike would go on until the company restored night pay.",
        "it: night pay",
        {"lise-tarn": "support"},
    ),
    (
        "Lise Tarn said the strike would go on until the company restored night pay.",
        "it: strike",
        {"lise-tarn": "conditional"},
    ),
]

UNSIDED = [
    ("Ana Reyl criticised the press in a speech on Monday.", "speech", "ana-reyl"),
    ("Ana Reyl sought damages from the harbour board.", "harbour board", "ana-reyl"),
    ("Norway tried to reel in the lead.", "lead", "norway"),
    ("Norway demanded a deal on cars that broke the smoke rules.", "smoke rules", "norway"),
    ("The water board put off a decision on the reservoir.", "reservoir", "water-board"),
    ("Norway was to vote late on Wednesday on the pact.", "pact", "norway"),
    ("Senator Lena Ford voted present on the levy.", "levy", "lena-ford"),
    ("Norway will decide in May on a loan for the road.", "road", "norway"),
    ("Norway argued over the levy for hours.", "levy", "norway"),
    ("Norway is expected to rule on breaking up the bank.", "breaking up the bank", "norway"),
    ("Norway had not heard of the levy.", "levy", "norway"),
    ("Chad answered the plea for a truce with eleven air raids.", "truce", "chad"),
    ("Norway asked for yet another study of the repair mission.", "repair mission", "norway"),
    ("Norway asked Chad for an opinion on the spying programme.", "spying programme", "norway"),
    ("Norway agreed to hear the challenge to the levy.", "levy", "norway"),
    ("Norway released its scorecard on the levy.", "levy", "norway"),
    ("Norway counted nineteen violations of the truce.", "truce", "norway"),
    ("Mayor Rosa Pike declined to be drawn on the levy.", "levy", "rosa-pike"),
    ("Ana Reyl would not say whether she backs sending troops to the border.", "sending troops", "ana-reyl"),
    ("Pundits predict that Governor Nora Stavros will endorse the takeover.", "takeover", "nora-stavros"),
    ("Asked by the chairman to endorse the surge, Ana Reyl said it was late.", "surge", "ana-reyl"),
    ("“Allow me a word about the closure of the camps,” Ana Reyl said.", "closure of the camps", "ana-reyl"),
    ("“It is proposed to drop the question,” Ana Reyl said.", "drop the question", "ana-reyl"),
    ("“Close the mine and nobody will stay here,” Ana Reyl said.", "close the mine", "ana-reyl"),
    ("Parliament will vote next week on the language bill.", "language bill", "parliament"),
    ("“I was criticised in the Ledger for the levy,” Ana Reyl said.", "levy", "ana-reyl"),
    ("“We were invited to join the coalition,” Ana Reyl said.", "join the coalition", "ana-reyl"),
    ("“My opponent says I want open primaries,” Ana Reyl said.", "open primaries", "ana-reyl"),
    ("“Do I think she should run for mayor?” Ana Reyl asked.", "run for mayor", "ana-reyl"),
    ("“I wouldn't say I oppose the levy,” Ana Reyl said.", "levy", "ana-reyl"),
    ("“Norway can neither welcome nor decline the offer,” Ivo Marrow said.", "offer", "norway"),
    ("Norway claims to be withdrawing its guns.", "withdrawing its guns", "norway"),
    ("The Ombudsman received 214 complaints about the levy.", "levy", "ombudsman"),
    ("The minister, Ana Reyl, offered on Monday to delay the toll, but the union refused.", "toll", "union"),
    ("Norway will leave unless Chad agrees to open the dam.", "dam", "chad"),
    ("The Council took note of the territorial claim.", "territorial claim", "council"),
    ("Police detained 53 people at a rally for press freedom.", "press freedom", "police"),
    ("Norway sent 40 pages about the levy.", "levy", "norway"),
    ("“Judge Orla Brisk gave no reason for the delay of the verdict,” Ana Reyl said.", "verdict", "ana-reyl"),
    ("Norway has been unable to end the war.", "war", "norway"),
    ("Norway cancelled the dam. Chad was furious.", "dam", "chad"),
    ("Norway proposed the dam. If Chad is opposed, talks will end.", "dam", "chad"),
    ("“My opponent wants the levy,” Ana Reyl said.", "levy", "ana-reyl"),
    ("“I cannot say whether the levy has merit,” Ana Reyl said.", "levy", "ana-reyl"),
    ("Mara Tull stepped down as head of the dam authority.", "dam", "mara-tull"),
    ("The Greens issued no call for a truce.", "truce", "greens"),
    ("Ana Reyl reacted to the war in a speech.", "war", "ana-reyl"),
    ("Norway acted in the war.", "war", "norway"),
    ("The court sided with the skippers over the quota.", "quota", "court"),
    ("Norway backed Chad over the dam.", "dam", "norway"),
    ("Norway slammed Chad on the dam.", "dam", "chad"),
    ("Ana Reyl called the toll a tax on getting to work.", "toll", "ana-reyl"),
    ("Ana Reyl defended Chad against allegations of fraud.", "fraud", "ana-reyl"),
    ("Entering the debate, Ana Reyl faced growing attacks from Ivo Marrow.", "debate", "ivo-marrow"),
    ("Norway agreed on Thursday to discuss the future of the dam.", "dam", "norway"),
    ("Ana Reyl blasted Ivo Marrow over his stance on the dam.", "dam", "ana-reyl"),
    ("The students will stay until the board drops the levy.", "levy", "board"),
    ("The mayor urged Norway to pass the bill.", "bill", "norway"),
    ("The mayor asked Norway to put forward a plan for the harbour.", "harbour", "norway"),
    ("Ana Reyl joined the debate, announcing that she would meet Chad to talk about the dam.", "dam", "ana-reyl"),
    ("A swap was put off, with Norway accusing Chad of bad faith.", "swap", "norway"),
]


@pytest.mark.parametrize(("text", "keyword", "actor_id"), UNSIDED)
def test_whom_no_rule_sees_on_a_side(text, keyword, actor_id):
    positions = dm.analyse(dm.Article.from_text(text, issues={"it": [keyword]})).rows["positions"]
    told = {row["rule"] for row in positions if actor_id in row["actor_id"]}
    assert told <= {"position.read", "position.speaks"}


@pytest.mark.parametrize(("text", "issue", "stances"), SENTENCES)
def test_who_stands_where(text, issue, stances):
    name, _, keywords = issue.partition(": ")
    article = dm.Article.from_text(text, issues={name: keywords.split("; ")})
    found = {row["actor_id"]: row["stance"] for row in dm.analyse(article).rows["stances"]}
    assert {actor_id: found.get(actor_id) for actor_id in stances} == stances
