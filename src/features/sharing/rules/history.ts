// What happened to what councils share, in words.
import { shortName } from '../../../engines/fields/councils.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import {
  type Columns,
  changed,
  council,
  day,
  type HistoryRow,
  months,
  type Names,
  oneOf,
  type Telling,
  text,
  type Vocabulary,
  valueWords,
} from '../../history/index.ts';
import type { Protocol } from './arrangement.ts';

/** What is shared under a protocol, in the plural. */
export const KIND_WORDS: Readonly<Record<Protocol['recordKind'], string>> = {
  post: 'posts',
  recommendation: 'recommendations',
  response: 'responses',
  cost: 'costs',
  benefit: 'benefits',
};

const kindOf = (value: unknown) => KIND_WORDS[value as Protocol['recordKind']] ?? String(value);
const councilOf = (row: HistoryRow, names: Names) => valueWords(row.record.council_id, council, names);
const undecided = { ...day, none: 'not decided' };
const DECIDED: Columns = { decided_by_body: ['Decided by', text], decision_reference: ['Reference', text] };
const AGREED: Columns = { agreed_on: ['Agreed on', undecided], ...DECIDED };
const titleOf = (row: HistoryRow, names: Names) => names.get(row.recordId) ?? 'no longer seen';
/** The reason of a notice, and where it was decided. */
const given = ({ record }: HistoryRow): string[] => [
  `Reason: ${record.reason}`,
  `Decided: ${[record.decided_by_body, record.decision_reference].filter(Boolean).join(' ')}`,
];
const ALL_OF_AGREED = Object.values(AGREED).map(([label]) => label);

/** "on 12 November 2026, Cabinet 26/131". */
function decided({ record }: HistoryRow): string {
  const where = [record.decided_by_body, record.decision_reference].filter(Boolean).join(' ');
  return `on ${date(String(record.agreed_on))}${where === '' ? '' : `, ${where}`}`;
}

/** The councils named in the same step as a row, in words. */
function namedWith(row: HistoryRow, table: string, { rows, names }: Telling): string {
  const together = rows.filter((one) => one.tableName === table && isStartOf(one, row));
  return together
    .map((one) => shortName(councilOf(one, names)))
    .sort()
    .join(' and ');
}
/** Councils are named in the step in which an arrangement or a partnership begins. */
const isStartOf = (one: HistoryRow, whole: HistoryRow) =>
  one.change === 'added' && one.recordId === whole.recordId && one.at.getTime() === whole.at.getTime();

/** Leaves out the councils that are named where their arrangement or partnership begins. */
function withoutNamed(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  const wholes = rows.filter((row) => WHOLE.includes(row.tableName) && row.change === 'added');
  return rows.filter((row) => !PARTS.includes(row.tableName) || !wholes.some((whole) => isStartOf(row, whole)));
}
const WHOLE = ['arrangement', 'partnership'];
const PARTS = ['arrangement_council', 'partnership_council'];

