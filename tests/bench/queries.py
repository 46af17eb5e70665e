"""Two hundred things that people look for, 1 to 12 characters long, typed key by key.

Taken once, with random.Random(4), from the first thousand contacts of the simulator: 70 Chinese (names, companies,
titles, addresses, two words), 45 pinyin (whole, begun, mixed with characters), 35 initials (some with the end of a
number), 30 digits (ends, beginnings, with +86, dashes and spaces), 20 in Latin letters; then shuffled. Written down
so that runs of different versions can be compared.
"""

from __future__ import annotations

# fmt: off
QUERIES = (
    "贾行", "总经", "Emily Reed", "苏建国", "7197", "总", "D", "lxy", "1839", "志", "余zhenhua", "黄", "郭guiying",
    "+86 5022", "北京市朝阳区建国", "189-3022", "sjj", "姜天佑", "5956", "shangguanjia", "+86 6338", "心怡", "gao",
    "6268", "vt. Ltd.", "sgl", "石曦", "lx", "panyh", "44", "谢敏", "hhr", "Darc", "tob vog", "fengjiaqi", "杜晓东",
    "zhucm", "lanyt", "dar dun", "yj", "hzx", "范雨 品控", "177 0166", "行政主", "yuanhuimin", "王乐", "84",
    "Fiona Lan", "厦门市", "董", "cj", "胡慧敏", "晓东", "何芳", "renmin", "lancm", "+86 5084405", "A", "钟思 技术",
    "wf", "310", "高", "供应链", "朱明", "胡haoran", "zhengjunjie", "tang", "曾", "my", "xuyongkang", "欧阳", "cxy",
    "yetin", "高凯文", "lyt 9366", "huhuimin", "司", "sunmeiling", "+86 15055217", "sm", "xu美玲", "17701", "hjh",
    "Harriet Fai", "8952", "+86 99106", "zxy", "suyuhang", "销售", "cjh 6474", "yjh", "lvkaiwen", "shen", "Wren",
    "158211049", "Ceramiche Au", "李欣妍", "瑞丰精密机", "liang乐", "3900", "朱俊杰", "Rio Claro Lt", "胡芳",
    "场经理", "南京市鼓楼区中山", "weizhiyuan", "蔡芳", "songlixin", "zhongsimin", "sl", "9668", "syn", "xiaguoqiang",
    "医疗", "33791", "静", "<b>Bo", "choujiaqi", "罗敏 法务顾问", "刘 采购专", "li伟", "胡", "Sab", "周",
    "liangxiaoyan", "钟涛", "Huasheng Pre", "1842", "1893066740", "何伟 副总", "song杰", "xumin", "fxy", "+86 93733",
    "feng雨桐", "副总", "i@ve", "郑", "dxd", "rub dun", "jgy 9883", "曾立", "官磊", "lj", "3176", "fanjunjie", "潘",
    "6201148", "程shihan", "经理", "177016710", "北京正和生物技术", "任yating", "徐", "matth", "6270", "djq",
    "fanlili", "南京同心", "贾佳琪", "hu", "cai超", "马志强", "hzzh", "lsf", "macarthur", "luk vog", "7299",
    "人力资源经理", "孙霞", "厦门市思明", "行", "dengjq", "京信达纺织股份有限公", "梁zixuan", "上海信达", "吴",
    "同心", "ll", "& Fin", "dongziha", "xuy", "3481", "1893", "马勇", "zhengxy", "lan勇", "郭超", "caiyutong",
    "徐秀 副总经", "xu", "理", "蓝雨 经理", "roh iye", "上官 链经", "cao芳", "Kep", "yuanzhiqiang", "hewenbo", "li",
)
# fmt: on
