"""Groups of given names that people use for one another, by language; common knowledge, set down by ear.

Between two semicolons stands one group: the full name, its short forms and its spellings. A short form may
stand in several groups (Sasha, Alex, Chris).
"""

from __future__ import annotations

from typing import Final

ENGLISH: Final = """
abigail abby abbie gail; albert al bert bertie; alexander alex al sandy lex xander alec; alexandra alex
sandra sandy lexi ali; alfred alf alfie fred; alison allison ali allie; amanda mandy; andrew andy drew;
angela angie; anthony tony ant; arthur art artie; barbara barb barbie babs; beatrice bea trixie; benjamin
ben benny benji; bernard bernie; catherine katherine kathryn katharine cathy kathy kate katie kat kit
kitty kay katy cath cate; charles charlie chuck chas chaz; charlotte charlie lottie; christian chris;
christina christine chris tina chrissy; christopher chris kit topher; clifford cliff; cynthia cindy;
daniel dan danny; danielle dani; david dave davy; deborah debra deb debbie; dennis den denny; diana diane
di; donald don donnie; dorothy dot dottie dolly; douglas doug; edward ed eddie ted teddy ned; edwin ed
eddie; eleanor ellie nell nora; elizabeth elisabeth liz lizzie beth betty betsy eliza libby bess lisa
liza ellie; emily em emma; eugene gene; evelyn eve evie; frances fran francie; francis frank fran;
franklin frank; frederick fred freddie; gabriel gabe; gabrielle gabby; geoffrey jeffrey geoff jeff;
george georgie; gerald gerry jerry; gregory greg; harold harry hal; henry harry hank hal; herbert herb
bert; howard howie; isaac ike; isabella isabel isabelle bella izzy belle; jacob jake; jacqueline jackie;
james jim jimmy jamie jem; janet jan; jason jay; jennifer jen jenny jenn; jeremy jerry jem; jessica jess
jessie; joan joanie; joanna joanne jo; john johnny jack jon; jonathan jon jonny nathan; joseph joe joey
jo; josephine jo josie; joshua josh; judith judy; julia julie jules; katelyn kaitlyn kate katie; kenneth
ken kenny; kimberly kim; laurence lawrence larry laurie; leonard len lenny leo; leslie les; lillian lily
lil; louis lewis lou; louise lou; lucille lucy; madeleine madeline maddie; margaret maggie meg peggy
marge margie greta rita daisy; martha marty patty; martin marty; mary molly polly mae mamie; matthew matt
matty; maureen mo; maxwell maximilian max; melanie mel; melissa mel missy lissa; michael mike mick mickey
micky mikey; michelle shelly mich; mildred millie; mitchell mitch; mohammed mohamed muhammad mohammad
muhammed mehmet mo; nancy nan; natalie nat; nathaniel nathan nate nat; nicholas nicolas nick nicky nico;
nicole nicky nikki; norman norm; oliver ollie; olivia liv livvy; pamela pam; patricia pat patty tricia
trish patsy; patrick pat paddy rick; penelope penny; peter pete; philip phillip phil pip; priscilla
cilla; rachel rach; randall randolph randy; raymond ray; rebecca becca becky beck; reginald reg reggie;
richard rick dick rich richie ricky; robert bob rob bobby robbie bert; roberta bobbie; roger rog; ronald
ron ronnie; rosemary rose rosie; russell russ; samantha sam sammy; samuel sam sammy; sarah sara sally
sadie; sean shaun shawn; sidney sid; sophia sophie sofia; stanley stan; stephanie steph stephie; stephen
steven steve stevie; stuart stewart stu; susan susanna susannah sue suzy susie suzanne; sylvia syl;
terence terrence terry; theodore ted teddy theo; theresa teresa terry tess tessa tracy; thomas tom tommy;
timothy tim timmy; tobias toby; valerie val; vanessa nessa; veronica ronnie; victor vic; victoria vicky
tori vick; vincent vince vinny; virginia ginny ginger; vivian viv; walter walt wally; wendy wen; wilfred
wilf; william bill billy will willie liam; winifred winnie; zachary zach zack
"""

