/** Longer than anything takes on a machine that is busy with something else. */
const PATIENCE_MS = 30_000;

/** Whether it is so in the end, asked again and again. */
export async function comesTrue(isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (await isTrue()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
