/** Resolves once `task` has come to its end, well or not, and after `ms` milliseconds at the latest. */
export async function settledWithin(task: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tired = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([task.catch(() => undefined), tired]);
  clearTimeout(timer);
}
