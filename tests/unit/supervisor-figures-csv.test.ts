import { describe, expect, it } from 'vitest';
import { clockTime, figuresCsv } from '../../components/supervisor/figures-csv.ts';
import type { AgentStats } from '../../lib/messages/supervisor.ts';

const columns = [
  { heading: 'Name', of: ({ fullName }: AgentStats) => fullName },
  { heading: 'Talking, in all', of: ({ talkSeconds }: AgentStats) => clockTime(talkSeconds) },
  { heading: 'Calls', of: ({ calls }: AgentStats) => calls },
];
const lineOf = (fullName: string) => {
  const stats: AgentStats = {
    ...{ user: '1000', fullName, userGroup: 'AGENTS', calls: 3, loginSeconds: 0, pauses: 0, pausedSeconds: 0 },
    ...{ waitSeconds: 0, talkSeconds: 330, wrapUpSeconds: 0, deadSeconds: 0 },
  };
  return figuresCsv([stats], columns).split('\r\n')[1];
};

describe('the file of figures', () => {
  it('has a heading, says that it is UTF-8, and ends its lines as RFC 4180 wants', () => {
    expect(figuresCsv([], columns)).toBe('\uFEFFName,"Talking, in all",Calls\r\n');
  });

  it.each([
    ['Zoë', 'Zoë,0:05:30,3'],
    ['Doe, Jane', '"Doe, Jane",0:05:30,3'],
    ['Jane "JD"', '"Jane ""JD""",0:05:30,3'],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")",0:05:30,3`],
    ['+1', "'+1,0:05:30,3"],
    ['-2', "'-2,0:05:30,3"],
    ['@SUM', "'@SUM,0:05:30,3"],
  ])('writes the name %s as %s', (name, line) => {
    expect(lineOf(name)).toBe(line);
  });

  it.each([
    [0, '0:00:00'],
    [59, '0:00:59'],
    [360_000, '100:00:00'],
  ])('writes %i seconds as %s', (seconds, text) => {
    expect(clockTime(seconds)).toBe(text);
  });
});
