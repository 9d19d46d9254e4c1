/**
 * What a word beside a number says of it. `phone` and `other` decide; `link` words (number, no., is, at …) pass the question
 * on to the word before.
 */
export type WordKind = 'phone' | 'other' | 'doubtful' | 'link' | 'unknown';

/** Parts of words that mean a telephone in any of the languages, alone or in a compound (`mobilePhone`, `Rufnummer`). */
const PHONE_PARTS =
  /phone|telef|fono$|fone$|mobil|m[oó]vil|celular|cellul|^cell|^tel[sn]?$|^tele$|whats|hotline|handy|rufnummer|durchwahl|telemark|komórk|téléph|portable|^kom$|dial|^call(?!s$)|voip|msisdn|caller|callback|recall|telem[oó]vel|contact|kontakt|contatt|тел|моб|звон|電話|电话|手机|携帯|전화|هاتف|جوال|טלפון|fax|[\u260e\u260f\u2706\u{1f4de}\u{1f4f1}\u{1f4f2}]|rückruf/iu;

const PHONE_WORDS = new Set(
  (
    'voice ph pho phn mob cel gsm fon tlf tlfn puh tfno tfn tfno. tlfno wa sms txt text viber telegram signal imessage ring rang rings voicemail vm ' +
    'home work office main direct desk switchboard reception landline line ddi did cli ani hq after-hours emergency dispatch ' +
    'llamar llame llamada llámanos llámenos llama appelez appeler joindre anrufen rufen ruf anruf erreichbar chiamare chiamaci chiama ' +
    'ligar ligue ligação bellen bel zadzwoń zadzwonić dzwoń dzwonić trabajo casa oficina bureau domicile fixe fijo ufficio ' +
    'casa escritório trabalho büro privat geschäftlich zentrale festnetz werk thuis zakelijk vast praca biuro domowy stacjonarny ' +
    'residencial comercial recado celulares reach reached contacts customer-service support helpdesk help service sales ' +
    'primary secondary alternate alt mobile cellphone hp gsm standard poste'
  ).split(' '),
);

/** Words before a number that is something else: ids, documents, money, tax and bank numbers, times and measures. */
const OTHER_WORDS = new Set(
  // English
  (
    'room rooms suite unit flat model lot plate section chapter visa ' +
    'id ids uid uuid guid pid oid sid nid key pk hash ref refs reference invoice invoices inv bill bills po so rma quote quotes ' +
    ' acct account accounts iban bic swift routing aba bank policy ' +
    'claim claims confirmation batch serial sn sku upc ean isbn issn asin gtin doi part parts product ' +
    ' version build rev release tracking waybill awb consignment dhl ups fedex usps tnt dpd gls tax vat gst ein ssn itin ' +
    'tin nino nhs npi dea mrn passport license licence vin registration reg certificate contract agreement ' +
    'cc mastercard amex zip postcode postal code pin otp passcode token session transaction txn payment cheque amount ' +
    ' subtotal price cost revenue salary budget qty quantity size weight height width length distance ' +
    'duration epoch timestamp ts dob born lat lng lon latitude longitude port ip mac imei imsi iccid meid row rows ' +
    'column sec article fips duns naics sic cik abn acn arn tfn bsb crn nir ' +
    'siren siret ape naf rcs tva ustid ust steuernummer steuer hrb hra blz kontonummer konto knr ' +
    'score index rank seq sequence counter memory disk bytes pnr flight docket file folio error errors ' +
    'usd eur gbp aud cad nzd chf jpy inr mxn brl zar php sek nok dkk pln czk huf ars clp cop pen rs kr beløp fakturanr ordre kid sipariş fatura vkn tckn ' +
    // Spanish, Portuguese
    'pedido pedidos factura facturas fatura nf nfe nota cuenta conta código codigo cód cod referencia referência ref expediente ' +
    'póliza apólice contrato albarán presupuesto orçamento protocolo matrícula dni nif nie cif cuit cuil rut rfc curp clabe nss cpf cnpj rg ie ' +
    'cep cp importe valor precio preço saldo fecha data hora lote artículo produto producto venta venda boleto recibo pasaporte ruc cédula cedula ' +
    // French
    'commande facture devis dossier compte numéro-client référence réf contrat colis suivi montant prix siège code-postal nir insee ' +
    // German
    'auftrag auftragsnummer auftragsnr bestellung bestellnummer bestellnr rechnung rechnungsnummer rechnungsnr kundennummer kundennr kdnr kundnr kundenr ' +
    'angebot angebotsnummer vertrag vertragsnummer vorgang vorgangsnummer aktenzeichen az artikel artikelnummer artnr artikelnr seriennummer beleg ' +
    'belegnummer lieferschein sendung sendungsnummer betrag summe preis datum plz postleitzahl vsnr versicherungsnummer ' +
    'versicherungsschein mandat gläubiger personalnummer ausweis ausweisnummer ' +
    // Italian
    'ordine ordini fattura fatture codice conto pratica preventivo contratto piva iva partita cf fiscale spedizione lotto importo prezzo totale cap ' +
    // Dutch
    'bestelling bestelnummer factuur factuurnummer klantnummer rekening rekeningnummer dossier dossiernummer kvk btw bsn offerte ordernummer ' +
    'artikelnummer bedrag prijs relatienummer polis polisnummer ' +
    // Polish
    'zamówienie zamówienia zam faktura faktury fv konto rachunek nip regon krs pesel umowa kwota cena nr-zam oferta sprawa sygnatura przesyłka ' +
    // Others often met in CRM data
    'order_id orderid aadhaar aadhar pan gstin gstn cin uan esic sss tin philhealth pagibig nric fin uen cpr cvr orgnr org personnummer y-tunnus ico ' +
    'dič ič ogrn inn kpp snils инн огрн кпп снилс счет счёт заказ договор'
  ).split(' '),
);

