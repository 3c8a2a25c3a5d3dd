import type { Peer } from '../../findings.ts';
import { isTitleLike, type Line, plainTitle } from '../lines.ts';
import { flatTable } from './flat-table.ts';
import { peersInProse } from './prose.ts';
import { peersOfRow } from './rows.ts';
import { peersAt } from './wrapped.ts';

/** A heading under which a team is listed. */
const teamHeading =
  /^(?:the |our |core |lga |full )*(?:corporate |finance |governance )?(?:peers?(?: (?:challenge|review|progress review))?(?: team)?(?: members(?:hip)?)?|(?:review |challenge )?team(?: members(?:hip)?)?|members of the (?:peer )?(?:review |challenge )?team|(?:membership|composition|make-?up) of the (?:peer )?(?:review |challenge )?team|who were the peers)$/u;

/** A sentence that leads up to the list names the team ... */
const teamIntro =
  /\b(?:peers?|(?:peer|review|challenge|lga|full|core|original) team|team members|(?:the|this|its|our) (?:\p{L}+ )?team|members of the (?:\p{L}+ )*team)\b/iu;
/** ... and says who it was, not what it did. */
const teamDeed =
  /\b(?:met|spoke|spoken|heard|asked?|looked?|considered|found|read|recommends?|recommended|saw|held|gathered|reviewed|examined|explored|focus(?:ed)?|thanks?|grateful|suggests?|advised?|feedback|interviewed|questions|themes)\b/iu;

/** A heading that says the list is over. */
const otherPart =
  /^(?:scope|focus|the (?:peer challenge |review )?(?:process|approach)|(?:the )?(?:peer challenge|review) (?:process|approach)|process|approach|methodology|timetable|background|context|introduction|(?:main |detailed )?(?:feedback|findings)|next steps|executive summary|key (?:messages|recommendations)|recommendations|contacts?|append|annex|acknowledg|local context)/u;

const columnHeading =
  /^(?:name|role|position|post|job title|organisation|council|authority|party|peer|political group)$/iu;

/** Prose that may stand between the heading and the list. */
const mostProseBefore = 5;

/**
 * The peer team: the longest list that a heading or a sentence announces as one. Bullets, bare lines, rows of a table or
 * a sentence; a short line between peers is the heading of a part of the team.
 */
export function teamOf(lines: readonly Line[]): Peer[] {
  let best: Peer[] = [];
  lines.forEach((line, i) => {
    const heads = isTitleLike(line) && teamHeading.test(plainTitle(line).replace(/\s*\(.*\)$/u, ''));
    const leads = !heads && line.block.kind !== 'table-cell' && leadsToTeam(line.text);
    if (!heads && !leads) return;
    const found = listFrom(lines, i + 1);
    if (found.length > best.length) best = found;
  });
  if (best.length > 0) return best;
  for (const line of lines) {
    const found = peersInProse(line);
    if (found.length > best.length) best = found;
  }
  return best;
}

function leadsToTeam(text: string): boolean {
  const last = text.split(/(?<=[.!?])\s+/u).at(-1)!;
  return /:$/u.test(last) && last.length < 300 && teamIntro.test(last) && !teamDeed.test(last);
}

function listFrom(lines: readonly Line[], from: number): Peer[] {
  const peers: Peer[] = [];
  let group: string | null = null;
  let prose = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.block.cell) {
      const row = rowAt(lines, i);
      const found = peersOfRow(lines, row);
      if (
        found === null &&
        peers.length > 0 &&
        !row.some((at) => /name|role|council|organisation/iu.test(lines[at]!.text))
      ) {
        const heading = row.length === 1 ? groupOf(lines[i]!) : null;
        if (heading === null) break;
        group = heading;
      }
      if (found !== null) peers.push({ ...found, group });
      i = row.at(-1)!;
      continue;
    }
    const table = peers.length === 0 ? flatTable(lines, i) : null;
    if (table !== null) {
      peers.push(...table.peers.map((peer) => ({ ...peer, group })));
      i = table.next - 1;
      continue;
    }
    // Headings of columns that were read as headings of the report.
    if (peers.length === 0 && columnHeading.test(line.text)) continue;
    const here = peersAt(lines, i);
    if (here.found.length > 0) {
      peers.push(...here.found.map((peer) => ({ ...peer, group })));
      i = here.next - 1;
      continue;
    }
    if (otherPart.test(plainTitle(line)) && isTitleLike(line)) break;
    const next = lines[i + 1];
    const leadsOn = next !== undefined && (next.block.cell !== undefined || peersAt(lines, i + 1).found.length > 0);
    const heading = leadsOn ? groupOf(line) : null;
    if (heading !== null) {
      group = isWholeTeam(heading) ? null : heading;
      continue;
    }
    // A sentence may stand before the list, or between two parts of it.
    prose += 1;
    if (line.block.kind === 'heading' || (peers.length > 0 ? !leadsOn : prose > mostProseBefore)) break;
    if (peers.length === 0 && line.block.kind === 'list-item') break;
  }
  if (peers.length < 2 && peers.some((p) => p.confidence <= 0.9)) return [];
  // "Corporate peers" over the whole list is another name of the team; before other parts it is one of them.
  const isPart = peers.some((p) => p.group !== null && !teamHeading.test(p.group.toLowerCase()));
  return isPart ? peers : peers.map((p) => (p.group !== null && isKindOfPeers(p.group) ? { ...p, group: null } : p));
}

const isKindOfPeers = (heading: string): boolean => /^(?:corporate|finance|governance) peers$/iu.test(heading);

/** Is this a name of the team as a whole, and of no part of it? */
function isWholeTeam(heading: string): boolean {
  return teamHeading.test(heading.toLowerCase()) && !/core|full/iu.test(heading) && !isKindOfPeers(heading);
}

/** The heading of a part of the team: short, no sentence. What it adds in brackets ("for both councils") is no part. */
function groupOf(line: Line): string | null {
  const bare = line.text.replace(/\s*\([^)]*\)\s*:?$/u, '').replace(/[\s:]+$/u, '');
  if (bare.length === 0 || bare.length > 80 || /[.?!,;]$/u.test(bare)) return null;
  if (/:$/u.test(line.text) && /\b(?:were|was|are|is)\b/u.test(line.text)) return null;
  return line.block.kind === 'list-item' ? null : bare;
}

/** The places in `lines` of the cells of the row that begins at `from`. */
function rowAt(lines: readonly Line[], from: number): number[] {
  const { table, row } = lines[from]!.block.cell!;
  const out = [from];
  for (let i = from + 1; i < lines.length; i++) {
    const cell = lines[i]!.block.cell;
    if (cell?.table !== table || cell.row !== row) break;
    out.push(i);
  }
  return out;
}
