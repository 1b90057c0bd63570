"""Sentences in the style of news, each with who says what in it: [(speaker, content), …].

Written for these tests, after the constructions that reporters use; none is from a corpus.
"""

Reported = tuple[str, list[tuple[str, str]]]

SENTENCES: list[Reported] = [
    (
        "Ruth Calder called the ruling a “bittersweet” moment.",
        [("Ruth Calder", "the ruling a “bittersweet” moment")],
    ),
    ("Ruth Calder said she was sad, but not surprised.", [("Ruth Calder", "she was sad, but not surprised")]),
    (
        "Ruth Calder wrote that while the brothers had lied, the possibility that they were afraid stayed.",
        [
            (
                "Ruth Calder",
                "while the brothers had lied, the possibility that they were afraid stayed",
            )
        ],
    ),
    (
        "Nick Moe spoke. He alleged that managers dismissed the complaint because it would have cost them.",
        [("Nick Moe", "managers dismissed the complaint because it would have cost them")],
    ),
    (
        "People died of overdoses last year, according to the coroner, who has said they were young.",
        [("the coroner", "People died of overdoses last year"), ("the coroner", "they were young")],
    ),
    (
        "Carl Moe has repeatedly called on Ottawa to decriminalize possession of small amounts.",
        [("Carl Moe", "Ottawa to decriminalize possession of small amounts")],
    ),
    (
        "Carl Moe, a chemist who has proposed a ban, wonders what it will take.",
        [("Carl Moe", "what it will take")],
    ),
    (
        "Both plans, as economist Jill Tanaka points out, are designed to end the debate.",
        [("Jill Tanaka", "Both plans, as economist Jill Tanaka points out, are designed to end the debate")],
    ),
    (
        "A May report from the ministry suggested the province would miss its target.",
        [("a May report from the ministry", "the province would miss its target")],
    ),
    (
        "Carl Moe has since warned that the tax will punish families.",
        [("Carl Moe", "the tax will punish families")],
    ),
    (
        "By then, officials say privately, the price will have gone up again.",
        [("officials", "the price will have gone up again")],
    ),
    (
        "Carl Moe told Reuters there was little point in talking.",
        [("Carl Moe", "there was little point in talking")],
    ),
    (
        "Carl Moe said the city would not stand by if the attacks continued, without elaborating.",
        [("Carl Moe", "the city would not stand by if the attacks continued")],
    ),
    (
        "A hospital was hit, doctors say, as talks go on in Geneva.",
        [("doctors", "A hospital was hit")],
    ),
    (
        "Ruth Calder said the mayor was wrecking schools, something the mayor has not answered.",
        [("Ruth Calder", "the mayor was wrecking schools")],
    ),
    (
        "Ruth Calder said 600 schools had joined, though that figure could not be verified.",
        [("Ruth Calder", "600 schools had joined")],
    ),
    (
        "The ministry had offered money to help with the move, Carl Moe noted, adding that it would end.",
        [("Carl Moe", "The ministry had offered money to help with the move"), ("Carl Moe", "it would end")],
    ),
    (
        "Sen. Rosa Whitfield, D-Ore., who leads the committee, said the files were lost.",
        [("Rosa Whitfield", "the files were lost")],
    ),
    (
        "Archivist Linda Brooks said the files were lost, prompting angry exchanges.",
        [("Linda Brooks", "the files were lost")],
    ),
    (
        "Historian Jill Tanaka worries about the rest. “Somebody will go looking for these,” she said.",
        [("Jill Tanaka", "about the rest"), ("Jill Tanaka", "Somebody will go looking for these")],
    ),
    (
        "The cuts, which the firm expects to end by March, will cost two billion, the firm said in a filing.",
        [("the firm", "The cuts, which the firm expects to end by March, will cost two billion")],
    ),
    (
        "The union accused management of putting profit before people and demanded a meeting.",
        [("the union", "management of putting profit before people"), ("the union", "a meeting")],
    ),
    (
        "A man was charged after a crash that killed two, police said.",
        [("police", "A man was charged after a crash that killed two")],
    ),
    (
        "A ministry spokesman disputed that, saying a study has been under way since May.",
        [("a ministry spokesman", "a study has been under way since May")],
    ),
    (
        "Carl Moe pointed to a report that found the province would be short of 24,000 nurses.",
        [("a report", "the province would be short of 24,000 nurses")],
    ),
    (
        "Carl Moe told CBC's The Early Edition that he was optimistic.",
        [("Carl Moe", "he was optimistic")],
    ),
    (
        "Carl Moe told the Globe and Mail he was tired.",
        [("Carl Moe", "he was tired")],
    ),
    (
        "Census data shows Ashford had 698 nurses last year.",
        [("Census data", "Ashford had 698 nurses last year")],
    ),
    (
        "The mayor said the city would act quickly, adding that help was on the way.",
        [("the mayor", "the city would act quickly"), ("the mayor", "help was on the way")],
    ),
    (
        "Carl Moe said the company had dismissed two managers, saying they broke the rules.",
        [("Carl Moe", "the company had dismissed two managers"), ("Carl Moe", "they broke the rules")],
    ),
    (
        "Carl Moe said officers went from door to door on Monday night, urging people to leave.",
        [("Carl Moe", "officers went from door to door on Monday night, urging people to leave")],
    ),
    (
        "The mayor said the bridge would stay closed until spring.",
        [("the mayor", "the bridge would stay closed until spring")],
    ),
    (
        "The bridge will stay closed until spring, the mayor said.",
        [("the mayor", "The bridge will stay closed until spring")],
    ),
    (
        "The bridge will stay closed until spring, said Mayor Ruth Calder.",
        [("Ruth Calder", "The bridge will stay closed until spring")],
    ),
    (
        "“We are out of money,” said Ruth Calder, the mayor of Ashford. “Nobody will lend us a cent.”",
        [("Ruth Calder", "We are out of money"), ("Ruth Calder", "Nobody will lend us a cent.")],
    ),
    (
        "According to the ministry, three wells were poisoned in March.",
        [("the ministry", "three wells were poisoned in March")],
    ),
    (
        "Three wells were poisoned in March, according to a report by the ministry.",
        [("a report by the ministry", "Three wells were poisoned in March")],
    ),
    (
        "Senator Tom Brandt told reporters on Tuesday that he would not seek another term.",
        [("Tom Brandt", "he would not seek another term")],
    ),
    (
        "Four people were injured on the bridge, police chief Carl Moe said on Sunday.",
        [("Carl Moe", "Four people were injured on the bridge")],
    ),
    (
        "The regime will fall within weeks, army general Omar Saleh said.",
        [("Omar Saleh", "The regime will fall within weeks")],
    ),
    (
        "Brandt told Reuters the committee had no such plans.",
        [("Brandt", "the committee had no such plans")],
    ),
    (
        "Brandt, who chairs the panel, said in a statement that the vote was rigged.",
        [("Brandt", "the vote was rigged")],
    ),
    (
        "“The vote,” Brandt said, “was rigged from the start.”",
        [("Brandt", "The vote"), ("Brandt", "was rigged from the start.")],
    ),
    (
        "Police believe the fire was set deliberately.",
        [("Police", "the fire was set deliberately")],
    ),
    (
        "The company denied that it had dumped waste in the river.",
        [("the company", "it had dumped waste in the river")],
    ),
    (
        "The company has not said whether it will appeal.",
        [("the company", "whether it will appeal")],
    ),
    (
        "Carter asked whether the money had been spent.",
        [("Carter", "whether the money had been spent")],
    ),
    (
        "Carter urged lawmakers to reject the deal.",
        [("Carter", "lawmakers to reject the deal")],
    ),
    (
        "Carter accused the governor of hiding the figures.",
        [("Carter", "the governor of hiding the figures")],
    ),
    (
        "The union promised to fight the closures in court.",
        [("the union", "to fight the closures in court")],
    ),
    (
        "The union warned of a long and bitter strike.",
        [("the union", "of a long and bitter strike")],
    ),
    (
        "The union warned that talks could collapse, adding that members were ready to walk out.",
        [("the union", "talks could collapse"), ("the union", "members were ready to walk out")],
    ),
    (
        "Officials said the dam was safe and warned residents not to spread rumours.",
        [("Officials", "the dam was safe"), ("Officials", "residents not to spread rumours")],
    ),
    (
        "He said the dam was safe, but declined to release the inspection report.",
        [("He", "the dam was safe"), ("He", "to release the inspection report")],
    ),
    (
        "While officials said the dam was safe, engineers disagreed.",
        [("officials", "the dam was safe")],
    ),
    (
        "The dam, officials said, was inspected twice last year.",
        [("officials", "The dam, officials said, was inspected twice last year")],
    ),
    (
        "The engineer, who said he had warned the owners in 2012, was fired a month later.",
        [("the engineer", "he had warned the owners in 2012")],
    ),
    (
        "A spokeswoman for the airline, Dana Whitlock, said all flights had been cancelled.",
        [("Dana Whitlock", "all flights had been cancelled")],
    ),
    (
        "Dana Whitlock was quoted by the Daily Ledger as saying that all flights had been cancelled.",
        [("Dana Whitlock", "all flights had been cancelled")],
    ),
    (
        "“All flights are cancelled,” Whitlock was quoted as saying.",
        [("Whitlock", "All flights are cancelled")],
    ),
    (
        "The president called the report “a complete fabrication.”",
        [("the president", "the report “a complete fabrication.”")],
    ),
    (
        "The president described the report as a complete fabrication.",
        [("the president", "the report as a complete fabrication")],
    ),
    (
        "Critics say the law, which took effect in May, punishes the poor.",
        [("Critics", "the law, which took effect in May, punishes the poor")],
    ),
    (
        "Many economists expect prices to fall next year.",
        [("many economists", "prices to fall next year")],
    ),
    (
        "She hopes that the court will hear the case in June.",
        [("She", "the court will hear the case in June")],
    ),
    (
        "She is confident that the court will hear the case in June.",
        [("She", "the court will hear the case in June")],
    ),
    (
        "Residents fear the plant will poison their wells.",
        [("Residents", "the plant will poison their wells")],
    ),
    (
        "The minister rejected claims that the data had been manipulated.",
        [("the minister", "the data had been manipulated")],
    ),
    (
        "The governor's claim that crime has doubled is not supported by police records.",
        [("the governor", "crime has doubled")],
    ),
    (
        "Doctors voiced fears that the virus was spreading.",
        [("Doctors", "the virus was spreading")],
    ),
    (
        "The study found that children sleep less than they did a decade ago.",
        [("the study", "children sleep less than they did a decade ago")],
    ),
    (
        "“Is it over?” she asked.",
        [("she", "Is it over?")],
    ),
    (
        "“It's not over!” Hale shouted from the stage.",
        [("Hale", "It's not over!")],
    ),
    (
        "In an interview with the Globe, Hale said: “I was never there.”",
        [("Hale", "I was never there.")],
    ),
    (
        "Hale tweeted that he had never met the man.",
        [("Hale", "he had never met the man")],
    ),
    (
        "Hale pointed out that he was in Lisbon at the time.",
        [("Hale", "he was in Lisbon at the time")],
    ),
    (
        "Hale made clear he would not resign.",
        [("Hale", "he would not resign")],
    ),
    (
        "Asked about the loan, Hale said he could not remember it.",
        [("Hale", "he could not remember it")],
    ),
    (
        "“I could not remember it,” Hale said when asked about the loan.",
        [("Hale", "I could not remember it")],
    ),
    (
        "Hale went on to say that the loan had been repaid.",
        [("Hale", "the loan had been repaid")],
    ),
    (
        "Hale also said the loan had been repaid, and that the bank had lost the papers.",
        [("Hale", "the loan had been repaid, and that the bank had lost the papers")],
    ),
    (
        "Both Hale and his lawyer, Pia Sand, said they would appeal.",
        [("Both Hale and his lawyer", "they would appeal")],
    ),
    (
        "Russia, Iran and Turkey said they would guarantee the truce.",
        [("Russia, Iran and Turkey", "they would guarantee the truce")],
    ),
    (
        "The ministry said Monday's attack had killed nine soldiers.",
        [("the ministry", "Monday's attack had killed nine soldiers")],
    ),
    (
        "The ministry said Monday that the attack had killed nine soldiers.",
        [("the ministry", "the attack had killed nine soldiers")],
    ),
    (
        "The ministry said at least nine soldiers had been killed.",
        [("the ministry", "at least nine soldiers had been killed")],
    ),
    (
        "There was no sign of a break-in, a police source said.",
        [("a police source", "There was no sign of a break-in")],
    ),
    (
        "“There was no sign of a break-in,” a police source, who asked not to be named, told the paper.",
        [("a police source", "There was no sign of a break-in")],
    ),
    (
        "The truce is holding, the Syrian Observatory for Human Rights, a monitoring group, reported.",
        [("Syrian Observatory for Human Rights", "The truce is holding")],
    ),
    (
        "It was reported that two ministers had resigned.",
        [("", "two ministers had resigned")],
    ),
    (
        "As the judge put it, the contract was void.",
        [("the judge", "the contract was void")],
    ),
    (
        "The contract was void, as the judge noted.",
        [("the judge", "The contract was void")],
    ),
    (
        "Ms. Ortega insisted she had told the board everything it needed to know.",
        [("Ms. Ortega", "she had told the board everything it needed to know")],
    ),
    (
        "“She told the board everything,” Ms. Ortega's lawyer said.",
        [("Ms. Ortega's lawyer", "She told the board everything")],
    ),
    (
        "Police: Driver was texting before crash",
        [("Police", "Driver was texting before crash")],
    ),
    (
        "Driver was texting before crash - police",
        [("police", "Driver was texting before crash")],
    ),
    (
        "The group, citing two officials, said the raid had failed.",
        [("the group", "the raid had failed")],
    ),
    (
        "The group said the raid had failed, citing two officials.",
        [("the group", "the raid had failed")],
    ),
    (
        "The group claimed responsibility for the raid.",
        [],
    ),
    (
        "The claims adjuster states his fee on every bill.",
        [],
    ),
    (
        "Sales of the so-called “smart” fridge fell by half.",
        [],
    ),
    (
        "The thinking behind the plan is sound.",
        [],
    ),
    (
        "She added a pinch of salt and reported for work.",
        [],
    ),
    (
        "The reported theft of two ‘state’ cars made no news.",
        [],
    ),
    (
        "He wrote three novels and told good stories.",
        [],
    ),
    (
        "“This is our home. We are not leaving,” said Amina Diallo, 34, who lives next "
        "door. “Where would we go?”",
        [("Amina Diallo", "This is our home. We are not leaving"), ("Amina Diallo", "Where would we go?")],
    ),
    (
        "Diallo added: “They never asked us.”",
        [("Diallo", "They never asked us.")],
    ),
    (
        "Tarrant has said repeatedly that the neighbours will pay for the wall.",
        [("Tarrant", "the neighbours will pay for the wall")],
    ),
    (
        "Calloway's campaign said it was reviewing the emails.",
        [("Calloway's campaign", "it was reviewing the emails")],
    ),
    (
        "Calloway wants to raise taxes on the wealthy, and Tarrant wants to cut them.",
        [("Calloway", "to raise taxes on the wealthy"), ("Tarrant", "to cut them")],
    ),
    (
        "Tarrant vowed to build a wall along the southern border if elected.",
        [("Tarrant", "to build a wall along the southern border if elected")],
    ),
    (
        "Tarrant, the Republican nominee, has suggested that he might not accept the result.",
        [("Tarrant", "he might not accept the result")],
    ),
    (
        "Republicans argue that the agency overstepped, but Democrats say the rule saves lives.",
        [("Republicans", "the agency overstepped"), ("Democrats", "the rule saves lives")],
    ),
    (
        "“I think he's wrong,” Rowan said of Tarrant.",
        [("Rowan", "I think he's wrong")],
    ),
    (
        "The senator, speaking at a rally in Ohio, said that the economy was “rigged” against workers.",
        [("the senator", "the economy was “rigged” against workers")],
    ),
    (
        "‘I can't believe it,’ said the boys' father, ‘after all these years.’",
        [("the boys' father", "I can't believe it"), ("the boys' father", "after all these years.")],
    ),
    (
        "The prime minister told parliament the army would withdraw by May, according to state television.",
        [("the prime minister", "the army would withdraw by May")],
    ),
    (
        "Premier Doug Harlan says the province can't afford another lockdown.",
        [("Doug Harlan", "the province can't afford another lockdown")],
    ),
    (
        "But Harlan says that's not good enough.",
        [("Harlan", "that's not good enough")],
    ),
    (
        "Asked if he would resign, Harlan replied, “Not a chance.”",
        [("Harlan", "Not a chance.")],
    ),
    (
        "“We've been clear from the beginning that we need federal help,” said Dr. Bonnie"
        " Shaw, B.C.'s provincial health officer, at a news conference Monday.",
        [("Bonnie Shaw", "We've been clear from the beginning that we need federal help")],
    ),
    (
        "Shaw said 12 people have died and 40 more are in hospital, including 11 in intensive care.",
        [("Shaw", "12 people have died and 40 more are in hospital, including 11 in intensive care")],
    ),
    (
        "RCMP Cpl. Janet Doyle told CBC News on Thursday that investigators are looking for a dark sedan.",
        [("Janet Doyle", "investigators are looking for a dark sedan")],
    ),
    (
        "In a statement Friday, the RCMP said officers responded to a call at about 2 a.m.",
        [("RCMP", "officers responded to a call at about 2 a.m.")],
    ),
    (
        "Court documents show the accused had been released on bail a week earlier.",
        [("Court documents", "the accused had been released on bail a week earlier")],
    ),
    (
        "Documents obtained by The Canadian Press show that the department knew of the risk.",
        [("Documents obtained by The Canadian Press", "the department knew of the risk")],
    ),
    (
        "A report released Wednesday by the auditor general says the program failed.",
        [("a report released Wednesday by the auditor general", "the program failed")],
    ),
    (
        "“It's heartbreaking,” she said, wiping away tears. “I've lived here my whole life.”",
        [("she", "It's heartbreaking"), ("she", "I've lived here my whole life.")],
    ),
    (
        "“It's heartbreaking,” she said through tears.",
        [("she", "It's heartbreaking")],
    ),
    (
        "Lam, who was not at the hearing, later said in an email: “I have nothing to hide.”",
        [("Lam", "I have nothing to hide.")],
    ),
    (
        "Lam's lawyer, Peter Cho, argued the search was illegal because officers had no warrant.",
        [("Peter Cho", "the search was illegal because officers had no warrant")],
    ),
    (
        "The search was illegal, Cho argued, because officers had no warrant.",
        [("Cho", "The search was illegal, Cho argued, because officers had no warrant")],
    ),
    (
        "Cho argued the search was illegal. He also said his client was never read her rights.",
        [("Cho", "the search was illegal"), ("Cho", "his client was never read her rights")],
    ),
    (
        "Environmental groups have criticized the project, saying it threatens caribou herds.",
        [("Environmental groups", "it threatens caribou herds")],
    ),
    (
        "The government says it will spend $2 billion over five years, a move critics say comes too late.",
        [
            ("the government", "it will spend $2 billion over five years"),
            ("critics", "comes too late"),
        ],
    ),
    (
        "The mayor, for his part, said he was “deeply disappointed” by the ruling.",
        [("the mayor", "he was “deeply disappointed” by the ruling")],
    ),
    (
        "Thibault said he hopes to have the deal signed by the end of the year.",
        [("Thibault", "he hopes to have the deal signed by the end of the year")],
    ),
    (
        "Thibault said, however, that no decision had been made.",
        [("Thibault", "no decision had been made")],
    ),
    (
        "Thibault, however, said no decision had been made.",
        [("Thibault", "no decision had been made")],
    ),
    (
        "Neither Thibault nor Sohal would say how the money would be spent.",
        [("Neither Thibault nor Sohal", "how the money would be spent")],
    ),
    (
        "No one has claimed responsibility, but officials believe the group was behind the attack.",
        [("officials", "the group was behind the attack")],
    ),
    (
        "“Let me be clear: this is not a tax,” the finance minister told the House of Commons.",
        [("the finance minister", "Let me be clear: this is not a tax")],
    ),
    (
        "“He's a liar,” Castell told Fox News. “Everyone knows it.”",
        [("Castell", "He's a liar"), ("Castell", "Everyone knows it.")],
    ),
    (
        "“He's a liar,” Castell told supporters in Iowa, where he trails Tarrant by 10 points.",
        [("Castell", "He's a liar")],
    ),
    (
        "Sorrel called for a ban on fracking.",
        [("Sorrel", "for a ban on fracking")],
    ),
    (
        "Sorrel called on Calloway to release transcripts of her speeches.",
        [("Sorrel", "Calloway to release transcripts of her speeches")],
    ),
    (
        "Sorrel has refused to say whether he would endorse her.",
        [("Sorrel", "whether he would endorse her")],
    ),
    (
        "Calloway, he said, “has a lot to answer for.”",
        [("he", "has a lot to answer for.")],
    ),
    (
        "“She has a lot to answer for,” he said, referring to Calloway.",
        [("he", "She has a lot to answer for")],
    ),
    (
        "“This is a witch hunt!” Tarrant wrote on Twitter.",
        [("Tarrant", "This is a witch hunt!")],
    ),
    (
        "Tarrant took to Twitter to say the investigation was a witch hunt.",
        [("Tarrant", "the investigation was a witch hunt")],
    ),
    (
        "Tarrant dismissed the investigation as a witch hunt.",
        [("Tarrant", "the investigation as a witch hunt")],
    ),
    (
        "Tarrant, who has called the investigation a witch hunt, said he had nothing to fear.",
        [("Tarrant", "the investigation a witch hunt"), ("Tarrant", "he had nothing to fear")],
    ),
    (
        "Aides to Tarrant say he has yet to decide whether to testify.",
        [("Aides to Tarrant", "he has yet to decide whether to testify")],
    ),
    (
        "People familiar with the matter said the talks were at an early stage.",
        [("People familiar with the matter", "the talks were at an early stage")],
    ),
    (
        "Two people briefed on the plan, who spoke on condition of anonymity, said it "
        "would be unveiled Monday.",
        [("two people briefed on the plan", "it would be unveiled Monday")],
    ),
    (
        "One official, speaking on condition of anonymity because he was not authorized "
        "to discuss the matter, said the talks had stalled.",
        [("one official", "the talks had stalled")],
    ),
    (
        "The Post reported Tuesday that the campaign had paid for the research.",
        [("Post", "the campaign had paid for the research")],
    ),
    (
        "The campaign had paid for the research, The Washington Post reported Tuesday.",
        [("Washington Post", "The campaign had paid for the research")],
    ),
    (
        "Polls suggest that most voters have already made up their minds.",
        [("Polls", "most voters have already made up their minds")],
    ),
    (
        "A majority of voters think the country is headed in the wrong direction, "
        "according to a CNN/ORC poll released Friday.",
        [
            (
                "a CNN/ORC poll released Friday",
                "A majority of voters think the country is headed in the wrong direction",
            ),
            ("a majority of voters", "the country is headed in the wrong direction"),
        ],
    ),
    (
        "Experts warn the delay could cost lives, but the agency insists it is moving as fast as it can.",
        [("Experts", "the delay could cost lives"), ("the agency", "it is moving as fast as it can")],
    ),
    (
        "He said he did not know who had sent the letter or why.",
        [("He", "he did not know who had sent the letter or why")],
    ),
    (
        "She told him to stay home.",
        [("She", "him to stay home")],
    ),
    (
        "“I told him to stay home,” she recalled. “He wouldn't listen.”",
        [("she", "I told him to stay home"), ("she", "He wouldn't listen.")],
    ),
    (
        "The judge ruled that the law violates the Charter.",
        [("the judge", "the law violates the Charter")],
    ),
    (
        "The court ruled 5-4 that the law violates the Charter.",
        [("the court", "the law violates the Charter")],
    ),
    (
        "Justice Anne Moreau wrote that the law “goes too far.”",
        [("Anne Moreau", "the law “goes too far.”")],
    ),
    (
        "“The law goes too far,” Moreau wrote in her decision.",
        [("Moreau", "The law goes too far")],
    ),
    (
        "He also disputed the suggestion that he had profited from the sale.",
        [("He", "he had profited from the sale")],
    ),
    (
        "Prosecutors allege that Reyes shot the clerk twice and fled on foot.",
        [("Prosecutors", "Reyes shot the clerk twice and fled on foot")],
    ),
    (
        "Prosecutors allege Reyes, 31, shot the clerk twice.",
        [("Prosecutors", "Reyes, 31, shot the clerk twice")],
    ),
    (
        "Reyes has pleaded not guilty, and his lawyer says he was home that night.",
        [("his lawyer", "he was home that night")],
    ),
    (
        "Environment Canada is warning of heavy snow and strong winds.",
        [("Environment Canada", "of heavy snow and strong winds")],
    ),
    (
        "Environment Canada says up to 25 centimetres of snow is expected.",
        [("Environment Canada", "up to 25 centimetres of snow is expected")],
    ),
    (
        "“The storm,” it said in a bulletin, “will be worst near the coast.”",
        [("it", "The storm"), ("it", "will be worst near the coast.")],
    ),
    (
        "Statistics Canada said Friday the economy added 40,000 jobs in May.",
        [("Statistics Canada", "the economy added 40,000 jobs in May")],
    ),
    (
        "The economy added 40,000 jobs in May, Statistics Canada said on Friday, beating expectations.",
        [("Statistics Canada", "The economy added 40,000 jobs in May")],
    ),
    (
        "Economists had been expecting a gain of 15,000, Reuters reported.",
        [("Reuters", "Economists had been expecting a gain of 15,000")],
    ),
    (
        "“I was scared for my life and I didn't know if my kids were okay, so I just "
        "ran,” recalled Maria Souza, a mother of two.",
        [("Maria Souza", "I was scared for my life and I didn't know if my kids were okay, so I just ran")],
    ),
    (
        "Fire Chief Al Berg said that when crews arrived, flames were shooting from the roof.",
        [("Al Berg", "when crews arrived, flames were shooting from the roof")],
    ),
    (
        "When crews arrived, flames were shooting from the roof, said Fire Chief Al Berg.",
        [("Al Berg", "When crews arrived, flames were shooting from the roof")],
    ),
    (
        "Berg said if the wind had changed, the whole block would have burned.",
        [("Berg", "if the wind had changed, the whole block would have burned")],
    ),
    (
        "The cause is still under investigation, but Berg said it does not appear suspicious.",
        [("Berg", "it does not appear suspicious")],
    ),
    (
        "Berg, whose crews battled the blaze for six hours, credited neighbours with saving two children.",
        [("Berg", "neighbours with saving two children")],
    ),
    (
        "NDP Leader Jagmeet Sohal accused the Liberals of breaking their promise to lower drug prices.",
        [
            ("Jagmeet Sohal", "the Liberals of breaking their promise to lower drug prices"),
            ("they", "to lower drug prices"),
        ],
    ),
    (
        "Conservative MP Ed Falk's office did not respond to a request for comment.",
        [],
    ),
    (
        "The Crown is seeking a sentence of 12 years.",
        [],
    ),
    (
        "The band was known for its loud concerts.",
        [],
    ),
    (
        "The book tells the story of a family in Halifax.",
        [],
    ),
    (
        "He is said to be worth $3 billion.",
        [],
    ),
    (
        "The proposal calls for 300 new apartments.",
        [],
    ),
    (
        "That said, the team needs a new goalie.",
        [],
    ),
    (
        "She reported to the police station and signed her name.",
        [],
    ),
    (
        "“Nobody told us a thing,” said Dr. Ruth Calder, the county’s chief of staff, adding that an inquiry "
        "is under way.",
        [("Ruth Calder", "Nobody told us a thing"), ("Ruth Calder", "an inquiry is under way")],
    ),
    (
        "The agency’s director, engineer Leila Brandt, says most of the dams built since 1960 are unsafe.",
        [("Leila Brandt", "most of the dams built since 1960 are unsafe")],
    ),
    (
        "The tunnel will be dug by hand, Transport Minister Thelma May said on Friday.",
        [("Thelma May", "The tunnel will be dug by hand")],
    ),
    (
        "“Who pays?” asked Lee. “Do we?”",
        [("Lee", "Who pays?"), ("Lee", "Do we?")],
    ),
    (
        "Forty per cent say the ferry should be free.",
        [("Forty per cent", "the ferry should be free")],
    ),
    (
        "Those who worked for him say he never raised his voice.",
        [("Those who worked for him", "he never raised his voice")],
    ),
    (
        "Some believe the high price of grain shows the harvest failed.",
        [("Some", "the high price of grain shows the harvest failed")],
    ),
    (
        "A judge has rejected a media request to open the files, saying the court has no say in it.",
        [
            ("a judge", "a media request to open the files"),
            ("a judge", "the court has no say in it"),
        ],
    ),
    (
        "The chancellor declined to threaten the rebels or even name them in public.",
        [("the chancellor", "to threaten the rebels or even name them in public")],
    ),
    (
        "Sorrel vowed to gut the agency and sell its fleet.",
        [("Sorrel", "to gut the agency and sell its fleet")],
    ),
    (
        "Brandt -- author of Rivers, a book about dams -- said the river tended to flood in May.",
        [("Brandt", "the river tended to flood in May")],
    ),
    (
        "Critics argue the levy unfairly targets farmers, while traders contend it is needed.",
        [("Critics", "the levy unfairly targets farmers"), ("traders", "it is needed")],
    ),
    (
        "Calder has said the bank will wait, but economists think a cut is coming.",
        [("Calder", "the bank will wait"), ("economists", "a cut is coming")],
    ),
    (
        "The union told CNN that “they sold us out. They knew it in March.”",
        [("the union", "they sold us out. They knew it in March.")],
    ),
    (
        "He called the treaty a “relic of an era when nobody asked what we wanted.”",
        [("He", "the treaty a “relic of an era when nobody asked what we wanted.”")],
    ),
    (
        "Marsh said the mine was safe, which he called “obvious.”",
        [("Marsh", "the mine was safe")],
    ),
    (
        "Marsh has said that no wells were harmed, a claim the farmers dispute.",
        [("Marsh", "no wells were harmed")],
    ),
    (
        "Marsh said she had seen smoke — something a pilot also told police.",
        [("Marsh", "she had seen smoke — something a pilot also told police")],
    ),
    (
        "She was told by her lawyer that the trial could last a year.",
        [("her lawyer", "the trial could last a year")],
    ),
    (
        "The brothers were accused of selling forged permits.",
        [("", "of selling forged permits")],
    ),
    (
        "It is understood the report names three officers.",
        [("", "the report names three officers")],
    ),
    (
        "A spokeswoman for the mill declined to say how many jobs will go.",
        [("a spokeswoman for the mill", "how many jobs will go")],
    ),
    (
        "The mill declined to comment on the closure.",
        [],
    ),
    (
        "Chan was quick to point out that the council had ignored two earlier letters.",
        [("Chan", "the council had ignored two earlier letters")],
    ),
    (
        "Chan, who took office in 2019, pointed out that sales had risen.",
        [("Chan", "sales had risen")],
    ),
    (
        "The clerk said he’s “extremely tired” and called on the province to send help.",
        [("the clerk", "he’s “extremely tired”"), ("the clerk", "the province to send help")],
    ),
    (
        "Trains will run again on May 3, the operator announced, with masks required.",
        [("the operator", "Trains will run again on May 3")],
    ),
    (
        "An internal memo, obtained by the Herald, shows managers were warned about the leak in May.",
        [("an internal memo", "managers were warned about the leak in May")],
    ),
    (
        "“The mine,” she says, “is dead.”",
        [("she", "The mine"), ("she", "is dead.")],
    ),
    (
        "Rents have doubled since 2010, an analysis of listings shows.",
        [("an analysis of listings", "Rents have doubled since 2010")],
    ),
    (
        "“No more,” wonders retired teacher Lois Brand, “or no more money?”",
        [("Lois Brand", "No more"), ("Lois Brand", "or no more money?")],
    ),
    (
        "The coach told the captain who missed the flight that she would not play.",
        [("the coach", "she would not play")],
    ),
    (
        "Claiming the vote was stolen, Sorrel told Fox that he would not leave.",
        [("Sorrel", "the vote was stolen"), ("Sorrel", "he would not leave")],
    ),
    (
        "Critics of the scheme see it as a gift to landlords.",
        [("Critics of the scheme", "it as a gift to landlords")],
    ),
    (
        "The sister remembers him as “the kindest man you’d ever meet.”",
        [("the sister", "him as “the kindest man you’d ever meet.”")],
    ),
    (
        "The delay has hurt exports by driving ships away and adding weeks to each trip.",
        [],
    ),
    (
        "He said “we can’t wait any longer” and left.",
        [("He", "we can’t wait any longer")],
    ),
    (
        "Most of those asked disagreed with the statement that ferries should be free.",
        [],
    ),
    (
        "The court heard Smith told a friend he was tired.",
        [("the court", "Smith told a friend he was tired"), ("Smith", "he was tired")],
    ),
    (
        "The minister’s decision to close the mine has angered the town.",
        [("the minister", "to close the mine")],
    ),
    ("The club announced the signing on Tuesday.", []),
    ("She knows what it is like to lose a farm.", []),
    ("Voters will decide whether to keep the levy in May.", []),
    ("Pupils learned how to code and built a site.", []),
    ("The council ordered 20 buses in the fall.", []),
    ("Nothing in the report suggests that the mayor knew.", []),
    (
        "The city has yet to say how much the repairs will cost.",
        [("the city", "how much the repairs will cost")],
    ),
    (
        "He does not know whether the ferry will sail.",
        [("He", "whether the ferry will sail")],
    ),
    (
        "Engineers have long known that the wall is sinking, but new data suggest it sinks faster than ever.",
        [
            ("Engineers", "the wall is sinking"),
            ("new data", "it sinks faster than ever"),
        ],
    ),
    (
        "« Our beds are full. We take nobody », said Brandt on Monday.",
        [("Brandt", "Our beds are full. We take nobody")],
    ),
    (
        "«\xa0The valley needs its own doctors, and soon\xa0», added Brandt, who declined to say how many.",
        [("Brandt", "The valley needs its own doctors, and soon")],
    ),
    (
        "Brandt said «\u202fthere is no other clinic\u202f».",
        [("Brandt", "there is no other clinic")],
    ),
    (
        "“Nobody asked the valley”, added Ana Ruiz, who runs the shop.",
        [("Ana Ruiz", "Nobody asked the valley")],
    ),
    (
        "The ferry line put its losses at 35 million kroner ($3 million) a week.",
        [("the ferry line", "its losses at 35 million kroner ($3 million) a week")],
    ),
    (
        "Ana Ruiz puts the figure at “closer to 6,000”, but the mayor is silent.",
        [("Ana Ruiz", "the figure at “closer to 6,000”")],
    ),
    (
        "Calder estimated the crowd at between 200 and 300, and the police reckoned it at 90.",
        [("Calder", "the crowd at between 200 and 300"), ("the police", "it at 90")],
    ),
    ("They put the blame at his door, and two boats at risk.", []),
    ("The crew put their 12 boats to sea at dawn.", []),
    (
        "Valley flood live: dam could break tonight, mayor says",
        [("mayor", "dam could break tonight")],
    ),
    (
        "Dad-of-three Tom Brandt, 41, from Oslo, said the boats were late.",
        [("Tom Brandt", "the boats were late")],
    ),
    ("But shoe retailer Solvang insisted its shops were safe.", [("Solvang", "its shops were safe")]),
    (
        "Shipping group Nordvik has cut two lines. “We expect no profit this year,” it said.",
        [("Nordvik", "We expect no profit this year")],
    ),
    ("Farmers' association Agrar denied that it had agreed.", [("Agrar", "it had agreed")]),
    ("The state Senate said the bill was dead.", [("state Senate", "the bill was dead")]),
    ("Maria Lopez denied it: “Not one crown,” she said.", [("Maria Lopez", "Not one crown")]),
    (
        "Maria Lopez blamed the firm for telling customers that the soup was safe.",
        [
            ("Maria Lopez", "the firm for telling customers that the soup was safe"),
            ("the firm", "the soup was safe"),
        ],
    ),
    (
        "Carl Moe, the driver who said he had warned about it, has been moved to a cell, his lawyer said.",
        [
            (
                "his lawyer",
                "Carl Moe, the driver who said he had warned about it, has been moved to a cell",
            ),
            ("Carl Moe", "he had warned about it"),
        ],
    ),
    (
        "The city’s water company, Tarn Glass, disputed that: it said the taps were clean.",
        [("Tarn Glass", "the taps were clean")],
    ),
    ("Maria Lopez would neither confirm nor deny that milk was to blame.", []),
    ("It is fashionable to say that the tram is a scandal.", []),
    ("Maria Lopez declined to confirm the figure.", []),
    ("Maria Lopez did not say who would lead it.", []),
    ("The Greens have not decided whether to lift the ban on cars.", []),
    (
        "Maria Lopez refused to say whether Carl Moe was a suspect.",
        [("Maria Lopez", "whether Carl Moe was a suspect")],
    ),
    ("The lake holds a pump that adds chlorine to the water of two towns.", []),
    (
        "Maria Lopez denied having told a newspaper that her party would leave.",
        [("Maria Lopez", "having told a newspaper that her party would leave")],
    ),
    ("Maria Lopez disputes those figures.", [("Maria Lopez", "those figures")]),
    ("Maria Lopez disputes these claims.", []),
    (
        "Maria Lopez did not rule out that more victims would be found.",
        [("Maria Lopez", "more victims would be found")],
    ),
    ("Three firms bid, according to the minutes, yet nobody won.", [("the minutes", "Three firms bid")]),
    (
        "Inspectors suspect raw milk from a dairy in Lower Tarn, two people near the inquiry said.",
        [
            (
                "two people near the inquiry",
                "Inspectors suspect raw milk from a dairy in Lower Tarn",
            )
        ],
    ),
    (
        "The rail firm must pay a penalty for every day that it is late, the contract shows.",
        [("the contract", "The rail firm must pay a penalty for every day that it is late")],
    ),
    (
        "Managers knew in May that a pump was broken, emails seen by the paper show.",
        [
            ("emails seen by the paper", "Managers knew in May that a pump was broken"),
            ("Managers", "a pump was broken"),
        ],
    ),
    ("Opinion: The town needs its tram", []),
    (
        "Marchers said 9,000 people took part; police put the number at 4,000.",
        [("Marchers", "9,000 people took part"), ("police", "the number at 4,000")],
    ),
    (
        "Both men deny it. “I own no shares in anything,” said one of them, Gerd Falk.",
        [("Gerd Falk", "I own no shares in anything")],
    ),
    ("“I own no shares in anything,” said one of them.", [("one of them", "I own no shares in anything")]),
]
