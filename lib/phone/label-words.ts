/**
 * What a word beside a number says of it. `phone` and `other` decide, `weak` as `phone` right beside the number alone; `surname` as
 * `other` unless a person is called so; `owner` as `unknown` unless numbered; `link` and `number` words (at, is, no. …) pass
 * the question on to the word before.
 */
export type WordKind = 'phone' | 'weak' | 'other' | 'surname' | 'doubtful' | 'owner' | 'link' | 'number' | 'unknown';

/** Parts of words that mean a telephone in any of the languages, alone or in a compound (`mobilePhone`, `Rufnummer`). */
const PHONE_PARTS = new RegExp(
  [
    'phone|tel[eé]f|telèf|telepon|^t[eé]l(?:[nsp]|nr|no)?$|^tele$|^telf$|^tlf|^puhnro$|^mob(?:n[ro]|num)$|fono$|fone$|(?<![mo])mobil|mobi(?:el|il|tel)|m[oó]vil|telem[oó]vel|celular|cellul|^cell(?:s|no|nr|num)?$|gsm',
    'whats|hotline|handy(?!m)|rufnummer|rückruf|durchwahl|komórk|portable|^kom$|voip|msisdn|cont[aá]ct|kontak|contatt|contatos?$|natel$|i\u0307?letişim|i\u0307?rtibat|infolin[ik]|puhelin|mat[kc]apuh|t[āa]lr|sími',
    '^dial|speeddial|telemark|^call(?:ed|er|ers|ing|back)?$|callback|^te?le?fax|^fa(?:x|ks)|thoại|ponsel|bimbit',
    '^тел$|телеф|^моб|^звон|озвон|дзвон|^сот(?:ов|$)|факс|контакт|τηλ|^κιν|φαξ|επικοινων|电话|電話|手机|手機|携帯|连络|連絡|联系|聯絡|热线|熱線|专线|專線|致电|客服|座机|固话|市話|直通|代表|問い?合わ?せ|전화|직통|대표|고객센터|문의$|휴대|핸드폰|연락|모바일|ダイヤル',
    'هاتف|جوال|محمول|^نقال|خلوي|^اتصل|للتواصل|الموحد|فاکس|همراه|^تماس|موب[اي]|تل[يفو]*ون|تلفن|واتس|^فون$|^טל$|טלפון|נייד|פלאפון|סלולרי|פקס|ליצירת|โทร|เบอร์|มือถือ|สายด่วน|ติดต่อ|फ़ोन|फोन|मोबाइल|दूरभाष|संपर्क|ফোন|মোবাইল|ફોન|મોબાઇલ|தொலைபேசி|ტელ|հեռ|утас',
    '[\\u260e\\u260f\\u2706\\u{1f4de}\\u{1f4f1}\\u{1f4f2}]',
  ].join('|'),
  'iu',
);

/** Ids and documents in scripts without spaces, and stems of words that are bent. */
const OTHER_PARTS =
  /番号|編號|编号|单号|號碼|订单|訂單|注文|請求|发票|發票|身份证|身分證|会員|会员|會員|法人|口座|[品型]番|統編|帳號|[帐账]号|代码|编码|税号|开户|合同|邮编|登記|계좌|주문|번호|송장|통신판매|사업자|^(?:เลข|หมายเลข|รหัส)|บัญชี|ใบสั่ง|ทะเบียน|الطلب|فاتور|حساب|هوي[ةه]|ضريب|سجل|عقد|قومي|بريد|مرجع|إقامة|رخصة|شحنة|عميل|يبان|הזמנה|חשבון|חשבונית|לקוח|אסמכתא|דרכון|מיקוד|פוליסה|קבלה|מורשה|замовлен|рахун|накладн|поръч|фактур|догов|кадастр|паспорт|παραγγελ|τιμολ|λογαριασμ|tunnus$/u;

/** "Vertragskonto", "Betalingskenmerk", "Bankrekening": a compound that ends in the name of an id. */
const ID_ENDED = /.{3}(?:konto|referen(?:z|tie)|zeichen|kenmerk|rechnung|rekening|factuur|vertrag|auftrag)$/u;
/** "Auftragsnr", "kundnummer", "Tilausnumero", "számlaszám": a compound that ends so names what is numbered. */
const NUMBERED = /.{3}(?:num(?:ber|mer|er[oa]{0,2})|nro?|szám[aáu]?)$|(?:order|account|invoice|ticket)no$/u;
/** "Servicenummer", "Notfallnummer", "Journummer": a number that is there to be called. */
const LINE_NUMBERED =
  /^(?:service|st(?:ö|o)rung|storing|terugbel|privé|alarm|notfall|festnetz|zentral|durchwahl|dire[ck]t|hoved|jour|vakt|växel|info|gratis|doorkies|nood|nød|spoed|klantenservice|päivystys)/u;
