/** Milliseconds after which a stop that hangs is given up. */
const LONGEST_STOP = 40_000;
/** A terminal sends Ctrl+C to every process of a command, and our launcher passes it on: two signals for one wish. */
const SAME_WISH = 1_000;

/**
 * Listens for the wish to stop (SIGTERM, SIGINT). Call it before starting anything: a wish that comes meanwhile counts too.
 * A second wish ends the process at once with 1.
 * @returns what to call once all runs: it waits for the wish, stops in order, and gives the exit code 0. A stop that hangs
 *   ends the process with 1.
 */
export function listenForStop(): (stop: () => Promise<void>) => Promise<number> {
  const wished = new Promise<void>((resolve) => {
    let first = 0;
    const wish = () => {
      if (first === 0) {
        first = performance.now();
        resolve();
      } else if (performance.now() - first > SAME_WISH) process.exit(1);
    };
    process.on('SIGTERM', wish);
    process.on('SIGINT', wish);
  });
  return async (stop) => {
    await wished;
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    await stop();
    return 0;
  };
}
