/** What a test puts in place of this machine; each left out is the real one. */
export interface PackageSteps {
  readonly isThere?: () => boolean;
  readonly say?: (line: string) => void;
  readonly install?: () => Promise<void>;
}

/** Installs the packages of the lock file where they are missing, and says so before. */
export function providePackages(steps?: PackageSteps): Promise<void>;