/** What happened to an arrangement: who proposed it, who agreed, what is shared under it. */
export const arrangementVocabulary: Vocabulary = {
  records: {
    arrangement: {
      name: 'Arrangement',
      columns: {
        name: ['What is shared', text],
        purpose: ['What it is for', text],
      },
      tell: (row, telling) =>
        row.change === 'added'
          ? `Proposed: ‘${row.record.name}’, between ${namedWith(row, 'arrangement_council', telling)}`
          : changed('Arrangement', telling),
    },
    arrangement_council: {
      name: 'Agreement',
      columns: AGREED,
      empty: { agreed_on: 'Not decided' },
      title: councilOf,
      tell(row, telling) {
        const who = councilOf(row, telling.names);
        if (row.change === 'added') return `${who} named in the arrangement`;
        if (row.was?.agreed_on !== null || row.record.agreed_on === null) return changed(who, telling);
        return { what: `${who} agreed ${decided(row)}`, saysAll: ALL_OF_AGREED };
      },
    },
    protocol: {
      name: 'Protocol',
      columns: { terms: ['Terms', text], from_on: ['From', day], until_on: ['Until', day] },
      title: ({ record }) => `Sharing ${kindOf(record.record_kind)}`,
      tell({ change, record }, telling) {
        if (change !== 'added') return changed(`Sharing ${kindOf(record.record_kind)}`, telling);
        return `Proposed: to share ${kindOf(record.record_kind)} from ${date(String(record.from_on))}`;
      },
      why: ({ change, record }) => (change === 'added' && record.terms ? [`Terms: ${record.terms}`] : []),
    },
    protocol_agreement: {
      name: 'Agreement to a protocol',
      columns: AGREED,
      title: (row, names) => `${councilOf(row, names)}, to share ${kindOf(names.get(row.recordId))}`,
      tell: (row, { names }) =>
        `${councilOf(row, names)} agreed to share ${kindOf(names.get(row.recordId))}, ${decided(row)}`,
    },
    protocol_ending: {
      name: 'End of a part',
      columns: { ends_on: ['From', day], reason: ['Reason', text], ...DECIDED },
      title: (row, names) => `${councilOf(row, names)}, end of sharing ${kindOf(names.get(row.recordId))}`,
      tell: (row, { names }) =>
        `${councilOf(row, names)} ends sharing ${kindOf(names.get(row.recordId))} on ${date(String(row.record.ends_on))}`,
      why: given,
    },
    arrangement_leaving: {
      name: 'Notice to leave',
      columns: { leaves_on: ['From', day], reason: ['Reason', text], ...DECIDED },
      title: (row, names) => `${councilOf(row, names)}, notice to leave`,
      tell: (row, { names }) =>
        `${councilOf(row, names)} gives notice to leave on ${date(String(row.record.leaves_on))}`,
      why: given,
    },
    arrangement_terms: {
      name: 'Terms',
      columns: {
        depth: [
          'How deep',
          oneOf({ shared_leader: 'Shared leader', shared_team: 'Shared team', integrated: 'Integrated' }),
        ],
        host_council_id: ['Host', council],
        legal_basis: ['Legal basis', text],
        notice_months: ['Notice', months],
        next_review_on: ['Next review', day],
        why: ['Why', text],
      },
      title: ({ record }) => `Terms, edition ${record.edition}`,
      tell: (row, telling) =>
        row.change === 'added' ? `Terms proposed, edition ${row.record.edition}` : changed('Terms', telling),
      why: ({ record }) => (record.why ? [`Why: ${record.why}`] : []),
    },
    arrangement_terms_agreement: {
      name: 'Agreement to terms',
      columns: AGREED,
      title: (row, names) => `${councilOf(row, names)}, to the terms`,
      tell: (row, { names }) => `${councilOf(row, names)} agreed to the terms, ${decided(row)}`,
    },
    shared_post: {
      name: 'Post',
      columns: {
        title: ['Title', text],
        employer_council_id: ['Employer', council],
        from_on: ['From', day],
        until_on: ['Until', { ...day, none: 'no end agreed' }],
        why: ['Why', text],
      },
      title: ({ record }) => `Post: ${record.title}${Number(record.edition) > 1 ? `, edition ${record.edition}` : ''}`,
      unlisted: (column) => column === 'title',
      empty: { employer_council_id: 'Not known', from_on: 'Not known' },
      tell(row, telling) {
        if (row.change !== 'added') return changed(`‘${row.record.title}’`, telling);
        return `${Number(row.record.edition) > 1 ? 'A change to a post' : 'Post'} proposed: ‘${row.record.title}’`;
      },
      why: ({ record }) => (record.why ? [`Why: ${record.why}`] : []),
    },
    shared_post_agreement: {
      name: 'Agreement to a post',
      columns: AGREED,
      title: (row, names) => `${councilOf(row, names)}, to the post ‘${titleOf(row, names)}’`,
      tell: (row, { names }) => `${councilOf(row, names)} agreed to the post ‘${titleOf(row, names)}’, ${decided(row)}`,
    },
  },
  told: withoutNamed,
  unsigned: () => 'the operator',
  notThere: 'It had not been proposed',
};

/** What happened to a partnership: when it was set up, and which councils joined. */
export const partnershipVocabulary: Vocabulary = {
  records: {
    partnership: {
      name: 'Partnership',
      columns: { name: ['Name', text] },
      tell: (row, telling) =>
        row.change === 'added'
          ? `Set up: ‘${row.record.name}’, by ${namedWith(row, 'partnership_council', telling)}`
          : changed('Partnership', telling),
    },
    partnership_council: {
      name: 'Council',
      columns: { joined_on: ['Joined on', day] },
      empty: { joined_on: 'Not known' },
      title: councilOf,
      tell: (row, telling) =>
        row.change === 'added'
          ? `${councilOf(row, telling.names)} joined`
          : changed(councilOf(row, telling.names), telling),
    },
  },
  told: withoutNamed,
  unsigned: () => 'the operator',
  notThere: 'It was not there',
};

/** For names: the kind of record that each protocol shares, and the title of each post, by their identifiers. */
export function wordsOfRecords(rows: readonly HistoryRow[]): [id: string, word: string][] {
  const word = { protocol: 'record_kind', shared_post: 'title' } as const;
  return rows.flatMap(({ tableName, recordId, record }) =>
    tableName === 'protocol' || tableName === 'shared_post' ? [[recordId, String(record[word[tableName]])]] : [],
  );
}
