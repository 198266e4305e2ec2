"""Words that do not tell one organization, position or place from another, and words that mean the same."""

from __future__ import annotations

from typing import Final


def _table(text: str) -> dict[str, str]:
    """From "sr=senior; vp=vice president;" to a table."""
    pairs = (entry.partition("=") for entry in text.split(";") if entry.strip())
    return {" ".join(short.split()): " ".join(long.split()) for short, _, long in pairs}


_LEGAL_FORMS: Final = """
gmbh ag kg kgaa ohg ug se ev eg mbh gbr inc incorporated corp corporation co company ltd limited llc llp
lp plc pty sa sas sarl srl spa snc sasu eurl bv nv cv vof ab oy oyj as asa aps kft zrt nyrt bt doo dd ad
ood eood sro spol zoo spzoo sp z o k ooo oao zao pao pvt private pte sdn bhd kk yk cia ltda eireli sl slu
slp the and und et y e of for holding holdings group gruppe groupe grupo gruppo
"""
LEGAL_FORMS: Final = frozenset(_LEGAL_FORMS.split())
_SAME_WORDS: Final = """
univ=university; uni=university; universitat=university; universite=university; universidad=university;
universita=university; universidade=university; universiteit=university; institut=institute;
inst=institute; instituto=institute; hosp=hospital; dept=department; tech=technologies;
technology=technologies; technologie=technologies; svcs=services; service=services; assoc=associates;
mfg=manufacturing; intl=international; labs=laboratories; lab=laboratories; system=systems;
solution=solutions; partner=partners; bros=brothers;
"""
SAME_WORDS: Final = _table(_SAME_WORDS)
_POSITION_WORDS: Final = """
sr=senior; snr=senior; jr=junior; jnr=junior; vp=vice president; svp=senior vice president; evp=executive
vice president; avp=assistant vice president; eng=engineer; engr=engineer; engineering=engineer;
dev=developer; mgr=manager; mngr=manager; management=manager; dir=director; asst=assistant;
assoc=associate; exec=executive; ceo=chief executive officer; cto=chief technology officer; cfo=chief
financial officer; coo=chief operating officer; cmo=chief marketing officer; cio=chief information
officer; pm=product manager; hr=human resources; admin=administrator; acct=account; mktg=marketing;
ops=operations; sw=software; qa=quality assurance; r&d=research development; spec=specialist;
rep=representative; prof=professor; gm=general manager; md=managing director; it=information technology;
"""
POSITION_WORDS: Final = _table(_POSITION_WORDS)
_EMPTY_WORDS: Final = """
of the for and at in a an de la und et der die für fuer - & / i ii iii
"""
EMPTY_WORDS: Final = frozenset(_EMPTY_WORDS.split())
# Names of one town in several languages; the first is the key.
TOWNS: Final = """
munich munchen muenchen monaco-di-baviera
cologne koln koeln
vienna wien
zurich zuerich
geneva geneve genf
milan milano mailand
rome roma rom
florence firenze florenz
venice venezia venedig
naples napoli neapel
turin torino
genoa genova genua
brussels brussel bruxelles brussel
antwerp antwerpen anvers
ghent gent gand
bruges brugge
lisbon lisboa lissabon
seville sevilla
athens athina athen
prague praha prag
warsaw warszawa warschau
krakow cracow krakau
wroclaw breslau
gdansk danzig
copenhagen kobenhavn kopenhagen
gothenburg goteborg
helsinki helsingfors
moscow moskva moskau
kyiv kiev kiew
lviv lvov lwow lemberg
bucharest bucuresti bukarest
belgrade beograd belgrad
nuremberg nurnberg nuernberg
hanover hannover
brunswick braunschweig
strasbourg strassburg
nice nizza
basel basle bale
bern berne
luzern lucerne
hague den-haag the-hague
beijing peking
guangzhou canton
mumbai bombay
bangalore bengaluru
kolkata calcutta
chennai madras
ho-chi-minh-city saigon hcmc
new-york nyc new-york-city manhattan brooklyn
san-francisco sf san-francisco-bay bay
los-angeles la
washington washington-dc dc
philadelphia philly
mexico-city ciudad-de-mexico cdmx
sao-paulo sampa
rio-de-janeiro rio
london greater-london
tel-aviv tel-aviv-yafo
istanbul constantinople
cairo al-qahirah
"""
_AROUND: Final = """
greater area metropolitan metro region city of raum stadt bay county district
"""
AROUND: Final = frozenset(_AROUND.split())
_FREE_MAIL: Final = """
gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es hotmail.com hotmail.co.uk
hotmail.fr outlook.com outlook.de live.com live.nl msn.com icloud.com me.com mac.com aol.com gmx.de
gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me
fastmail.com zoho.com yandex.ru yandex.com mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net wp.pl o2.pl
onet.pl interia.pl seznam.cz centrum.cz libero.it virgilio.it tiscali.it alice.it orange.fr wanadoo.fr
free.fr laposte.net sfr.fr bluewin.ch ziggo.nl xs4all.nl kpnmail.nl telenet.be skynet.be comcast.net
verizon.net att.net sbcglobal.net btinternet.com sky.com rediffmail.com qq.com 163.com 126.com sina.com
naver.com hanmail.net daum.net uol.com.br bol.com.br terra.com.br example.com example.org example.net
"""
FREE_MAIL: Final = frozenset(_FREE_MAIL.split())
_SHARED_MAILBOXES: Final = """
info office hello hallo contact kontakt mail post team sales support help helpdesk service admin
administration jobs careers career hr recruiting recruitment bewerbung press presse media marketing
billing accounting invoice invoices finance legal privacy security webmaster postmaster hostmaster
noreply no-reply newsletter news events booking bookings reservation reception secretary sekretariat
zentrale family familie famille familia all everyone staff board enquiries inquiries feedback orders shop
"""
SHARED_MAILBOXES: Final = frozenset(_SHARED_MAILBOXES.split())
