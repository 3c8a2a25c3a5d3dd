import type { Contact } from '../findings.ts';
import { type Line, spanIn } from './lines.ts';
import { isPersonName, personName, withoutOffice } from './team/words.ts';

const email = /(?<![\p{L}\p{N}._%+-])[A-Za-z0-9][A-Za-z0-9._%+'-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\p{L}\p{N}])/gu;
// British numbers: 0 or +44, ten or so digits with spaces, brackets or hyphens as people set them.
const phone =
  /(?<![\p{L}\d£.,/-])(?:\+44 ?(?:\(0\) ?)?|\(?0)(?:\d[ ()-]{0,2}){8,9}\d(?:,? (?:ext|extension|x)\.? ?\d{2,5})?(?![\d/-])/giu;
const asksToCall = /\b(?:tel|telephone|phone|mobile|mob|call|contact|e-?mail|t:|m:)\b/iu;
/** Boxes that belong to a post or a team and to nobody by name. */
const roleBox =
  /^(?:info|enquir|inquir|contact|admin|office|mail|hello|support|press|news|improvement|peer|corporate|policy|democratic|committee|customer|feedback|team|help|web)/iu;

/**
 * The people and addresses to turn to: every e-mail address, with the name and number printed near it, and numbers that
 * stand alone with a name. Two addresses of one name are two contacts.
 */
export function contactsOf(lines: readonly Line[]): Contact[] {
  const out: Contact[] = [];
  const taken = new Set<string>();
  lines.forEach((line, i) => {
    const emails = [...line.text.matchAll(email)];
    const phones = [...line.text.matchAll(phone)].filter((p) => /^0[1-378]|^\(0|^\+44/u.test(p[0]));
    emails.forEach((match, n) => {
      const address = match[0].replace(/[.'-]+$/u, '');
      if (taken.has(address.toLowerCase())) return;
      taken.add(address.toLowerCase());
      const number =
        phoneFor(
          match.index,
          emails.map((e) => e.index),
          phones,
        ) ?? (emails.length === 1 ? phoneBeside(lines, i) : null);
      const from = n === 0 ? 0 : emails[n - 1]!.index + emails[n - 1]![0].length;
      const name = nameFor(address, line.text.slice(from, match.index), n === 0 ? before(lines, i) : []);
      out.push({
        name,
        email: address,
        phone: number,
        span: spanIn(line, match.index, match.index + address.length),
        confidence: name !== null || roleBox.test(address) ? 0.95 : 0.8,
      });
    });
    if (emails.length > 0) return;
    for (const match of phones) {
      const name = nearestName(line.text.slice(0, match.index)) ?? nameInRow(lines, i) ?? nameUnderContact(lines, i);
      if (name === null || out.some((c) => c.phone === match[0].trim())) continue;
      if (isBesideEmail(lines, i)) continue;
      out.push({
        name,
        email: null,
        phone: match[0].trim(),
        span: spanIn(line, match.index, match.index + match[0].trimEnd().length),
        confidence: asksToCall.test(line.text) || line.block.cell ? 0.85 : 0.7,
      });
    }
  });
  return out;
}

/** The first number after the address and before the next one; else one between the last address and this one. */
function phoneFor(at: number, emails: readonly number[], phones: readonly RegExpMatchArray[]): string | null {
  const next = emails.find((e) => e > at) ?? Number.POSITIVE_INFINITY;
  const last = emails.findLast((e) => e < at) ?? -1;
  const after = phones.find((p) => p.index! > at && p.index! < next);
  if (after) return after[0].trim();
  // A number before the address belongs to it only where the address before has none of its own.
  const ahead = last < 0 ? phones.find((p) => p.index! < at) : undefined;
  return ahead ? ahead[0].trim() : null;
}

/** A line of its own beside the address: "Tel. 0..." above or below. */
function phoneBeside(lines: readonly Line[], i: number): string | null {
  for (const line of [lines[i + 1], lines[i - 1], lines[i + 2]]) {
    if (!line || line.text.length > 60 || line.text.includes('@')) continue;
    const found = line.text.match(phone);
    if (found) return found[0].trim();
  }
  return null;
}

function isBesideEmail(lines: readonly Line[], i: number): boolean {
  return (
    lines[i]!.text.length <= 60 &&
    [lines[i - 1], lines[i + 1], lines[i - 2]].some(
      (l) => l !== undefined && l.text.length < 120 && l.text.includes('@'),
    )
  );
}

/** What stands before the line: nearest first. */
function before(lines: readonly Line[], i: number): string[] {
  return lines
    .slice(Math.max(0, i - 3), i)
    .toReversed()
    .map((l) => l.text);
}

function nameFor(address: string, sameLine: string, earlier: readonly string[]): string | null {
  const box = address.split('@')[0]!.toLowerCase();
  const texts = [sameLine, ...earlier];
  for (const text of texts) {
    const fits = namesIn(text).filter((name) => matchesBox(name, box));
    if (fits.length > 0) return fits.at(-1)!;
  }
  if (roleBox.test(box)) return null;
  const near = nearestName(sameLine);
  if (near !== null) return near;
  // The line above, where this one begins with the address.
  return /^\W*(?:e-?mail|e)?\W*$/iu.test(sameLine) && earlier[0] !== undefined && earlier[0].length < 80
    ? nearestName(earlier[0])
    : null;
}

/** "ada.thornbeck", "athornbeck", "thornbeck_a" for Ada Thornbeck. */
function matchesBox(name: string, box: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z]/gu, '');
  const surname = plain(name.split(' ').at(-1)!);
  return surname.length > 2 && plain(box).includes(surname);
}

function nearestName(text: string): string | null {
  return namesIn(text).at(-1) ?? null;
}

/** Names in a text, in order, without the office. */
export function namesIn(text: string): string[] {
  const out: string[] = [];
  const every = new RegExp(personName.source.replace('{1,3}?', '{1,3}'), 'gu');
  for (const match of text.matchAll(every)) {
    const before = text.slice(0, match.index);
    if (/[\p{L}'’.-]$/u.test(before)) continue;
    // Words at the start of a sentence may stand before the name: "Contact Ada Thornbeck".
    const words = match[0].split(' ');
    for (let from = 0; from < words.length - 1; from++) {
      const name = words.slice(from).join(' ');
      if (
        /^(?:Contact|Email|E-mail|Tel|Telephone|Please|Dear|Call|Name|The|Our|Her|His|Their|From|For)$/u.test(
          words[from]!,
        )
      )
        continue;
      if (isPersonName(name)) out.push(withoutOffice(name));
      break;
    }
  }
  return out;
}

/** In a table, the number's own cell may hold nothing else: the name is in its row. */
function nameInRow(lines: readonly Line[], i: number): string | null {
  const { cell } = lines[i]!.block;
  if (!cell) return null;
  const row = lines.filter(
    (l) => l.block.cell?.table === cell.table && l.block.cell.row === cell.row && l.block.cell.column < cell.column,
  );
  return row.map((l) => nearestName(l.text)).find((name) => name !== null) ?? null;
}

/** A number on a line of its own, soon after a line that announces a contact. */
function nameUnderContact(lines: readonly Line[], i: number): string | null {
  if (lines[i]!.text.length > 40) return null;
  const above = lines.slice(Math.max(0, i - 4), i);
  const from = above.findLastIndex((l) => /\bcontact\b/iu.test(l.text) && l.text.length < 60);
  if (from < 0) return null;
  return (
    above
      .slice(from)
      .map((l) => nearestName(l.text))
      .findLast((name) => name !== null) ?? null
  );
}
