/** Prints each step with the seconds since the tour began; a step that fails names itself in its error. */
export interface Steps {
  step<T>(what: string, act: () => Promise<T>): Promise<T>;
}

export function createSteps(print: (line: string) => void = console.log): Steps {
  const begin = performance.now();
  const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s`;
  return {
    async step(what, act) {
      try {
        const value = await act();
        print(`${seconds()}  ok      ${what}`);
        return value;
      } catch (error) {
        print(`${seconds()}  FAILED  ${what}`);
        throw new Error(`${what}: ${error instanceof Error ? error.message : error}`, { cause: error });
      }
    },
  };
}
