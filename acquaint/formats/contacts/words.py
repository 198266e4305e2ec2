"""The headings of address-book tables in a dozen languages: which word means which part of a person.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Turkish, Russian, Japanese and
Chinese. English comes from real files; the others are the everyday words of each language, so a heading that
is not here is asked about and never lost.
"""

from __future__ import annotations

from typing import Final

# A role and its headings, parted by commas. Compared without case, accents, spaces and punctuation.
ROLES: Final[dict[str, str]] = {
    "name": "name, full name, display name, contact, contact name, person, formatted name, anzeigename, "
    "vollständiger name, kontakt, nom complet, nom affiché, nom d'affichage, contacto, nombre completo, "
    "nombre para mostrar, nome completo, nome visualizzato, nome de exibição, contatto, contato, "
    "volledige naam, weergavenaam, naam, imię i nazwisko, nazwa wyświetlana, visningsnamn, "
    "fullständigt namn, namn, navn, ad soyad, görünen ad, фио, полное имя, контакт, имя и фамилия, 氏名, "
    "名前, フルネーム, 表示名, お名前, 姓名, 全名, 联系人, 顯示名稱, 显示名称",
    "name or given": "nombre, nome, imię, ad, имя",
    "name or family": "nom, nazwisko",
    "given": "first name, firstname, given name, given names, forename, vorname, rufname, prénom, "
    "nombre de pila, primer nombre, nome di battesimo, primeiro nome, nome próprio, voornaam, "
    "pierwsze imię, förnamn, fornavn, adı, ilk ad, личное имя, 名, 名字",
    "middle": "middle name, additional name, second name, middle initial, weitere vornamen, zweiter vorname, "
    "deuxième prénom, autre prénom, segundo nombre, secondo nome, nome do meio, segundo nome, "
    "tweede naam, drugie imię, mellannamn, mellomnavn, ikinci ad, отчество, ミドルネーム, 中间名, 中間名",
    "family": "last name, lastname, surname, family name, second last name, nachname, familienname, zuname, "
    "nom de famille, apellido, apellidos, primer apellido, cognome, sobrenome, apelido, último nome, "
    "achternaam, efternamn, etternavn, soyad, soyadı, фамилия, 姓, 苗字, 姓氏",
    "prefix": "name prefix, prefix, honorific, salutation, courtesy title, anrede, namenspräfix, civilité, "
    "préfixe, tratamiento, prefijo, prefisso, título de cortesía, aanhef, titel vor dem namen, hitap, "
    "обращение, 敬称, 称谓",
    "suffix": "name suffix, suffix, generation, namenszusatz, suffixe, sufijo, suffisso, sufixo, "
    "achtervoegsel, przyrostek, суффикс, サフィックス, 後綴",
    "title or prefix": "title, titel, titre, título, titolo, tytuł, unvan",
    "nickname": "nickname, maiden name, geburtsname, nom de jeune fille, former name, alias, aka, "
    "also known as, short name, spitzname, surnom, pseudo, apodo, soprannome, alcunha, bijnaam, "
    "roepnaam, pseudonim, smeknamn, takma ad, псевдоним, прозвище, ニックネーム, 昵称, 暱稱",
    "alias": "yomi name, phonetic name, phonetic first name, phonetic middle name, phonetic last name, "
    "given name yomi, additional name yomi, family name yomi, given yomi, surname yomi, file as, "
    "フリガナ, ふりがな, 拼音",
    "email": "e-mail, email, mail, email address, e-mail address, emails, e-mails, email addresses, "
    "electronic mail, e-mail-adresse, mailadresse, courriel, adresse e-mail, adresse de messagerie, "
    "adresse électronique, mél, correo, correo electrónico, dirección de correo electrónico, "
    "dirección de correo, posta elettronica, indirizzo e-mail, indirizzo di posta elettronica, "
    "endereço de e-mail, endereço de correio eletrónico, correio eletrônico, e-mailadres, adres e-mail, "
    "adres poczty elektronicznej, e-post, e-postadress, e-posta, e-posta adresi, электронная почта, "
    "адрес электронной почты, почта, эл почта, メール, メールアドレス, 電子メール, 電子メール アドレス, "
    "eメール, 邮箱, 电子邮件, 电子邮件地址, 电子邮箱, 電子郵件, 電子郵件地址",
    "phone": "phone, phones, telephone, phone number, phone numbers, telephone number, tel, tel no, "
    "contact number, contact phone, telefon, telefonnummer, rufnummer, téléphone, numéro de téléphone, "
    "teléfono, teléfonos, número de teléfono, telefono, numero di telefono, telefone, "
    "número de telefone, telefoon, telefoonnummer, numer telefonu, telefonnr, telefon numarası, телефон, "
    "номер телефона, 電話, 電話番号, tel番号, 电话, 电话号码, 電話號碼",
    "mobile": "mobile, mobile phone, mobile number, cell, cell phone, cellphone, cellular, handy, "
    "mobiltelefon, mobilnummer, tél mobile, mobil, handynummer, portable, téléphone portable, "
    "téléphone mobile, numéro de portable, móvil, teléfono móvil, celular, teléfono celular, cellulare, "
    "telefono cellulare, telemóvel, telefone celular, mobiel, mobiele telefoon, mobiel nummer, "
    "telefon komórkowy, komórka, mobilnr, cep telefonu, cep, мобильный, мобильный телефон, сотовый, "
    "携帯, 携帯電話, 携帯電話番号, 手机, 手机号, 手机号码, 移动电话, 行動電話",
    "fax": "fax, fax number, telefax, faxnummer, télécopie, télécopieur, numéro de fax, número de fax, "
    "numero di fax, faks, faxnr, факс, ファックス, ファクス, fax番号, 传真, 傳真",
    "pager": "pager, pager number, beeper, funkruf, téléavertisseur, buscapersonas, cercapersone, пейджер, "
    "ポケットベル, 寻呼机",
    "url": "web page, webpage, website, website home page, web site, websites, url, urls, homepage, "
    "home page, web, internet, webseite, internetseite, site web, page web, página web, sitio web, "
    "pagina web, sito web, site, página da web, webpagina, strona www, strona internetowa, webbplats, "
    "webbsida, hemsida, web sayfası, веб-страница, сайт, веб-сайт, web ページ, ウェブサイト, "
    "ホームページ, 网站, 网页, 主页, 網站",
    "linkedin": "linkedin, linkedin url, linkedin profile, linkedin profile url, linkedin link, profile url, "
    "linkedin public url, person linkedin url",
    "profile": "twitter, x, github, facebook, instagram, xing, mastodon, bluesky, threads, telegram, "
    "twitter url, github url, facebook url, instagram url, social, social links, profile, social profile",
    "street": "street, street address, address 1, address line 1, straße, strasse, anschrift, rue, calle, "
    "via, rua, straat, ulica, gata, gatuadress, sokak, улица, 番地, 街道",
    "extended": "extended address, address line 2, adresszusatz, adresse zeile 2, complément d'adresse, "
    "улица 2, 建物名",
    "address": "address, addresses, mailing address, postal address, full address, formatted, adresse, "
    "postanschrift, adresse postale, dirección, domicilio, indirizzo, endereço, morada, adres, adress, "
    "адрес, 住所, 地址",
    "city": "city, town, locality, stadt, ort, wohnort, ville, localité, ciudad, población, localidad, "
    "città, cidade, plaats, woonplaats, stad, miasto, miejscowość, ort (stad), postort, şehir, город, "
    "市区町村, 都市, 城市, 市",
    "region": "state, region, province, county, state/province, bundesland, bundesland/kanton, kanton, "
    "région, département, état, provincia, estado, comunidad autónoma, regione, distrito, provincie, "
    "województwo, län, landskap, il, область, регион, 都道府県, 省, 省份, 州, 州省",
    "postcode": "postal code, zip, zip code, postcode, zip/postal code, plz, postleitzahl, code postal, "
    "código postal, cap, codice postale, postnummer, kod pocztowy, posta kodu, индекс, почтовый индекс, "
    "郵便番号, 邮编, 邮政编码, 郵遞區號",
    "country": "country, country/region, nation, land, land/region, pays, pays/région, país, país o región, "
    "paese, kraj, ülke, страна, 国, 国籍・地域, 国/地域, 国家, 国家/地区, 國家",
    "pobox": "po box, address po box, post office box, postfach, boîte postale, apartado postal, "
    "casella postale, caixa postal, postbus, skrytka pocztowa, box, а/я, 私書箱, 邮箱号",
    "organization": "company, company name, organization, organisation, employer, organization name, "
    "account name, current company, firm, business, workplace, works at, firma, unternehmen, "
    "arbeitgeber, société, entreprise, organisme, employeur, empresa, compañía, organización, azienda, "
    "società, ditta, organizzazione, organização, companhia, bedrijf, organisatie, werkgever, "
    "organizacja, företag, organisationsnamn, firmanavn, şirket, kurum, компания, организация, "
    "место работы, 会社, 会社名, 勤務先, 所属, 組織, 公司, 单位, 公司名称, 公司名稱",
    "department": "department, division, organization department, abteilung, service, departamento, reparto, "
    "dipartimento, afdeling, dział, avdelning, bölüm, отдел, 部署, 部门, 部門",
    "title": "job title, position, role, current title, current position, headline, organization title, "
    "occupation, profession, job, stelle, berufsbezeichnung, tätigkeit, beruf, fonction, poste, cargo, "
    "puesto, ocupación, posición, qualifica, posizione, ruolo, mansione, professione, profissão, "
    "posição, função, functie, beroep, stanowisko, zawód, befattning, yrke, stilling, iş unvanı, görev, "
    "meslek, должность, 役職, 役職名, 肩書き, 職種, 职位, 职务, 頭銜, 職稱",
    "birthday": "birthday, birth date, birthdate, date of birth, born, dob, geburtstag, geburtsdatum, "
    "anniversaire, anniversaire de naissance, date de naissance, né le, cumpleaños, fecha de nacimiento, "
    "compleanno, data di nascita, aniversário, data de nascimento, geboortedatum, verjaardag, urodziny, "
    "data urodzenia, födelsedag, födelsedatum, fødselsdag, fødselsdato, doğum günü, doğum tarihi, "
    "день рождения, дата рождения, 誕生日, 生年月日, 生日, 出生日期",
    "birth year": "birth year, geburtsjahr, année de naissance, año de nacimiento, anno di nascita, "
    "ano de nascimento, geboortejaar, rok urodzenia, födelseår, doğum yılı, год рождения, 生年, 出生年",
    "birth month": "birth month, geburtsmonat, mois de naissance, mes de nacimiento, mese di nascita, "
    "mês de nascimento, geboortemaand, miesiąc urodzenia, födelsemånad, doğum ayı, месяц рождения, "
    "誕生月, 出生月",
    "birth day": "birth day, jour de naissance, día de nacimiento, giorno di nascita, dia de nascimento, "
    "geboortedag, dzień urodzenia, 出生日",
    "notes": "notes, note, comments, comment, remarks, description, about, bio, memo, notizen, notiz, "
    "bemerkung, bemerkungen, kommentar, anmerkungen, remarques, commentaires, notas, nota, comentarios, "
    "observaciones, note (testo), commenti, observações, comentários, notities, opmerkingen, notatki, "
    "uwagi, anteckningar, anmärkningar, notlar, заметки, примечания, комментарий, メモ, 備考, 备注, 備註",
    "categories": "categories, category, tags, tag, groups, group, labels, label, circles, lists, "
    "group membership, kategorien, kategorie, gruppen, gruppe, schlagwörter, catégories, groupes, "
    "étiquettes, libellés, categorías, grupos, etiquetas, categorie, gruppi, etichette, categorias, "
    "marcadores, categorieën, groepen, kategorier, grupper, etykiety, grupy, kategoriler, gruplar, "
    "категории, группы, метки, カテゴリ, 分類項目, グループ, タグ, ラベル, 类别, 标签, 分组, 類別",
    "introduced by": "referred by, introduced by, introducer, referrer, referral, met through, met via, "
    "empfohlen von, vermittelt durch, vorgestellt von, recommandé par, présenté par, recomendado por, "
    "presentado por, segnalato da, presentato da, indicado por, apresentado por, doorverwezen door, "
    "voorgesteld door, polecający, polecony przez, presenterad av, öneren, рекомендован, 紹介者, 介绍人, "
    "推荐人",
    "how met": "how we met, how met, where we met, met at, source of contact, kennengelernt, "
    "wie kennengelernt, comment rencontré, cómo nos conocimos, come ci siamo conosciuti, "
    "como nos conhecemos, hoe ontmoet, 出会い",
    "met on": "met on, date met, first met, connected on, connected at, kennengelernt am, rencontré le, "
    "conocido el, incontrato il, ontmoet op, 出会った日",
    "last contact": "last contact, last contacted, last contacted at, last contacted on, last spoke, "
    "last talked to, last seen, last interaction, last touch, letzter kontakt, dernier contact, "
    "último contacto, ultimo contatto, último contato, laatste contact, ostatni kontakt, "
    "senaste kontakt, последний контакт, 最終連絡日, 上次联系",
    "pronouns": "pronouns, pronomen, pronoms, pronombres, pronomi, pronomes, voornaamwoorden, zaimki, "
    "местоимения, 代名詞",
    "interests": "interests, hobbies, hobby, interessen, intérêts, loisirs, centres d'intérêt, intereses, "
    "aficiones, interessi, interesses, passatempo, hobby's, zainteresowania, intressen, hobiler, хобби, "
    "интересы, 趣味, 爱好, 興趣",
    "key": "contact id, person id, record id, uid, uuid, external id, unique id, resource name",
    # known, and kept under their own heading
    "fact": "stage, closed on, büro, initiales, iniciales, particular, standort, emplacement, lieu, "
    "ubicación, location, place, initials, subject, industry, education, schools, office location, "
    "directory server, food preference, work information, contact information, custom, user, language, "
    "government id number, organizational id number, company yomi, tracked at, cadence days, frequency, "
    "relationship, status, source, seniority, initialen, branche",
    "anniversary": "anniversary, wedding anniversary, jahrestag, hochzeitstag, anniversaire de mariage, "
    "aniversario de boda, anniversario, rocznica, bröllopsdag, годовщина, 記念日, 纪念日",
    "gender": "gender, sex, geschlecht, sexe, sexo, sesso, geslacht, płeć, kön, cinsiyet, пол, 性別, 性别",
    "photo": "photo, photo url, picture, image, image url, avatar, foto, bild",
    "created": "created, created at, created on, added at, added on, date added, erstellt am",
    "revised": "updated, updated at, modified, last modified, geändert am",
    # kept as they are, except where they say only what every row says
    "bookkeeping": "priority, sensitivity, private, e-mail type, e-mail 2 type, e-mail 3 type, "
    "internet free busy, keywords, mileage, billing information, account, priorität, vertraulichkeit, "
    "privat, e-mail-typ, e-mail 2: typ, e-mail 3: typ, priorité, critère de diffusion, privé, prioridad, "
    "confidencialidad, privado, archived, starred, is favorite, favorite, tracked",
}

