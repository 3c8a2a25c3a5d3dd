import type { Answer, AnswerPeer, AnswerQuantity, AnswerRecommendation } from './pieces.ts';
import { scorePassages } from './score-passages.ts';
import { scoreRecommendations } from './score-recommendations.ts';
import { fold, loose, words } from './score-words.ts';

/** What is looked at of a record; a field that a reader does not give yet counts as wrong. */
export type ReadRecord = {
  readonly kind?: string;
  readonly council?: { readonly name: string | null; readonly gss: string | null } | null;
  readonly text: string;
  readonly fieldwork?: readonly string[] | { readonly days?: readonly string[] } | null;
  readonly meetingDate?: string | null;
  readonly committee?: string | null;
  readonly agendaItem?: string | null;
  readonly recommendations?: readonly (Placed & Omit<AnswerRecommendation, 'group'> & { readonly group: string })[];
  readonly team?: readonly (Placed & AnswerPeer)[];
  readonly themes?: readonly (Placed & { readonly name: string; readonly question?: string | null })[];
  readonly localFocus?: readonly (Placed & { readonly label?: string | null; readonly text: string })[];
  readonly feedbackSections?: readonly (Placed & { readonly heading: string })[];
  readonly activity?: {
    readonly people?: AnswerQuantity;
    readonly meetings?: AnswerQuantity;
    readonly hours?: AnswerQuantity;
  } | null;
  readonly figures?: readonly (Placed & {
    readonly text: string;
    readonly pence?: number;
    readonly period?: string | null;
  })[];
  readonly percentages?: readonly (Placed & { readonly text: string; readonly percent: number })[];
  readonly quotes?: readonly (Placed & { readonly text: string })[];
  readonly contacts?: readonly (Placed & { readonly email?: string | null })[];
  readonly publishWithinWeeks?: unknown;
  readonly reviewDue?: unknown;
  readonly definitions?: readonly (Placed & { readonly term: string; readonly meaning: string })[];
  readonly abbreviations?: readonly (Placed & { readonly short: string; readonly long: string })[];
  readonly earlierChallenges?: readonly (Placed & { readonly date?: string | null })[];
  readonly savings?: {
    readonly years: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  } | null;
  readonly passages?: readonly (Placed & {
    readonly class: string;
    readonly strength?: string;
    readonly theme?: string | null;
  })[];
};
export type Placed = { readonly span?: readonly [number, number]; readonly confidence?: number };

/** How many of a field's parts are right in one report. `notes` say what is wrong. */
export type FieldScore = {
  readonly field: string;
  readonly right: number;
  readonly total: number;
  readonly notes: readonly string[];
};
/** A proposal with its confidence, and whether it is right: what calibration is made of. */
export type Claim = { readonly field: string; readonly confidence: number; readonly right: boolean };
export type Score = { readonly fields: readonly FieldScore[]; readonly claims: readonly Claim[] };

const isRecord = (value: unknown): value is { value: unknown } =>
  typeof value === 'object' && value !== null && 'value' in value;
/** A value that a reader may give bare or with its place. */
const bare = (value: unknown): unknown => (isRecord(value) ? value.value : value);

/** A place is right when the text at it begins and ends as the item does and is hardly longer. */
export function placed(record: ReadRecord, span: readonly [number, number] | undefined, whole: string): boolean {
  if (!span) return false;
  const cut = words(record.text.slice(span[0], span[1]));
  const want = words(whole);
  if (want.length === 0 || cut.length > want.length * 1.15 + 8) return false;
  const joined = ` ${cut.join(' ')} `;
  return joined.includes(` ${want.slice(0, 4).join(' ')} `) && joined.includes(` ${want.slice(-4).join(' ')} `);
}

