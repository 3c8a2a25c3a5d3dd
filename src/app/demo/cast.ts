// Who plays in the stories, and what the stories expect of what is done.

/** What the councils and people of the stories are called in the database. */
export class Cast {
  readonly #ids = new Map<string, string>();
  set(council: string, person: string, id: string): void {
    this.#ids.set(`${council} ${person}`, id);
  }
  person(council: string, key: string): string {
    const id = this.#ids.get(`${council} ${key}`);
    if (!id) throw new Error(`The story names ${key} of ${council}, who is not among its people.`);
    return id;
  }
  personOrNull(council: string, key: string | null): string | null {
    return key === null ? null : this.person(council, key);
  }
  council(code: string): string {
    return this.person(code, '');
  }
}

/** The outcome that the story expects; any other is a slip in the story or a change of the rules. */
export function expect<T extends { readonly kind: string }, K extends T['kind']>(
  outcome: T,
  kind: K,
  what: string,
): Extract<T, { readonly kind: K }> {
  if (outcome.kind !== kind) throw new Error(`The story cannot be told. ${what}: ${outcome.kind}.`);
  return outcome as Extract<T, { readonly kind: K }>;
}
