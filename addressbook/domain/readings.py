"""How people read, and so type, Chinese characters: the common readings of each, the likeliest first.

The dictionary knows rare and ancient readings of a quarter of all characters (大 also "tai", 石 also "dan"); found by
those, a list would be full of contacts that nobody meant. So a character has the one reading that is its most usual,
unless it stands in the table below. Whoever is looked for by a reading that is right in one place only (surnames,
words) is found through `pinyin.special_readings`.
"""

from __future__ import annotations

from addressbook.domain.pinyin import readings, special_readings
from addressbook.domain.simplified import simplified

# Characters with several readings in use, in names, companies, titles and places, and some of which the dictionary
# puts a rare one first. Without tones, but where the dictionary does not know the reading; v is ü.
_POLYPHONES = """
阿 a e|柏 bai bo|扒 ba pa|薄 bao bo|堡 bao bu pu|剥 bo bao|磅 bang pang|膀 bang pang|蚌 bang beng|便 bian pian
槟 bin bing|泊 bo po|卜 bu bo|埔 pu bu|参 can shen cen|藏 cang zang|曾 zeng ceng|差 cha chai|查 cha zha
掺 chan can|颤 chan zhan|长 chang zhang|朝 chao zhao|称 cheng chen|澄 cheng deng|铛 dang cheng|盛 sheng cheng
晟 sheng cheng|谌 chen shen4|匙 chi shi|重 zhong chong|种 zhong chong|涌 yong chong|仇 qiu chou|褚 chu zhu
畜 xu chu|传 chuan zhuan|幢 zhuang chuang|椎 zhui chui|伺 si ci|枞 zong cong|攒 zan cuan|大 da dai|单 dan shan
弹 dan tan|的 de di|地 di de|翟 zhai di|调 diao tiao|洞 dong tong|侗 dong tong|垌 dong tong|都 du dou|囤 tun dun
驮 tuo duo|恶 e wu|番 fan pan|繁 fan po|佛 fo fu|否 fou pi|宓 mi fu|脯 pu fu|盖 gai ge|蛤 ha ge|给 gei ji|句 ju gou
贾 jia gu|纶 lun guan|莞 guan wan|炅 jiong gui|镐 gao hao|还 hai huan|咳 ke hai|行 xing hang|巷 xiang hang
和 he huo|吓 xia he|虾 xia ha|会 hui kuai|珲 hui hun|郇 xun huan|稽 ji qi|缉 ji qi|藉 ji jie|祭 ji zhai|茄 qie jia
咖 ka ga|犍 qian jian|槛 kan jian|降 jiang xiang|角 jiao jue|校 xiao jiao|觉 jue jiao|嚼 jiao jue|解 jie xie
颉 jie xie|桔 ju jie|劲 jin jing|靓 liang jing|圈 quan juan|咀 ju zui|浚 jun xun|筠 yun jun|卡 ka qia|扛 kang gang
壳 ke qiao|括 kuo gua|隗 wei kui|乐 le yue|勒 le lei|棱 leng ling|了 le liao|六 liu lu|泷 long shuang|弄 nong long
露 lu lou|络 luo lao|绿 lv lu|率 lv shuai|落 luo la|漯 luo ta|埋 mai man|脉 mai mo|蔓 man wan|没 mei mo|秘 mi bi
泌 mi bi|渑 mian sheng|缪 miao mou miu|乜 nie mie|玟 wen min|模 mo mu|牟 mou mu|娜 na nuo|呢 ne ni|粘 zhan nian
疟 nve yao|辟 pi bi|屏 ping bing|朴 pu piao|莆 pu fu|瀑 pu bao|曝 pu bao|栖 qi xi|铅 qian yan|乾 qian gan
茜 qian xi|郄 qie xi|覃 qin tan|雀 que qiao|区 qu ou|塞 sai se|色 se shai|莎 sha suo|刹 sha cha|厦 sha xia
杉 shan sha|栅 zha shan|召 zhao shao|折 zhe she|歙 she xi|什 shen shi|莘 shen xin|省 sheng xing|似 si shi
峙 zhi shi|熟 shu shou|术 shu zhu|宿 su xiu|拓 tuo ta|洮 tao yao|钭 tou dou|屯 tun zhun|崴 wei wai|圩 wei xu
尉 wei yu|蔚 wei yu|涡 wo guo|浒 hu xu|吁 xu yu|洗 xi xian|铣 xi xian|郗 xi chi|纤 xian qian|削 xue xiao|血 xue xie
荥 xing ying|芫 yuan yan|钥 yao yue|叶 ye xie|於 yu wu|俞 yu shu|员 yuan yun|凿 zao zuo|择 ze zhai|咋 za zha
轧 zha ya|扎 zha za|仔 zai zi|瑱 zhen tian|帧 zhen zheng|徵 zhi zheng|爪 zhua zhao|着 zhe zhao zhuo|著 zhu zhuo
琢 zhuo zuo|柞 zuo zha|炔 que|辗 zhan|傀 kui gui|貉 he hao|沓 ta da|诘 jie|鹄 hu gu|刨 bao pao|裳 chang shang
肋 lei le|啜 chuo|呱 gua|潦 liao|擘 bo|龈 yin|耙 pa ba|系 xi ji|度 du duo|臭 chou xiu|伽 jia qie ga|抹 mo ma
子 zi3|为 wei2|爲 wei2|媛 yuan2|隽 juan jun
得 de dei|蹊 xi|谁 shei shui|俟 si|氓 mang meng|骠 piao biao|嗲 dia|捋 lv luo|禅 chan shan|莨 liang lang
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
    if not every:
        return _of_the_simplified(char)
    wanted = POLYPHONES.get(char)
    if wanted is None:
        # As the simplified one, as far as the dictionary lets this one be read so, too: 單 as 单
        wanted = POLYPHONES.get(simplified(char), ())
    first_of: dict[str, str] = {}
    for one in every:
        first_of.setdefault(one[:-1], one)
    found = (one if one[-1].isdigit() else first_of.get(one, "") for one in wanted)
    return tuple(filter(None, found)) or every[:1]


def _of_the_simplified(char: str) -> tuple[str, ...]:
    plain = simplified(char)
    return common_readings(plain) if plain != char else ()
