// The closed list of refusals that a page may throw. Anything else thrown is a bug, and is answered as one.

/** "Not yours" and "not there" look the same: 404. */
export class NothingHere extends Error {}

/** The person serves this council, but their roles do not allow this. */
export class NotAllowed extends Error {}

/** The form was not made by us for this session, or is too old. */
export class FormOutOfDate extends Error {}

/** The request itself is not one that our pages make. */
export class BadRequest extends Error {
  readonly statusCode = 400;
}

/** More text than a form may hold. */
export class TooLarge extends Error {
  readonly statusCode = 413;
}

export function nothingHere(): never {
  throw new NothingHere();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An identifier from an address: anything that is not one is an address where nothing is. */
export function identifier(value: string | undefined): string {
  if (value === undefined || !UUID.test(value)) throw new NothingHere();
  return value;
}
