import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import { labelBefore, labelKind } from '../../../lib/phone/labels.ts';
import { itReads } from './reading.ts';

describe('a heading says no less than the same words in the text', () => {
  it.each([
    ...['Case Number', 'Order No', 'Order #', 'Tax No', 'Loan #', 'N° de commande', 'Client n°', 'Nº de cliente'],
    ...[
      'Nr zamówienia',
      'Klant nr.',
      'Company No.',
      'S/N',
      'P/N',
      'C.F.',
      'C/C',
      'A/C',
      'Rg.-Nr.',
      'ID-Nr.',
      'Best.-Nr.',
    ],
  ])('%s names an id', (label) => {
    expect(labelKind(label)).toBe('other');
    expect(labelBefore(`${label}: `, 0, label.length + 2)).toBe('other');
    expect(findNumbers('415-739-2671', ['US'], label)).toEqual([]);
  });

  it.each([
    'Home #',
    'Phone No.',
    'Contact Number',
    'Client Phone Number',
    'Customer Service Number',
    'H/P',
    'Tel.-Nr.',
    'M',
  ])('%s names a line', (label) => expect(labelKind(label)).toBe('phone'));

  it.each(['Case', 'Customer', 'Order', 'Agency No.'])('%s alone refuses no number in groups', (label) => {
    expect(findNumbers('415-739-2671', ['US'], label)).toHaveLength(1);
  });
});

it.each(['Last Local Call Time', 'Last call date', 'Call date', 'Date of call', 'Fecha de llamada', 'Hora da ligação'])(
  'takes no Unix time under "%s" for a number',
  (label) => {
    for (const region of ['IN', 'BR', 'DE'] as const) expect(findNumbers('1740472972', [region], label)).toEqual([]);
  },
);

it.each(['Best time to call', 'Daytime phone', 'Date / Phone', 'Data phone'])('still reads a line in "%s"', (label) => {
  expect(labelKind(label)).toBe('phone');
});

itReads('takes what a service for customers or a line at home is called by for a label', [
  ['FR', 'Numéro vert 0800123456', '+33800123456'],
  ['FR', 'Service clients : 0969393939', '+33969393939'],
  ['ES', 'Atención al cliente 900123456', '+34900123456'],
  ['PT', 'Apoio ao cliente 808200200', '+351808200200'],
  ['IT', 'Servizio clienti 800123456', '+39800123456'],
  ['IT', 'Numero verde 800123456', '+39800123456'],
  ['PL', 'Obsługa klienta 801123456', '+48801123456'],
  ['NL', 'Storingsnummer 0800-9009', '+318009009'],
  ['NL', 'Privénummer 020-1234567', '+31201234567'],
  ['DE', 'Störungsnummer: 0800 1234567', '+498001234567'],
  ['US', 'CB# 4157392671', '+14157392671'],
  ['US', 'new number: 4157392671', '+14157392671'],
  ['US', 'TTY 4157392671', '+14157392671'],
  ['ES', 'Línea directa 912345678', '+34912345678'],
  ['IT', 'richiamare 3331234567', '+393331234567'],
  ['PL', 'dyżur 226123456', '+48226123456'],
]);

itReads('takes a customer, a product or an order beside the same words for no label', [
  ['FR', 'Clients 800123456', ''],
  ['ES', 'Pedido cliente 900123456', ''],
  ['IT', 'Codice clienti 800123456', ''],
  ['PL', 'Numer klienta 801123456', ''],
  ['US', 'Sales order 4157392671', ''],
  ['US', 'number 4157392671', ''],
  ['DE', 'Bestellnummer: 0800 1234567', ''],
  ['DE', 'Best.-Nr. 089-1234567', ''],
  ['DE', 'Privat-Nr. 089-1234567', '+49891234567'],
]);

itReads('takes what references, accounts and documents are called in six languages for ids', [
  ['FR', 'Référence 0142603030', ''],
  ['FR', 'Sinistre 0142603030', ''],
  ['FR', 'Carte 0142603030', ''],
  ['DE', 'Kundenkonto 0891234567', ''],
  ['DE', 'Mandatsreferenz 0891234567', ''],
  ['DE', 'Zähler 0891234567', ''],
  ['NL', 'Betalingskenmerk 0201234567', ''],
  ['NL', 'Debiteur 0201234567', ''],
  ['IT', 'Bolletta 0612345678', ''],
  ['BR', 'Benefício 11987654321', ''],
  ['FR', 'Accueil 0142603030', '+33142603030'],
  ['DE', 'Kontor 0891234567', '+49891234567'],
  ['NL', 'Balie 0201234567', '+31201234567'],
]);
