"""Letters of other scripts in Latin ones, as they are commonly heard; common knowledge, not a standard."""

from __future__ import annotations

from typing import Final


def _pairs(text: str) -> dict[str, str]:
    """From "а=a б=b ь=" to a table; a letter may stand for nothing."""
    return dict(pair.split("=") for pair in text.split())


CYRILLIC: Final = _pairs(
    """
а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ie ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u
ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=g ќ=k ѕ=dz қ=k ғ=g
ң=n ө=o ұ=u ү=u һ=h ә=a
"""
)
GREEK: Final = _pairs(
    """
α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o
"""
)
HEBREW: Final = _pairs(
    """
א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r
ש=sh ת=t
"""
)
ARABIC: Final = _pairs(
    """
ا=a أ=a إ=i آ=a ء= ئ= ؤ=u ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh
ف=f ق=q ك=k ک=k ل=l م=m ن=n ه=h ة=a و=w ي=y ی=y ى=a پ=p چ=ch ژ=zh گ=g
"""
)
ARMENIAN: Final = _pairs(
    """
ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o
չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev
"""
)
GEORGIAN: Final = _pairs(
    """
ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh
ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h
"""
)
LETTERS: Final = {
    **CYRILLIC,
    **GREEK,
    **HEBREW,
    **ARABIC,
    **ARMENIAN,
    **GEORGIAN,
    "ー": "",
    "・": " ",
    "·": " ",
}

# Frequent signs of Chinese names; a sign that is not here stays, and then only equal signs match.
HAN: Final = _pairs(
    """
王=wang 李=li 张=zhang 張=zhang 刘=liu 劉=liu 陈=chen 陳=chen 杨=yang 楊=yang 黄=huang 黃=huang
赵=zhao 趙=zhao 吴=wu 吳=wu 周=zhou 徐=xu 孙=sun 孫=sun 马=ma 馬=ma 朱=zhu 胡=hu 郭=guo 何=he
林=lin 高=gao 罗=luo 羅=luo 郑=zheng 鄭=zheng 梁=liang 谢=xie 謝=xie 宋=song 唐=tang 许=xu 許=xu
韩=han 韓=han 冯=feng 馮=feng 邓=deng 鄧=deng 曹=cao 彭=peng 曾=zeng 肖=xiao 蕭=xiao 田=tian
董=dong 袁=yuan 潘=pan 于=yu 蒋=jiang 蔣=jiang 蔡=cai 余=yu 杜=du 叶=ye 葉=ye 程=cheng 苏=su 蘇=su
魏=wei 吕=lu 丁=ding 任=ren 沈=shen 姚=yao 卢=lu 盧=lu 姜=jiang 崔=cui 钟=zhong 鍾=zhong 谭=tan
陆=lu 汪=wang 范=fan 金=jin 石=shi 廖=liao 贾=jia 夏=xia 韦=wei 方=fang 白=bai 邹=zou 孟=meng
熊=xiong 秦=qin 邱=qiu 江=jiang 尹=yin 薛=xue 闫=yan 段=duan 雷=lei 侯=hou 龙=long 史=shi 陶=tao
黎=li 贺=he 顾=gu 毛=mao 郝=hao 龚=gong 邵=shao 万=wan 钱=qian 严=yan 武=wu 戴=dai 莫=mo 孔=kong
向=xiang 汤=tang 伟=wei 偉=wei 芳=fang 娜=na 敏=min 静=jing 丽=li 麗=li 强=qiang 磊=lei 军=jun
洋=yang 勇=yong 艳=yan 杰=jie 娟=juan 涛=tao 明=ming 超=chao 秀=xiu 英=ying 华=hua 華=hua 玉=yu
兰=lan 霞=xia 平=ping 刚=gang 桂=gui 红=hong 梅=mei 建=jian 国=guo 國=guo 志=zhi 文=wen 海=hai
春=chun 晓=xiao 小=xiao 雪=xue 玲=ling 飞=fei 燕=yan 浩=hao 宇=yu 婷=ting 佳=jia 欣=xin 怡=yi
子=zi 轩=xuan 涵=han 思=si 嘉=jia 俊=jun 峰=feng 鹏=peng 斌=bin 波=bo 辉=hui 鑫=xin 凯=kai 健=jian
新=xin 云=yun 莉=li 倩=qian 颖=ying 琳=lin 萍=ping 慧=hui 东=dong 永=yong 家=jia 天=tian 一=yi
安=an 乐=le 雨=yu 梦=meng 瑶=yao 晨=chen 泽=ze
"""
)
# Korean family names as their bearers commonly write them; one syllable, in front of the given name.
HANGUL_FAMILIES: Final = _pairs(
    """
김=kim 이=lee 박=park 최=choi 정=jung 강=kang 조=cho 윤=yoon 장=jang 임=lim 한=han 오=oh
서=seo 신=shin 권=kwon 황=hwang 안=ahn 송=song 홍=hong 유=yoo 류=ryu 전=jeon 고=ko 문=moon
양=yang 손=son 배=bae 백=baek 허=heo 남=nam 심=shim 노=noh 하=ha 곽=kwak 성=sung 차=cha
주=joo 우=woo 구=koo 민=min 나=na 진=jin 지=ji 엄=um 채=chae 원=won 천=cheon 방=bang
공=kong 현=hyun 함=ham 변=byun 염=yeom 여=yeo 추=choo 석=seok 선=sun 설=seol 마=ma 길=gil
"""
)
