import type { Region } from '../../../lib/phone/phone-number.ts';

/** A page written anew in the manner of a CRM, and what stands in it. */
export interface CrmMarkup {
  readonly file: string;
  readonly regions: readonly Region[];
  /** What must be found, in the order in which a person comes to it with the keyboard. */
  readonly found: readonly string[];
  /** What looks like a number and must not be found. Each stands in the file. */
  readonly refused: readonly string[];
  /** What is found although it is no phone number: declared, so that an improvement is recorded, too. */
  readonly wronglyFound?: readonly string[];
}

export const CRM_MARKUP: readonly CrmMarkup[] = [
  {
    file: 'suitecrm',
    regions: ['US'],
    found: ['+1 415 555 0132', '+1 415 555 0158', '+1 415 555 0141 ext 7', '+1 510 555 0119', '+1 510 555 0184'],
    refused: ['Ref 4155550177', '02/14/2026 03:15pm', '94107-1234', 'ada.4155550199@', '4155550163', '>5105550120<'],
  },
  {
    file: 'espocrm',
    regions: ['US'],
    found: ['+1 206 555 0147', '+1 206 555 0162', '+1 206 555 0171', '+1 206 555 0133 ext 12'],
    refused: ['$ 2,065,550.14', 'No. 2065550148', '20261121091500', '65f0a2065550199'],
  },
  {
    file: 'odoo',
    regions: ['BE'],
    found: ['+32 2 555 12 12', '+32 470 12 34 56', '+32 2 555 12 15', '+32 2 555 12 16', '+32 2 555 12 12'],
    refused: ['BE0477472701', 'BE71 0961 2345 6769', 'INV/2026/025551213', '25.551.214,00', 'Dossier 0470 55 66'],
  },
  {
    file: 'dolibarr',
    regions: ['FR'],
    found: ['+33 1 99 00 12 34', '+33 1 99 00 12 35', '+33 1 99 00 12 36', '+33 6 12 05 01 02', '+33 6 12 05 01 03'],
    refused: ['732 829 320', '732 829 320 00074', 'FR40303265045', '50 000,00', '>0612050104<'],
  },
  {
    file: 'zammad',
    regions: ['DE'],
    found: ['+49 30 23125012', '+49 171 3920012', '+49 30 231250', '+49 30 23125013', '+49 30 23125014'],
    refused: [
      '20261121030231',
      'Seriennr. 03023125011',
      'DE136695976',
      '030 23125 099',
      '>Kundennummer</label>03023125015',
    ],
  },
  {
    file: 'chatwoot',
    regions: ['BR'],
    found: ['+55 11 95555 0123', '+55 11 95555 0125', '+55 11 3555 0127'],
    // A bare number under "Identifier" may be one: the same CRM identifies WhatsApp contacts by theirs.
    wronglyFound: ['+55 11 95555 0124'],
    refused: ['#11955550126', 'BR119555501BR', '(11) 95555-0128', '2026-11-21 11:35:55'],
  },
  {
    file: 'hubspot-like',
    regions: ['US'],
    found: ['+1 617 555 0145', '+1 617 555 0146', '+1 617 555 0149', '+1 617 555 0150'],
    refused: ['61755501470', '$6,175,550,148', '/j/6175550151', 'Order number: 617-555-0152'],
  },
  {
    file: 'salesforce-like',
    regions: ['US'],
    // The fax number stands in a slot: it comes with what is inside its host, after the host's own.
    found: ['+1 303 555 0118', '+1 303 555 0122', '+1 303 555 0121', '+1 303 555 0123'],
    refused: ['>3035550119<', '$30,355,501.20', '00303555', '12:00-13:30'],
  },
];