GERMANIC: Final = """
alexander alex axel sascha; andreas andi; angelika geli; annemarie anne; antje anne; barbara babsi
bärbel; bernhard bernd; brigitte gitte birgit; cornelia conny nele; dietrich dieter dirk; eduard edi;
elisabeth elise lisa lisbeth elsbeth else ilse sissi; erika eri; ferdinand ferdi; franziska franzi;
friedrich fritz fred; gabriele gabi; georg jorg jurgen schorsch; gerhard gerd; gottfried gotz; gretchen
margarethe margarete grete gretel greta; guenter gunter gunther guenther gunnar; heinrich heinz heiner
hinnerk henk hendrik; helene leni lena; hermann harm; hildegard hilde; ingeborg inge; jakob jockel;
johann johannes hans hannes jan jens hansi; johanna hanna hanne; joachim jochen achim; josef sepp seppi
jupp; karl carl kalle; karoline caroline caro lina; katharina kathi kati katja trine karin catrin; klaus
nikolaus claus klaas niklas; konrad conrad kurt; kristina kirsten kerstin tina; lorenz lars; ludwig lutz;
magdalena leni lena magda; manfred manni; margareta margit grit gitta; matthias matze hias mathias
mathijs thijs; maximilian max maxi; michael michi michel michiel; monika moni; peter pitt peer; reinhard
reiner; renate reni; rudolf rudi; sabine bine; sebastian basti bastian bas; siegfried sigi siggi; sigrid
siri sigi; stefan stephan steffen steven; stefanie steffi; susanne susi sanne; theodor theo; therese
resi; thomas tom tommi; ulrich uli ulli; ulrike uli ulla rike; ursula uschi ulla; veronika vroni;
walburga burgi; walter walti; waltraud traudl; werner wern; wilhelm willi wim willem; wolfgang wolf;
cornelis cees kees cor; gerardus gerard gerrit geert; hendrik henk rik; jacobus jacob jaap koos; johannes
jan joop johan hans; petrus piet pieter peter; willem wim pim; wilhelmina mien willy mina; adriaan arie;
antonius ton toon antoon teun; theodorus theo dirk; elisabeth liesbeth els betje bets; catharina toos
trijn ineke karin; birgitta britta brita gitta; kristoffer kristofer kris stoffe; lars lasse; karl kalle;
nils nisse; per pelle; bengt benke; margareta greta maggan; elisabet lisa betan; johan janne jon; mikael
micke; fredrik fredde; aleksander aleks sander
"""

ROMANCE: Final = """
alejandro alex ale jandro; alejandra ale sandra; alfonso fonso poncho; antonio tono toni antonino nino
tonino; beatriz bea betty; carlos charly carlitos; carmen menchu carmela; concepcion concha conchi;
cristina cris tina; dolores lola loli; domingo mingo; eduardo edu lalo; enrique quique kike; ernesto
neto; federico fede; felipe pipe; fernando nando fer; francisco paco pancho curro fran kiko quico chico;
francisca paca paqui; gabriel gabi; gonzalo gonza; guadalupe lupe lupita; guillermo guille memo; ignacio
nacho iñaki; isabel isa chabela; jesus chus chuy; joaquin quin ximo; jorge koke; jose pepe pepito chepe;
josefa pepa; juan juanito; leonardo leo; luis lucho; manuel manolo manu manny lolo; maria mari maruja
mia; maria-teresa maite mayte; mercedes merche meche; miguel miki; montserrat montse; nicolas nico; pedro
perico; pilar pili; rafael rafa; ramon moncho; ricardo ricky richi; roberto beto rober; rosario charo;
salvador salva chava; santiago santi chago yago; sebastian sebas; sergio checo; teresa tere; vicente
chente; alessandro sandro ale alex; alessandra sandra ale; andrea andre; bartolomeo bart meo; domenico
mimmo mico; elisabetta elisa betta lisa; filippo pippo; francesco franco cecco checco; francesca franca
cesca; gabriele lele; giacomo mino giacomino; giovanni gianni nanni vanni gian; giovanna gianna vanna;
giuseppe beppe pino peppe geppo; giuseppina pina giusy; leonardo leo nardo; lorenzo renzo enzo; luigi
gigi gino; margherita rita marghe; matteo teo; michele lele miky; nicola nico; pasquale lino; raffaele
lello raf; salvatore totò toto turi salvo; stefano ste; tommaso tommy maso; vincenzo enzo vince;
alexandre alex xandre xande; antoine toine; bernadette nadette; catherine cathy kate; dominique dom;
frederic fred; jacques jacquot; joao joaozinho; joaquim quim; jose ze zeca; francisco chico xico; antonio
toninho to; luiz lula luisinho; eduardo dudu edu; fernando nando; henrique rique; gustavo guga; roberto
beto; carolina carol; fernanda nanda; gabriela gabi; isabela bela isa; mariana mari; patricia pati;
matthieu mathieu mat; maximilien max; michel mimi; nathalie nat; nicolas nico; philippe phil; sebastien
seb; stephanie steph; stephane steph; theodore theo; veronique vero; vincent vince; alexandru alex sandu;
constantin costel costi dinu; elena lenuta; gheorghe gigi ghita george; ioan ion ionel nelu; mihai misu
mihaita; nicolae nicu nae; stefan fane; vasile vasilica
"""

