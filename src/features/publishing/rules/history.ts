// What happened to what a council put before the public: published, replaced, withdrawn, taken out, and why. The words that
// were taken out, and the summary of a version that was withdrawn, are not told again here: their place and the reason are.
import { type HistoryRow, instant, type RecordWords, text, type Vocabulary } from '../../history/index.ts';

const KINDS: Readonly<Record<string, string>> = {
  recommendation: 'a recommendation',
  action: 'an action',
  evidence: 'evidence',
};

const versionOf = ({ record }: HistoryRow) => `Version ${record.number}`;

const publication: RecordWords = {
  name: 'Version',
  columns: {
    title: ['Title', text],
    published_at: ['Published', instant],
    replaced_at: ['Replaced', instant],
    withdrawn_at: ['Withdrawn', instant],
    withdrawal_reason: ['Why it was withdrawn', text],
  },
  title: versionOf,
  tell(row) {
    if (row.change === 'added') {
      const before = Number(row.record.number) - 1;
      return `${versionOf(row)} published: ‘${row.record.title}’${before > 0 ? `, in place of version ${before}` : ''}`;
    }
    const saysAll = ['Withdrawn', 'Why it was withdrawn'];
    if (row.was && 'withdrawn_at' in row.was) return { what: `${versionOf(row)} withdrawn`, saysAll };
    return `${versionOf(row)} changed`;
  },
  why: (row) =>
    row.was && 'withdrawal_reason' in row.was ? [`The reason in its place: ${row.record.withdrawal_reason}`] : [],
};

/** "An action in Key recommendations, number 4, version 2". */
function removedFrom({ record }: HistoryRow, rows: readonly HistoryRow[]): string {
  const version = rows.find((row) => row.tableName === 'publication' && row.recordId === record.publication_id);
  const kind = KINDS[String(record.kind)] ?? 'something';
  return `${kind} in ${record.group_name}, number ${record.number}${version ? `, ${versionOf(version).toLowerCase()}` : ''}`;
}

const redaction: RecordWords = {
  name: 'Taken out',
  columns: { reason: ['The reason in its place', text] },
  title: ({ record }) => `Taken out: ${KINDS[String(record.kind)]} in ${record.group_name}, number ${record.number}`,
  tell(row, { rows }) {
    // What was taken out of one version is left out of the next, unless it is put back, and keeps its first date.
    const carried = new Date(String(row.record.redacted_at)).getTime() < row.at.getTime();
    return `${carried ? 'Left out again' : 'Taken out'}: ${removedFrom(row, rows)}`;
  },
  why: ({ record }) => [`The reason in its place: ${record.reason}`],
};

/** A version is replaced by the next in one step: the publishing of that one says it. */
function withoutReplaced(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  return rows.filter((row) => row.change !== 'changed' || !row.was || !('replaced_at' in row.was));
}

export const publicationVocabulary: Vocabulary = {
  records: { publication, published_redaction: redaction },
  told: withoutReplaced,
  unsigned: () => 'the program',
  // The records hold the reasons, as the public reads them.
  reasons: false,
  notThere: 'Nothing of this report was published',
};