/** `Auftragsnr`, `orderId`, `account_no`: what a compound ends in. */
const OTHER_ENDINGS =
  /(?:auftrags|bestell|rechnungs|kunden|artikel|vertrags|serien|sendungs|konto|steuer|vorgangs|beleg|liefer|order|klant|factuur|rekening)(?:nummer|nr|number|no)$/iu;

const LINK_WORDS = new Set(
  (
    'no nos num number numbers nr nro nº numero número números numéro numéros nummer numer n is are was at on in of the my your our his her their and a an ' +
    'to for me us him them via with from by new old now please also de del da do dos das la le les el los al en em au du unter an am auf bei zu zur ' +
    'ist der die das den mein meine e y et und o oder or op aan het een jest pod na il lo di al alla è i s ext'
  ).split(' '),
);

/** Before a bare run of digits these most often name an id; before a number written as one they say nothing. */
const DOUBTFUL_WORDS = new Set(
  (
    'order orders ticket tickets case cases member membership lead leads record records booking reservation ' +
    'item items task job project shipment parcel card cards check total count form page box apt time date year ' +
    'message msg position level receipt pos sum balance customer customers client clients cliente clientes ' +
    'kunde kunden kund klant klanten klient klienci adhérent clienti müşteri'
  ).split(' '),
);

/** Endings and parts of words in scripts without spaces. */
const OTHER_PARTS = /(?:番号|編號|编号|单号|號碼|订单|訂單|注文|請求|发票|發票|身份证|会員|會員|法人|계좌|주문)/u;

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
  if (LINK_WORDS.has(word)) return 'link';
  if (OTHER_WORDS.has(word) || OTHER_ENDINGS.test(word)) return 'other';
  if (OTHER_PARTS.test(word) && !PHONE_PARTS.test(word)) return 'other';
  if (DOUBTFUL_WORDS.has(word)) return 'doubtful';
  return PHONE_WORDS.has(word) || PHONE_PARTS.test(word) ? 'phone' : 'unknown';
}

/** Letters that stand for a kind of line when a colon or dot follows: Phone, Tel, Mobile, Cell, Office, Home, Work, Direct, Fax. */
export const LINE_LETTERS = 'ptmcohwdf';
