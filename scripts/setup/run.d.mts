export declare const ROOT: string;

export declare function run(
  command: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
  folder?: string,
): Promise<number>;

export declare function runOrThrow(
  command: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<void>;

export declare class StepFailed extends Error {
  readonly exitCode: number;
  constructor(what: string, exitCode: number);
}
