// A small world for the tests of accounts: two councils in a database of their own, under a clock that the test moves.
import { after } from 'node:test';
import { openTestDatabase } from '../../../../test/databases.ts';
import { MovingClock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/open.ts';
import type { AccountTools, From } from '../actions/sign-in.ts';
import { addCouncil, addUser } from '../commands.ts';
import { hashPassword } from '../passwords.ts';
import { usePasswordLink } from '../queries/links.ts';
import { hashToken, keysFrom } from '../secrets.ts';

export const PASSWORD = 'otter kettle bramble';
export const OFFICE: From = { address: '192.0.2.10', device: 'Firefox on Windows' };

export interface AccountWorld extends AccountTools {
  readonly db: Database;
  readonly clock: MovingClock;
  readonly councils: { northmere: string; wendshire: string };
  /** Adds a person with the usual password. Returns the person's identifier. */
  add(council: string, email: string, name: string, ...roles: string[]): Promise<string>;
  /** Moves the clock on. */
  pass(minutes: number): void;
}

export async function openAccountWorld(): Promise<AccountWorld> {
  const clock = new MovingClock(new Date('2026-11-23T09:00:00Z'));
  const db = await openTestDatabase({ after }, { clock });
  const found = async (code: string, name: string) => {
    const added = await addCouncil(db, { code, name });
    if (added.kind !== 'added') throw new Error(added.kind);
    return added.id;
  };
  const councils = {
    northmere: await found('northmere', 'Northmere City Council'),
    wendshire: await found('wendshire', 'Wendshire County Council'),
  };
  const passwordHash = await hashPassword(PASSWORD);
  return {
    db,
    doors: db,
    clock,
    keys: keysFrom('a secret for tests alone, of no use elsewhere'),
    councils,
    async add(council, email, name, ...roles) {
      const added = await addUser(db, { council, email, name, roles });
      if (added.kind !== 'added') throw new Error(added.kind);
      if (added.link) {
        const token = added.link.path.split('/').at(-1)!;
        await db.asVisitor((tx) => usePasswordLink(tx, hashToken(token), passwordHash));
      }
      return added.personId;
    },
    pass: (minutes) => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000)),
  };
}
