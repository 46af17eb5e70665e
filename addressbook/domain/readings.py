"""How people read, and so type, Chinese characters: the common readings of each, the likeliest first.

The dictionary knows rare and ancient readings of a quarter of all characters (大 also "tai", 石 also "dan"); found by
those, a list would be full of contacts that nobody meant. So a character has the one reading that is its most usual,
unless it stands in the table below. Whoever is looked for by a reading that is right in one place only (surnames,
words) is found through `pinyin.special_readings`.
"""

from __future__ import annotations

from addressbook.domain.pinyin import readings, special_readings
from addressbook.domain.simplified import simplified

# Characters with several readings in use, in names, companies, titles and places, without tones (v is ü).
_POLYPHONES = """
阿 a e|柏 bai bo|薄 bao bo|堡 bao bu pu|卜 bu bo|参 can shen cen|藏 cang zang|曾 zeng ceng|差 cha chai|查 cha zha
朝 chao zhao|车 che ju|称 cheng chen|乘 cheng sheng|澄 cheng deng|匙 chi shi|重 zhong chong|仇 qiu chou|臭 chou xiu
传 chuan zhuan|幢 zhuang chuang|大 da dai|单 dan shan chan|弹 dan tan|得 de dei|的 de di|地 di de|翟 zhai di
似 si shi|调 diao tiao|都 du dou|度 du duo|囤 tun dun|恶 e wu|番 fan pan|繁 fan po|佛 fo fu|否 fou pi|盖 gai ge
给 gei ji|炅 jiong gui|还 hai huan|行 xing hang heng|巷 xiang hang|和 he huo hu|核 he hu|会 hui kuai|系 xi ji
稽 ji qi|缉 ji qi|奇 qi ji|贾 jia gu|降 jiang xiang|强 qiang jiang|角 jiao jue|校 xiao jiao|觉 jue jiao|解 jie xie
劲 jin jing|桔 ju jie|句 ju gou|圈 quan juan|浚 jun xun|龟 gui jun qiu|咖 ka ga|卡 ka qia|槛 kan jian|壳 ke qiao
括 kuo gua|落 luo la lao|乐 le yue|勒 le lei|棱 leng ling|了 le liao|六 liu lu|绿 lv lu|率 lv shuai|露 lu lou
络 luo lao|埋 mai man|脉 mai mo|蔓 man wan|没 mei mo|秘 mi bi|泌 mi bi|缪 miao mou miu|模 mo mu|牟 mou mu|娜 na nuo
南 nan na|呢 ne ni|粘 zhan nian|弄 nong long|区 qu ou|朴 pu piao|瀑 pu bao|曝 pu bao|埔 pu bu|栖 qi xi|铅 qian yan
乾 qian gan|茄 qie jia|覃 qin tan|塞 sai se|色 se shai|莎 sha suo|刹 sha cha|厦 sha xia|杉 shan sha|召 zhao shao
折 zhe she|什 shen shi|盛 sheng cheng|省 sheng xing|石 shi dan|识 shi zhi|熟 shu shou|术 shu zhu|说 shuo shui
宿 su xiu|提 ti di|拓 tuo ta|屯 tun zhun|隗 wei kui|尉 wei yu|蔚 wei yu|尾 wei yi|洗 xi xian|铣 xi xian|吓 xia he
纤 xian qian|削 xue xiao|血 xue xie|畜 xu chu|钥 yao yue|於 yu wu|俞 yu shu|员 yuan yun|择 ze zhai|咋 za zha
轧 zha ya|栅 zha shan|扎 zha za|长 chang zhang|爪 zhua zhao|着 zhe zhao zhuo|著 zhu zhuo|种 zhong chong|椎 zhui chui
琢 zhuo zuo|仔 zai zi|柞 zuo zha|晟 sheng cheng|谌 chen shen|郗 xi chi|乜 nie mie|祭 ji zhai|褚 chu zhu|涡 wo guo
浒 hu xu|莆 pu fu|涌 yong chong|泷 long shuang|莞 guan wan|枞 zong cong|蚌 bang beng|筠 yun jun|歙 she xi
莘 shen xin|渑 mian sheng|荥 xing ying|珲 hui hun|徵 zhi zheng|适 shi kuo|冯 feng ping|谷 gu yu|伯 bo bai|百 bai bo
白 bai bo|芥 jie gai|茜 qian xi|峙 zhi shi|洞 dong tong|侗 dong tong|氏 shi zhi|炮 pao bao|刨 bao pao|叶 ye xie
遗 yi wei|约 yue yao|综 zong zeng|嚼 jiao jue
""".replace("\n", "|")


def _table() -> dict[str, tuple[str, ...]]:
    lines = (entry.split() for entry in _POLYPHONES.split("|"))
    return {char: tuple(syllables) for char, *syllables in filter(None, lines)}


POLYPHONES = _table()

_common: dict[str, tuple[str, ...]] = {}


def common_readings(char: str) -> tuple[str, ...]:
    """The readings by which a character is looked for, as syllable and tone ("zhong4"); () where it has none."""
    known = _common.get(char)
    if known is None:
        known = _common[char] = _chosen(char)
    return known


def readings_in(text: str, *, person: bool = False) -> tuple[tuple[str, ...], ...]:
    """For each character of `text` the readings by which it is looked for in this place, the right one first.

    `person`: the text is somebody's name, so that its first characters are read as a surname.
    """
    special = special_readings(simplified(text), person=person)
    found: list[tuple[str, ...]] = []
    for place, char in enumerate(text):
        common = common_readings(char)
        right = special.get(place)
        if right is not None:
            common = (right, *(one for one in common if one[:-1] != right[:-1]))
        found.append(common)
    return tuple(found)


def _chosen(char: str) -> tuple[str, ...]:
    every = readings(char)
    if len(every) < 2:
        return every or _of_the_simplified(char)
    wanted = POLYPHONES.get(char)
    if wanted is None:
        # As the simplified one, as far as the dictionary lets this one be read so, too: 單 as 单
        wanted = POLYPHONES.get(simplified(char), ())
    first_of: dict[str, str] = {}
    for one in every:
        first_of.setdefault(one[:-1], one)
    return tuple(first_of[syllable] for syllable in wanted if syllable in first_of) or every[:1]


def _of_the_simplified(char: str) -> tuple[str, ...]:
    plain = simplified(char)
    return common_readings(plain) if plain != char else ()
