"""The headings of address-book tables in a dozen languages: which word means which part of a person.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Turkish, Russian, Japanese and
Chinese whole; Arabic, Czech, Danish, Finnish, Greek, Hebrew, Hungarian, Korean, Norwegian, Romanian, Slovak
and Ukrainian in the commonest words. English comes from real files; the others are the everyday words of each
language, so a heading that is not here is asked about and never lost.
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
    "名前, フルネーム, 表示名, お名前, 姓名, 全名, 联系人, 顯示名稱, 显示名称, näyttönimi, "
    "näytettävä nimi, koko nimi, nimi, fulde navn, fullt navn, jméno a příjmení, celé jméno, "
    "zobrazované jméno, zobrazované meno, meno a priezvisko, celé meno, név, teljes név, "
    "megjelenítendő név, nume complet, повне ім'я, отображаемое имя, ονοματεπώνυμο, εμφανιζόμενο όνομα, "
    "الاسم, الاسم الكامل, שם, שם מלא, 성명, 표시 이름, nome a visualizzare, mostrar nome, "
    "nombre en pantalla, nom à afficher, angezeigter name",
    "name or given": "nombre, nome, imię, ad, имя, jméno, meno, ім'я, όνομα, 이름, nume",
    "name or family": "nom, nazwisko",
    "given": "first, first name, firstname, given name, given names, forename, vorname, rufname, prénom, "
    "nombre de pila, primer nombre, nome di battesimo, primeiro nome, nome próprio, voornaam, "
    "pierwsze imię, förnamn, fornavn, adı, ilk ad, личное имя, 名, 名字, etunimi, křestní jméno, "
    "krstné meno, keresztnév, utónév, prenume, الاسم الأول, שם פרטי",
    "middle": "middle, middle name, additional name, second name, middle initial, weitere vornamen, "
    "zweiter vorname, deuxième prénom, autre prénom, segundo nombre, secondo nome, nome do meio, "
    "segundo nome, tweede naam, drugie imię, mellannamn, mellomnavn, ikinci ad, отчество, ミドルネーム, "
    "中间名, 中間名, toinen nimi, toinen etunimi, prostřední jméno, druhé jméno, ďalšie meno, egyéb név, "
    "по батькові, اسم الأب, שם אמצעי",
    "family": "last, last name, lastname, surname, family name, second last name, nachname, familienname, "
    "zuname, nom de famille, apellido, apellidos, primer apellido, cognome, sobrenome, "
    "último nome, achternaam, efternamn, etternavn, soyad, soyadı, фамилия, 姓, 苗字, 姓氏, sukunimi, "
    "příjmení, priezvisko, vezetéknév, családnév, nume de familie, прізвище, επώνυμο, اسم العائلة, "
    "الاسم الأخير, שם משפחה, 성",
    "prefix": "name prefix, prefix, honorific, salutation, courtesy title, anrede, namenspräfix, "
    "civilité, préfixe, tratamiento, prefijo, prefisso, título de cortesía, aanhef, "
    "titel vor dem namen, hitap, обращение, 敬称, 称谓, titul, otsikko, oslovení, oslovenie, "
    "megszólítás, 稱謂",
    "suffix": "name suffix, suffix, generation, namenszusatz, suffixe, sufijo, suffisso, sufixo, "
    "achtervoegsel, przyrostek, суффикс, サフィックス, 後綴, prípona, přípona, loppuliite, utótag",
    "headline": "headline, tagline, kurzprofil",
    "title or prefix": "title, titel, titre, 頭銜, título, titolo, tytuł, unvan",
    "mobile or postcode": "cep",
    "family or nickname": "apelido",
    "nickname": "nickname, maiden name, geburtsname, nom de jeune fille, former name, alias, aka, "
    "also known as, short name, spitzname, surnom, pseudo, apodo, soprannome, alcunha, bijnaam, "
    "roepnaam, pseudonim, smeknamn, takma ad, псевдоним, прозвище, ニックネーム, 昵称, 暱稱, lempinimi, "
    "przydomek, přezdívka, prezývka, kaldenavn, kallenavn, becenév, poreclă, 별명, כינוי, "
    "pseudonyme",
    "alias": "yomi name, phonetic name, phonetic first name, phonetic middle name, phonetic last name, "
    "given name yomi, additional name yomi, family name yomi, given yomi, surname yomi, file as, "
    "フリガナ, ふりがな, 拼音",
    "email": "indirizzo posta elettronica, адрес эл почты, additional emails, work emails, "
    "personal emails, e-mail, email, mail, email address, e-mail address, emails, e-mails, "
    "email addresses, electronic mail, e-mail-adresse, mailadresse, courriel, adresse e-mail, "
    "adresse de messagerie, adresse électronique, mél, correo, correo electrónico, "
    "dirección de correo electrónico, dirección de correo, posta elettronica, indirizzo e-mail, "
    "indirizzo di posta elettronica, endereço de e-mail, endereço de correio eletrónico, "
    "correio eletrônico, e-mailadres, adres e-mail, adres poczty elektronicznej, e-post, e-postadress, "
    "e-posta, e-posta adresi, электронная почта, адрес электронной почты, почта, эл почта, メール, "
    "メールアドレス, 電子メール, 電子メール アドレス, eメール, 邮箱, 电子邮件, 电子邮件地址, 电子邮箱, "
    "電子郵件, 電子郵件地址, sähköposti, sähköpostiosoite, e-postadresse, e-mailová adresa, "
    "elektronická pošta, e-mail cím, adresă de e-mail, електронна пошта, ηλεκτρονικό ταχυδρομείο, "
    "διεύθυνση ηλεκτρονικού ταχυδρομείου, البريد الإلكتروني, عنوان البريد الإلكتروني, דואר אלקטרוני, "
    "אימייל, דוא'ל, 이메일, 이메일 주소, 전자 메일, 전자 메일 주소, 전자우편, "
    "dirección del correo electrónico",
    "phone": "corporate phone, work direct phone, direct phone, iphone, landline, phone, phones, "
    "telephone, phone number, phone numbers, telephone number, tel, tel no, contact number, contact phone, "
    "telefon, telefonnummer, rufnummer, téléphone, numéro de téléphone, teléfono, teléfonos, "
    "número de teléfono, telefono, numero di telefono, telefone, número de telefone, telefoon, "
    "telefoonnummer, numer telefonu, telefonnr, telefon numarası, телефон, номер телефона, 電話, 電話番号, "
    "tel番号, 电话, 电话号码, 電話號碼, puhelin, puhelinnumero, telefonní číslo, telefón, telefónne číslo, "
    "telefonszám, номер телефону, τηλέφωνο, الهاتف, رقم الهاتف, هاتف, טלפון, מספר טלפון, 전화, 전화번호, "
    "fone",
    "mobile": "mobile, mobile phone, mobile number, cell, cell phone, cellphone, cellular, handy, "
    "mobiltelefon, mobilnummer, tél mobile, mobil, handynummer, portable, téléphone portable, "
    "téléphone mobile, numéro de portable, móvil, teléfono móvil, celular, teléfono celular, cellulare, "
    "telefono cellulare, telemóvel, telefone celular, mobiel, mobiele telefoon, mobiel nummer, "
    "telefon komórkowy, komórka, mobilnr, cep telefonu, мобильный, мобильный телефон, сотовый, 携帯, "
    "携帯電話, 携帯電話番号, 手机, 手机号, 手机号码, 移动电话, 行動電話, matkapuhelin, matkapuhelinnumero, "
    "kännykkä, mobilní telefon, mobilný telefón, mobilszám, telefon mobil, telefono mobile, "
    "numero cellulare, сотовый телефон, номер сотового телефона, мобільний, мобільний телефон, κινητό, "
    "κινητό τηλέφωνο, الجوال, الهاتف المحمول, נייד, טלפון נייד, 휴대폰, 휴대전화, 휴대 전화, 휴대폰 번호, "
    "핸드폰, 手機, 手機號碼, mobil-tel-nr, tlf mobil",
    "fax": "fax, fax number, telefax, faxnummer, télécopie, télécopieur, numéro de fax, número de fax, "
    "numero di fax, faks, faxnr, факс, ファックス, ファクス, fax番号, 传真, 傳真, faksi, faksin numero, "
    "faksinumero, numero fax, номер факса, φαξ, الفاكس, פקס, 팩스, 팩스 번호, 傳真號碼, číslo faxu, "
    "fax-nummer, telefaks",
    "pager": "pager, pager number, beeper, funkruf, téléavertisseur, buscapersonas, cercapersone, "
    "пейджер, ポケットベル, 寻呼机, hakulaite, hakulaitteen numero, pager-nummer, número do pager, "
    "numero pager, numero cercapersone, номер пейджера, récepteur de radiomessagerie, operátor, 呼叫器, "
    "呼叫器號碼, 호출기",
    "url": "web page, webpage, website, website home page, web site, websites, url, urls, homepage, "
    "home page, web, internet, webseite, internetseite, site web, page web, página web, sitio web, "
    "pagina web, sito web, site, página da web, webpagina, strona www, strona internetowa, "
    "webbplats, webbsida, hemsida, web sayfası, веб-страница, сайт, веб-сайт, web ページ, ウェブサイト, "
    "ホームページ, 网站, 网页, 主页, 網站, verkkosivu, kotisivu, webová stránka, webové stránky, weboldal, "
    "hjemmeside, nettside, pagină web, strona sieci web, ιστοσελίδα, موقع الويب, אתר, אתר אינטרנט, "
    "網頁, 웹 페이지, 웹 사이트, 홈페이지",
    "linkedin": "linkedin, linkedin url, linkedin profile, linkedin profile url, linkedin link, profile url, "
    "linkedin public url, person linkedin url",
    "profile": "twitter, x, github, facebook, instagram, xing, mastodon, bluesky, threads, telegram, "
    "twitter url, github url, facebook url, instagram url, social, social links, profile, social profile",
    "street": "street, street address, address 1, address line 1, straße, strasse, anschrift, rue, "
    "calle, via, rua, straat, ulica, gata, gatuadress, sokak, улица, 番地, 街道, katu, katuosoite, "
    "ulice, utca, gade, gate, stradă, вулиця, οδός, شارع, רחוב, 街",
    "extended": "extended address, address line 2, adresszusatz, adresse zeile 2, complément d'adresse, "
    "улица 2, 建物名",
    "address": "address, addresses, mailing address, postal address, full address, formatted, adresse, "
    "postanschrift, adresse postale, dirección, domicilio, indirizzo, endereço, morada, adres, "
    "adress, адрес, 住所, 地址, osoite, adresa, lakcím, cím, адреса, διεύθυνση, العنوان, כתובת, 주소, 住址, "
    "adresă",
    "city": "city, town, locality, stadt, ort, wohnort, ville, localité, ciudad, población, localidad, "
    "città, cidade, plaats, woonplaats, stad, miasto, miejscowość, ort (stad), postort, şehir, "
    "город, 市区町村, 都市, 城市, 市, kaupunki, postitoimipaikka, město, mesto, město obec, poststed, by, "
    "város, oraș, місто, πόλη, المدينة, עיר, 도시, 市/鎮, 市鎮",
    "region": "state, region, province, county, state/province, bundesland, bundesland/kanton, kanton, "
    "région, département, état, provincia, estado, comunidad autónoma, regione, distrito, provincie, "
    "województwo, län, landskap, il, область, регион, 都道府県, 省, 省份, 州, 州省, lääni, maakunta, okres, "
    "megye, județ, provincia o estado, dép/région, штат, νομός, المنطقة, מחוז, 시/도, 縣市, 縣/市",
    "postcode": "postal code, zip, zip code, postcode, zip/postal code, plz, postleitzahl, code postal, "
    "código postal, cap, codice postale, postnummer, kod pocztowy, posta kodu, индекс, "
    "почтовый индекс, 郵便番号, 邮编, 邮政编码, 郵遞區號, postinumero, psč, irányítószám, cod poștal, "
    "поштовий індекс, ταχυδρομικός κώδικας, τκ, الرمز البريدي, מיקוד, 우편번호",
    "country": "country, country/region, nation, land, land/region, pays, pays/région, país, país o región, "
    "paese, kraj, ülke, страна, 国, 国籍・地域, 国/地域, 国家, 国家/地区, 國家, maa, země, země/oblast, "
    "krajina, krajina/oblasť, kraj/region, nazione, nazione/regione, região/país, país/região, ország, "
    "țară, країна, χώρα, البلد, الدولة, מדינה, ארץ, 국가, 국가/지역, 國家/地區, štát, stát",
    "pobox": "po box, address po box, post office box, postfach, boîte postale, apartado postal, "
    "casella postale, caixa postal, postbus, skrytka pocztowa, box, а/я, 私書箱, 邮箱号",
    "organization": "companies, organizations, current employer, company, company name, organization, "
    "organisation, employer, organization name, account name, current company, firm, business, workplace, "
    "works at, firma, unternehmen, arbeitgeber, société, entreprise, organisme, employeur, empresa, "
    "compañía, organización, azienda, società, ditta, organizzazione, organização, companhia, bedrijf, "
    "organisatie, werkgever, organizacja, företag, organisationsnamn, firmanavn, şirket, kurum, компания, "
    "организация, место работы, 会社, 会社名, 勤務先, 所属, 組織, 公司, 单位, 公司名称, 公司名稱, yritys, "
    "järjestö, organisaatio, työnantaja, společnost, organizace, spoločnosť, organizácia, zaměstnavatel, "
    "zamestnávateľ, virksomhed, bedrift, selskap, arbejdsgiver, arbeidsgiver, cég, szervezet, vállalat, "
    "companie, організація, компанія, εταιρεία, οργανισμός, الشركة, المؤسسة, חברה, ארגון, 회사, 회사명, "
    "조직, work company",
    "department": "departments, department, division, organization department, abteilung, service, "
    "departamento, reparto, dipartimento, afdeling, dział, avdelning, bölüm, отдел, 部署, 部门, 部門, "
    "osasto, oddělení, oddelenie, oddział, osztály, відділ, τμήμα, القسم, מחלקה, 부서, work dept",
    "title": "job title, position, role, current title, current position, organization title, "
    "occupation, profession, job, stelle, berufsbezeichnung, tätigkeit, beruf, fonction, poste, "
    "cargo, puesto, ocupación, posición, qualifica, posizione, ruolo, mansione, professione, "
    "profissão, posição, função, functie, beroep, stanowisko, zawód, befattning, yrke, stilling, "
    "iş unvanı, görev, meslek, должность, 役職, 役職名, 肩書き, 職種, 职位, 职务, 職稱, ammattinimike, "
    "ammattinimi, tehtävänimike, titteli, funkce, funkcia, pracovní pozice, pozice, "
    "stillingsbetegnelse, stillingstittel, jobtitel, beosztás, munkakör, funcție, посада, "
    "θέση εργασίας, المسمى الوظيفي, תפקיד, 직함, 직책, 직위, work title",
    "birthday": "birthday, birth date, birthdate, date of birth, born, dob, geburtstag, geburtsdatum, "
    "anniversaire, anniversaire de naissance, date de naissance, né le, cumpleaños, "
    "fecha de nacimiento, compleanno, data di nascita, aniversário, data de nascimento, "
    "geboortedatum, verjaardag, urodziny, data urodzenia, födelsedag, födelsedatum, fødselsdag, "
    "fødselsdato, doğum günü, doğum tarihi, день рождения, дата рождения, 誕生日, 生年月日, 生日, 出生日期, "
    "syntymäpäivä, syntymäaika, narozeniny, datum narození, narodeniny, dátum narodenia, "
    "születésnap, születési dátum, data nașterii, день народження, дата народження, γενέθλια, "
    "ημερομηνία γέννησης, تاريخ الميلاد, عيد الميلاد, תאריך לידה, יום הולדת, 생일, 생년월일",
    "birth year": "birth year, geburtsjahr, année de naissance, año de nacimiento, anno di nascita, "
    "ano de nascimento, geboortejaar, rok urodzenia, födelseår, doğum yılı, год рождения, 生年, 出生年, "
    "syntymävuosi, rok narození, rok narodenia, 生日 (年), 출생 연도, fødselsår",
    "birth month": "birth month, geburtsmonat, mois de naissance, mes de nacimiento, mese di nascita, "
    "mês de nascimento, geboortemaand, miesiąc urodzenia, födelsemånad, doğum ayı, месяц рождения, 誕生月, "
    "出生月, syntymäkuukausi, měsíc narození, mesiac narodenia, 生日 (月), fødselsmåned",
    "birth day": "birth day, jour de naissance, día de nacimiento, giorno di nascita, dia de nascimento, "
    "geboortedag, dzień urodzenia, 出生日, den narození, deň narodenia, 生日 (日)",
    "notes": "notes, note, info, comments, comment, remarks, description, about, bio, memo, notizen, notiz, "
    "bemerkung, bemerkungen, kommentar, anmerkungen, remarques, commentaires, notas, nota, "
    "comentarios, observaciones, note (testo), commenti, observações, comentários, notities, "
    "opmerkingen, notatki, uwagi, anteckningar, anmärkningar, notlar, заметки, примечания, "
    "комментарий, メモ, 備考, 备注, 備註, muistiinpanot, huomautukset, poznámky, poznámka, noter, "
    "bemærkninger, notater, merknader, jegyzetek, megjegyzés, megjegyzések, observații, "
    "нотатки, примітки, σημειώσεις, ملاحظات, הערות, 메모, 비고, 記事, 附註, informações, "
    "informazioni",
    "categories": "categories, category, tags, tag, groups, group, labels, label, circles, lists, "
    "group membership, kategorien, kategorie, gruppen, gruppe, schlagwörter, catégories, groupes, "
    "étiquettes, libellés, categorías, grupos, etiquetas, categorie, gruppi, etichette, categorias, "
    "marcadores, categorieën, groepen, kategorier, grupper, etykiety, grupy, kategoriler, gruplar, "
    "категории, группы, метки, カテゴリ, 分類項目, グループ, タグ, ラベル, 类别, 标签, 分组, 類別, luokat, "
    "luokka, ryhmät, tunnisteet, štítky, skupiny, kategória, kategóriák, csoportok, categorii, категорії, "
    "групи, κατηγορίες, ομάδες, الفئات, קטגוריות, קבוצות, 범주, 그룹, 태그, 라벨",
    "introduced by": "referred by, introduced by, introducer, referrer, referral, met through, met via, "
    "empfohlen von, vermittelt durch, vorgestellt von, recommandé par, présenté par, recomendado por, "
    "presentado por, segnalato da, presentato da, indicado por, apresentado por, doorverwezen door, "
    "voorgesteld door, polecający, polecony przez, presenterad av, öneren, рекомендован, 紹介者, 介绍人, "
    "推荐人",
    "how met": "met where, where met, how do you know them, context, how we met, how met, where we met, "
    "met at, source of contact, kennengelernt, wie kennengelernt, comment rencontré, cómo nos conocimos, "
    "come ci siamo conosciuti, como nos conhecemos, hoe ontmoet, 出会い",
    "met on": "met on, date met, first met, connected on, connected at, kennengelernt am, rencontré le, "
    "conocido el, incontrato il, ontmoet op, 出会った日",
    "last contact": "last seen at, last interaction at, last activity, last messaged, last contact, "
    "last contacted, last contacted at, last contacted on, last spoke, last talked to, last seen, "
    "last interaction, last touch, letzter kontakt, dernier contact, último contacto, ultimo contatto, "
    "último contato, laatste contact, ostatni kontakt, senaste kontakt, последний контакт, 最終連絡日, "
    "上次联系",
    "pronouns": "pronouns, pronomen, pronoms, pronombres, pronomi, pronomes, voornaamwoorden, zaimki, "
    "местоимения, 代名詞",
    "interests": "interests, hobbies, hobby, interessen, intérêts, loisirs, centres d'intérêt, intereses, "
    "aficiones, interessi, interesses, passatempo, hobby's, zainteresowania, intressen, hobiler, хобби, "
    "интересы, 趣味, 爱好, 興趣",
    "key": "contact id, person id, record id, uid, uuid, external id, unique id, resource name",
    # known, and kept under their own heading
    "fact": "keep in touch frequency, keep in touch every, reminder frequency, next reminder, "
    "next reminder at, next follow up, follow up, follow up date, next step, next steps, goal, segment, "
    "lead source, lead status, email status, contact owner, account owner, jobs, type, tracker, stage, "
    "closed on, büro, initiales, iniciales, particular, standort, emplacement, lieu, ubicación, location, "
    "place, initials, subject, industry, education, schools, office location, directory server, "
    "food preference, work information, contact information, custom, user, language, government id number, "
    "organizational id number, company yomi, tracked at, cadence days, frequency, relationship, status, "
    "source, seniority, initialen, branche",
    "anniversary": "anniversary, wedding anniversary, jahrestag, hochzeitstag, anniversaire de mariage, "
    "aniversario de boda, anniversario, rocznica, bröllopsdag, годовщина, 記念日, 纪念日, vuosipäivä, "
    "výročí, výročie, årsdag, bryllupsdag, évforduló, anniversaire de mariage ou fête, ювілей, "
    "επέτειος, 紀念日, 기념일",
    "gender": "gender, sex, geschlecht, sexe, sexo, sesso, geslacht, płeć, kön, cinsiyet, пол, 性別, 性别, "
    "género, gênero, genere, sukupuoli, pohlaví, pohlavie, køn, kjønn, стать, φύλο, الجنس, "
    "מין, 성별",
    "photo": "photo, photo url, picture, image, image url, avatar, foto, bild, user photo, kuva, "
    "valokuva, foto do usuário, fotka, fénykép, fotografie",
    "created": "create date, date created, date saved, saved at, saved on, created, created at, "
    "created on, added at, added on, date added, erstellt am",
    "revised": "updated, updated at, modified, last modified, geändert am",
    # kept as they are, except where they say only what every row says
    "bookkeeping": "priority, sensitivity, private, e-mail type, e-mail 2 type, e-mail 3 type, "
    "internet free busy, keywords, mileage, billing information, account, priorität, vertraulichkeit, "
    "privat, e-mail-typ, e-mail 2: typ, e-mail 3: typ, priorité, critère de diffusion, privé, prioridad, "
    "confidencialidad, privado, tipo e-mail, tipo de e-mail, tipo posta elettronica, "
    "tipo de correo electrónico, type de messagerie, e-mailtype, typ e-mail, e-posttyp, 電子メールの種類, "
    "电子邮件类型, archived, starred, is favorite, favorite, tracked",
}

# Where a way to reach somebody leads, as labels say it in English and in our words.
LABELS: Final[dict[str, str]] = {
    "home": "home, domicilio, del domicilio, de domicilio, personal, private, privat, heim, zuhause, "
    "domicile, personnel, particular, casa, abitazione, privato, residencial, pessoal, thuis, privé, "
    "dom, domowy, prywatny, hem, bostad, hjem, ev, домашний, личный, домашняя, 自宅, 住宅, 个人, 家庭, koti, "
    "kodin, residenza, residencia, residência, domů, domov, domácí, bydliště, otthoni, lakás, acasă, "
    "дом, дом., домашній, οικία, σπίτι, المنزل, بيت, בית, בבית, 집, 자택, 住家, 居住, privée",
    "work": "work, business, firma, société, office, company, professional, geschäftlich, arbeit, "
    "dienstlich, büro, bureau, travail, professionnel, trabajo, del trabajo, de trabajo, oficina, lavoro, "
    "ufficio, uff, trabalho, comercial, werk, zakelijk, kantoor, praca, służbowy, arbete, arbets, arbeid, "
    "jobb, iş, рабочий, рабочая, 会社, 勤務先, 工作, 办公, 单位, 商务, työ, työpaikan, biuro, zaměstnání, "
    "zamestnania, práce, práca, pracovní, pracovná, pracovný, arbejde, arbejds, arbeidsplass, munkahelyi, "
    "munka, serviciu, раб, роб, робочий, εργασία, العمل, עבודה, 직장, 근무지, 업무, 商務, professionnelle",
    "other": "other, weitere, weiteres, weiteres/r, weiterer, andere, anderer, autre, otro, otra, altro, "
    "outro, outra, overig, ander, inny, inna, annan, övrig, diğer, другой, другая, その他, 其他, muu, "
    "jiné, jiný, jiná, iné, iný, iná, další, ďalšia, anden, annen, egyéb, інший, άλλο, "
    "أخرى, אחר, 기타",
    "main": "primary, main, haupt, company main, principal, principale, hoofd, główny, huvud, основной, "
    "メイン, 主要, ensisijainen, hlavní, hlavný, primárny, primární, primario, primário, primäre, primær, "
    "elsődleges, 代表",
    "assistant": "assistant, assistant's, assistent, des assistenten, de l'assistant, de l'assistant(e), "
    "del ayudante, assistente, asistenta, asystenta, dell'assistente, do assistente, avustajan, 助理",
    "car": "car, auto, voiture, coche, carro, auton, dell'auto, do carro, автомобильный, 汽車",
    "video": "video",
    "radio": "radio, funk",
    "telex": "telex, télex",
    "secondary": "secondary, zweite, zweiter, secondaire, secundario, secondario, secundário, alternate, "
    "toissijainen, sekundäre, secondaria, alternativ, альтернативный, sekundær, 次要",
    "blog": "blog",
    "profile": "profile",
    "shipping": "shipping, mailing, billing",
}

# Headings that name a relative or colleague: what they are to the person, in our words.
RELATIONS: Final[dict[str, str]] = {
    "spouse": "spouse, partner, ehepartner, partner/in, ehegatte/partner, conjoint, conjoint(e), "
    "cónyuge, coniuge, cônjuge, echtgenoot, współmałżonek, maka/make, eş, супруг, 配偶者, 配偶, "
    "manžel/ka, manžel(ka), manžel/manželka, puoliso, ægtefælle, ektefelle, házastárs, 배우자",
    "child": "children, child, kinder, kind, enfants, hijos, figli, filhos, kinderen, dzieci, barn, "
    "çocuklar, дети, 子供, 子女",
    "manager": "manager, manager's name, boss, vorgesetzter, name des/der vorgesetzten, responsable, "
    "nombre del director, superiore, gerente, leidinggevende, kierownik, chef, yönetici, "
    "руководитель, 上司, 经理, meno manažéra, menadżer, menedżer, nome del responsabile, "
    "nome do gerente, esimies, leder, 主管名稱, 관리자",
    "assistant": "assistant, assistant's name, name assistent, nom de l'assistant(e), "
    "nombre del ayudante, nome assistente, naam assistent, meno asistenta, asystent, "
    "nome dell'assistente, nome do assistente, avustaja, 助理",
}

# Other telephones, which carry a name of their own.
TELEPHONES: Final = "callback, telex, tty/tdd phone, isdn, radio phone, telefon für hörbehinderte"

# Instant messengers and the like: a handle and nothing else.
HANDLES: Final = (
    "screen name, imaddress, im address, im aim, im icq, im jabber, im msn, im skype, im yahoo, skype,"
    " signal, whatsapp, wechat, line, skype id, icq id, aim id, msn id,"
    " irc id, qq id, google id, messenger id, discord, slack, matrix, jabber, icq, aim"
)
# What a desktop program shows beside an address: mostly the name and the address once more.
DISPLAYED: Final = (
    "e-mail display name, e-mail: angezeigter name, nom complet de l'adresse de messagerie,"
    " nombre de pantalla de correo electrónico, nome visualizzato posta elettronica,"
    " nome para exibição do e-mail,"
    " weergavenaam voor e-mail, wyświetlana nazwa e-mail, visningsnamn för e-post,"
    " 電子メールの表示名, 电子邮件显示名称"
)
# What a cell says in every row of an export that nobody ever filled in.
DEFAULTS: Final = (
    "normal, normale, false, falsch, faux, falso, falsk, 0, no, nein, non, smtp, unspecified,"
    " nicht angegeben, keine angabe, non spécifié, sin especificar, 0/0/00, 00.00.0000, 0/0/0000"
)