/** What is called by its number, besides the words for a telephone. */
const LINE_STEMS =
  /ruf|service|dienst|privat|büro|haupt|[sz]entral|dire[ck]t|gratis|info|hívó|központ|växel|vakt|fest|wahl|nood|nød|hätä|^werk|thuis|zöld|kék|ingyen|sürg|grün|grøn|gröna?|groen|notfall|pikkelin|päivyst/u;

/** The words of each kind, in lower case. Others may be recognised by their parts. */
export const LABEL_WORDS = {
  phone:
    'voice sip sips ph pho phn phno mob mo cel fon tlf tlfn puh tfno tlfno wa sms txt viber zalo zap telegram helpline pager btn imessage ring rang rings voicemail vm ' +
    'switchboard reception landline ddi did cli ani dnis inbound outbound hp cep đt sđt dđ động đtdđ hệ gọi simu tlp tlm hubungi talian seluler ' +
    'llamar llame llamada llámanos llámenos llama appelez appeler joindre anrufen rufen ruf anruf erreichbar chiamare chiamaci chiama ' +
    'ligar ligue ligação bellen bel zadzwoń zadzwonić dzwoń dzwonić festnetz stacjonarny celulares reach reached cellphone ' +
    'comunícate comuníquese volejte volat hívjon sunați suna soita pozovite nazovite pokličite skambinkite zvaniet helista ' +
    'обадете καλέστε arayın joignable anrufer tty tf móv mov richiamare oddzwonić oddzwoń',

  // They also name other things than a line (home loan, work order, direct debit): beside the number alone they speak of one.
  weak:
    'home work office main direct desk line signal text hq emergency dispatch trabajo casa oficina bureau domicile fixe fijo ufficio ' +
    'port escritório trabalho büro privat geschäftlich zentrale werk thuis zakelijk vast praca biuro domowy residencial comercial recado ' +
    'siège support helpdesk help service sales primary secondary alternate alt standard poste recall ' +
    'best personal business daytime evening mother father wife husband spouse guardian للطلب للطلبات ' +
    // Whoever answers: a reception, an exchange, a service
    'empfang sekretariat bereitschaft kundenservice kundendienst anschluss centralita conmutador línea central recepción urgencias ' +
    'ligne directe accueil secrétariat permanence urgences recapito utenza centralino segreteria assistenza linha receção atendimento ' +
    'receptie klantenservice spoed recepcja centrala rejestracja linka ústředna recepce sekretariát ügyfélszolgálat vezetékes ' +
    'växel kundtjänst jour arbete hem sentralbord kundeservice arbeid hjem direkte omstilling arbejde vaihde asiakaspalvelu päivystys ' +
    'santral sabit merkezi hizmetleri σταθερό рабочий раб домашний дом диспетчер приёмная приемная ресепшн многоканальный линия ' +
    'cb res particular directa diretta dom serwis dyżur ' +
    'робочий приймальня лінія служебен kućni kantor rumah pejabat מוקד משרד בית עבודה',

  // Before a number that is something else: ids, documents, money, tax and bank numbers, times and measures.
  other:
    'rooms suite flat model ' +
    'id ids uid uuid guid pid oid nid key pk hash ref refs reference invoice invoices inv bills po so rma ' +
    'acct account iban bic routing aba policy claim confirmation batch serial sn sku upc ean isbn issn asin gtin ' +
    'part product barcode barcodes version build rev release tracking waybill awb consignment vat gst ein ssn ' +
    'itin nino npi mrn passport license licence reg certificate contract agreement ' +
    'cc zip postcode postal code pin otp passcode token session transaction txn payment cheque amount total sum ' +
    'subtotal revenue salary budget qty quantity size weight height width length distance population ' +
    'duration epoch timestamp ts dob born lat lng latitude longitude ip imei imsi iccid meid row rows ' +
    'column sec article fips duns naics sic cik abn acn arn bsb crn nir score index rank seq sequence counter memory disk bytes pnr ' +
    'flight docket file folio error errors siren siret ape naf rcs tva ustid ust steuer hrb hra blz konto knr ' +
    'usd eur gbp aud cad nzd chf jpy inr mxn brl zar php sek nok dkk pln czk huf ars clp cop pen rs kr beløp kid vkn tckn ' +
    // Spanish, Portuguese
    'pedido factura facturas fatura nf nfe nota cuenta conta código codigo cód cod referencia referência expediente ' +
    'póliza apólice contrato albarán protocolo matrícula dni nif nie cif cuit cuil rut rfc curp clabe nss cpf cnpj rg ie ' +
    'cp importe monto suma precio preço saldo población fecha lote artículo produto producto boleto recibo ' +
    'pasaporte ruc cédula cedula ' +
    // French, German
    'cde facture dossier compte réf contrat colis suivi montant prix ' +
    'auftrag rechnung kdnr kundnr kundenr vertrag vorgang aktenzeichen artikel artnr beleg lieferschein sendung betrag summe ' +
    'preis datum plz postleitzahl vsnr versicherungsschein mandat gläubiger ausweis ' +
    // Italian, Dutch, Polish
    'ordine fattura fatture codice conto pratica contratto piva iva partita cf spedizione lotto importo prezzo totale ' +
    'factuur rekening kvk btw bsn bedrag prijs totaal polis ' +
    'zamówienie zam faktura faktury fv rachunek nip regon krs pesel umowa kwota oferta sprawa sygnatura przesyłka ' +
    // Others often met in CRM data
    'orderid aadhaar aadhar gstin gstn cin uan esic nric uen cpr cvr orgnr org ico ocr omsetning ' +
    'dič ič ičo rč čj čú ogrn inn kpp snils инн огрн огрнип кпп снилс окпо бик рс кс лс бин иин иик счет счёт заказа артикул трек полис ' +
    'индекс єдрпоу рнокпп іпн мфо ттн еик булстат егн сметка партида ' +
    'mst stk cmnd cccd hóa resi npwp akaun mbs oib račun smlouva objednávka účet αφμ hesap lasku viite ' +
    // Of one country each: registers, meters, contracts, policies
    'stnr ptnr bankleitzahl verwendungszweck referenz buchungscode kassenzeichen gln zvr ' +
    'matricule immatriculation pdl pce série allocataire relevé ' +
    'expte siniestro guía cta nit céd rif remito cbu legajo trámite comprobante boleta medidor suministro serie afiliación ' +
    'processo inscrição pis cnh cartão chave chamado rastreio nipc niss nib encomenda utente ' +
    'ddt prot protocollo polizza sinistro cciaa matricola cig kenmerk rpr insz ogm ' +
    'umowy polisy konta rachunku sprawy licznika seryjny przesyłki dowodu karty partii katalogowy polisa bdo przewozowy sygn indeks ppe ' +
    'smlouvy zmluva zmluvy účtu rodné zákazníka zákaznické zásilka zásilky symbol faktúra ' +
    'szla számla nytsz nyilvántartási ikt hrsz azonosító gyári fogyasztóhely ' +
    'factură dosar cnp abonat ugovor ugovora ponuda klasa urbroj pib jmbg šifra pogodba sklic trr emšo matična matični ' +
    'davčna računa fakture sutarties sąskaita sąskaitos sąsk užsakymo užsakymas rēķins rēķina līguma līgums pasūtījums konts ' +
    'registrikood isikukood leping lepingu tellimus viitenumber alv tili hetu sopimus ' +
    'bankgiro plusgiro bg pg ärende avtal dnr kennitala vsk reikningur vergi kimlik mersis sicil tesisat poliçe dosya takip plaka ' +
    'ktp siup tdp anggota nopol mykad ssm khoản hđ gpkd bhxh cmt ifsc challan regn fssai udyam msme utr cnic ntn strn ' +
    'sst epf pn nmi mirn arbn afsl nzbn nhi icp mpan mprn gprn eori uprn ppsn eircode ' +
    'apn lic fein tid uniqueid ndc pmid odometer mileage ' +
    'référence sinistre passeport chèque identifiant compteur virement solde reçu zähler zählerstand reisepass ' +
    'riferimento passaporto bolletta referentie paspoort machtiging benefício renavam placa ' +
    // Written with points or a slash: ח.פ., ת.ז., ע.מ.
    'חפ תז עמ ער',

  // As other, but a person's name where they stand so: "Jane Price", "Herr Kto".
  surname: 'price cost data valor cena hora swift plate tin doi rek taj kto cap',

  // They pass the question on to the word before.
  link:
    'is are was at on in of the my your our his her their and a an ' +
    'to for me us him them via with from by new old now please also de del da do dos das la le les el los al en em au du unter am auf bei zu zur ' +
    'ist der die den mein meine e y et und o oder or op aan het een jest pod na il lo di alla è i s ext',

  // As links; what stands right before or behind them and is no word for a line is what they number: "Meter no.", "No. Resi".
  number:
    'n no nos num number numbers nr nro nº numero núm número números numéro numéros nummer numer nomor nombor číslo broj numara numarası numărul ' +
    'номер номера № br št č čís szám številka број αριθμός αρ رقم số mã מספר מס 番号 号码 號碼 번호 नंबर नम्बर নম্বর',

  // Who has a line; what is numbered with them is a number of theirs: "Company no.".
  owner: 'company consumer employee emp group chart',

  // Before a bare run of digits these most often name an id; before a number written as one they say nothing.
  doubtful:
    'order orders ticket tickets case cases member membership lead leads record records booking reservation ' +
    'item items task job project shipment parcel card cards check count form page box apt time date year az ' +
    'message msg position level receipt pos balance customer customers client clients cliente clientes ' +
    'kunde kunden kund klant klanten klient klienci klienta adhérent clienti müşteri cust ' +
    '微信 charge chargen plan recording typ modell zeichen fn bl kt sag sak mb va vs ks ss conf ft proc orden ordem socio poziv kodas kods kood заявка ' +
    'обращение абонент ' +
    // Departments, offices, companies, places
    'bank tax parts accounts claims registration quote quotes permit loan badge asset incident voucher coupon catalog rx mls ' +
    'visa mastercard amex dhl ups fedex usps tnt dpd gls medicare nhs dva ird cro insee sdi pdr oc room unit section chapter lot ' +
    'handelsregister firmenbuch gutschein angebot bestellung sécurité sociale devis commande agência pedidos orçamento ' +
    'registro registo presupuesto venta venda patente tessera targa ordini preventivo fiscale cup offerte bestelling zamówienia ' +
    'objednávky rendelés megrendelés comandă comanda narudžba narudžbe naročilo naročila tilaus ordre sipariş protokol abone заказ замовлення поръчки ' +
    'παραγγελίες الطلبات الحسابات ご注文 주문 주문문의 ฝ่ายบัญชี แผนกบัญชี thuế pesanan pendaftaran sss philhealth pagibig ' +
    'carte abonné debiteur articolo commessa reserva ' +
    // Names; and initials, that with a slash or a colon are an id: A/C, C.I., T.C., V.D., K/P
    'bill sid mac vin lon nik pan fin cui arve rib rea albo dea stock ac ci tc vd kp',
} as const;

