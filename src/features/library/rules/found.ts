// What of a report that was read goes to the library: its key recommendations, its advice, its strengths and concerns.

import { councilFacts } from '../../../engines/reading/data/councils.ts';
import type { ReportRecord } from '../../../engines/reading/index.ts';
import type { Authority, PassageKind, PassageStrength, ReportKind, Theme } from '../../../platform/db/schema/index.ts';

export interface FoundPassage {
  readonly kind: PassageKind;
  readonly strength: PassageStrength | null;
  readonly theme: Theme | null;
  readonly heading: string | null;
  readonly text: string;
  readonly page: number | null;
}

/** A report as it was read for the library. Kept as JSON. */
export interface FoundReport {
  readonly title: string | null;
  readonly about: string | null;
  readonly reportKind: ReportKind;
  readonly year: number | null;
  readonly pages: number | null;
  readonly passages: readonly FoundPassage[];
}

/** Sentences shorter than this say nothing by themselves. */
const SHORTEST = 25;
const MOST_PASSAGES = 1500;
/** A passage longer than this is cut at a word; the report itself is one link away. */
const LONGEST = 4000;

export function foundIn(record: ReportRecord): FoundReport {
  const pageAt = pagesOf(record);
  const own = record.recommendations.map((one) => ({
    kind: 'recommendation' as const,
    strength: null,
    theme: null,
    heading: one.heading ?? null,
    text: cut([one.text, ...(one.parts ?? []).map(({ label, text }) => `${label}) ${text}`)].join('\n')),
    page: one.page,
    at: one.span[0],
  }));
  const prose = record.passages.flatMap((one) => {
    if (one.class === 'fact' || one.class === 'deferred') return [];
    const text = record.text
      .slice(...one.span)
      .replace(/\s+/gu, ' ')
      .trim();
    if (text.length < SHORTEST) return [];
    const strength = one.class === 'suggestion' ? (one.strength ?? null) : null;
    const theme = themeOf(one.theme);
    return [
      { kind: one.class, strength, theme, heading: null, text: cut(text), page: pageAt(one.span[0]), at: one.span[0] },
    ];
  });
  return {
    title: record.title?.slice(0, 200) ?? null,
    about: record.council.name,
    reportKind: record.kind,
    year: yearOf(record),
    pages: record.pages,
    passages: [...own, ...prose]
      .sort((a, b) => a.at - b.at)
      .slice(0, MOST_PASSAGES)
      .map(({ at: _, ...passage }) => passage),
  };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`;
}

/** The page on which a place of the text stands. */
function pagesOf(record: ReportRecord): (at: number) => number | null {
  return (at) => {
    const block = record.blocks.find(({ span }) => at >= span[0] && at < span[1]);
    if (!block) return null;
    return block.pageBreaks.filter((one) => one.at <= at).at(-1)?.page ?? block.page;
  };
}

/** The year on site, else the first year that the front names. */
function yearOf(record: ReportRecord): number | null {
  const front = `${record.title ?? ''}\n${record.text.slice(0, 1500)}`;
  const year = /\b(20[0-4]\d)\b/u.exec(front)?.[1];
  return year === undefined ? null : Number(year);
}

const THEME_WORDS: readonly (readonly [RegExp, Theme])[] = [
  [/financ|budget|resourc/iu, 'finance'],
  [/governance|culture|scrutiny|decision/iu, 'governance'],
  [/capacity|improvement|workforce|deliver/iu, 'capacity'],
  [/leadership|partnership|place leader/iu, 'leadership'],
  [/priorit|outcome|understanding|communit/iu, 'priorities'],
];

/** The core component that a section's heading names, whatever the edition calls it; null where it names none. */
export function themeOf(heading: string | null): Theme | null {
  if (heading === null) return null;
  return THEME_WORDS.find(([words]) => words.test(heading))?.[1] ?? null;
}

export interface KnownCouncil {
  readonly name: string;
  readonly gss: string;
  readonly authority: Authority | null;
}

const CLASSES: Readonly<Record<string, Authority>> = {
  E06: 'unitary',
  E07: 'district',
  E08: 'metropolitan',
  E09: 'london',
  E10: 'county',
  E47: 'combined',
};

/** A council of the national list by its name as people write it; null when there is none such, or more than one. */
export function knownCouncil(name: string): KnownCouncil | null {
  const wanted = folded(name);
  const named = councilFacts.filter(([, short, official]) => folded(short) === wanted || folded(official) === wanted);
  const standing = named.length > 1 ? named.filter(([, , , , current]) => current) : named;
  const [fact] = standing;
  if (!fact || standing.length > 1) return null;
  return { name: fact[2].replace(/\s+/gu, ' '), gss: fact[0], authority: CLASSES[fact[0].slice(0, 3)] ?? null };
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /u, '')
    .trim();
}
