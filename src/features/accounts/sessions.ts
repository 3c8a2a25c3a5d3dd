import type { Clock } from '../../platform/clock.ts';
import type { Doors } from '../../platform/db/open.ts';
import type { Role } from '../../platform/db/schema/index.ts';
import { endSession, findSession } from './queries/sign-in.ts';
import { hashToken } from './secrets.ts';

/** Who is signed in, and the councils that are open to them. */
export interface SignedIn {
  sessionId: string;
  person: { id: string; name: string; email: string };
  councils: {
    id: string;
    code: string;
    name: string;
    letters: string;
    band: 'ink' | 'plum' | 'pine';
    kind: 'officer' | 'member';
    roles: Role[];
  }[];
}

export interface Sessions {
  /**
   * Who holds this token, or null: never signed in, signed out, revoked, unused for twelve hours, or older than seven
   * days. One call of the database, which notes when and from which network address it was last seen, at most every five
   * minutes.
   */
  find(token: string, address?: string): Promise<SignedIn | null>;
  /** Signs out. Ending what has ended already is no error. */
  end(token: string): Promise<void>;
}

/** The sessions of the people who are signed in. The doors' own clock says what has ended. */
export function sessionsOver(doors: Pick<Doors, 'asVisitor'>, _clock?: Clock): Sessions {
  return {
    async find(token, address) {
      // A token that we made is 43 characters; anything else need not reach the database.
      if (!/^[\w-]{43}$/.test(token)) return null;
      return doors.asVisitor((tx) => findSession(tx, hashToken(token), address ?? null));
    },
    async end(token) {
      await doors.asVisitor((tx) => endSession(tx, hashToken(token)));
    },
  };
}
