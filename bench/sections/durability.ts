// Many rounds of what test/durability.test.ts shows in a few: processes and servers killed while they write.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUse } from '../../src/platform/db/lock.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { type Account, killInRounds, type Round } from '../../test/durability/rounds.ts';
import { makeServerDatabase } from '../../test/server-database.ts';
import { SERVER_VERSIONS, startServer } from '../../test/servers.ts';
import { ms, type Report } from '../figures.ts';

/** @returns false when an acknowledged write was lost or stands in halves. */
export async function measureDurability(report: Report, rounds: number): Promise<boolean> {
  report.section('Killed with signal 9 while it writes');
  let safe = await embedded(report, rounds);
  for (const version of SERVER_VERSIONS) {
    const server = await startServer(version);
    try {
      const address = await makeServerDatabase(server.url, 'bench');
      const killServer: Round = {
        async kill() {
          await server.crash();
          await server.restart();
        },
      };
      const plan = Array.from({ length: rounds }, (_, i) => (i % 2 === 0 ? killServer : {}));
      safe =
        tell(report, `PostgreSQL ${version}, server and program in turn`, await killInRounds(address, plan)) && safe;
    } finally {
      await server.stop();
    }
  }
  return safe;
}

async function embedded(report: Report, rounds: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-killed-'));
  let refused = 0;
  const whileWriting = async () => {
    await openDatabase({ kind: 'embedded', folder }).catch((error) => {
      if (error instanceof FolderInUse) refused++;
    });
  };
  try {
    const plan = Array.from({ length: rounds }, () => ({ whileWriting }));
    const safe = tell(report, 'PGlite', await killInRounds({ kind: 'embedded', folder }, plan));
    report.line('PGlite, second openers refused', `${refused} of ${rounds}`);
    return safe && refused === rounds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(report: Report, what: string, account: Account): boolean {
  const { acknowledged, lost, found, rounds, slowestOpening } = account;
  report.line(
    what,
    `${rounds} kills, ${acknowledged.size} writes acknowledged, ${lost.length} lost, ${found.broken.length} in halves; slowest new start ${ms(slowestOpening)}`,
  );
  report.mark({
    what: `acknowledged writes lost, ${what}`,
    wanted: '0',
    measured: `${lost.length} of ${acknowledged.size}`,
    met: lost.length + found.broken.length === 0,
  });
  return lost.length + found.broken.length === 0;
}
