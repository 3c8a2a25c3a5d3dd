// What a council published, replaced, took out and withdrew, as an Atom feed (RFC 4287). Newest first.
import { createHash } from 'node:crypto';
import { date } from '../../../platform/web/dates-and-money.ts';
import type { Version } from '../queries/published.ts';
import type { Removal } from '../rules/contents.ts';

export interface FeedInput {
  readonly council: { readonly id: string; readonly code: string; readonly name: string };
  readonly origin: string;
  readonly versions: readonly Version[];
  readonly removals: readonly (Removal & { readonly publicationId: string; readonly id: string })[];
}

interface Entry {
  readonly key: string;
  readonly title: string;
  readonly at: Date;
  readonly href: string;
  readonly says: string;
}

const NEWEST = 100;

/** Text inside an element or attribute. Signs that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** An identifier that is the same for the same event for ever, whatever the address of the installation becomes. */
function urnOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const WHAT: Record<Removal['kind'], string> = {
  recommendation: 'It',
  action: 'An action under it',
  evidence: 'Evidence under it',
};

function entriesOf(input: FeedInput): Entry[] {
  const base = `${input.origin}/public/${input.council.code}`;
  const hrefOf = (version: Version) => `${base}/${version.slug}/${version.number}`;
  const entries: Entry[] = [];
  for (const version of input.versions) {
    const href = hrefOf(version);
    const name = `${version.title}, version ${version.number}`;
    const add = (what: string, at: Date, says: string) =>
      entries.push({ key: `${version.id} ${what}`, title: `${what}: ${name}`, at, href, says });
    add('Published', version.publishedAt, version.summary || `Published on ${date(version.publishedAt)}.`);
    if (version.replacedAt)
      add('Replaced', version.replacedAt, `Replaced by version ${version.number + 1}. This address stays.`);
    if (version.withdrawnAt) add('Withdrawn', version.withdrawnAt, `Reason: ${version.withdrawalReason ?? ''}`);
  }
  for (const removal of input.removals) {
    const version = input.versions.find((one) => one.id === removal.publicationId);
    if (!version || version.withdrawnAt !== null) continue;
    entries.push({
      key: `${removal.id} taken out`,
      title: `Taken out: ${removal.groupName}, number ${removal.number}, version ${version.number}`,
      at: removal.redactedAt,
      href: hrefOf(version),
      says: `${WHAT[removal.kind]} was taken out of “${version.title}”. Reason: ${removal.reason}`,
    });
  }
  return entries.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, NEWEST);
}

export function councilFeed(input: FeedInput): string {
  const base = `${input.origin}/public/${input.council.code}`;
  const entries = entriesOf(input);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  <id>${urnOf(`feed of ${input.council.id}`)}</id>`,
    `  <title>${xmlText(input.council.name)}: what was asked and what was done</title>`,
    `  <updated>${(entries[0]?.at ?? new Date(0)).toISOString()}</updated>`,
    `  <author><name>${xmlText(input.council.name)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(`${base}/feed.atom`)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(base)}"/>`,
  ];
  for (const entry of entries) {
    lines.push(
      '  <entry>',
      `    <id>${urnOf(entry.key)}</id>`,
      `    <title>${xmlText(entry.title)}</title>`,
      `    <updated>${entry.at.toISOString()}</updated>`,
      `    <link rel="alternate" type="text/html" href="${xmlText(entry.href)}"/>`,
      `    <summary>${xmlText(entry.says)}</summary>`,
      '  </entry>',
    );
  }
  return `${lines.join('\n')}\n</feed>\n`;
}
