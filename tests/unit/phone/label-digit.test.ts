import { itReads } from './reading.ts';

itReads('leaves the digit that counts the lines of somebody to their label', [
  ['DE', 'Telefon 2 030 1234567', '+49301234567'],
  ['DE', 'Tel. 2 0171 1234567', '+491711234567'],
  ['DE', 'Telefon 2 - 030 1234567', '+49301234567'],
  ['AT', 'Handy 3 0664 7040744', '+436647040744'],
  ['SE', 'Telefon 2 08-123 456 78', '+46812345678'],
  ['IT', 'Telefono 2 06 6982 1234', '+390669821234'],
  ['ES', 'Teléfono 1 912 345 678', '+34912345678'],
  ['PL', 'Telefon 2 601 234 567', '+48601234567'],
  ['PL', 'Tel 2 601234567', '+48601234567'],
  ['PT', 'Telemóvel 2 912 345 678', '+351912345678'],
  ['CZ', 'Telefon 2 603 123 456', '+420603123456'],
  ['US', 'Phone 2 415-739-2671', '+14157392671'],
  ['DE', 'Tel. 8 030 1234567', '+49301234567'],
]);

itReads('dials no part of a number of Russia or Kazakhstan', [
  ['US', 'Tel: 8 800 555 35 35', ''],
  ['US', 'Phone 7 812 234 5678', ''],
  ['DE', 'Tel. 7 495 123 45 67', ''],
]);

itReads('keeps a digit behind a label where it is the number’s own', [
  ['US', 'Phone 1 415 739 2671', '+14157392671'],
  ['RU', 'Телефон 8 495 123-45-67', '+74951234567'],
  ['HU', 'Tel. 1 234 5678', '+3612345678'],
  ['FR', 'Tél. 1 42 60 30 30', '+33142603030'],
  ['BE', 'Tel 2 512 34 56', '+3225123456'],
  ['DE', 'Telefon 20 1234567', '+49201234567'],
  ['DE', 'Posten 2 030 1234567', '+49301234567'],
]);
