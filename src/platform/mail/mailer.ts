import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock } from '../clock.ts';
import { composeMail, type Mail } from './compose.ts';

/** Where mails go: a mail server, a folder (demonstration), or nowhere because none is set up. */
export type MailSettings =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'none' };

export interface Mailer {
  /** False when no mail can be sent at all; pages then say what to do instead. */
  readonly sends: boolean;
  /** Hands the mail over. @throws when the mail server does not take it. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** A mail kept in a folder instead of being sent. */
export interface KeptMail extends Mail {
  readonly id: string;
  readonly at: string;
  readonly text: string;
}

export function makeMailer(settings: MailSettings, clock: Clock): Mailer {
  if (settings.kind === 'smtp') return smtpMailer(settings.url, settings.from);
  if (settings.kind === 'folder') return folderMailer(settings.folder, clock);
  return {
    sends: false,
    async send() {
      throw new Error('No mail server is set up: set SMTP_URL and MAIL_FROM.');
    },
    close() {},
  };
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  return {
    sends: true,
    async send(mail) {
      const { subject, text, html } = composeMail(mail);
      // An address object, so that nothing in an address is read as a second one.
      await transport.sendMail({
        from,
        to: { name: '', address: mail.to },
        subject,
        text,
        html,
        // Tells other programs not to answer with "out of office".
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}

function folderMailer(folder: string, clock: Clock): Mailer {
  return {
    sends: true,
    async send(mail) {
      await mkdir(folder, { recursive: true });
      const at = clock.now().toISOString();
      const id = `${at.replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
      const kept: KeptMail = { ...mail, id, at, text: composeMail(mail).text };
      // Written beside and then moved, so that a page never reads half a mail.
      const path = join(folder, `${id}.json`);
      await writeFile(`${path}.part`, JSON.stringify(kept, null, 2), { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    close() {},
  };
}

const KEPT_NAME = /^[\dTZ-]+-[\da-f]{8}$/;

/** The newest mails of a folder, at most `most`. */
export async function keptMails(folder: string, most = 100): Promise<KeptMail[]> {
  const names = await readdir(folder).catch(() => []);
  const ids = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((id) => KEPT_NAME.test(id));
  const newest = ids.sort().reverse().slice(0, most);
  return (await Promise.all(newest.map((id) => keptMail(folder, id)))).filter((mail) => mail !== null);
}

/** One mail of a folder, or null when there is none of that name. */
export async function keptMail(folder: string, id: string): Promise<KeptMail | null> {
  if (!KEPT_NAME.test(id)) return null;
  try {
    return JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')) as KeptMail;
  } catch {
    return null;
  }
}