# Where a way to reach somebody leads, as labels say it in English and in our words.
LABELS: Final[dict[str, str]] = {
    "home": "home, domicilio, del domicilio, de domicilio, personal, private, privat, heim, zuhause, "
    "domicile, personnel, particular, casa, abitazione, privato, residencial, pessoal, thuis, privé, "
    "dom, domowy, prywatny, hem, bostad, hjem, ev, домашний, личный, домашняя, 自宅, 住宅, 个人, 家庭",
    "work": "work, business, firma, société, office, company, professional, geschäftlich, arbeit, "
    "dienstlich, büro, bureau, travail, professionnel, trabajo, del trabajo, de trabajo, oficina, "
    "lavoro, ufficio, uff, trabalho, comercial, werk, zakelijk, kantoor, praca, służbowy, arbete, "
    "arbets, arbeid, jobb, iş, рабочий, рабочая, 会社, 勤務先, 工作, 办公, 单位, 商务",
    "other": "other, weitere, weiteres, weiteres/r, weiterer, andere, anderer, autre, otro, otra, altro, "
    "outro, outra, overig, ander, inny, inna, annan, övrig, diğer, другой, другая, その他, 其他",
    "main": "primary, main, haupt, company main, principal, principale, hoofd, główny, huvud, основной, "
    "メイン, 主要",
    "assistant": "assistant, assistant's, assistent, des assistenten, de l'assistant, de l'assistant(e), "
    "del ayudante, assistente",
    "car": "car, auto, voiture, coche, carro",
    "video": "video",
    "radio": "radio, funk",
    "telex": "telex, télex",
    "secondary": "secondary, zweite, zweiter, secondaire, secundario, secondario, secundário, alternate",
    "blog": "blog",
    "profile": "profile",
    "shipping": "shipping, mailing, billing",
}

