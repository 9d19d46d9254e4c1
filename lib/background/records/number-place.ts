import type { RecordLead } from '../../messages/number-details.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import type { LeadRecord } from '../../vicidial/wire/lead-fields.ts';

/**
 * Whether a lead has that number already, and if not, whether its second one is free for it. The third stands in a line of the
 * address, which is none to write to.
 */
export function placeIn(
  { phone_number, alt_phone, address3 }: LeadRecord,
  { nationalNumber }: Pick<DialableNumber, 'nationalNumber'>,
): RecordLead['place'] {
  if ([phone_number, alt_phone, address3].includes(nationalNumber)) return 'has';
  return alt_phone === '' ? 'free' : 'taken';
}
