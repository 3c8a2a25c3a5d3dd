import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { MovingClock } from '../clock.ts';
import { composeMail, type Mail } from './compose.ts';
import { keptMail, keptMails, makeMailer } from './mailer.ts';

const mail: Mail = {
  to: 'lena@example.test',
  subject: 'Northmere City Council invites you\r\nBcc: everyone@example.test',
  council: 'Northmere City Council',
  parts: ['Lena <b>Fox</b>,', { text: 'Accept', href: 'http://127.0.0.1:4000/invitation/a?b=1&c=2' }],
};
const clock = new MovingClock(new Date('2026-11-23T09:00:00Z'));

async function mailServer() {
  const received: { from: string; to: string[]; user: string | undefined; raw: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('refused') ? new Error('no such box') : null),
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        received.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          user: session.user,
          raw: Buffer.concat(pieces).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { received, port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

test('a mail server takes a mail in plain text and HTML, for one person alone', async () => {
  const server = await mailServer();
  const from = 'Goldthread <goldthread@northmere.test>';
  const mailer = makeMailer({ kind: 'smtp', url: `smtp://gold:right@127.0.0.1:${server.port}`, from }, clock);
  try {
    await mailer.send(mail);
    const [got] = server.received;
    assert.deepEqual(got?.to, ['lena@example.test']);
    assert.equal(got?.from, 'goldthread@northmere.test');
    assert.equal(got?.user, 'gold');
    assert.doesNotMatch(got?.raw ?? '', /^Bcc:/m);
    assert.match(got?.raw ?? '', /Content-Type: text\/plain/);
    assert.match(got?.raw ?? '', /Content-Type: text\/html/);
    assert.match(got?.raw ?? '', /^Auto-Submitted: auto-generated\r$/m);
    await assert.rejects(mailer.send({ ...mail, to: 'refused@example.test' }));
    await mailer.send({ ...mail, to: 'lena@example.test,everyone@example.test' }).catch(() => {});
    assert.ok(
      server.received.every(({ to }) => to.length === 1),
      'one address is never two',
    );
  } finally {
    mailer.close();
    await server.close();
  }
});

test('text from people stays text, and the council is named', () => {
  const { subject, text, html } = composeMail(mail);
  assert.doesNotMatch(subject, /[\r\n]/);
  assert.match(text, /Accept:\nhttp:\/\/127\.0\.0\.1:4000\/invitation\/a\?b=1&c=2/);
  assert.match(text, /This mail comes from Northmere City Council/);
  assert.match(html, /Lena &lt;b&gt;Fox&lt;\/b&gt;/);
  assert.match(html, /href="http:\/\/127\.0\.0\.1:4000\/invitation\/a\?b=1&amp;c=2"/);
});

test('a folder keeps mails to be looked at, the newest first, and gives no other file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-mail-'));
  try {
    assert.deepEqual(await keptMails(join(folder, 'none yet')), []);
    const mailer = makeMailer({ kind: 'folder', folder }, clock);
    await mailer.send({ ...mail, subject: 'First' });
    clock.moveTo(new Date('2026-11-23T09:05:00Z'));
    await mailer.send({ ...mail, subject: 'Second' });
    const kept = await keptMails(folder);
    assert.deepEqual(
      kept.map(({ subject }) => subject),
      ['Second', 'First'],
    );
    assert.match((await keptMail(folder, kept[0]!.id))?.text ?? '', /invitation/);
    assert.equal(await keptMail(folder, '../mailer'), null);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('without a mail server nothing pretends to be sent', async () => {
  const mailer = makeMailer({ kind: 'none' }, clock);
  assert.equal(mailer.sends, false);
  await assert.rejects(mailer.send(mail), /SMTP_URL/);
});
