from __future__ import annotations

from collections import defaultdict

import pytest

from acquaint.formats.contacts import headings, words
from acquaint.formats.contacts.headings import Heading, plain, read

GERMAN = (
    "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,"
    "Straße geschäftlich 2,Ort geschäftlich,Region geschäftlich,Postleitzahl geschäftlich,"
    "Land/Region geschäftlich,Straße privat,Ort privat,Bundesland/Kanton privat,Postleitzahl privat,"
    "Land/Region privat,Weitere Straße,Weiterer Ort,Weitere Postleitzahl,Telefon Assistent,Fax geschäftlich,"
    "Telefon geschäftlich,Telefon geschäftlich 2,Autotelefon,Telefon Firma,Fax privat,Telefon privat,"
    "Telefon privat 2,ISDN,Mobiltelefon,Weiteres Fax,Weiteres Telefon,Pager,Haupttelefon,Mobiltelefon 2,"
    "Telefon für Hörbehinderte,Telex,Beruf,Büro,E-Mail-Adresse,E-Mail 2: Adresse,E-Mail 3: Adresse,"
    "Empfohlen von,Geburtstag,Geschlecht,Hobby,Initialen,Jahrestag,Kategorien,Kinder,Name Assistent,"
    "Name des/der Vorgesetzten,Notizen,Ort,Partner,Priorität,Privat,Vertraulichkeit,Webseite,"
    "Postfach geschäftlich"
)
FRENCH = (
    "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Rue (bureau),Ville (bureau),"
    "Code postal (bureau),Pays/Région (bureau),Rue (domicile),Ville (domicile),Téléphone de l'assistant(e),"
    "Télécopie (bureau),Téléphone (bureau),Téléphone 2 (bureau),Téléphone (voiture),Téléphone société,"
    "Téléphone (domicile),Tél. mobile,Téléphone (autre),Téléphone principal,Télex,Adresse de messagerie,"
    "Adresse de messagerie 2,Anniversaire,Catégories,Conjoint(e),Enfants,Initiales,Notes,Page Web,Priorité,"
    "Profession,Recommandé par,Responsable,Sexe"
)
SPANISH = (
    "Nombre,Segundo nombre,Apellidos,Organización,Departamento,Puesto,Calle del trabajo,Ciudad de trabajo,"
    "Código postal del trabajo,País o región del trabajo,Calle del domicilio,Ciudad de domicilio,"
    "Teléfono del trabajo,Particular,Móvil,Dirección de correo electrónico,Cumpleaños,Categorías,Notas,"
    "Página Web,Cónyuge"
)


ITALIAN = (
    "Titolo,Nome,Secondo nome,Cognome,Società,Reparto,Posizione,Via,Città di lavoro,CAP di lavoro,"
    "Provincia di residenza,Telefono di casa 2,Fax di lavoro,Cellulare di casa,Numero cellulare,"
    "Telefono dell'auto,Indirizzo e-mail,Nazione/Regione di casa,Nome del responsabile,Compleanno,Note"
)
BRAZILIAN = (
    "Nome,Sobrenome,Empresa,Cargo,Fone comercial,Fone de casa,Celular de trabalho,Fax de casa,Rua de casa,"
    "Cidade de trabalho,CEP de casa,País de trabalho,E-mail primário,Aniversário,Gênero,Categorias,Notas"
)
SLOVAK = (
    "Titul,Krstné meno,Priezvisko,Spoločnosť,Funkcia,Ulica (domov),Mesto (práca),PSČ (práca),Fax do práce,"
    "Telefón domov 2,Mobilný telefón,E-mailová adresa,Narodeniny,Poznámky,Manžel(ka)"
)
FINNISH = (
    "Etunimi,Sukunimi,Näyttönimi,Ensisijainen sähköposti,Työpuhelin,Kotipuhelin,Matkapuhelinnumero,"
    "Kotiosoite,Kodin postinumero,Työpaikan kaupunki,Yritys,Osasto,Syntymävuosi,Syntymäkuukausi,Syntymäpäivä"
)
TAIWANESE = (
    "名字,姓氏,公司,職稱,商務 - 街,商務 - 市/鎮,商務 - 郵遞區號,住家 - 國家/地區,商務傳真,住家電話 2,"
    "行動電話,電子郵件地址,生日,記事,配偶"
)
KOREAN = "이름,성,회사,직함,휴대폰,직장 전화,이메일 주소,우편번호,생일,메모"
HEBREW = "שם פרטי,שם משפחה,טלפון נייד,טלפון בבית,דואר אלקטרוני,חברה,תפקיד,עיר,תאריך לידה,הערות"
LANGUAGES = [GERMAN, FRENCH, SPANISH, ITALIAN, BRAZILIAN, SLOVAK, FINNISH, TAIWANESE, KOREAN, HEBREW]


