import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readReport } from '../../src/engines/reading/index.ts';
import { readBlocks } from '../../src/platform/readers/read-blocks.ts';

const corpus = process.env.GOLDTHREAD_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus');
const skip = existsSync(corpus) ? false : 'the real reports are not on this machine';

type Answer = {
  kind: string;
  council: string;
  gss: string;
  fieldwork: string[];
  team?: { name: string; role: string; organisation: string | null; party: string | null; group: string | null }[];
  themes?: string[];
  localFocus?: string[];
  activity?: Record<'people' | 'meetings' | 'hours', number | null>;
  contacts?: string[];
} & { [field in 'publishWithinWeeks' | 'reviewDue' | 'meetingDate' | 'committee' | 'agendaItem']?: string | number };

for (const report of ['peterborough-2021', 'stoke-on-trent-2016', 'shared-services-2019'])
  for (const format of ['txt', 'pdf', 'docx', 'html'])
    test(`the facts of ${report} are read from ${format}`, { skip }, async () => {
      const answer = JSON.parse(readFileSync(join(corpus, `${report}.gold.json`), 'utf8')) as Answer;
      const path = join(corpus, `${report}.${format}`);
      const record = readReport((await readBlocks(path, { name: path })).blocks);
      assert.equal(record.kind, answer.kind);
      assert.deepEqual(record.council, { name: answer.council, gss: answer.gss });
      assert.deepEqual(record.fieldwork, answer.fieldwork);
      assert.deepEqual(
        record.team.map(({ name, role, organisation, party, group }) => ({ name, role, organisation, party, group })),
        answer.team ?? [],
      );
      assert.deepEqual(
        record.themes.map((theme) => theme.name),
        answer.themes ?? [],
      );
      assert.equal(record.localFocus.length, answer.localFocus?.length ?? 0);
      for (const part of ['people', 'meetings', 'hours'] as const)
        assert.equal(record.activity[part]?.value ?? null, answer.activity?.[part] ?? null, part);
      for (const email of answer.contacts ?? []) assert.ok(record.contacts.some((contact) => contact.email === email));
      for (const field of ['publishWithinWeeks', 'reviewDue', 'meetingDate', 'committee', 'agendaItem'] as const) {
        assert.equal(record[field], answer[field] ?? null, field);
        assert.equal(record.places[field] === null, record[field] === null, field);
      }
    });
