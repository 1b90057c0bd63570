"""First names that tell a person's gender, of many countries.

Holds words only. A name that both have (or neither) tells nothing: `speakers` decides what it does.
"""

from __future__ import annotations

FEMALE_NAMES = frozenset(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret
    sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie
    rebecca sharon laura cynthia kathleen amy shirley angela helen anna brenda pamela nicole emma
    samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie
    olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl
    hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice
    abigail julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa
    diana natalie brittany charlotte marie kayla alexis lori hillary nikki elena olga angelina
    theresa chrystia jody rona caroline claire anne jane kate katie lucy fiona sophie chloe zoe nora
    eva ella ivanka melania kellyanne huma donna condoleezza sonia fatima aisha leila layla yasmin
    nadia amina priya anita sunita indira benazir aung tsai michele monica carla paula wendy tina
    tracy stacy holly lydia sheila rosa carmen lucia yuki naomi mei ingrid astrid ursula
    angela greta kirsten kristen kristin sheryl marissa meg susanna joanna joanne gail lynn lynne
    peggy jill valerie veronica vanessa yvonne addison alexandra alison allison amelia annette annie
    audrey becky bernadette bernice beth betsy betty bonnie brooke camille caitlin cassandra cecilia celia
    chelsea cindy colleen connie courtney daphne debbie dolores doreen edith eileen elaine eleanor ellen
    erica erin esther evelyn felicia florence gabrielle geraldine ginger gladys glenda gwen harriet heidi
    hilary irene iris isabel isabelle jackie jenna jenny jocelyn jodi josephine joy juanita kathy katrina
    kaye kendra krista kristi laurie leah leanne lillian lily lindsay lorraine louise lucille marcia
    margarita marian marianne marjorie marlene marsha maureen melanie melinda mercedes mildred mindy miranda
    miriam muriel myra naomi natalia natasha nina norma olive pam patsy patti pauline penelope penny phyllis
    rachael ramona regina renee rhonda rita roberta rochelle rosalie rosemary roxanne ruby sabrina sadie
    sally shannon shelley sherri sherry sonja stella sue susie suzanne sylvia tamara tammy tanya tara thelma
    tiffany valeria vera vicki vicky vivian wilma winifred yolanda
    ada agatha agnes agnieszka aisling alessandra alina amalia amira anastasia aneta anja anneliese anouk
    antonia ariana ayesha barbora beata beatrice beatrix bianca birgit brigitte britta bronwyn camila
    carina carlotta carmela chiara clara clarissa claudia cordelia cornelia dagmar daniela deirdre delia
    dina dominique edna elisa elisabeth elise elke elvira emilia erika esperanza estelle eugenia eunice
    fabiana farah fatma federica fernanda francesca franziska freya frida friederike gabriela gemma
    genevieve gertrude gisela giulia gretchen hana hanna hanne hedwig helene helga henrietta hilda ilona
    ilse imani imogen ines inge ingeborg inger inés iona irina ivana izabela jana jasmin jeannette johanna
    jolanta josefina jutta karin karina karolina katarina katharina katja katrin khadija kirsty klara
    kristina lara larisa latifa laure lena leonie leticia lidia liesbeth liliana lina liselotte liv
    ljubica lotta lotte louisa lucie lucinda ludmila luisa luise lyudmila magda magdalena maja malala
    malin manuela marcela margarete margarethe margot margrethe mariam mariana maribel marina marion marit
    marta maryam mathilde matilda meera mehbooba melina mette mia michaela milena mina mira mirjam mona
    monika muna nadezhda nadine naledi natascha nathalie neha nele nelly nicola nicolette noor oksana
    ophelia oriana paola patrizia paulina petra petronella philippa pilar pooja radmila rafaela raisa
    rania raquel renata rosalind rosario roxana rukhsana sabine sahar saira salma samira sanna saskia
    selma shabana shirin sigrid silke silvia simone siobhan solveig soraya stefanie sunniva susana susanne
    svetlana sylvie tatiana tatjana tessa thea tove tuula ulla ulrike uta valentina verena veronika vigdis
    viktoria viola violeta wanda yasmine ylva yulia yvette zainab zara zeynep zofia zuzana
    """.split()
)
MALE_NAMES = frozenset(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward
    jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin
    samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan
    henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin
    sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan
    alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip
    eugene vladimir sergei dmitry igor ivan mikhail boris barack bill bob jim tom tim mike dave dan
    steve greg jeff ted ed ben sam max leo fred ray ron don ken doug phil rick rob matt nick tony
    chris alex andy pete hassan hussein mohammed mohammad muhammad mohamed ahmed ahmad ali omar
    ibrahim mustafa mehmet recep tayyip abdullah bashar mahmoud khalid karim tariq yusuf emmanuel
    francois françois jean pierre jacques michel nicolas hans klaus karl wolfgang jens lars erik
    sven olaf giuseppe giovanni marco luigi pablo carlos luis jorge fernando miguel antonio narendra
    rahul raj amit sanjay vijay xi jinping wei jun hiroshi shinzo kim jong justin stephane stéphane
    jagmeet andrew erin doug rob jason brad bernie marco jeb mitt newt rand paul mitch
    chuck harry hugh neil craig derek darren barry trevor stuart graham simon nigel ian colin gordon
    alistair malcolm duncan angus ross glenn geoff clive keith sebastian oliver julian martin marcus
    lucas luke josh zach nate gabe drew chad brent brett todd kurt curtis dale duane earl ernest floyd herb
    jared jay joel jon jonah kirk lance lee lloyd lou manuel marty maurice miles norm oscar otto perry
    rodney roland russ saul seth sheldon sid spencer stan stewart stu terrence toby tommy travis trent
    tyrone vern vic wade wally warren wes winston
    abdul adebayo adil adolfo adrian aidan alain albrecht aldo alejandro aleksandar aleksander aleksandr
    alessandro alexandre alexei alfonso alfred alfredo alois alvaro amir anatoly anders andre andreas
    andrei andrej andres andrés antoine anton arjun armando arnaud arne arturo ashraf axel bartosz bastian
    benedict benoit bernhard bertrand bjorn björn bogdan branko bruno cedric cem cesar christoph
    christophe claudio clemens cornelius cyril damian daniele dario davide denis didier diego dieter
    dimitri dirk dominik dusan eamon edgar edmund eduard eduardo einar elias emil emilio emre enrico
    enrique ernesto esteban etienne evgeny fabian fabio farid felipe felix ferdinand ferhat finn florian
    francesco francisco franco franz frederic frederick frederik fritz gaston georg georges georgi gerard
    gerd gerhard gianni gilbert giorgio goran gottfried guido guillaume gunnar gunther gustav gustavo
    hakan hamid haruto harvey hector hein heinrich heinz helmut hendrik henri henrik herbert hermann horst
    hubert hugo humberto ignacio imran ingo iqbal ismail ivo jacek jaime jair jakob jakub jamal jan janos
    jaroslav javier jean-claude jerome jerzy jiri joachim joakim joao joaquin jochen johan johann johannes
    jonas joris josef josip josé jozef juha jurgen jürgen kamal karel karol kaspar kazimierz kenji klaas
    knut konrad konstantin krzysztof laszlo laurent leif leon leonard leonardo leonid leopold lorenzo
    lothar louis luca ludwig lukas lukasz maciej magnus malik manfred manoj marcel marcelo marcin marek
    mariano mario marius marko markus mateo matteo matthias mauricio mauro maxim maxime mehdi milan milos
    miroslav mohamad mohan murat nabil nasser nikola nikolai nikolay nikos nils oleg oleksandr olivier
    omer orhan orlando oskar osman paavo pascal patrice pavel pawel pedro pekka per petar petr philipp
    philippe pierre-yves piet pieter piotr predrag rafael rafał rainer ramon raoul raul ravi reinhard remy
    renaud rene ricardo riccardo rocco rodolfo rodrigo rolf roman romano ruben rudolf rudy rui ruslan
    saeed saleh salvador salvatore samir santiago satoshi selim serge sergey sergio siegfried silvio
    slobodan stanislav stefan stefano stephan sunil suresh svein taras taro theo theodor thierry thorsten
    tibor tobias tomas tomasz tomás torsten udo ulf ulrich umar umberto uwe vaclav valentin valery vasily
    vikram viktor vincenzo vitaly vito vittorio volodymyr werner wilfried wilhelm willem wim wladimir
    xavier yann yannick yannis yevgeny youssef yuri yves zbigniew zlatko zoltan
    """.split()
)
