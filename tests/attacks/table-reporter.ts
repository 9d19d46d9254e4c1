import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { type Attack, OUTCOME, titleOf } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import type { Build } from './build.ts';
import { tableOf } from './table.ts';

const TABLE = fileURLToPath(new URL('../../docs/security/attacks.md', import.meta.url));

/**
 * Fails a complete run after which the table in docs/security is not what was seen; with `UPDATE_TABLE=1` it is written. A run
 * of some attacks alone says nothing of the table.
 */
export default class TableReporter implements Reporter {
  private readonly outcomes = new Map<Attack, Partial<Record<Build, string>>>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const attack = ATTACKS.find((one) => titleOf(one) === test.title);
    if (!attack) return;
    const outcome = result.annotations.find(({ type }) => type === OUTCOME)?.description;
    const build = test.parent.project()?.name as Build;
    this.outcomes.set(attack, { ...this.outcomes.get(attack), ...(outcome && { [build]: outcome }) });
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    const isComplete = ATTACKS.every((attack) => Object.keys(this.outcomes.get(attack) ?? {}).length === 2);
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

function readTable(): string | null {
  try {
    return readFileSync(TABLE, 'utf8');
  } catch {
    return null;
  }
}
