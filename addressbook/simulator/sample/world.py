"""Words for sample people of the rest of the world, one `Culture` for each country they come from.

A phone number is a prefix and six free digits. The eight prefixes of a country are such that every number
made of them is valid there (checked in the tests), and differ, so that no two contacts share a number.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Culture:
    """Names, places and phone numbers of one country. `state_code` is the country code without plus sign.

    Names that are not written in Latin letters carry their sound behind a slash, for e-mail addresses.
    """

    state_code: str
    prefixes: tuple[str, ...]
    given: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    surname_first: bool = False
    chinese: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


MAINLAND = Culture("86", _words("13601 13812 13917 15055 15821 17701 18616 18930"), chinese=True)
MAINLAND_DESK = Culture("86", _words("2150 2158 2161 1058 1062 1065 2038 2085"), chinese=True)
HONG_KONG = Culture("852", _words("94 96 97 61 63 64 65 69"), chinese=True)
TAIWAN = Culture("886", _words("910 912 918 921 928 932 937 955"), chinese=True)

ABROAD = (
    Culture(
        "1", _words("2125 3105 4155 6175 2065 3125 5125 7135"),
        _words("James Emily Liam Olivia Noah Ava Michael Grace Daniel Hannah Ethan Chloe Samuel Nora Blake Audrey"),
        _words("Foster Nolan Carter Brooks Hayes Sullivan Bennett Reed Parker Walsh Coleman Hughes Mercer Lindqvist"),
        _lines("Brightwell|Kestrel|Northgate|Summit Ridge|Blue Harbor|Ironwood|Redfern|Copperline"),
        _lines("Foods|Components|Logistics Inc.|Partners LLC|Instruments|Supply Co."),
        _lines("Market Street, San Francisco|W 34th Street, New York|Pine Street, Seattle|Congress Avenue, Austin"),
    ),
    Culture(
        "44", _words("7400 7500 7711 7712 7713 7800 7900 7913"),
        _words("Alan Dylan Imogen Rowan Freya Callum Isla Gareth Fiona Hamish Bronwyn Oliver Poppy Alistair Harriet"),
        _words("Whitfield O'Connor Pemberton Ashworth MacLeod Fairbanks Thackeray Langley Holloway Greaves Atherton"),
        _lines("Langdale|Thornbury|Marlow & Finch|Pennine|Silverdale|Wren"),
        _lines("Ltd|Engineering Ltd|Textiles|Freight|Consulting|plc"),
        _lines("Deansgate, Manchester|Fenchurch Street, London|Princes Street, Edinburgh|Temple Way, Bristol"),
    ),
    Culture(
        "49", _words("15112 15123 15134 15145 15156 15167 15178 15185"),
        _words("Jürgen Katrin Björn Sabine Matthias Annegret Tobias Ulrike Florian Heike Lukas Friederike"),
        _words("Müller Schäfer Groß Weißmann Vogel Brandt Krüger Lindner Hoffmann-Reuter Öztürk Zimmermann Jäger"),
        _lines("Rheintal|Nordlicht|Feinwerk|Habicht|Königsberg & Söhne|Lechner"),
        _lines("GmbH|Maschinenbau GmbH|AG|Medizintechnik GmbH|Logistik KG"),
        _lines("Hafenstraße, Hamburg|Leopoldstraße, München|Königsallee, Düsseldorf|Zeil, Frankfurt am Main"),
    ),
    Culture(
        "33", _words("612 613 614 615 620 621 622 623"),
        _words("Élodie Benoît Chloé Anaïs Thibault Solène Jérôme Maëlle Gaëtan Océane Rémi Hélène"),
        _words("Lefèvre Moreau Beaumont Chastain Delacroix Girard Fontaine Lecomte Saint-Clair Marchand Rousselle"),
        _lines("Clairvaux|Belle Rive|Ateliers Morin|Hexalys|Grand Large"),
        _lines("SARL|SA|Distribution|et Fils|Industrie"),
        _lines("rue de Rivoli, Paris|cours Lafayette, Lyon|quai du Port, Marseille|rue Nationale, Lille"),
    ),
    Culture(
        "39", _words("3331 3332 3401 3402 3451 3471 3481 3491"),
        _words("Elena Lorenzo Chiara Matteo Giulia Alessandro Francesca Davide Beatrice Niccolò"),
        _words("Rossi Bellandi Luca-Ferri Mancini Galli Conti Fontana Ricciardi Marchetti Lanfranchi"),
        _lines("Officine Bellandi|Ceramiche Aurora|Tessuti Landi|Vetreria Sarti|Caffè Levante"),
        _lines("S.p.A.|S.r.l.|& Figli|Italia"),
        _lines("Via Dante, Milano|Via del Corso, Roma|Via Po, Torino|Via Toledo, Napoli"),
    ),
    Culture(
        "34", _words("612 613 622 633 644 655 666 677"),
        _words("Blanca Íñigo Lucía Álvaro Marisol Joaquín Nuria Gonzalo Begoña Andrés"),
        _words("Ortiz Peña Núñez García-Lorca Ibáñez Salgado Montero Echeverría Castaño Villalba"),
        _lines("Solvento|Alborada|Nortemar|Casa Peña|Sierra Clara"),
        _lines("Energía|S.L.|Alimentación|Exportaciones|S.A."),
        _lines("Gran Vía, Madrid|Avinguda Diagonal, Barcelona|Calle Sierpes, Sevilla|Calle Colón, Valencia"),
    ),
    Culture(
        "81", _words("9012 9023 9034 9045 8012 8023 8034 8045"),
        _words("健太/Kenta 美咲/Misaki 翔太/Shota 陽子/Yoko 大輔/Daisuke さくら/Sakura 誠/Makoto 由美子/Yumiko"),
        _words("佐藤/Sato 鈴木/Suzuki 高橋/Takahashi 田中/Tanaka 渡辺/Watanabe 伊藤/Ito 長谷川/Hasegawa"),
        _lines("東光/Toko|みなと/Minato|富士見/Fujimi|さくら/Sakura|大和/Yamato"),
        _lines("株式会社|物産|製作所|電機|ホールディングス"),
        _lines("東京都千代田区丸の内|大阪市北区梅田|名古屋市中区栄|横浜市西区みなとみらい"),
        surname_first=True,
    ),
    Culture(
        "82", _words("1023 1034 1045 1056 1067 1078 1089 1091"),
        _words("민준/Minjun 서연/Seoyeon 지훈/Jihun 하은/Haeun 도윤/Doyun 수빈/Subin 현우/Hyunwoo 지민/Jimin"),
        _words("김/Kim 이/Lee 박/Park 최/Choi 정/Jung 강/Kang 조/Cho 윤/Yoon 장/Jang"),
        _lines("Hanbit|Daesung|한울/Hanul|Mirae|Saebyeok"),
        _lines("Displays|Co., Ltd.|전자|Semicon|Trading"),
        _lines("서울특별시 강남구 테헤란로|부산광역시 해운대구 센텀로|Teheran-ro, Seoul|Songdo-dong, Incheon"),
        surname_first=True,
    ),
    Culture(
        "65", _words("81 82 83 84 91 92 93 96"),
        _lines("Wei Ling|Mei Hua|Jia Hao|Siti|Arjun|Kavitha|Benedict|Cheryl|Faridah|Kumar"),
        _words("Tan Lim Ng Goh Koh Rahman Krishnan Teo Chua Ong"),
        _lines("Straits|Merlion|Tanjong|Orchard Line|Keppel Bay"),
        _lines("Pte. Ltd.|Shipping|Holdings|Marine|Systems"),
        _lines("Robinson Road, Singapore|Jurong East Street, Singapore|Anson Road, Singapore"),
    ),
    Culture(
        "91", _words("9810 9820 9830 9840 9880 9890 9900 9910"),
        _words("Aarav Priya Rohan Ananya Vikram Lakshmi Sanjay Deepa Nikhil Meera"),
        _words("Sharma Iyer Patel Banerjee Reddy Kapoor Nair Chatterjee Desai Venkataraman"),
        _lines("Surya|Nilgiri|Ganga|Lotus|Deccan"),
        _lines("Pvt. Ltd.|Textiles|Pharma|Infotech|Exports"),
        _lines("MG Road, Bengaluru|Nariman Point, Mumbai|Park Street, Kolkata|Anna Salai, Chennai"),
    ),
    Culture(
        "971", _words("501 502 503 504 505 506 507 508"),
        _words("Omar Layla Khalid Noura Yousef Mariam Tariq Hessa محمد/Mohammed فاطمة/Fatima"),
        _words("Haddad Al-Mansoori Rahimi Al-Zaabi Nasser Khoury"),
        _lines("Al Noor|Gulf Pearl|Desert Rose|Falcon|Marina"),
        _lines("LLC|Trading LLC|Contracting|FZE|Group"),
        _lines("Sheikh Zayed Road, Dubai|Corniche Road, Abu Dhabi|Al Wahda Street, Sharjah"),
    ),
    Culture(
        "55", _words("11981 11982 11983 11984 11971 11972 11973 11974"),
        _words("João Beatriz Thiago Letícia Rafael Conceição Gustavo Mônica Caio Isadora"),
        _words("Silva Araújo Magalhães Guimarães Carvalho Figueiredo Nóbrega Teixeira Brandão"),
        _lines("Serra Azul|Ipê|Bandeirantes|Rio Claro|Girassol"),
        _lines("Ltda.|S.A.|Comércio|Importação|Indústria"),
        _lines("Avenida Paulista, São Paulo|Rua da Consolação, São Paulo|Avenida Faria Lima, São Paulo"),
    ),
    Culture(
        "7", _words("9031 9032 9051 9052 9161 9162 9261 9262"),
        _words("Светлана/Svetlana Алексей/Aleksei Мария/Maria Дмитрий/Dmitri Nikolai Ольга/Olga Pavel Татьяна/Tatiana"),
        _words("Иваненко/Ivanenko Orlov Кравчук/Kravchuk Volkov Белых/Belykh Lebedenko Черных/Chernykh"),
        _lines("Baltika|Сибирь/Sibir|Volga|Uralsk|Полярис/Polaris"),
        _lines("Timber|ООО|Steel|Export|Логистика"),
        _lines("Невский проспект, Санкт-Петербург|ул. Тверская, Москва|ул. Ленина, Екатеринбург"),
    ),
    Culture(
        "46", _words("701 702 703 704 721 722 723 724"),
        _words("Eva Åsa Björn Linnéa Göran Sixten Märta Östen Ingrid"),
        _words("Lind Åkesson Öberg Sjöström Nyqvist Hägglund Västerlund"),
        _lines("Norrsken|Lindblad|Skärgård|Kiruna|Älvsbyn"),
        _lines("AB|Trä AB|Design|Stål AB|Miljö"),
        _lines("Drottninggatan, Stockholm|Avenyn, Göteborg|Stortorget, Malmö"),
    ),
    Culture(
        "61", _words("412 413 414 415 421 422 431 432"),
        _words("Mitchell Tahlia Lachlan Matilda Angus Bronte Darcy Ruby"),
        _words("Kelleher Macarthur Dunbar Whitlam Kingsley Tran Papadopoulos"),
        _lines("Wattle|Southern Cross|Billabong Creek|Coral Coast"),
        _lines("Pty Ltd|Mining|Wines|Agri|Logistics"),
        _lines("George Street, Sydney|Collins Street, Melbourne|Queen Street, Brisbane"),
    ),
)  # fmt: skip

TITLES = (
    "Purchasing Manager", "Buyer", "Sales Engineer", "Account Manager", "Regional Director", "Freight Manager",
    "Product Planner", "Export Manager", "Chief Financial Officer", "Quality Manager", "Marketing Lead",
    "Development Engineer", "Operations Manager", "Legal Counsel", "Human Resources Partner", "Managing Director",
    "Key Account Executive", "Technical Consultant",
)  # fmt: skip

ALIASES = (
    "Met at Canton Fair", "Freight desk", "Samples, fast replies", "Calls back after lunch", "Old colleague of Mia",
    "Prefers e-mail", "Speaks Mandarin", "Ask for invoices", "{given} from {company}", "Project Lighthouse",
)  # fmt: skip