/** Scores a record against a report's answer, field by field. */
export function score(answer: Answer, record: ReadRecord): Score {
  const fields: FieldScore[] = [];
  const claims: Claim[] = [];
  const check = (field: string, right: number, total: number, notes: readonly string[] = []) => {
    if (total > 0) fields.push({ field, right, total, notes });
  };
  const one = (field: string, ok: boolean, note: string) => check(field, ok ? 1 : 0, 1, ok ? [] : [note]);
  const claim = (field: string, confidence: number | undefined, right: boolean) => {
    if (confidence !== undefined) claims.push({ field, confidence, right });
  };
  const list = <T extends Placed>(
    field: string,
    wanted: readonly string[],
    found: readonly T[],
    textOf: (item: T) => string,
  ) => {
    const have = found.map((item) => loose(textOf(item)));
    const missing = wanted.filter((want) => !have.includes(loose(want)));
    check(
      field,
      wanted.length - missing.length,
      wanted.length,
      missing.map((text) => `absent: ${text}`),
    );
    const asked = new Set(wanted.map(loose));
    const invented = found.filter((item) => !asked.has(loose(textOf(item))));
    one(
      `${field}: none invented`,
      found.length <= wanted.length,
      `${found.length} for ${wanted.length}: ${invented.map(textOf).slice(0, 3).join(' | ')}`,
    );
    for (const item of found) claim(field, item.confidence, asked.has(loose(textOf(item))));
  };

  one('kind', record.kind === answer.kind, `${record.kind} for ${answer.kind}`);
  one(
    'council',
    loose(record.council?.name) === loose(answer.council),
    `${record.council?.name} for ${answer.council}`,
  );
  one('council code', (record.council?.gss ?? null) === answer.gss, `${record.council?.gss} for ${answer.gss}`);
  const days = bare(record.fieldwork) as ReadRecord['fieldwork'];
  const read = Array.isArray(days) ? days : ((days as { days?: readonly string[] } | null | undefined)?.days ?? []);
  one(
    'fieldwork',
    [...read].sort().join() === [...answer.fieldwork].sort().join(),
    `${[...read].join(' ')} for ${answer.fieldwork.join(' ')}`,
  );
  for (const key of ['meetingDate', 'committee', 'agendaItem'] as const) {
    if (answer[key] !== undefined)
      one(key, loose(bare(record[key])) === loose(answer[key]), `${bare(record[key])} for ${answer[key]}`);
  }
  for (const key of ['publishWithinWeeks', 'reviewDue'] as const) {
    const got = bare(record[key]) ?? null;
    one(key, key in record && String(got) === String(answer[key]), `${got} for ${answer[key]}`);
  }

  scoreRecommendations(answer, record, check, one, claim);

  const peers = record.team ?? [];
  let right = 0;
  let total = 0;
  const wrong: string[] = [];
  const cleared = (text: unknown) => loose(text).replace(/^(cllr|councillor) /, '');
  const keys = ['role', 'organisation', 'party', 'group'] as const;
  for (const want of answer.team) {
    const got = peers.find((peer) => cleared(peer.name) === loose(want.name));
    for (const key of ['name', ...keys] as const) {
      if (key !== 'name' && want[key] === null) continue;
      total += 1;
      if (got && cleared(got[key]) === loose(want[key])) right += 1;
      else wrong.push(`${want.name}: ${key} ${got ? `"${got[key]}" for "${want[key]}"` : 'absent'}`);
    }
  }
  check('team', right, total, wrong);
  one(
    'team: none invented',
    peers.length <= answer.team.length && 'team' in record,
    `${peers.length} for ${answer.team.length}`,
  );
  for (const peer of peers) {
    const want = answer.team.find((other) => loose(other.name) === cleared(peer.name));
    claim(
      'team',
      peer.confidence,
      want !== undefined && keys.every((key) => want[key] === null || cleared(peer[key]) === loose(want[key])),
    );
  }

  if (answer.kind !== 'progress-review' || answer.themes.length > 0) {
    list(
      'themes',
      answer.themes.map((theme) => theme.name),
      record.themes ?? [],
      (theme) => theme.name,
    );
    const asked = answer.themes.filter((theme) => theme.question !== null);
    const unanswered = asked.filter(
      (theme) =>
        !record.themes?.some(
          (got) => loose(got.name) === loose(theme.name) && loose(got.question) === loose(theme.question),
        ),
    );
    check(
      'theme questions',
      asked.length - unanswered.length,
      asked.length,
      unanswered.map((theme) => `absent: ${theme.question}`),
    );
  }
  if (answer.feedbackSections !== undefined) {
    list('feedback sections', answer.feedbackSections, record.feedbackSections ?? [], (section) =>
      section.heading.replace(/^[0-9.]+ */, ''),
    );
  }
  list(
    'local focus',
    answer.localFocus.map((focus) => focus.text),
    record.localFocus ?? [],
    (focus) => focus.text,
  );
  for (const key of ['people', 'meetings', 'hours'] as const) {
    const want = answer.activity[key];
    const got = record.activity?.[key] ?? null;
    const told = (quantity: AnswerQuantity) =>
      quantity ? `${quantity.qualifier ?? ''} ${quantity.value}`.trim() : 'none';
    if (want) {
      one(`activity: ${key}`, got?.value === want.value, `${told(got)} for ${told(want)}`);
      one(
        'activity: qualifiers',
        got !== null && loose(got.qualifier) === loose(want.qualifier),
        `${told(got)} for ${told(want)}`,
      );
    }
  }

  const sums = record.figures ?? [];
  const pence = new Set(sums.map((figure) => figure.pence));
  const absent = answer.figures.filter((figure) => !pence.has(figure.pence));
  check(
    'money',
    answer.figures.length - absent.length,
    answer.figures.length,
    absent.map((figure) => `absent: ${figure.text}`),
  );
  const known = new Set(answer.figures.map((figure) => figure.pence));
  const spare = sums.filter((figure) => !known.has(figure.pence ?? Number.NaN));
  // Cells of a savings table may be taken for figures or left to the table.
  if (!answer.savings)
    one(
      'money: none invented',
      spare.length === 0 && 'figures' in record,
      spare.map((figure) => figure.text).join(' | '),
    );
  const dated = answer.figures.filter((figure) => figure.period !== null);
  const undated = dated.filter(
    (figure) => !sums.some((got) => got.pence === figure.pence && loose(got.period) === loose(figure.period)),
  );
  check(
    'money: periods',
    dated.length - undated.length,
    dated.length,
    undated.map(
      (figure) => `${figure.text}: ${sums.find((got) => got.pence === figure.pence)?.period} for ${figure.period}`,
    ),
  );
  const lost = sums.filter((figure) => !placed(record, figure.span, figure.text));
  check(
    'money: places',
    sums.length - lost.length,
    sums.length,
    lost.map((figure) => figure.text),
  );
  // Cells of a savings table, in pounds or in thousands, are money too.
  for (const [, ...cells] of answer.savings?.rows ?? [])
    for (const cell of cells) known.add((cell ?? 0) * 100).add((cell ?? 0) / 10);
  for (const figure of sums) claim('money', figure.confidence, known.has(figure.pence ?? Number.NaN));
  const percents = new Set((record.percentages ?? []).map((one) => one.percent));
  const unread = answer.percentages.filter((one) => !percents.has(one.percent));
  check(
    'percentages',
    answer.percentages.length - unread.length,
    answer.percentages.length,
    unread.map((one) => `absent: ${one.text}`),
  );

  list('quotations', answer.quotes, record.quotes ?? [], (quote) => fold(quote.text).replace(/^["']+|["']+$/g, ''));
  const printed = JSON.stringify(record.contacts ?? []);
  check(
    'contacts',
    answer.contacts.filter((email) => printed.includes(email)).length,
    answer.contacts.length,
    answer.contacts.filter((email) => !printed.includes(email)),
  );
  list(
    'abbreviations',
    answer.abbreviations.map((short) => `${short.short} = ${short.long}`),
    record.abbreviations ?? [],
    (short) => `${short.short} = ${short.long}`,
  );
  list(
    'definitions',
    answer.definitions.map((entry) => `${entry.term}: ${entry.meaning}`),
    record.definitions ?? [],
    (entry) => `${entry.term.replace(/^\*/, '')}: ${entry.meaning}`,
  );
  const dates = (record.earlierChallenges ?? []).map((earlier) => earlier.date ?? '');
  const untold = answer.earlier.filter((date) => !dates.some((got) => got.startsWith(date)));
  check(
    'earlier challenges',
    answer.earlier.length - untold.length,
    answer.earlier.length,
    untold.map((date) => `absent: ${date}; ${dates.join(' ')}`),
  );

  if (answer.savings) {
    const cells = ({
      years,
      rows,
    }: {
      readonly years: readonly string[];
      readonly rows: readonly (readonly (string | number | null)[])[];
    }) => rows.flatMap(([name, ...values]) => values.map((value, i) => `${loose(name)}|${years[i]}|${value}`));
    const have = new Set(record.savings ? cells(record.savings) : []);
    const want = cells(answer.savings);
    check(
      'savings table',
      want.filter((cell) => have.has(cell)).length,
      want.length,
      want.filter((cell) => !have.has(cell)),
    );
  }
  const passages = scorePassages(answer.passages, record);
  fields.push(...passages.fields);
  claims.push(...passages.claims);
  return { fields, claims };
}
