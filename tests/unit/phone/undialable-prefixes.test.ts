import { itReads } from './reading.ts';

itReads('reads the 00 of other countries before a calling code', [
  ['US', '0044 20 7946 0958', '+442079460958'],
  ['AU', '0044 20 7946 0958', '+442079460958'],
  ['RU', 'Tel. 0049 30 123456', '+4930123456'],
  ['US', 'Tel 00442079460958', '+442079460958'],
  ['US', '00442079460958', ''],
  ['US', 'Invoice 0044 20 7946 0958', ''],
  ['US', '0044 2079460958', ''],
]);

itReads('reads a trunk prefix that was given up where a word says phone', [
  ['PL', 'tel. (0-22) 345 67 89', '+48223456789'],
  ['PL', 'Telefon: 0 22 345 67 89', '+48223456789'],
  ['PL', '0 22 345 67 89', ''],
  ['PL', 'NIP 022-345-67-89', ''],
]);
