// A disk at its worst: what was not synced is gone when the power is cut. It watches this process's synchronisations and
// keeps a copy of what each one made safe: a file's content and its name, as ext4, XFS and APFS promise and PostgreSQL
// relies on; a folder's list of names, which also makes renamed and removed files safe.
import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mock } from 'node:test';

/** A file or folder whatever its name, which may change; its number alone may be used again. */
const identity = (stat: fs.Stats) => `${stat.ino}:${stat.birthtimeMs}`;

export class PowerCut {
  readonly #files = new Map<string, Buffer>();
  readonly #folders = new Map<string, Map<string, string>>();
  readonly #kinds = new Map<string, 'file' | 'folder'>();
  readonly #watch;

  /** Begins to watch. One at a time: it stands in for fs.fsyncSync. */
  constructor() {
    const sync = fs.fsyncSync;
    this.#watch = mock.method(fs, 'fsyncSync', (descriptor: number) => {
      sync(descriptor);
      this.#keep(fs.readlinkSync(`/proc/self/fd/${descriptor}`));
    });
  }

  stopWatching(): void {
    this.#watch.mock.restore();
  }

  #keep(path: string): void {
    const stat = fs.statSync(path);
    if (stat.isFile()) {
      this.#files.set(identity(stat), fs.readFileSync(path));
      this.#kinds.set(identity(stat), 'file');
      this.#folders.get(identity(fs.statSync(dirname(path))))?.set(basename(path), identity(stat));
      return;
    }
    const names = new Map<string, string>();
    for (const name of fs.readdirSync(path)) {
      const inside = fs.statSync(join(path, name));
      names.set(name, identity(inside));
      this.#kinds.set(identity(inside), inside.isFile() ? 'file' : 'folder');
    }
    this.#folders.set(identity(stat), names);
  }

  /** Writes the folder as it would be found after the cut. A file listed but never synced is found empty. */
  restoreTo(from: string, to: string): void {
    this.#restore(identity(fs.statSync(from)), to);
  }

  #restore(id: string, to: string): void {
    fs.mkdirSync(to, { recursive: true });
    for (const [name, inside] of this.#folders.get(id) ?? []) {
      const path = join(to, name);
      if (this.#kinds.get(inside) === 'folder') this.#restore(inside, path);
      else fs.writeFileSync(path, this.#files.get(inside) ?? '');
    }
  }
}
