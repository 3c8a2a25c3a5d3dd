import type { Dice } from './dice.ts';
import type { Answer, AnswerRecommendation, Piece, SyntheticReport } from './pieces.ts';
import { plain } from './pieces.ts';

/** What can happen to a report between its author and a reader, one name for each. */
export const damages = [
  'hyphens',
  'lost bold',
  'lost lists',
  'shifted numbering',
  'stray marks',
  'odd spaces',
  'ligatures',
  'broken bullets',
  'furniture inside',
  'page numbers inside',
  'merged paragraphs',
  'split paragraphs',
  'mixed quotation marks',
  'slips',
  'broken conversion',
  'printed tags',
  'lost gaps',
] as const;
export type Damage = (typeof damages)[number];

/** Damage that is done by the writer of text or PDF and not here: lines cut with a hyphen, empty lines left out. */
export const byWriters: readonly Damage[] = ['hyphens', 'lost gaps'];

type Hurt = (dice: Dice, pieces: readonly Piece[], report: SyntheticReport) => Piece[];

/** The same piece with its text changed; pieces without a text of their own stay. */
function withText(piece: Piece, change: (text: string) => string): Piece {
  switch (piece.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
    case 'item':
      return { ...piece, text: change(piece.text) };
    case 'table':
      return { ...piece, rows: piece.rows.map((row) => row.map(change)) };
    default:
      return piece;
  }
}

const stray = (text: string): Piece => ({ kind: 'paragraph', text });

