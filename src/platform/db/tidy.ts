// A PostgreSQL server removes dead rows and counts what its tables hold by itself. The embedded database has no process
// of its own for that, so the program asks for it: without, files grow for ever and plans are made by guessing.
const AFTER_OPENING = 10 * 60 * 1000;
const BETWEEN = 24 * 60 * 60 * 1000;

/**
 * Tidies ten minutes after opening, when the start is long over, and each day after that.
 * @param tidy does it; one that fails is tried again the next day.
 * @returns what stops it.
 */
export function keepTidy(tidy: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout;
  const tidyAfter = (wait: number) => {
    timer = setTimeout(() => {
      tidy().catch(() => {});
      tidyAfter(BETWEEN);
    }, wait).unref();
  };
  tidyAfter(AFTER_OPENING);
  return () => clearTimeout(timer);
}
