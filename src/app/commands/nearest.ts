/** The known word that a mistyped one is closest to, or null when none is near: at most two letters wrong. */
export function nearest(typed: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = 3;
  for (const word of known) {
    const steps = word.startsWith(typed) && typed.length > 1 ? 1 : distance(typed, word);
    if (steps < fewest) {
      best = word;
      fewest = steps;
    }
  }
  return best;
}

/** Letters to add, drop, change, or swap with their neighbour (optimal string alignment distance). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, rows[i - 2]![j - 2]! + 1);
      }
      row.push(steps);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
