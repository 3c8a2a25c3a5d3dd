// What must hold of every file, whatever is in it: a record whose places are true, or a refusal in plain words.
import type { Span } from '../../../src/engines/reading/blocks.ts';
import { readReport } from '../../../src/engines/reading/index.ts';
import { readBytes } from '../../../src/platform/readers/read-blocks.ts';
import { Refused } from '../../../src/platform/readers/refusals.ts';

/** Reads a damaged file. @throws when the reader breaks, or when its record cannot be true. */
export async function readDamaged(bytes: Uint8Array, name: string): Promise<'read' | 'refused'> {
  let blocks: Awaited<ReturnType<typeof readBytes>>['blocks'];
  try {
    blocks = (await readBytes(bytes, name)).blocks;
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
  checkRecord(readReport(blocks));
  return 'read';
}

/** Every span lies inside the text, every confidence between 0 and 1, and the whole survives JSON. */
export function checkRecord(record: ReturnType<typeof readReport>): void {
  const written = JSON.stringify(record);
  const again = JSON.parse(written) as typeof record;
  if (again.text !== record.text) throw new Error('The text does not survive JSON.');
  checkFindings(record, record.text.length, 'record');
}

function checkFindings(value: unknown, length: number, path: string): void {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) checkFindings(item, length, `${path}[${i}]`);
    return;
  }
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${path} is ${value}`);
    return;
  }
  const { span, confidence } = value as { span?: Span; confidence?: number };
  if (span !== undefined && !(span[0] >= 0 && span[0] <= span[1] && span[1] <= length))
    throw new Error(`${path} stands at ${span}, outside the text of ${length} characters`);
  if (confidence !== undefined && !(confidence >= 0 && confidence <= 1))
    throw new Error(`${path} has the confidence ${confidence}`);
  for (const [name, inner] of Object.entries(value)) checkFindings(inner, length, `${path}.${name}`);
}
