// The doors: the only way to the database. Each opens one transaction as one role, in one sealed scope, and hands out
// its own transaction type, so that a council's query cannot be called from the public site. This file alone issues
// role and setting statements.
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Handle, Login, RawTransaction } from './handle.ts';
import type { ChallengeTables, CouncilTables, PublicTables, SystemTables } from './schema/index.ts';
import { sealScope } from './seal.ts';

declare const door: unique symbol;

/** A transaction in the scope of one council: row security shows it that council's rows, and those shared with it. */
export type CouncilTx = Transaction<CouncilTables> & { readonly [door]: 'council' };
/** A transaction of a peer team: row security shows it that team's challenge and notes, and nothing of any council. */
export type ChallengeTx = Transaction<ChallengeTables> & { readonly [door]: 'challenge' };
/** A read-only transaction that sees published copies and public facts, and nothing else. */
export type PublicTx = Transaction<PublicTables> & { readonly [door]: 'public' };
/** A transaction of the program itself: a short list of tables and functions, each use with a logged reason. */
export type SystemTx = Transaction<SystemTables> & { readonly [door]: 'system' };
/** Before anyone is known: named functions of the database only. */
export interface VisitorTx {
  readonly [door]: 'visitor';
  /** Calls a function granted to visitors, with positional arguments; its one jsonb result. */
  call<T>(name: string, ...values: unknown[]): Promise<T>;
}

/** Who acts in a council's scope. A null person is a job acting for the council. */
export interface Actor {
  readonly councilId: string;
  readonly personId: string | null;
}

/** An outside reviewer, who acts in the scope of a challenge while they are in its team. */
export interface Reviewer {
  readonly challengeId: string;
  readonly personId: string;
}

export interface ScopeOptions {
  /** Why, for the history of what the scope changes. */
  reason?: string;
  /** Pages that only show something ask for this: the database then refuses every write. */
  readOnly?: boolean;
}

export interface Doors {
  inCouncil<T>(actor: Actor, work: (tx: CouncilTx) => Promise<T>, options?: ScopeOptions): Promise<T>;
  inChallenge<T>(reviewer: Reviewer, work: (tx: ChallengeTx) => Promise<T>): Promise<T>;
  inPublic<T>(work: (tx: PublicTx) => Promise<T>): Promise<T>;
  asVisitor<T>(work: (tx: VisitorTx) => Promise<T>): Promise<T>;
  asSystem<T>(reason: string, work: (tx: SystemTx) => Promise<T>): Promise<T>;
}

export type LogReason = (reason: string) => void;

const open = new AsyncLocalStorage<string>();

interface Settings {
  role: 'council' | 'peer' | 'public' | 'visitor' | 'system';
  scope?: string;
  reason?: string;
  readOnly?: boolean;
}

/** Makes the doors over an open database. `key` seals scopes; it is read once, on opening. */
export function makeDoors(handle: Handle, key: Uint8Array, clock: Clock, log: LogReason = () => {}): Doors {
  async function enter<T>(login: Login, settings: Settings, work: (tx: RawTransaction) => Promise<T>): Promise<T> {
    // On the embedded database a transaction inside another waits for itself for ever; on a server it would see
    // neither the other's writes nor its scope. So it is refused on both.
    if (open.getStore()) throw new Error(`A door was opened inside another (${open.getStore()} scope).`);
    return open.run(settings.role, () =>
      handle.transaction(login, async (tx) => {
        // The search path is set each time because a statement smuggled into an earlier scope on this connection could
        // have left another one behind.
        await sql`select set_config('role', ${`goldthread_${settings.role}`}, true),
          set_config('search_path', 'public, pg_temp', true),
          set_config('goldthread.scope', ${settings.scope ?? ''}, true),
          set_config('goldthread.reason', ${settings.reason ?? ''}, true),
          set_config('transaction_read_only', ${settings.readOnly ? 'on' : 'off'}, true)`.execute(tx);
        return work(tx);
      }),
    );
  }
  return {
    inCouncil: (actor, work, options = {}) =>
      enter(
        'web',
        { role: 'council', scope: sealScope(key, actor.councilId, actor.personId, clock.now()), ...options },
        (tx) => work(tx as unknown as CouncilTx),
      ),
    inChallenge: ({ challengeId, personId }, work) =>
      enter('web', { role: 'peer', scope: sealScope(key, `challenge/${challengeId}`, personId, clock.now()) }, (tx) =>
        work(tx as unknown as ChallengeTx),
      ),
    inPublic: (work) => enter('web', { role: 'public', readOnly: true }, (tx) => work(tx as unknown as PublicTx)),
    asVisitor: (work) =>
      enter('system', { role: 'visitor', scope: sealScope(key, '', null, clock.now()) }, (tx) =>
        work({
          async call<R>(name: string, ...values: unknown[]) {
            const result = await sql<{ result: R }>`select ${sql.id(name)}(${sql.join(values)}) as result`.execute(tx);
            return result.rows[0]?.result as R;
          },
        } as VisitorTx),
      ),
    asSystem: (reason, work) => {
      log(reason);
      return enter('system', { role: 'system', scope: sealScope(key, '', null, clock.now()), reason }, (tx) =>
        work(tx as unknown as SystemTx),
      );
    },
  };
}

/** Any transaction whose tables include those asked for: what a query shared by two doors takes. */
export type Reads<Tables> = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn'>;
