// The most memory that this program and the programs it started held at once. Linux tells; elsewhere nothing is said.
import { readdirSync, readFileSync } from 'node:fs';

const PAGE = 4096;

interface Held {
  parent: number;
  bytes: number;
}

function processes(): Map<number, Held> {
  const found = new Map<number, Held>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!pid) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      // Shared pages would be counted once for each of PostgreSQL's processes, so they are left out.
      const [, resident, shared] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
      found.set(pid, { parent, bytes: (resident! - shared!) * PAGE });
    } catch {} // It ended while we looked.
  }
  return found;
}

function heldByFamily(): number {
  const all = processes();
  const family = (pid: number): boolean => pid === process.pid || (pid > 1 && family(all.get(pid)?.parent ?? 0));
  let sum = 0;
  for (const [pid, { bytes }] of all) if (family(pid)) sum += bytes;
  return sum;
}

/** Watches once a second. `stop` returns the highest sum seen, in megabytes of private memory; 0 when unknown. */
export function watchMemory(): { stop(): number } {
  let most = 0;
  const look = () => {
    most = Math.max(most, heldByFamily());
  };
  const timer = process.platform === 'linux' ? setInterval(look, 1000) : undefined;
  timer?.unref();
  return {
    stop() {
      clearInterval(timer);
      return Math.round(most / 1024 / 1024);
    },
  };
}
