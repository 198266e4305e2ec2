"""Given and family names by culture; every combination is made by chance and means nobody."""

from __future__ import annotations

from typing import NamedTuple


class Culture(NamedTuple):
    """Names that go together; `family_first` where the family name is spoken first."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool = False


def _culture(given: str, family: str, *, family_first: bool = False) -> Culture:
    return Culture(tuple(given.split()), tuple(family.split()), family_first)


CULTURES: tuple[Culture, ...] = (
    _culture(
        "Inês Duarte Beatriz Tomás Leonor Vasco Marta Rui Clara Henrique Matilde Afonso",
        "Quintela Valadares Seabra Brandão Fontoura Monteverde Salgueiro Tavares Lobato Moura",
    ),
    _culture(
        "Maeve Callum Orla Rhys Fiona Gareth Siân Alistair Bronwyn Declan Isla Hamish",
        "Ashdown Birtwhistle Carrick Pryce Kinloch Tremayne Lockhart Mulcahy Penrose Gilfoyle",
    ),
    _culture(
        "Amara Chidi Ngozi Kwame Abena Tunde Efua Kofi Zainab Babajide Yetunde Emeka",
        "Okonjo Adeyinka Mensah-Boadu Eze Asante Oyelaran Danquah Nwachukwu Bello Ofori",
    ),
    _culture(
        "Ananya Rohan Meera Vikram Kavya Arjun Priyanka Nikhil Divya Sanjay Lakshmi Tarun",
        "Raghunathan Deshpande Chaudhuri Subramanian Bhandari Kulkarni Mathew Sethi Iyengar Nair",
    ),
    _culture(
        "Xiulan Weiming Meilin Haoran Yating Jianyu Ruoxi Zhihao Shuting Boqin",
        "Ouyang Lin Zhao Fang Shen Tan Luo Xie Deng Guo",
        family_first=True,
    ),
    _culture(
        "Haruka Daichi Sakura Ren Akari Souta Mizuki Kenta Nanami Yuto",
        "Hayakawa Morishita Ishikura Kuroda Tachibana Okabe Nishizawa Sugihara",
    ),
    _culture(
        "Linh Minh Thảo Quân Hương Bảo Ngọc Khánh Mai Đức",
        "Nguyễn Trần Phạm Huỳnh Đặng Vũ Bùi Dương",
        family_first=True,
    ),
    _culture(
        "Layla Karim Nour Tariq Salma Yusuf Rania Omar Hanan Bilal Dalia Sami",
        "Haddad Mansouri Al-Khatib Benali Khoury Saleh Rahmani Zaki Nasser Farouk",
    ),
    _culture(
        "Svea Anders Linnéa Mikkel Astrid Lauri Ingrid Jonas Freja Oskari Signe Henrik",
        "Lindblad Sørensen Virtanen Dahlgren Hagström Nygaard Korhonen Ekelund Bakken Strand",
    ),
    _culture(
        "Katarzyna Tomasz Zuzana Marek Oksana Bohdan Ivana Pavel Magdalena Andrej Ludmila Stefan",
        "Wiśniowska Kovář Dvořáček Lewandowicz Horáková Marchenko Jelinek Sadowski Petrenko Novotná",
    ),
    _culture(
        "Ximena Joaquín Valentina Mateo Paloma Esteban Camila Rodrigo Lucía Andrés Renata Iván",
        "Villaseñor Echeverría Montalbán Quiroga Arriaga Zubiri Castellanos Fuentealba Ibarra Del-Río",
    ),
    _culture(
        "Ayşe Kerem Zeynep Emre Elif Mert Defne Baran Selin Onur",
        "Yıldırım Karaca Özdemir Akın Tekin Erdoğmuş Sönmez Aydın",
    ),
    _culture(
        "Naomi Ethan Talia Marcus Simone Darnell Jocelyn Wyatt Keisha Graham Renée Calvin",
        "Whitcombe Ellsworth Bankole-Reed Hargrove Castellane Thornquist Lavigne Prudhomme Weatherby Goode",
    ),
    _culture("Suryani Dewi Bayu Wulan Rizky Kartika", "Wijaya Santosa Kusuma Pranoto Halim"),
)

# A single name is a whole name in some places: the product must not ask for a second.
SINGLE_NAMES = ("Sukarnita", "Budiarti", "Thandiwe")

PRONOUNCED = {
    "Siân": "sharn",
    "Maeve": "mayv",
    "Nguyễn": "ngwee-en",
    "Xiulan": "shyoo-lan",
    "Ayşe": "eye-sheh",
}
CREDENTIALS = ("RN", "PhD", "MPH", "PMP", "CPA")
