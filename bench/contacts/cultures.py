"""Names for invented people, by culture: those for tuning and those held out share no list."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Culture:
    """Given names, frequent family names, and beginnings and ends from which rare ones are made."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    stems: tuple[str, ...]
    ends: tuple[str, ...]
    style: str = "western"  # western, double (two family names), eastern (family first when written natively)

    def given(self, rng: random.Random, woman: bool) -> str:  # noqa: FBT001  # a draw by sex
        """A given name; the first of the list are the most frequent."""
        return _draw(rng, self.women if woman else self.men)

    def family(self, rng: random.Random) -> str:
        """A family name: a quarter of them frequent, the others made."""
        if rng.random() < 0.25 or not self.stems:
            return _draw(rng, self.families)
        return rng.choice(self.stems) + rng.choice(self.ends)


def _draw(rng: random.Random, names: tuple[str, ...]) -> str:
    return names[int(len(names) * rng.random() ** 1.6)]


def _of(
    women: str, men: str, families: str, stems: str = "", ends: str = "", style: str = "western"
) -> Culture:
    ends = ends.replace("·", "")
    return Culture(
        *(tuple(text.split()) for text in (women, men, families, stems)), tuple(ends.split()), style
    )  # type: ignore[arg-type]


TUNING: Final = {
    "english": _of(
        "Elizabeth Jennifer Margaret Catherine Susan Rebecca Patricia Deborah Victoria Samantha Emily "
        "Rachel Amanda "
        "Christine Abigail Alice Heather Grace Lucy Judith",
        "William Robert James Michael Thomas Edward Richard Christopher Andrew Daniel Matthew Joseph "
        "Anthony Benjamin "
        "Gregory Stephen Nicholas Adam Keith Graham",
        "Smith Jones Taylor Brown Wilson Walker Wright Robinson Clarke Harris Lewis Turner Baker "
        "Carter Mitchell",
        "Ash Black Col Dun Fair Gold Harr Kings Lang Mar North Old Penn Red Stan Thorn Under Wal Whit Wool",
        "bury field ford grave ham hurst ley man more ridge ston ton wick wood worth",
    ),
    "german": _of(
        "Katharina Elisabeth Susanne Gabriele Stefanie Ulrike Monika Franziska Johanna Brigitte "
        "Sabine Heike Anke Petra",
        "Wolfgang Michael Andreas Johannes Matthias Friedrich Sebastian Maximilian Heinrich Ulrich "
        "Jürgen Günther Jörg",
        "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Köhler "
        "Krüger Böhm Groß",
        "Ahr Berg Dorn Eich Feld Grün Hag Kirch Linden Mühl Nuss Ober Rosen Stein Tann Wald Wies Zell",
        "acker bach bauer berger brandt haus heimer hofer huber meier mann mayr thaler städter",
    ),
    "french": _of(
        "Catherine Isabelle Nathalie Véronique Stéphanie Céline Hélène Françoise Aurélie Mathilde "
        "Chloé Inès Margaux",
        "Philippe Nicolas Frédéric François Jérôme Sébastien Mathieu Antoine Rémi Étienne Guillaume "
        "Thierry Gaël",
        "Martin Bernard Dubois Durand Moreau Laurent Lefèvre Girard Bonnet François Mercier Guérin",
        "Bel Char Des Font Gren Lam Mont Par Rous Val Vign Ber",
        "aud ault bert court ier mont nard onnier roux sard tel vière",
    ),
    "spanish": _of(
        "Dolores Concepción Guadalupe Mercedes Pilar Isabel Beatriz Cristina Teresa Rosario Lucía "
        "Alba Noelia",
        "Francisco José Ignacio Enrique Manuel Rafael Eduardo Alejandro Santiago Jesús Guillermo Álvaro Iván",
        "García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Jiménez Ruiz Núñez Ibáñez",
        "Agui Bal Cas Del Esco Mon Oli Pal Que Sal Torr Val",
        "bedo beros dero dillo fuente gado jera lejo mera rrano talva verde",
        style="double",
    ),
    "russian": _of(
        "Екатерина Анастасия Елена Мария Наталья Ольга Татьяна Юлия Светлана Ксения Анна Ирина",
        "Александр Дмитрий Сергей Михаил Николай Алексей Владимир Андрей Евгений Юрий Павел Фёдор",
        "Иванов Смирнов Кузнецов Попов Соколов Лебедев Козлов Новиков Морозов Петров Щербаков Журавлёв",
        "Бел Вол Гор Дуб Зим Кал Лан Мал Орл Рыб Сав Чер Шал Яков",
        "ин ов енко ский ушкин чук ьев шин",
    ),
    "polish": _of(
        "Katarzyna Małgorzata Agnieszka Magdalena Elżbieta Joanna Barbara Krystyna Zofia Łucja",
        "Krzysztof Grzegorz Tomasz Paweł Michał Wojciech Zbigniew Łukasz Stanisław Jakub",
        "Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Dąbrowski Piątek",
        "Bor Czar Gał Jabł Kraw Lip Mas Ostr Pio Sos Wierz Żur",
        "czak czyk ecki iński ka ok owicz owski yński",
    ),
    "chinese": _of(
        "Fang Xiaoling Yan Meiling Jing Lihua Xiuying Yuting Min Jiayi",
        "Wei Jianguo Jun Haoran Lei Zhiqiang Ming Yifan Bo Xiaoming",
        "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Zhu Hu Guo",
        style="eastern",
    ),
    "indian": _of(
        "Lakshmi Priyanka Anjali Deepika Kavitha Sunita Ananya Pooja Shreya Meenakshi",
        "Rajesh Venkatesh Srinivas Vikram Sanjay Subramaniam Krishna Amit Arjun Rahul",
        "Sharma Patel Gupta Reddy Iyer Nair Mehta Kulkarni Banerjee Desai Joshi Rao",
        "Bha Chan Dham Ghor Jay Kar Man Nag Rama Sesh Tri Vish",
        "dekar garajan kumar lingam nathan pande rman sundaram tala vedi",
    ),
}

