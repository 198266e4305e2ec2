"""Names of countries as they stand under an address, and words that a street ends or begins with."""

from __future__ import annotations

from typing import Final

_LANDS: Final = """
germany deutschland allemagne alemania germania austria osterreich oesterreich autriche switzerland schweiz
suisse svizzera france frankreich francia italy italia italien italie spain espana spanien espagne portugal
poland polska polen czechia czech-republic cesko slovakia slovensko hungary magyarorszag ungarn romania
bulgaria greece hellas griechenland turkey turkiye tuerkei turkei netherlands the-netherlands nederland
niederlande holland belgium belgique belgie belgien luxembourg denmark danmark danemark sweden sverige
schweden norway norge norwegen finland suomi finnland iceland island ireland eire uk united-kingdom
great-britain england scotland wales northern-ireland gb usa us u-s-a united-states
united-states-of-america etats-unis estados-unidos vereinigte-staaten canada kanada mexico brazil brasil
argentina chile colombia peru india indien china japan nippon korea south-korea republic-of-korea taiwan
hong-kong-sar singapore-sg malaysia indonesia thailand vietnam viet-nam philippines australia australien
new-zealand south-africa nigeria kenya ghana egypt morocco israel uae united-arab-emirates saudi-arabia
russia rossiia rossiya russland ukraine ukraina serbia srbija croatia hrvatska slovenia slovenija estonia
latvia lithuania europe europa eu
"""
LANDS: Final = frozenset(name.replace("-", " ") for name in _LANDS.split())
_STREETS: Final = """
st str street strasse rd road ave avenue av blvd boulevard ln lane dr drive way weg allee platz gasse ring
ct court pl place plaza sq square ter terrace hwy highway pkwy parkway cres crescent row rue via calle
carrer rua avenida gata gatan vej gade ulica ul floor suite box postfach
"""
STREETS: Final = frozenset(_STREETS.split())