/** Cuts running text in two at a space somewhere in its middle; short ones stay whole. */
function cutInTwo(dice: Dice, text: string): [string, string] | null {
  const clean = plain(text);
  if (clean.length < 90 || text.includes('**')) return null;
  const from = Math.floor(clean.length * (0.35 + dice.next() * 0.3));
  const at = clean.indexOf(' ', from);
  // Between sentences a cut would be no damage.
  if (at < 0 || at > clean.length - 20 || /[.:?!”"]$/.test(clean.slice(0, at))) return null;
  return [clean.slice(0, at), clean.slice(at + 1)];
}

/** Puts a piece of another kind into the middle of some of the running text. */
function cutBy(dice: Dice, pieces: readonly Piece[], share: number, between: (i: number) => Piece | null): Piece[] {
  let count = 0;
  return pieces.flatMap((piece) => {
    if ((piece.kind !== 'paragraph' && piece.kind !== 'item') || !dice.chance(share)) return [piece];
    const halves = cutInTwo(dice, piece.text);
    if (halves === null) return [piece];
    count += 1;
    const middle = between(count);
    return [{ ...piece, text: halves[0] }, ...(middle ? [middle] : []), stray(halves[1])];
  });
}

const hurts: Readonly<Record<Exclude<Damage, 'slips'>, Hurt>> = {
  hyphens: (_, pieces) => [...pieces],
  'lost gaps': (_, pieces) => [...pieces],
  'lost bold': (_, pieces) => pieces.map((piece) => withText(piece, plain)),
  'lost lists': (_, pieces) =>
    pieces.map((piece) => (piece.kind === 'item' ? stray(`${piece.label} ${piece.text}`.trim()) : piece)),
  'shifted numbering': (_, pieces) =>
    pieces.map((piece) =>
      piece.kind === 'heading' && piece.level === 1
        ? { ...piece, text: piece.text.replace(/^(\d+)\./, (_all, n: string) => `${Number(n) + 1}.`) }
        : piece,
    ),
  'stray marks': (dice, pieces) =>
    pieces.flatMap((piece) =>
      piece.kind === 'chapter' || piece.kind === 'title' || !dice.chance(0.07)
        ? [piece]
        : [piece, stray(dice.pick(['++', '.', '·', '+', '_', '|', '~']))],
    ),
  'odd spaces': (dice, pieces) =>
    pieces.map((piece) =>
      withText(piece, (text) =>
        text.replace(/ /g, () => (dice.chance(0.06) ? '  ' : dice.chance(0.06) ? '\u00a0' : ' ')),
      ),
    ),
  ligatures: (dice, pieces) =>
    pieces.map((piece) =>
      piece.kind === 'paragraph' || piece.kind === 'item'
        ? withText(piece, (text) =>
            text
              .replaceAll('fi', 'ﬁ')
              .replaceAll('fl', 'ﬂ')
              .replace(/([a-z]{4})([a-z]{5})/g, (all, a: string, b: string) =>
                dice.chance(0.15) ? `${a}\u00ad${b}` : all,
              ),
          )
        : piece,
    ),
  'broken bullets': (dice, pieces) => {
    const mark = dice.pick(['o', '\uf0b7', '·', '§', 'Ø', '–']);
    return pieces.map((piece) =>
      piece.kind === 'item' && /^[•▪-]$/.test(piece.label) ? { ...piece, label: mark } : piece,
    );
  },
  // As a converter leaves a counted list that it took for bullets.
  'broken conversion': (_, pieces) =>
    pieces.map((piece) =>
      piece.kind === 'item' && /^\d+[.)]$/.test(piece.label) ? { ...piece, label: `- ${piece.label}` } : piece,
    ),
  'furniture inside': (dice, pieces, report) => {
    const header = report.header ?? `${report.answer.council} peer challenge`;
    return cutBy(dice, pieces, 0.12, () => stray(header));
  },
  'page numbers inside': (dice, pieces, report) => {
    const footer = report.footer ?? '#';
    let page = 2;
    return cutBy(dice, pieces, 0.14, () => {
      page += 1;
      return stray(footer.replace('#', String(page)));
    });
  },
  'merged paragraphs': (dice, pieces) => {
    const out: Piece[] = [];
    for (const piece of pieces) {
      const before = out.at(-1);
      const whole = (text: string) => text.length > 120 && !text.includes('**');
      if (
        piece.kind === 'paragraph' &&
        before?.kind === 'paragraph' &&
        whole(piece.text) &&
        whole(before.text) &&
        dice.chance(0.5)
      ) {
        out[out.length - 1] = { ...before, text: `${before.text} ${piece.text}` };
      } else out.push(piece);
    }
    return out;
  },
  'split paragraphs': (dice, pieces) => cutBy(dice, pieces, 0.15, () => null),
  'mixed quotation marks': (dice, pieces) =>
    pieces.map((piece) =>
      withText(piece, (text) =>
        text
          .replace(/[“”]/g, (mark) => (dice.chance(0.5) ? '"' : mark))
          .replace(/[‘’]/g, (mark) => (dice.chance(0.5) ? "'" : mark)),
      ),
    ),
  'printed tags': (dice, pieces) =>
    pieces.map((piece) => {
      if (piece.kind !== 'paragraph' && piece.kind !== 'item') return piece;
      if (piece.text.includes('**'))
        return {
          ...piece,
          text: piece.text.replace(/\*\*(.*?)\*\*/g, dice.chance(0.5) ? '<strong>$1</strong>' : '<b>$1</b>'),
        };
      return dice.chance(0.15)
        ? { ...piece, text: dice.pick([`<p>${piece.text}</p>`, `${piece.text}<br>`, `<span>${piece.text}</span>`]) }
        : piece;
    }),
};

/** Letters that a poor scan takes for others. */
const misreadings: readonly (readonly [RegExp, string])[] = [
  [/rn/, 'm'],
  [/l/, '1'],
  [/e/, 'c'],
  [/cl/, 'd'],
  [/o/, '0'],
  [/i/, 'l'],
  [/h/, 'b'],
  [/m/, 'rn'],
];

/** A word in lower case that is no part of an address. */
const plainWord = /(?<![@.\w])[a-z]{6,}(?![@\w]|\.[a-z])/g;
/** Words that tell a reader what a part of the report is; slips in them would be another trial. */
const telling =
  /^(recommend|council|peer|team|challenge|report|should|would|could|must|report|executive|summary|people|meetings|hours|weeks|within|following|priorit|feedback|progress|leader|member|director|savings)/;

/** A few words of the prose misread everywhere alike, in the report and in its answer: a reader cannot know better. */
function slip(dice: Dice, report: SyntheticReport): { pieces: Piece[]; answer: Answer } {
  // Words of long paragraphs, which are prose; what a reader goes by is left alone.
  const prose = report.pieces.flatMap((piece) =>
    piece.kind === 'paragraph' && piece.text.length > 100 ? [piece.text] : [],
  );
  const found = new Set(prose.flatMap((text) => text.match(plainWord) ?? []).filter((word) => !telling.test(word)));
  const changes = new Map<string, string>();
  for (const word of dice.sample([...found], 14)) {
    const fit = misreadings.filter(([pattern]) => pattern.test(word));
    if (fit.length === 0) continue;
    const [from, to] = dice.pick(fit);
    changes.set(word, word.replace(from, to));
  }
  const change = (text: string) => text.replace(plainWord, (word) => changes.get(word) ?? word);
  const deep = <T>(value: T, key = ''): T => {
    if (typeof value === 'string') return (key === 'class' || key === 'strength' ? value : change(value)) as T;
    if (Array.isArray(value)) return value.map((entry) => deep(entry)) as T;
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, deep(entry, name)])) as T;
    return value;
  };
  const { kind, contacts, ...rest } = report.answer;
  return { pieces: report.pieces.map((piece) => withText(piece, change)), answer: { ...deep(rest), kind, contacts } };
}

/** The answer to a report whose bold type is gone: nobody can tell where a headline that runs in ends. */
export function withoutBold(answer: Answer): Answer {
  const recommendations = answer.recommendations.map(
    ({ heading, ...rest }): AnswerRecommendation =>
      rest.ownLine && heading !== undefined ? { heading, ...rest } : rest,
  );
  return { ...answer, recommendations };
}

/** The report after damage of these kinds, with the answer that is then right. */
export function hurt(dice: Dice, report: SyntheticReport, kinds: readonly Damage[]): SyntheticReport {
  let { pieces, answer } = report;
  for (const kind of kinds) {
    const own = dice.fork(kind);
    if (kind === 'slips') ({ pieces, answer } = slip(own, { ...report, pieces, answer }));
    else pieces = hurts[kind](own, pieces, report);
    if (kind === 'lost bold' || kind === 'printed tags') answer = withoutBold(answer);
  }
  return { ...report, pieces, answer };
}
