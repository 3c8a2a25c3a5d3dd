/** A value as the text that a jsonb column takes: both drivers would otherwise send an array as a PostgreSQL array. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
