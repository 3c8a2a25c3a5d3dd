/** Milliseconds after which a stop that hangs is given up. */
const LONGEST_STOP = 40_000;
/** A terminal sends Ctrl+C to every process of a command, and our launcher passes it on: two signals for one wish. */
const SAME_WISH = 1_000;

/**
 * Waits for the wish to stop (SIGTERM, SIGINT), then stops in order. A second wish, or a stop that hangs, ends the
 * process at once with 1.
 * @returns 0 when everything was closed.
 */
export async function untilStopped(stop: () => Promise<void>): Promise<number> {
  await new Promise<void>((resolve) => {
    let wished = 0;
    const wish = () => {
      if (wished === 0) {
        wished = performance.now();
        resolve();
      } else if (performance.now() - wished > SAME_WISH) process.exit(1);
    };
    process.on('SIGTERM', wish);
    process.on('SIGINT', wish);
  });
  setTimeout(() => process.exit(1), LONGEST_STOP).unref();
  await stop();
  return 0;
}
