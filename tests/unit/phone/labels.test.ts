import { expect, it } from 'vitest';
import { LABEL_WORDS } from '../../../lib/phone/label-words.ts';
import { labelBefore, labelKind } from '../../../lib/phone/labels.ts';

/** The kind of the words before a number that follows them. */
function before(words: string): string {
  return labelBefore(`${words}2127365000`, 0, words.length);
}

it.each(['T: ', 'm. ', 'Jane Roe | C: ', 'Acme Ltd. O: ', 'v1.0 F: ', '(M) ', '(O)', 'E: a@example.com T: '])(
  'reads the letter of a line in "%s"',
  (words) => expect(before(words)).toBe('phone'),
);

it.each(['C.F. ', 'C. F. ', 'P.O. ', 'D.O.T. ', 'R&D: ', 'W/O: ', 'J. P. ', 'Plan (B) M '])(
  'reads no line in the end of "%s"',
  (words) => expect(before(words)).not.toBe('phone'),
);

it('reads a column of one letter', () => {
  expect(['T', 'M', 'X'].map(labelKind)).toEqual(['phone', 'phone', 'none']);
});

it.each(['Home ', 'Sales: ', 'Main office: ', 'Emergency: ', 'Mobile of Jane: ', 'Mo. ', 'Call Jane Roe at '])(
  'takes what follows "%s" for a number',
  (words) => expect(before(words)).toBe('phone'),
);

it.each(['Home insurance ', 'Work visa type ', 'Service bulletin ', 'Direct deposit ', 'Office Max ', 'Callahan '])(
  'takes what follows "%s" for nothing in particular: a word that also names other things speaks right beside it alone',
  (words) => expect(before(words)).not.toBe('phone'),
);

it.each<[string, string]>([
  ['Work Order', 'doubtful'],
  ['Sales Orders', 'doubtful'],
  ['Support Case Number', 'other'],
  ['Service Level', 'doubtful'],
  ['Home Equity', 'none'],
  ['Office Phone', 'phone'],
  ['Primary', 'phone'],
  ['Work (direct)', 'phone'],
  ['Phone of customer', 'phone'],
  ['Customer Service', 'phone'],
])('reads the heading %s as %s', (label, kind) => expect(labelKind(label)).toBe(kind));

it.each<[string, string]>([
  ['Meter No.', 'doubtful'],
  ['Art.-Nr.', 'other'],
  ['Vertrags-Nr.', 'other'],
  ['KvK', 'other'],
  ['Notruf-Nr.', 'none'],
  ['Handy-Nr.', 'phone'],
  ['Telnr.', 'phone'],
])('reads the heading %s, of something that is numbered, as %s', (label, kind) => expect(labelKind(label)).toBe(kind));

it.each([
  'Vertrags-Nr. ',
  'Art.-Nr. ',
  'No. de cliente ',
  'Customer no. ',
  'Poziv na broj 97 ',
  'Račun br. ',
  'A/C ',
  'C.I.: ',
  'ח.פ. ',
  'р/с ',
  'KvK ',
  'MPRN ',
  'PN ',
  'ЄДРПОУ ',
  'Przesyłki nr ',
  '統一編號 ',
  '账号：',
])('takes what follows "%s" for the number of something else', (words) => expect(before(words)).toBe('other'));

it.each([
  'M.No. ',
  'M. No. ',
  'DNIS ',
  'Outbound to ',
  'Büro-Nr. ',
  'Telnr. ',
  'Tel.-Nr. ',
  'Handy-Nr. ',
  'Office-No. ',
  'Mobnr: ',
])('takes what follows "%s" for a number to call: what is numbered is a line', (words) =>
  expect(before(words)).toBe('phone'),
);

it.each(['Zöldszám: ', 'Notfall-Nr. ', 'Customer ', 'Company: ', 'Smith J.R. '])(
  'takes a number in groups after "%s" for one to call',
  (words) => expect(before(words)).not.toBe('other'),
);

it.each([
  'Fahrzeugnummer ',
  'Lidmaatschapsnr. ',
  'Ansökningsnummer: ',
  'Vakuutusnumero ',
  'Ügyfélszám: ',
  'الفاتورة رقم ',
  'Рахунок ',
  'เลขที่สัญญา ',
  '운송장번호 ',
  'MST: ',
  'OCR ',
  '請求書番号：',
])('takes what follows "%s" for an id', (words) => expect(before(words)).toBe('other'));

