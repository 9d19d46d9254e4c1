import { gmtOffset, localTime } from '../../time-zone.ts';
import { error, fulfils, type NonAgentFunction } from '../non-agent-call.ts';
import { refuseListed } from './dnc.ts';
import { refuseLength, refuseNumberingPlan } from './number-checks.ts';

const needs = { level: 8, flags: ['vdc_agent_api_access'] } as const;

/** A number outside its call time is no ERROR: the first digit of the answer says so. */
const checkPhoneNumber: NonAgentFunction = (call) => {
  const { world, clock, p, apiUser } = call;
  if (!fulfils(apiUser, needs)) {
    return error(call, `USER DOES NOT HAVE PERMISSION TO CHECK PHONE NUMBERS: |${apiUser.user}||`);
  }
  const number = p('phone_number').replace(/\D/g, '');
  const callTime = world.call_times.find((row) => row.call_time_id === p('local_call_time'));
  if (!callTime) return error(call, `THIS IS NOT A VALID CALL TIME: |${apiUser.user}|${p('local_call_time')}|`);
  const refused = refuseLength(call, number) ?? refuseNumberingPlan(call, number) ?? refuseListed(call, number);
  if (refused !== null) return refused;
  const phoneCode = p('phone_code') || '1';
  const offset = gmtOffset(world, phoneCode, number);
  const there = localTime(offset, clock.now());
  const hourMinute = there.getUTCHours() * 100 + there.getUTCMinutes();
  const isOpen = hourMinute >= Number(callTime.ct_default_start) && hourMinute < Number(callTime.ct_default_stop);
  const owner = [p('postal_code'), p('state'), p('owner')].join('|');
  return `AREACODE: ${isOpen ? 1 : 0}|${offset}#PHONE: ${number}|${phoneCode}|${owner}|\n`;
};

export const numberFunctions = { check_phone_number: checkPhoneNumber };
