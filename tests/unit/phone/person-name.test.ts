import { itReads } from './reading.ts';

itReads('reads a mobile number in one piece behind the name of who has it', [
  ['IN', 'Ramesh 9810012345', '+919810012345'],
  ['IN', 'Anita Rao (9810012345)', '+919810012345'],
  ['IN', 'Mr. Shah - 9820012345', '+919820012345'],
  ['IN', 'Ramesh 9810012345, Delhi', '+919810012345'],
  ['IN', 'Owners\nAnita Rao: 9810012345\nRamesh 9820012345', '+919810012345 +919820012345'],
  ['CN', '\u5f20\u4e0913812345678', '+8613812345678'],
  ['IT', 'Mario Rossi 3471234567', '+393471234567'],
]);

itReads('takes bare digits behind other words for no number', [
  ['IN', 'Invoice 9810012345', ''],
  ['IN', 'HDFC 9810012345', ''],
  ['IN', 'txn 9810012345', ''],
  ['IN', 'Anita Rao 9810012345 was paid', ''],
  ['IN', 'Paid to the account of Anita Rao 9810012345', ''],
  ['CN', '\u8ba2\u5355 13812345678', ''],
  // A landline or a mobile phone, who knows: too many ids look so.
  ['US', 'Jane Roe 4157392671', ''],
  // Nine digits are an id too often.
  ['PL', 'Jan Kowalski 601123456', ''],
]);
