"""Words for Chinese sample people. Pairs are (characters, pinyin), so that e-mail addresses fit their owners."""

from __future__ import annotations

SURNAMES = (
    ("王", "wang"), ("李", "li"), ("张", "zhang"), ("刘", "liu"), ("陈", "chen"), ("杨", "yang"), ("赵", "zhao"),
    ("黄", "huang"), ("周", "zhou"), ("吴", "wu"), ("徐", "xu"), ("孙", "sun"), ("胡", "hu"), ("朱", "zhu"),
    ("高", "gao"), ("林", "lin"), ("何", "he"), ("郭", "guo"), ("马", "ma"), ("罗", "luo"), ("梁", "liang"),
    ("宋", "song"), ("郑", "zheng"), ("谢", "xie"), ("韩", "han"), ("唐", "tang"), ("冯", "feng"), ("董", "dong"),
    ("程", "cheng"), ("曹", "cao"), ("袁", "yuan"), ("邓", "deng"), ("许", "xu"), ("傅", "fu"), ("沈", "shen"),
    ("曾", "zeng"), ("彭", "peng"), ("吕", "lv"), ("苏", "su"), ("卢", "lu"), ("蒋", "jiang"), ("蔡", "cai"),
    ("贾", "jia"), ("魏", "wei"), ("薛", "xue"), ("叶", "ye"), ("余", "yu"), ("潘", "pan"), ("杜", "du"),
    ("戴", "dai"), ("夏", "xia"), ("钟", "zhong"), ("田", "tian"), ("任", "ren"), ("姜", "jiang"), ("范", "fan"),
    ("方", "fang"), ("石", "shi"), ("兰", "lan"), ("蓝", "lan"), ("单", "shan"), ("仇", "qiu"), ("欧阳", "ouyang"),
    ("诸葛", "zhuge"), ("司马", "sima"), ("上官", "shangguan"),
)  # fmt: skip

GIVEN_NAMES = (
    ("伟", "wei"), ("芳", "fang"), ("娜", "na"), ("敏", "min"), ("静", "jing"), ("磊", "lei"), ("洋", "yang"),
    ("艳", "yan"), ("勇", "yong"), ("杰", "jie"), ("涛", "tao"), ("明", "ming"), ("超", "chao"), ("岚", "lan"),
    ("霞", "xia"), ("平", "ping"), ("桂英", "guiying"), ("秀兰", "xiulan"), ("建国", "jianguo"),
    ("建华", "jianhua"), ("志强", "zhiqiang"), ("心怡", "xinyi"), ("思敏", "simin"), ("宇航", "yuhang"),
    ("立新", "lixin"), ("子涵", "zihan"), ("雨桐", "yutong"), ("浩然", "haoran"), ("欣妍", "xinyan"),
    ("俊杰", "junjie"), ("佳琪", "jiaqi"), ("晓东", "xiaodong"), ("晓燕", "xiaoyan"), ("海波", "haibo"),
    ("文博", "wenbo"), ("梓萱", "zixuan"), ("天佑", "tianyou"), ("美玲", "meiling"), ("国强", "guoqiang"),
    ("春梅", "chunmei"), ("志远", "zhiyuan"), ("雅婷", "yating"), ("嘉豪", "jiahao"), ("诗涵", "shihan"),
    ("明轩", "mingxuan"), ("若溪", "ruoxi"), ("一诺", "yinuo"), ("振华", "zhenhua"), ("丽丽", "lili"),
    ("婷婷", "tingting"), ("凯文", "kaiwen"), ("永康", "yongkang"), ("慧敏", "huimin"), ("世杰", "shijie"),
    ("淑芬", "shufen"), ("家伟", "jiawei"), ("乐", "le"), ("行", "xing"), ("曦", "xi"), ("鑫", "xin"),
)  # fmt: skip

# A brand, as it is written in characters, in Latin letters, and in an address of the internet.
BRANDS = (
    ("晨曦", "Chenxi"), ("蓝海", "Lanhai"), ("恒远", "Hengyuan"), ("锦程", "Jincheng"), ("华晟", "Huasheng"),
    ("瑞丰", "Ruifeng"), ("中联", "Zhonglian"), ("天成", "Tiancheng"), ("博雅", "Boya"), ("鼎新", "Dingxin"),
    ("海纳", "Haina"), ("启明", "Qiming"), ("安泰", "Antai"), ("和顺", "Heshun"), ("金桥", "Jinqiao"),
    ("东方红叶", "Hongye"), ("远航", "Yuanhang"), ("百川", "Baichuan"), ("凌云", "Lingyun"), ("正和", "Zhenghe"),
    ("同心", "Tongxin"), ("长青", "Changqing"), ("九州", "Jiuzhou"), ("宏图", "Hongtu"), ("星辰", "Xingchen"),
    ("汇通", "Huitong"), ("佳禾", "Jiahe"), ("信达", "Xinda"),
)  # fmt: skip

SECTORS = (
    ("医疗器械", "Medical"), ("贸易", "Trading"), ("精密机械", "Precision Machinery"), ("物流", "Logistics"),
    ("电子科技", "Electronics"), ("食品", "Foods"), ("纺织", "Textiles"), ("新能源", "New Energy"),
    ("包装材料", "Packaging"), ("信息技术", "Information Technology"), ("建筑设计", "Architects"),
    ("化工", "Chemicals"), ("家居", "Home"), ("汽车配件", "Auto Parts"), ("文化传播", "Media"),
    ("生物技术", "Biotech"),
)  # fmt: skip

CITIES = (
    ("上海市浦东新区", "张江路"), ("上海市徐汇区", "漕溪北路"), ("北京市朝阳区", "建国路"),
    ("北京市海淀区", "中关村大街"), ("广州市天河区", "体育西路"), ("深圳市南山区", "科技园路"),
    ("杭州市西湖区", "文三路"), ("苏州市工业园区", "星湖街"), ("南京市鼓楼区", "中山北路"),
    ("成都市高新区", "天府大道"), ("武汉市江汉区", "解放大道"), ("西安市雁塔区", "科技路"),
    ("宁波市鄞州区", "天童南路"), ("青岛市市南区", "香港中路"), ("厦门市思明区", "湖滨南路"),
    ("重庆市渝北区", "金开大道"),
)  # fmt: skip

TITLES = (
    "总经理", "副总经理", "采购经理", "采购专员", "销售总监", "业务主管", "客服主管", "品控经理", "财务经理",
    "市场经理", "研发工程师", "项目经理", "人力资源经理", "行政主管", "法务顾问", "供应链经理", "技术总监", "大区经理",
)  # fmt: skip

ALIASES = (
    "{surname}总", "{surname}经理", "{surname}工", "老{surname}", "小{surname}", "{surname}老师", "广交会认识",
    "{company}对接人", "下午联系", "微信联系优先", "{surname}主任", "报价找他",
)  # fmt: skip
