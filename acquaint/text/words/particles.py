"""Small words inside names that some write and some leave out, and family names that stand first."""

from __future__ import annotations

from typing import Final

_PARTICLES: Final = """
van von de der den del della dello degli di da do dos das du des la le las los y e i zu zum zur ter ten
te af av al el as ul ibn bin ben bint abu um op het vande vander vanden do dal dalla lo san st bar mac ap
"""
PARTICLES: Final = frozenset(_PARTICLES.split())
# Chinese, Korean and Vietnamese family names: where one of them stands first, the given name follows it.
_FAMILY_FIRST: Final = """
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly wang li zhang liu chen yang huang
zhao wu zhou xu sun zhu hu guo lin gao luo zheng liang xie tang feng deng cao peng zeng xiao tian dong
yuan pan jiang cai yu du ye cheng su wei lu ding ren shen yao cui zhong tan kim gim park bak choi choe
jung jeong kang cho jo yoon yun jang lim han oh seo shin kwon hwang ahn song hong
"""
FAMILY_FIRST: Final = frozenset(_FAMILY_FIRST.split())
