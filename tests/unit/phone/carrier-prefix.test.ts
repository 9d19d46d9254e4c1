import { itReads } from './reading.ts';

itReads("reads the carrier of one's choice in the place of the trunk prefix", [
  ['BR', 'Telefone: (0xx11) 3123-4567', '+551131234567'],
  ['BR', '0XX 11 3123-4567', '+551131234567'],
  ['BR', 'a0xx11 3123-4567', ''],
  ['BR', 'xx11 3123-4567', ''],
]);