SLAVIC: Final = """
aleksandr alexander aleksandar oleksandr aliaksandr sasha shura sanya alex olek aleks sasa; aleksandra
alexandra oleksandra sasha shura sanya ola; aleksei alexei alexey oleksii lyosha alyosha lesha; anastasia
anastasiya anastasija nastya asya stasia nastia; anatoly anatolii tolya; andrei andrey andrii andriy
andrzej andrej ondrej jedrek andrija; anna anya anja hanna ganna ania aneta anka; anton tosha antek
tonda antonin toni; boris borya; daria darya dasha; denis denys; dmitri dmitry dmitriy dmytro dima mitya
dimitri; ekaterina yekaterina kateryna katerina katya katia kasia katarzyna kaska; elena yelena olena
lena alyona ola helena; elizaveta yelizaveta liza lisa; evgeny evgeniy yevgeny yevhen eugene zhenya;
evgenia yevgenia zhenya; fyodor fedor theodor fedya; galina halyna galya; georgy georgiy heorhii yuri
yury yuriy yurii iurii zhora gosha yura jerzy jiri jirka jurek george; gleb hlib; grigory grigoriy
hryhorii grisha; igor ihor; ilya illia ilia ilyusha; ivan ivo vanya john jan janek honza jano; irina
iryna ira; konstantin kostiantyn kostya; ksenia kseniya xenia oksana ksyusha; larisa lara; leonid lyonya;
lev leo lyova; lyubov liubov lyuba; lyudmila liudmyla ludmila lyuda mila; maksim maxim maksym max;
margarita rita; maria mariya mariia masha marusya marysia maja manya; mikhail mykhailo michal michail
misha mischa michael; marina maryna; nadezhda nadiia nadia nadya; natalia natalya nataliia natasha nata;
nikita mykyta; nikolai nikolay mykola kolya mikolaj mikulas; oleg oleh; olga olha olya ola; pavel pavlo
pawel pasha pasza; polina polya; pyotr petr petro piotr peter petya piotrek; roman roma; sergei sergey
serhii serhiy siarhei seryozha serge; semyon semen simon syoma; sofia sofiya zofia zosia sonya sonia;
stanislav stanislaw stas staszek; stepan stepa stefan; svetlana svitlana sveta lana; taras tarasik;
tatiana tatyana tetiana tanya tania; timofei timofey tymofii tima; vadim vadym; valentina valya; valery
valeriy valerii valera; vasily vasiliy vasyl vasya; vera vira; viktor victor vitya; viktoria viktoriya
viktoriia victoria vika; vitaly vitaliy vitalii vitalik; vladimir volodymyr uladzimir vova volodya
wlodzimierz wlodek vlad; vladislav vladyslav vlad slava; vyacheslav viacheslav slava; yaroslav iaroslav
jaroslaw jarek jaroslav slava; yakov yakiv yasha jakub kuba jacob; yulia yuliya iuliia julia yulya;
agnieszka aga; barbara basia; bartlomiej bartosz bartek; boguslaw bogdan bogus; elzbieta ela elka; ewa
ewka; franciszek franek; grzegorz grzesiek; henryk heniek; jadwiga jadzia; jozef jozek pepa josef; joanna
asia; kazimierz kazik; krystyna krysia; krzysztof krzysiek krzys; lukasz luki; maciej maciek; magdalena
magda; malgorzata gosia malgosia; mateusz mati; michal misiek; pawel pawelek; ryszard rysiek; slawomir
slawek; stanislaw stach; stefania stefcia; tadeusz tadek; tomasz tomek; wojciech wojtek; zbigniew
zbyszek; zdzislaw zdzisiek; frantisek franta; vaclav vasek; miroslav mirek; zdenek zdenda; jaroslav
jarda; tomas tom; bohumil bohous; karel kaja; stjepan stipe stefan; nikola niko; dragan dragi; milorad
mile
"""