@pytest.mark.parametrize("header", LANGUAGES)
def test_the_exports_of_a_desktop_program_are_known_in_its_languages(header):
    assert [heading for heading in header.split(",") if read(heading) is None] == []


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Home Phone 2", Heading("phone", "home", "2")),
        ("Telefono di casa 2", Heading("phone", "home", "2")),
        ("Città di lavoro", Heading("city", "work", "work")),
        ("Celular de trabalho", Heading("phone", "work mobile")),
        ("商務 - 郵遞區號", Heading("postcode", "work", "work")),
        ("Fax do práce", Heading("phone", "work fax")),
        ("Business Street", Heading("street", "work", "work")),
        ("Telefon (geschäftlich)", Heading("phone", "work")),
        ("Rue (domicile)", Heading("street", "home", "home")),
        ("自宅電話", Heading("phone", "home")),
        ("会社電話", Heading("phone", "work")),
        ("E-Mail 2: Adresse", Heading("email", "", "2")),
        ("Домашний телефон", Heading("phone", "home")),
        ("Home Address 2", Heading("extended", "home", "home")),
        ("E-mail 12 - Value", Heading("email", "", "email 12")),
        ("Address 1 - Postal Code", Heading("postcode", "", "address 1")),
        ("Referred By", Heading("introduced by")),
        ("Work Fax", Heading("phone", "work fax")),
        ("LinkedIn URL", Heading("url", "linkedin")),
        ("Spouse", Heading("relation", "spouse")),
    ],
)
def test_a_heading_means_a_kind_and_where_it_leads(heading, meant):
    assert read(heading) == meant
    assert read(heading.upper()) == meant


@pytest.mark.parametrize(
    "heading", ["", "   ", "12", "Favourite soup", "networkphonebook", "E-mail 1 - Colour", "a" * 5000]
)
def test_what_nobody_knows_is_not_guessed(heading):
    assert read(heading) is None


ONE_WORD = {
    "name": "Name,Full Name,Vollständiger Name,Nom complet,Nombre completo,Nome completo,Volledige naam,"
    "Imię i nazwisko,Namn,Ad Soyad,ФИО,氏名,姓名",
    "email": "Email,E-Mail-Adresse,Courriel,Correo electrónico,Indirizzo e-mail,E-mailadres,Adres e-mail,"
    "E-post,E-posta,Электронная почта,メールアドレス,电子邮件",
    "phone": "Phone,Telefonnummer,Téléphone,Teléfono,Telefono,Telefone,Telefoonnummer,Numer telefonu,"
    "Telefon,Телефон,電話番号,电话",
    "organization": "Company,Firma,Société,Empresa,Azienda,Organização,Bedrijf,Organizacja,Företag,Şirket,"
    "Компания,会社名,公司",
    "title": "Job Title,Position,Poste,Puesto,Ruolo,Cargo,Functie,Stanowisko,Befattning,Görev,Должность,役職,"
    "职位",
    "birthday": "Birthday,Geburtsdatum,Date de naissance,Fecha de nacimiento,Data di nascita,"
    "Data de nascimento,Geboortedatum,Data urodzenia,Födelsedag,Doğum tarihi,Дата рождения,誕生日,生日",
}


@pytest.mark.parametrize("role", sorted(ONE_WORD))
def test_a_dozen_languages_say_the_same(role):
    assert {
        heading: (found := read(heading)) and found.role for heading in ONE_WORD[role].split(",")
    } == dict.fromkeys(ONE_WORD[role].split(","), role)


def test_no_word_means_two_things():
    meanings = defaultdict(set)
    for role, written in (words.ROLES | words.RELATIONS).items():
        for one in written.split(","):
            meanings[plain(one)].add(role)
    shared = {word: roles for word, roles in meanings.items() if len(roles) > 1}
    assert shared == {"birthday": {"birthday", "birth day"}}


def test_headings_compare_without_case_accents_and_punctuation():
    assert plain(" Prénom: ") == plain("PRENOM") == "prenom"
    assert headings.read("E_Mail") == headings.read("e-mail") == Heading("email")
