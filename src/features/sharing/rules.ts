// What an arrangement is, and what it still needs. It binds nobody until every council in it has agreed, each for itself.
import { shortName } from '../../engines/fields/councils.ts';
import { date } from '../../platform/web/dates-and-money.ts';
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
} from '../history/index.ts';

export interface Agreement {
  readonly councilId: string;
  readonly council: string;
  /** Null: not decided. */
  readonly agreedOn: string | null;
  readonly decidedByBody: string;
  readonly decisionReference: string;
}

export interface Protocol {
  readonly id: string;
  readonly recordKind: 'post' | 'recommendation' | 'response' | 'cost' | 'benefit';
  readonly terms: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  /** The councils that have agreed to it. */
  readonly agreedBy: readonly string[];
}

export interface Post {
  readonly id: string;
  readonly title: string;
  readonly employer: string | null;
  readonly fromOn: string | null;
}

export interface Arrangement {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly depth: 'shared_leader' | 'shared_team' | 'integrated';
  readonly host: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly noticeMonths: number | null;
  readonly nextReviewOn: string | null;
  readonly proposedAt: Date;
  /** The council of the scope first. */
  readonly agreements: readonly Agreement[];
  readonly protocols: readonly Protocol[];
  readonly posts: readonly Post[];
}

/** The councils that have not agreed to the arrangement or to one of its protocols. */
export function waitingFor(arrangement: Pick<Arrangement, 'agreements' | 'protocols'>): Agreement[] {
  return arrangement.agreements.filter(
    ({ agreedOn, councilId }) =>
      agreedOn === null || arrangement.protocols.some((protocol) => !protocol.agreedBy.includes(councilId)),
  );
}

/** Whether every council has agreed to the arrangement itself. */
export function isInForce(arrangement: Pick<Arrangement, 'agreements'>): boolean {
  return arrangement.agreements.every(({ agreedOn }) => agreedOn !== null);
}

/** The day on which the last council agreed; null while one has not. */
export function inForceSince(arrangement: Pick<Arrangement, 'agreements'>): string | null {
  if (!isInForce(arrangement)) return null;
  return (
    arrangement.agreements
      .map(({ agreedOn }) => agreedOn!)
      .sort()
      .at(-1) ?? null
  );
}

/** Whether posts may be recorded on a day: under a protocol for posts, within its dates, agreed by every council. */
export function sharesPosts(arrangement: Pick<Arrangement, 'agreements' | 'protocols'>, today: string): boolean {
  return arrangement.protocols.some(
    (protocol) =>
      protocol.recordKind === 'post' &&
      protocol.fromOn <= today &&
      (protocol.untilOn === null || protocol.untilOn >= today) &&
      arrangement.agreements.every(({ councilId }) => protocol.agreedBy.includes(councilId)),
  );
}

// History ---------------------------------------------------------------------------------------------------------

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
const AGREED: Columns = {
  agreed_on: ['Agreed on', undecided],
  decided_by_body: ['Decided by', text],
  decision_reference: ['Reference', text],
};
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
        legal_basis: ['Legal basis', text],
        depth: [
          'How deep',
          oneOf({ shared_leader: 'Shared leader', shared_team: 'Shared team', integrated: 'Integrated' }),
        ],
        host_council_id: ['Host', council],
        starts_on: ['Starts on', day],
        ends_on: ['Ends on', day],
        notice_months: ['Notice', months],
        next_review_on: ['Next review', day],
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
    shared_post: {
      name: 'Post',
      columns: { title: ['Title', text], employer_council_id: ['Employer', council], from_on: ['Since', day] },
      title: ({ record }) => `Post: ${record.title}`,
      unlisted: (column) => column === 'title',
      empty: { employer_council_id: 'Not known', from_on: 'Not known' },
      tell: (row, telling) =>
        row.change === 'added' ? `Post recorded: ‘${row.record.title}’` : changed(`‘${row.record.title}’`, telling),
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

/** For names: the kind of record that each protocol shares, by its identifier. */
export function kindsOfProtocols(rows: readonly HistoryRow[]): [id: string, kind: string][] {
  return rows
    .filter((row) => row.tableName === 'protocol')
    .map((row) => [row.recordId, String(row.record.record_kind)]);
}