WIDER: Final = """
abdallah abdullah; abdurrahman abdulrahman abderrahmane; ahmad ahmed ahmet; ali aly; aisha aicha ayesha
ayse; fatima fatma fatimah fatemeh; hasan hassan; hussein husayn hossein hussain husein huseyin; ibrahim
brahim ebrahim; ismail ismael; jamal gamal cemal; khadija khadijah hatice hadiza; khaled khalid; mahmoud
mahmud mahmut; mariam maryam meryem miriam; mustafa mostafa mustapha; omar umar omer; osama usama; othman
uthman osman usman; said saeed sayed; salah saleh salih; tariq tarek tarik; yahya yehia; youssef yusuf
yousef yosef joseph yossi; zainab zeinab zeynep; mehmet memo; ismet izzet; avraham abraham avi; binyamin
benjamin benny; chaim haim hayyim; david dudu dudi; eliyahu eli elijah; moshe moses moishe; shlomo
solomon; shmuel samuel; yaakov jacob kobi; yehuda judah; yitzhak isaac itzik; yehoshua joshua shuki;
alexandros alexander alekos alexis; athanasios thanasis nasos sakis thanos; konstantinos constantinos
kostas costas dinos; christos chris; dimitrios dimitris dimitra mitsos jim; eleni helena elena lena;
evangelos vangelis; georgios giorgos george yorgos giorgi; ioannis giannis yannis yiannis john; katerina
aikaterini ekaterini katina; maria marika; michail michalis; nikolaos nikos nick; panagiotis panos takis
panayiotis; spyridon spyros; stavros; stylianos stelios; theodoros thodoris theo; vasileios vasilis
vassilis bill; istvan pista steve; jozsef joska; sandor sanyi alexander; erzsebet bozsi zsoka erzsi;
ferenc feri; gyorgy gyuri george; janos jancsi john; katalin kati; laszlo laci; mihaly misi; zoltan zoli;
zsuzsanna zsuzsa zsuzsi; aleksi alex; juhani jussi juha; kaarina kaija; antti andreas; heikki henrik;
matti matthias; mikko mikael; pekka petri; siobhan shivaun; sean shane; caoimhe keeva; aoife eefa; niamh
neve; padraig patrick paddy; seamus james; eoghan owen eoin; tadhg tim; rajesh raj; rajendra raj rajen;
krishna kris; lakshmi laxmi; srinivas srini shrinivas; subramaniam subramanian subra mani; venkatesh
venkat venky; vikram vik; vijay vij; sanjay sanj; ananthakrishnan ananth; oluwaseun seun; oluwatobi tobi;
olufemi femi; oluwafemi femi; olumide mide; ayodele ayo; babatunde tunde; adebayo bayo; chukwuemeka
emeka; chinedu nedu; ngozi; temitope tope
"""

GROUPS: Final = tuple(
    tuple(group.split())
    for block in (ENGLISH, GERMANIC, ROMANCE, SLAVIC, WIDER)
    for group in block.split(";")
)

# Further given names that have no short form here; known, so that Marta is not taken for a mistyped Maria.
_OTHERS: Final = """
adam agnes alan alba alina alma amelia amina amy ana andre anita annika arne arthur astrid audrey aurora
axel bianca birgit bjorn bruno camila carla carlo cecilia celine chiara clara claudia claudio colin cora
dalia dario diego dora edith elin elisa elsa emil emilia emma enzo erik eric erica erika ernst esther eva
fabian fabio felix finn flora florian frank freya gaia gerda giulia gloria hanna hannah hector heidi
helga hugo ida ines inga ingrid iris isla ivan jana jane janna jasmin jelena jonas julian julius karim
karin karla kevin laila lara laura lea leila lena leon leona leticia lidia lilia lina linda linus livia
liz lorena luca lucas lucia luisa luka lukas luna maja malin mara marc marcel marcello marco marcos
marcus maria marian mariana mario marion mark marko markus marlene marta martha martina mateo maura mauro
maya mia mila milan mina mira miriam mona monica monika nadia nadja naomi nelly nina noah noel nora norma
olga oscar oskar otto pablo paola paolo paul paula paulo pauline pia rainer ralf ramona raul regina rene
rita robin romeo ron rosa ruben ruth sabrina salma salome samir sandra sara selma silke silvia simon
simone sina sonia sonja sophia stella sven tamara tania tanja tara tara thea tiago timo tom tomas tomi
uwe valentin valeria vera victor viola vivien wilma xenia yasmin yvonne zara zoe ivana ivona jon ron don
dan dean dawn tim kim jim joan jean jane june judy jade leah lee leigh neil nell alice elise aline arno
arnold harald gerald erwin edwin edgar egon hana mari marie daniela daniele emilio amelie amalia milena
malena selena helene irene inka anika monique dominik rafael raphael michaela gabriela marcela adrian
adriana julien juliana carmela carmelo pedro pietro mattia mirko marek darek tarek malik anil sunil amit
sumit rohit mohit ravi kavi anita sunita kavita savita nisha disha asha usha meena reena leena neha sneha
arun varun tarun karan kiran wei mei fei lei yan yang ying ming jing ling ping ning hui hua kenji koji
shinji keiko reiko yuki yuko miki mika minho minjun jiho jihun yuna yuri yusuf murat kerem deniz emre
eren elif esra
"""
OTHERS: Final = frozenset(_OTHERS.split())
