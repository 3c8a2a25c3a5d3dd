// The dates a version promises, as a calendar (RFC 5545): one all-day event for each action that is not finished.
import { isFinished } from '../rules/contents.ts';
import { addressOf, type DataInput, placesFor } from './data.ts';

// A bare carriage return ends a line for some calendars, so what follows it could pass for a property of its own.
const escaped = (text: string) => text.replace(/([\\;,])/g, '\\$1').replace(/\r\n|\r|\n/g, '\\n');
const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** A line folded at 75 octets, never inside a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const sign of line) {
    if (Buffer.byteLength(piece + sign) > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...pieces, piece].join('\r\n ');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

export function planCalendar(input: DataInput): string {
  const { publication, council } = input;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Goldthread//Published plan//EN', 'CALSCALE:GREGORIAN'];
  lines.push(`X-WR-CALNAME:${escaped(`${council.name}: dates promised`)}`);
  const seen = new Set<string>();
  for (const place of placesFor(input)) {
    for (const { action } of place.actions) {
      if (action.targetOn === null || isFinished(action.progress) || seen.has(action.actionId)) continue;
      seen.add(action.actionId);
      lines.push(
        'BEGIN:VEVENT',
        `UID:${action.actionId}`,
        `DTSTAMP:${stamp(publication.publishedAt)}`,
        `DTSTART;VALUE=DATE:${action.targetOn.replaceAll('-', '')}`,
        `DTEND;VALUE=DATE:${dayAfter(action.targetOn).replaceAll('-', '')}`,
        `SUMMARY:${escaped(`Due: ${action.title}`)}`,
        `DESCRIPTION:${escaped(`As published by ${council.name}. ${action.officer ?? 'No officer named'}.`)}`,
        `URL:${addressOf(input)}/${place.address}`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      );
    }
  }
  return `${[...lines, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
}
