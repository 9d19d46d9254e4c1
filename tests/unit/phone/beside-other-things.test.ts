import { itReads } from './reading.ts';

itReads('reads a number behind a date or a post code', [
  ['US', '2024-12-05 541-754-3010', '+15417543010'],
  ['US', '12/05/2024 541-754-3010', '+15417543010'],
  ['JP', '100-0005 03-3212-1234', '+81332121234'],
  // A prefix that nobody dials, not a post code.
  ['MX', '045 33 1234-5678', ''],
]);

itReads('reads a number before a date, all of it', [
  ['FR', 'Appel au 01 40 20 50 50 21/11/2026 10:04', '+33140205050'],
  ['DE', '030 23125 012 21.11.2026 10:04', '+493023125012'],
  ['FR', '01 40 20 50 50 21', ''],
]);

itReads('reads the label between two numbers that stand side by side', [
  ['US', 'Fax541-754-3010Tel541-754-3011', '+15417543010 +15417543011'],
  ['US', '541-754-3010Lot541-754-3011', ''],
]);

itReads('reads no plus that belongs to the word before it', [
  ['US', 'ZIP+4 98101-2211', ''],
  ['US', 'Call+49 8101 2211', '+4981012211'],
]);

itReads('reads a word in a toll-free number where the 1 of North America is meant', [
  ['US', '1800 FLOWERS', '+18003569377'],
  ['AU', '1-800-FLOWERS', '+18003569377'],
  ['AU', '+1800 FLOWERS', '+18003569377'],
  ['AU', '1800 FLOWERS', ''],
  ['US', '(888) 555-HELP', '+18885554357'],
  ['US', '888-555-HELP', ''],
]);

itReads('reads the kind of line in brackets behind bare digits', [
  ['SA', '920012345 (\u0627\u0644\u0631\u0642\u0645 \u0627\u0644\u0645\u0648\u062d\u062f)', '+966920012345'],
  ['PL', '221234567 (telefon domowy)', '+48221234567'],
  ['PL', '221234567 (nowy klient)', ''],
]);
