/** Examples that refuse to be read where they have nothing: the template's own switch misses values used in conditions. */

const target = Symbol('the plain value behind a strict example');

/** Names that JavaScript or the template engine asks of any object whether it has them or not. */
const ASKED_OF_EVERYTHING = new Set(['then', 'toJSON', '__keywords']);

function isWrappable(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/**
 * The same value, which throws when a name it does not have is read, at any depth. A property that is present and null
 * or undefined reads as it is: that is an honest "nothing", not a slip.
 */
export function strictExample<T>(value: T): T {
  return wrap(value, 'view') as T;
}

function wrap(value: unknown, path: string): unknown {
  if (!isWrappable(value)) return value;
  return new Proxy(value, {
    get(object, name) {
      if (name === target) return object;
      if (typeof name === 'symbol' || ASKED_OF_EVERYTHING.has(name)) return Reflect.get(object, name);
      if (!(name in object)) throw new Error(`${path}.${name} is absent: the view has no such value`);
      const found = Reflect.get(object, name);
      return typeof found === 'function' ? found : wrap(found, `${path}.${name}`);
    },
  });
}

function isExample(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, target) !== undefined;
}

/** Furniture is held to the same rule when the view is a strict example. */
export function ofExample<T>(view: unknown, value: T): T {
  return isExample(view) ? (wrap(value, 'furniture') as T) : value;
}

/** The plain value behind an example; any other value is returned as it is. */
export function exampleValue<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  return (Reflect.get(value, target) as T | undefined) ?? value;
}
