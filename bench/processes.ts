// Memory and processor time of other processes, as Linux tells them. Elsewhere nothing is said: 0.
import { readdirSync, readFileSync } from 'node:fs';

/** The most resident memory a process has held, in bytes. */
export function peakMemory(pid: number): number {
  try {
    const kilobytes = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmHWM:\s+(\d+) kB/m)?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Processor time a process has used, in milliseconds, its own and the system's for it. */
export function processorTime(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Linux counts in hundredths of a second, on every architecture that Node runs on.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

function children(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
          return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(process.pid);
        } catch {
          return false;
        }
      });
  } catch {
    return [];
  }
}

/**
 * Watches the processes that this one starts. `stop` returns the most memory that any of them held, in bytes, and the
 * processor time of all, in milliseconds: a hundredth of a second or two too little for each, which is when we last looked.
 */
export function watchChildren(): { stop(): { memory: number; processor: number } } {
  const before = new Set(children());
  const processor = new Map<number, number>();
  let memory = 0;
  const look = () => {
    for (const pid of children()) {
      if (before.has(pid)) continue;
      memory = Math.max(memory, peakMemory(pid));
      processor.set(pid, Math.max(processor.get(pid) ?? 0, processorTime(pid)));
    }
  };
  const timer = setInterval(look, 10);
  return {
    stop() {
      clearInterval(timer);
      return { memory, processor: [...processor.values()].reduce((sum, each) => sum + each, 0) };
    },
  };
}