it.each(['Meter no. ', 'Zoning number: ', 'No. Surat ', 'Mã hồ sơ ', 'Protokoll Nr. ', 'Справка № ', '№ '])(
  'doubts bare digits after "%s": something is numbered',
  (words) => expect(before(words)).toBe('doubtful'),
);

it.each([
  'Servicenummer ',
  'Notrufnummer ',
  'Mobilnummer ',
  'Matkapuhelinnumero ',
  'Hívószám: ',
  'Telefon numarası ',
  'Nomor telepon: ',
  'Số điện thoại: ',
  'رقم الهاتف ',
  'Номер телефона ',
  '휴대폰 번호 ',
  '手機號碼：',
  'หมายเลขโทรศัพท์ ',
  'Τηλ. ',
  'Κινητό: ',
  'मोबाइल नंबर ',
  'Sími: ',
  'Tālr. ',
  'Best number: ',
])('takes what follows "%s" for a number to call', (words) => {
  const kind = before(words);
  expect(kind === 'phone' || kind === 'none', kind).toBe(true);
});

it.each([
  'Loan # ',
  'Permit No. ',
  'Company no. ',
  'Bestellung Nr. ',
  'Заказ № ',
  'Numéro de sécurité sociale ',
  'Price ',
  'Unit Price ',
  'the price ',
  'Jane Price: ',
  'Kto ',
])('takes what follows "%s" for a price, or for what is numbered', (words) => expect(before(words)).toBe('other'));

it.each([
  'Loan: ',
  'Jane Price ',
  'Herr Kto ',
  'Ann Stock ',
  'Bill ',
  'Miller A.C. ',
  'T.C. ',
  'Wells Fargo Bank ',
  'Accounts: ',
  'Pedidos: ',
])('takes a number in groups after "%s" for no id: people, departments and companies are called so', (words) => {
  expect(['none', 'doubtful']).toContain(before(words));
});

it.each<[string, string]>([
  ['Company', 'none'],
  ['Emp', 'none'],
  ['Company No.', 'other'],
  ['Bank', 'doubtful'],
  ['Price', 'other'],
  ['Siège', 'phone'],
])('reads the heading %s, of who has a number or of what is one, as %s', (label, kind) => {
  expect(labelKind(label)).toBe(kind);
});

it('reads no telephone inside other words', () => {
  for (const words of ['Halifax ', 'Immobilien ', 'Automobile ', 'Cellar ', 'Handyman ', 'Получатель ', 'Автомобиль '])
    expect(before(words), words).toBe('none');
});

it('has each word in one list', () => {
  const words = Object.values(LABEL_WORDS).flatMap((list) => list.split(' '));
  expect(words.filter((word, index) => word === '' || words.indexOf(word) !== index)).toEqual([]);
});

it.each([
  'Centralita: Línea: Recepción: Urgencias: Contáctenos: Ligne directe: Accueil: Secrétariat: Natel: Kundendienst: Empfang:',
  'Segreteria: Centralino: Recapito: Contato: Zap: Linha: Klantenservice: Mobiel: Receptie: Infolinia: Recepcja: Centrala:',
  'Linka: Infolinka: Volejte: Ügyfélszolgálat: Hívjon: Sunați la: Växel: Kundtjänst: Journummer: Sentralbord: Omstilling:',
  'Vaihde: Soita: Santral: \u0130letişim: Arayın: Σταθερό: Επικοινωνία: Φαξ: Сотовый: Рабочий: Факс: Дзвоніть: Служебен:',
  'Mobitel: Pokličite: Skambinkite: Zvaniet: Mobiil: Helpline: 致电: 客服: 專線: 直通: 대표번호: 직통: สายด่วน: Liên hệ: Zalo:',
  'Hubungi: Seluler: Rumah: H/P: Talian: الرقم الموحد: خلوي: פקס: טל: همراه: Toll Free: My number is: Servicenummer: Direktnr:',
])('knows the words for a line of many languages: %s', (labels) => {
  const words = labels.split(/(?<=:) ?/);
  expect(words.filter((word) => before(word) !== 'phone')).toEqual([]);
});

it.each(['Contatore ', 'Werksnummer: ', 'Dienstnummer: ', 'Her number of items: ', '微信 ', 'Comanda '])(
  'takes "%s" for no line',
  (words) => expect(before(words)).not.toBe('phone'),
);
