// A challenge of one council, its peer team from elsewhere, and a note that the team alone may read.
import { sql } from 'kysely';
import type { Database } from '../../src/platform/db/open.ts';
import type { Reviewer } from '../../src/platform/db/scope.ts';
import { canary } from '../canaries.ts';

/** The challenge of Northmere in the world of the tests. */
export interface WorldReview {
  readonly challengeId: string;
  readonly manager: Reviewer;
  /** Thornwick's officer, who reviews Northmere. */
  readonly peer: Reviewer;
  readonly noteId: string;
}

/** Opens a challenge of a council and lets the other council's officer, its peer, write a note. */
export async function makeReview(database: Database, council: { id: string; code: string }): Promise<WorldReview> {
  const title = canary(council.code, 'challenge', 'title');
  const opened = await database.asSystem('test world', async (tx) => {
    const { rows } = await sql<{ made: { challengeId: string; personId: string } }>`
      select open_challenge(${title}, 'corporate-peer-challenge', ${`{${council.id}}`}::uuid[], current_date, current_date + 3,
        current_date + 200, 'manager@peers.example', ${canary('peers', 'challenge_peer', 'name')}) as made`.execute(tx);
    return rows[0]!.made;
  });
  const { challengeId } = opened;
  const manager = { challengeId, personId: opened.personId };
  const personId = await database.inChallenge(manager, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select add_peer('officer@thornwick.example', ${canary('peers', 'challenge_peer', 'name')},
        ${canary('peers', 'challenge_peer', 'role')}, current_date + 90) as id`.execute(tx);
    return rows[0]!.id;
  });
  const word = (column: string) => canary('peers', 'peer_note', column);
  const { id: noteId } = await database.inChallenge({ challengeId, personId }, (tx) =>
    tx
      .insertInto('peerNote')
      .values({
        challengeId,
        writtenBy: personId,
        session: word('session'),
        heardFrom: word('heard_from'),
        text: word('text'),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return { challengeId, manager, peer: { challengeId, personId }, noteId };
}
