"""Whom the searches of search_cases.py look at."""

from __future__ import annotations

from dataclasses import dataclass

from addressbook.domain import phone
from addressbook.domain.search_match import Searchable


@dataclass(frozen=True)
class Somebody:
    """A contact of the table: as DingTalk keeps it, but with the names of labels and owner."""

    name: str
    remark: str = ""
    company_name: str = ""
    title: str = ""
    address: str = ""
    email: str = ""
    state_code: str = "86"
    mobile: str = ""
    labels: tuple[str, ...] = ()
    owner: str = ""

    def searchable(self) -> Searchable:
        return Searchable(
            name=self.name,
            alias=self.remark,
            company=self.company_name,
            title=self.title,
            address=self.address,
            email=self.email,
            phone=phone.display(self.state_code, self.mobile),
            phone_digits=phone.digits(self.state_code, self.mobile),
            labels=self.labels,
            owner=self.owner,
        )


CONTACTS = {
    "zhang san": Somebody(
        "张三", "老张", "蓝海贸易有限公司", "采购经理", "武汉市江汉路66号1208室", "zhang.san@lanhai.example",
        mobile="13800128899", labels=("客户", "核心"), owner="陈洁",
    ),
    "zhang sanfeng": Somebody("张三丰", "", "武当山文化传播", "掌门", mobile="13900001111"),
    "zoe": Somebody(
        "Zoe Sanders", "Trade show, Hall 4", "Kestrel Components Ltd.", "Sales Engineer", "12 High Street, Leeds",
        "z.sanders@kestrel.example", "44", "7700908899", ("Customer", "In negotiation"), "Mia Chen",
    ),
    "shan": Somebody("单田芳", "单老师", "鞍山曲艺团", "评书演员", mobile="13500002222"),
    "shan tr": Somebody("單國璽", "", "臺灣國際貿易股份有限公司", "總經理", "臺北市中山區", "", "886", "912345678"),
    "qiu": Somebody("仇英", "", "苏州画院", "顾问"),
    "zeng": Somebody("曾国藩", "", "湘军集团", "董事长"),
    "zeng hang": Somebody("曾航"),
    "zeng huimin": Somebody("曾慧敏"),
    "ou": Somebody("区小明", "阿明", "顺德区家具厂", "厂长"),
    "xie": Somebody("解晓东", "", "音乐制作公司", "歌手"),
    "yuchi": Somebody("尉迟恭", "", "长安门业", "安全主管"),
    "ouyang": Somebody("欧阳娜娜", "Nana", "长城乐器行", "行政"),
    "lv": Somebody("吕布", "", "绿地集团", "司机"),
    "nv": Somebody("聂女士", "", "", "财务", mobile="020-88889999"),
    "chong": Somebody("李重庆", "", "重庆银行", "行长", "重庆市渝中区解放碑"),
    "le": Somebody("乐嘉", "", "快乐传媒", "主持人"),
    "ren": Somebody("任正非", "", "华为技术有限公司", "总裁", "深圳市龙岗区坂田"),
    "spaced": Somebody("王 伟", "", "大连港", "调度员"),
    "mixed": Somebody("Alex 陈", "", "ABC科技(上海)", "CTO", email="alex.chen@abc.example", mobile="13612345678"),
    "suffix": Somebody("李娜（财务）", "", "3M中国", "会计", "上海市徐汇区田林路222号", mobile="021-62753535"),
    "dot": Somebody("阿卜杜拉·买买提", "", "新疆果业", "", "乌鲁木齐市天山区"),
    "muller": Somebody("Jürgen Müller", "", "Straßenbau GmbH", "Geschäftsführer", "Köln", "", "49", "15123456789"),
    "dang": Somebody("Đặng Văn Łukasz", "Ægir", "Søndergård ApS", "Køber", "", "", "84", "912345678"),
    "oneil": Somebody("Sean O'Neil", "", "O'Neil & Sons", "Owner", "", "sean@oneil.example", "353", "851234567"),
    "jean": Somebody("Jean-Luc Picard", "", "Château Picard", "Vintner", "La Barre", "", "33", "612345678"),
    "lee": Somebody("Lee, Anna", "", "Harbour Foods", "Buyer", "", "anna.lee@harbour.example", "1", "4155550123"),
    "xian": Somebody("陈西安", "", "西安飞机公司", "工程师", "西安市阎良区"),
    "xian2": Somebody("先锋", "", "Sunrise", ""),
    "full": Somebody("ＡＢＣ　株式会社", "", "東京電機", "", "東京都港区", "", "81", "9012345678"),
    "plus": Somebody("C++ Trainer", "", "R&D Dept.", "Trainer"),
    "masked": Somebody("周密", "", "", "", mobile="1360054xxxx"),
    "digits": Somebody("007", "", "MI6", "Agent", "", "", "44", "2079460013"),
    "long": Somebody("王晓明", "", "中国工商银行股份有限公司北京分行", "客户经理", "北京市西城区复兴门内大街55号"),
    "hasegawa": Somebody("長谷川太郎", "", "株式会社タナカ", "部長", "", "", "81", "8011112222"),
    "accounts": Somebody("王明（会计）", "", "", "", "", "", "86", "13000001111"),
    "jiawei": Somebody("王家伟"),
    "chunmei": Somebody("王春梅", "小微"),
    "lindner": Somebody("Annegret Lindner", "", "Lindner & Töchter", "", "", "", "49", "15112345678"),
    "nobody": Somebody("", "", "", "", "", "", "", ""),
}  # fmt: skip