# Headings that name a relative or colleague: what they are to the person, in our words.
RELATIONS: Final[dict[str, str]] = {
    "spouse": "spouse, partner, ehepartner, partner/in, ehegatte/partner, conjoint, conjoint(e), cónyuge, "
    "coniuge, cônjuge, echtgenoot, współmałżonek, maka/make, eş, супруг, 配偶者, 配偶",
    "child": "children, child, kinder, kind, enfants, hijos, figli, filhos, kinderen, dzieci, barn, "
    "çocuklar, дети, 子供, 子女",
    "manager": "manager, manager's name, boss, vorgesetzter, name des/der vorgesetzten, responsable, "
    "nombre del director, superiore, gerente, leidinggevende, kierownik, chef, yönetici, руководитель, "
    "上司, 经理",
    "assistant": "assistant, assistant's name, name assistent, nom de l'assistant(e), nombre del ayudante, "
    "nome assistente, naam assistent",
}

# Other telephones, which carry a name of their own.
TELEPHONES: Final = "callback, telex, tty/tdd phone, isdn, radio phone, telefon für hörbehinderte"

# Instant messengers and the like: a handle and nothing else.
HANDLES: Final = (
    "screen name, imaddress, im address, im aim, im icq, im jabber, im msn, im skype, im yahoo, skype,"
    " signal, whatsapp, wechat, line, discord, slack, matrix, jabber, icq, aim"
)
# What a cell says in every row of an export that nobody ever filled in.
DEFAULTS: Final = (
    "normal, normale, false, falsch, faux, falso, falsk, 0, no, nein, non, smtp, unspecified,"
    " nicht angegeben, keine angabe, non spécifié, sin especificar, 0/0/00, 00.00.0000, 0/0/0000"
)
