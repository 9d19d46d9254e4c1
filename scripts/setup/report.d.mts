interface VitestTest {
  readonly fullName: string;
  readonly status: string;
  /** Of all its tries. */
  readonly failureMessages: readonly string[];
}

interface PlaywrightSuite {
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

/** What of a JSON report by Vitest or Playwright is read. */
export interface Report extends PlaywrightSuite {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly { readonly name: string; readonly assertionResults: readonly VitestTest[] }[];
  readonly stats?: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** The tests that needed their second try, by file and name. */
  readonly unsteady: readonly string[];
}

/**
 * Where a test runner is to write its JSON report. An older report of that name is removed: a runner that dies must not be judged by
 * what it wrote yesterday.
 */
export function freshReport(name: string): string;

/** Counts the tests of the report at this path; none when there is no report. */
export function readCounts(path: string): Counts;

/** Counts the tests of a report; one of what is promised has failed with its first try, whatever the second says. */
export function countTests(report: Report): Counts;
