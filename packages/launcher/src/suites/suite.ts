/** Outcome of one suite; `failures` names what failed, ready to print. */
export interface SuiteResult {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
}

export interface Suite {
  name: string;
  run(): Promise<SuiteResult>;
}

/** A suite made of named checks; a check passes when it throws nothing. */
export function checks(name: string, list: [title: string, check: () => Promise<void>][]): Suite {
  return {
    name,
    async run() {
      const result: SuiteResult = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const [title, check] of list) {
        try {
          await check();
          result.passed += 1;
        } catch (error) {
          result.failed += 1;
          result.failures.push(`${title}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return result;
    },
  };
}
