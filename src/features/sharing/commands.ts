// What the operator does about sharing.
import type { Doors } from '../../platform/db/open.ts';
import { insertPartnership } from './queries.ts';

/** Adds a partnership of councils, by their codes. Null when one of them is not here. */
export function addPartnership(
  doors: Doors,
  given: { name: string; councilCodes: readonly string[]; joinedOn: string },
): Promise<string | null> {
  return doors.asSystem('partnership added', (tx) => insertPartnership(tx, given));
}