HELD_OUT: Final = {
    "italian": _of(
        "Francesca Elisabetta Alessandra Giuseppina Margherita Antonella Chiara Ilaria Beatrice Loredana",
        "Giuseppe Giovanni Francesco Alessandro Salvatore Vincenzo Lorenzo Domenico Niccolò Raffaele Luigi",
        "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco De_Luca Di_Stefano",
        "Ab Bra Cam Dona Fal Giam Lomb Mari Pel Sar Tof Zam",
        "agli ardi betti cini dori etti gnoli melli nuzzi parini ruggia telli",
    ),
    "portuguese": _of(
        "Gabriela Fernanda Carolina Conceição Mariana Patrícia Joana Inês Beatriz Luísa",
        "João Francisco Eduardo Henrique Joaquim António Gustavo Luís Tiago Nuno",
        "Silva Santos Oliveira Pereira Costa Rodrigues Almeida Carvalho Araújo Magalhães Simões",
        "Alb Barr Cald Fig Gou Lou Mend Nog Quei Sobr Teix Vasc",
        "adas ães ança eira elho eiros inho osa ouro ueira",
        style="double",
    ),
    "greek": _of(
        "Ελένη Αικατερίνη Μαρία Γεωργία Σοφία Βασιλική Δήμητρα Ευαγγελία",
        "Γεώργιος Κωνσταντίνος Δημήτριος Ιωάννης Νικόλαος Παναγιώτης Βασίλειος Θεόδωρος Χρήστος",
        "Παπαδόπουλος Οικονόμου Νικολαΐδης Γεωργίου Αναγνώστου Μακρής Βλάχος Δημητρίου",
        "Αγγελ Γιαννα Ζαχαρ Καρα Λαμπρ Μιχαλ Πετρ Σταμα Τσακ Χατζη",
        "άκης ίδης όπουλος άτος έας ούδης",
    ),
    "vietnamese": _of(
        "Thị_Lan Thị_Hương Ngọc_Anh Thu_Trang Minh_Châu Thanh_Thảo Kim_Ngân Bích_Phương",
        "Văn_Hùng Minh_Tuấn Quốc_Bảo Đức_Anh Hoàng_Long Thành_Đạt Công_Vinh Xuân_Trường",
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Đặng Bùi Đỗ Hồ Ngô",
        style="eastern",
    ),
    "turkish": _of(
        "Ayşe Fatma Zeynep Hatice Elif Gülşen Özlem Çiğdem Şule",
        "Mehmet Mustafa Ahmet Hüseyin İbrahim İsmail Ömer Çağrı Yiğit Oğuz",
        "Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Özdemir Arslan Doğan",
        "Ak Bay Er Gün Kara Kılıç Sarı Taş Uz Yıldı",
        "bulut can demiroğlu er gil kaş man oğlu soy türk",
    ),
    "arabic": _of(
        "Fatima Aisha Mariam Khadija Zainab Layla Noor Hanan Rania",
        "Mohammed Ahmed Hussein Youssef Khaled Omar Mahmoud Ibrahim Tariq Mustafa",
        "al-Hassan al-Rashid Haddad Mansour Khoury el-Sayed Nasser Saleh bin_Rashid Abdel_Rahman Farouk",
        "Ab Bar Dar Ghan Jab Kar Mas Naj Qas Sham Taw Zay",
        "ari awi dan eed fi ih loub our rani toum",
    ),
    "swedish": _of(
        "Margareta Elisabeth Kristina Birgitta Ingegärd Åsa Malin Frida Märta",
        "Lars Karl Nils Bengt Fredrik Mikael Göran Håkan Åke Björn",
        "Andersson Johansson Karlsson Nilsson Eriksson Larsson Svensson Öberg Åkesson Sjögren",
        "Berg Ceder Dahl Eke Fors Grön Hed Lind Nord Öst Sjö Vik",
        "blad blom én gren holm kvist lund mark qvist ström",
    ),
    "hungarian": _of(
        "Erzsébet Katalin Zsuzsanna Ágnes Éva Ilona Judit Réka",
        "István László József Ferenc György Zoltán Mihály Gábor",
        "Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Fekete",
        "Bak Csák Dom Erd Gál Hall Lak Pál Sár Vas",
        "ai ényi halmi hegyi kői ldi ondi ósi pataki sányi",
        style="eastern",
    ),
    "korean": _of(
        "Ji-woo Seo-yeon Min-ji Ha-eun Soo-jin Eun-kyung",
        "Min-jun Ji-hoon Sung-ho Hyun-woo Dong-hyun Jae-sung",
        "Kim Lee Park Choi Jung Kang Cho Yoon Lim Shin Han",
        style="eastern",
    ),
    "yoruba": _of(
        "Oluwaseun Temitope Folasade Adebola Yetunde Titilayo Omolara",
        "Babatunde Oluwatobi Adebayo Olumide Oluwafemi Ayodele Kayode",
        "Adeyemi Okafor Ogunleye Balogun Afolabi Ojo Olatunji Akintola",
        "Ade Aki Ayo Babu Fala Ogun Ola Owo",
        "bisi dele gbola jimi kunle niran seye toye",
    ),
    "dutch": _of(
        "Elisabeth Wilhelmina Johanna Catharina Hendrika Maaike Femke Sanne",
        "Johannes Hendrik Willem Cornelis Jacobus Petrus Gerardus Sjoerd",
        "de_Jong Jansen de_Vries van_den_Berg Bakker van_Dijk Visser Smit Mulder van_der_Meer",
        "Bos Dijk Groen Hoek Kamp Lind Nieuw Oost Veld Wolf",
        "baan dam huizen kamp laar man meijer stra veen zorg",
    ),
}
