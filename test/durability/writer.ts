// The process that is killed. It opens the database, says so, and then reports progress as fast as it can until it dies,
// acknowledging each write after its commit, never before: one identifier a line on standard output.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { type DatabaseAddress, openDatabase } from '../../src/platform/db/open.ts';
import { type Ledger, report } from './ledger.ts';

const { address, ledger, from } = JSON.parse(process.argv[2] ?? '{}') as {
  address: DatabaseAddress;
  ledger: Ledger;
  from: number;
};
const database = await openDatabase(address, { migrate: false });
// Straight to the pipe: what has been written to it outlives this process.
writeSync(1, 'open\n');

let n = from;
async function write(): Promise<never> {
  for (;;) {
    const id = randomUUID();
    await report(database, ledger, id, n++);
    writeSync(1, `${id}\n`);
    // On a server checkpoints come by themselves; here some of the kills should fall into one.
    if (n % 60 === 0 && database.jobs.kind === 'embedded') await database.jobs.pglite.exec('checkpoint');
  }
}
// A server serves several at once. The embedded database does one thing after another.
await Promise.all(Array.from({ length: database.kind === 'server' ? 4 : 1 }, write));
