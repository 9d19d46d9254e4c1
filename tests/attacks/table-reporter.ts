import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { type Attack, canBeMade, OUTCOME, titleOf } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { BROWSERS, BUILDS } from './build.ts';
import { type Side, tableOf } from './table.ts';

const TABLE = fileURLToPath(new URL('../../docs/security/attacks.md', import.meta.url));

/**
 * Fails a complete run after which the table in docs/security is not what was seen; with `UPDATE_TABLE=1` it is written. A run
 * of some attacks alone, or in one browser alone, says nothing of the table.
 */
export default class TableReporter implements Reporter {
  private readonly outcomes = new Map<Attack, Partial<Record<Side, string>>>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const attack = ATTACKS.find((one) => titleOf(one) === test.title);
    if (!attack) return;
    const outcome = result.annotations.find(({ type }) => type === OUTCOME)?.description;
    const side = test.parent.project()?.name as Side;
    this.outcomes.set(attack, { ...this.outcomes.get(attack), ...(outcome && { [side]: outcome }) });
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    const isComplete = ATTACKS.every((attack) => sidesOf(attack).every((side) => this.outcomes.get(attack)?.[side]));
    if (status !== 'passed' || !isComplete) return undefined;
    const table = tableOf(new Map(ATTACKS.map((attack) => [attack, this.outcomes.get(attack) ?? {}])));
    if (process.env.UPDATE_TABLE) {
      mkdirSync(dirname(TABLE), { recursive: true });
      writeFileSync(TABLE, table);
    } else if (table !== readTable()) {
      console.error('\ndocs/security/attacks.md is out of date: run the attacks with UPDATE_TABLE=1.');
      return { status: 'failed' };
    }
    return undefined;
  }
}

function sidesOf(attack: Attack): readonly Side[] {
  const browsers = BROWSERS.filter((browser) => canBeMade(attack, browser));
  return browsers.flatMap((browser) => BUILDS.map((build): Side => `${browser}-${build}`));
}

function readTable(): string | null {
  try {
    return readFileSync(TABLE, 'utf8');
  } catch {
    return null;
  }
}
