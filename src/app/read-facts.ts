import type { ReportRecord } from '../engines/reading/index.ts';

/** The facts of a report in a few lines for people: what was not found is not mentioned. */
export function factLines(record: ReportRecord): string[] {
  const lines: string[] = [];
  const say = (name: string, value: string | null) => {
    if (value) lines.push(`${name}: ${value}`);
  };
  say('Serves its area now', (record.council.successors ?? []).map((one) => one.name).join(', '));
  say('Committee', record.committee);
  say('Meeting', record.meetingDate && inWords(record.meetingDate));
  say('Agenda item', record.agendaItem);
  say('Fieldwork', [...new Set(record.places.fieldwork.map((place) => record.text.slice(...place.span)))].join(', '));
  say(
    'Team',
    record.team
      .map((peer) => [peer.name, peer.role, peer.organisation, peer.party].filter(Boolean).join(', '))
      .join('; '),
  );
  say('Themes', record.themes.map((theme) => theme.name).join('; '));
  say('The council asked for', record.localFocus.map((focus) => shortened(focus.text)).join(' | '));
  say('Effort', effort(record));
  say('To be published', record.publishWithinWeeks === null ? null : `within ${record.publishWithinWeeks} weeks`);
  say('Follow-up', record.reviewDue && inWords(record.reviewDue));
  say('Promised dates', record.deadlines.map((deadline) => inWords(deadline.date)).join(', '));
  say(
    'Earlier challenges',
    [...new Set(record.earlierChallenges.flatMap((one) => one.date ?? []))].map(inWords).join(', '),
  );
  say('Contacts', record.contacts.map((one) => [one.name, one.email, one.phone].filter(Boolean).join(', ')).join('; '));
  return lines;
}

function effort({ activity }: ReportRecord): string {
  return (['people', 'meetings', 'hours'] as const)
    .flatMap((what) => {
      const found = activity[what];
      return found ? [[found.qualifier, found.value.toLocaleString('en-GB'), what].filter(Boolean).join(' ')] : [];
    })
    .join(', ');
}

/** The first words of a long text. */
function shortened(text: string, most = 90): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}

/** "2022-01-31" as "31 January 2022", "2022-01" as "January 2022", "2022" as it is. */
function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (month === undefined) return date;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year!, month - 1, 1),
  );
  return [day, name, year].filter(Boolean).join(' ');
}