const KIND_OF = new Map<string, WordKind>();
for (const kind of ['phone', 'weak', 'other', 'surname', 'link', 'number', 'owner', 'doubtful'] as const) {
  for (const word of LABEL_WORDS[kind].split(' ')) KIND_OF.set(word, kind);
}

const known = new Map<string, WordKind>();
/** A page uses few words beside its numbers; what came before is forgotten when this many are known. */
const MOST_KNOWN = 2000;

/** The meaning of one word, in any case. */
export function wordKind(word: string): WordKind {
  const remembered = known.get(word);
  if (remembered) return remembered;
  if (known.size >= MOST_KNOWN) known.clear();
  const kind = kindOf(word.toLowerCase());
  known.set(word, kind);
  return kind;
}

function kindOf(word: string): WordKind {
  const listed = KIND_OF.get(word);
  if (listed) return listed;
  if (PHONE_PARTS.test(word)) return 'phone';
  if (OTHER_PARTS.test(word)) return 'other';
  if (ID_ENDED.test(word)) return 'other';
  if (!NUMBERED.test(word)) return 'unknown';
  if (LINE_NUMBERED.test(word)) return 'weak';
  return LINE_STEMS.test(word) ? 'unknown' : 'other';
}

/** Letters that stand for a kind of line when a colon or dot follows: Phone, Tel, Mobile, Cell, Office, Home, Work, Direct, Fax; Greek and Russian telephone. */
export const LINE_LETTERS = 'ptmcohwdfτт';
