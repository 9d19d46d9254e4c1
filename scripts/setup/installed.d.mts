/** A lock file of npm as far as it is read. */
export interface PackageList {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly integrity?: string;
        readonly optional?: boolean;
        readonly os?: readonly string[];
        readonly cpu?: readonly string[];
      }
    >
  >;
}

/** Whether what is installed is what the lock file asks for, on this machine. */
export function isInstalled(
  locked: PackageList,
  installed: PackageList,
  machine: { readonly platform: string; readonly arch: string },
): boolean;
