"""What stands before and behind names on cards and profiles: degrees, licences, honours, titles."""

from __future__ import annotations

from typing import Final

_LISTED = """
phd dphil md do jd llm llb mba emba ma ms msc meng mphil mres mph mpa mpp msw mfa med edd ba bs bsc
beng bcom bba bfa bed dba dds dmd dvm dnp pharmd psyd scd dsc drph rn bsn msn np crna fnp pa pac rd
rdn lpn lcsw lmft lpc lmhc cpa acca aca ca cma cia cisa cism cissp ccsp ceh oscp cfa frm caia cfp
cipm clu chfc cams ea esq pe peng ceng ieng mice miet fiet mieee aicp leed aia riba pmp capm pgmp
pfmp prince2 csm cspo psm pspo spc rte itil togaf cbap phr sphr gphr shrmcp shrmscp mcipd fcipd
acipd cscp cpim cltd cpsm apics asq cqe cssbb cssgb lssbb obe mbe cbe kbe dbe frs frsa frcs frcp
frcog facs facp faan fasce fhea sfhea pgce qts cipp cippe cippus cipt gicsp gcih abd dipl dipling
mag
"""
_PLAIN = "phd dphil mba emba msc bsc cfa cpa pmp cissp llm pharmd edd mph dba shrmcp shrmscp sphr md"
_GENERATIONS = "jr sr ii iii iv v junior senior"
_TITLES = "dr prof professor mr mrs ms mx miss sir dame lady lord rev fr hon herr frau mme sra sr dra"

LISTED: Final = frozenset(_LISTED.split())
# Safe to recognise without a comma before them: none of these is also a family name written in capitals.
PLAIN: Final = frozenset(_PLAIN.split())
GENERATIONS: Final = frozenset(_GENERATIONS.split())
TITLES: Final = frozenset(_TITLES.split())
