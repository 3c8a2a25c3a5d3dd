// Words that stand in the private fields of the test world, so that any output can be searched for what does not belong.
import assert from 'node:assert/strict';

/**
 * The word for one field of one council: canary-northmere-action-success-measure. What two councils share bears the
 * name "shared" in the council's place.
 */
export function canary(council: string, table: string, column: string): string {
  return `canary-${council}-${table}-${column}`.replaceAll('_', '-');
}

/** The canary words in a text (a page, a file, a log), each once, in the order of the alphabet. */
export function canariesIn(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/canary-[a-z0-9-]*[a-z0-9]/g))].sort();
}

/**
 * Fails when a text holds a private word. With a council's code, that council's own words and those that the two
 * councils of the arrangement share are allowed: what its own people may read.
 */
export function expectNoCanary(text: string, exceptCouncil?: string): void {
  const own = exceptCouncil === undefined ? [] : [`canary-${exceptCouncil}-`];
  if (exceptCouncil === 'northmere' || exceptCouncil === 'wendshire') own.push('canary-shared-');
  const strangers = canariesIn(text).filter((word) => !own.some((start) => word.startsWith(start)));
  assert.deepEqual(strangers, [], 'private words in the output');
}
