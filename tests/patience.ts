// Longer than anything takes that comes at all, on a busy machine too.
const PATIENCE_MS = 20_000;
const INTERVAL_MS = 100;

/**
 * What a task comes to once it no longer throws; after 20 s, or as long as it says, what it throws is thrown on. For what runs
 * under several test runners, or under none, whose own waiting does not.
 */
export async function eventually<T>(task: () => T | Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  for (const end = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS))) {
    try {
      return await task();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
