// Demonstration mode only: mails that would have been sent.
import { keptMail, keptMails } from '../../../platform/mail/mailer.ts';
import { nothingHere } from '../../../platform/web/errors.ts';
import { type OpenContext, type Pages, page } from '../../../platform/web/pages.ts';
import { keptMailsView, keptMailView } from '../views/people.ts';
import type { AccountSettings } from './settings.ts';
import { keptMailPage, keptMailsPage } from './templates.ts';

export function addKeptMailPages(pages: Pages, settings: AccountSettings): void {
  const folderFor = (context: OpenContext) =>
    context.demonstration && settings.keptMailFolder !== null ? settings.keptMailFolder : nothingHere();
  pages.open('GET', '/demonstration/mail', async (context) => {
    const mails = await keptMails(folderFor(context));
    return page(keptMailsPage, keptMailsView(mails), { title: 'Mails that would have been sent' });
  });
  pages.open('GET', '/demonstration/mail/:mail', async (context) => {
    const mail = (await keptMail(folderFor(context), context.params.mail ?? '')) ?? nothingHere();
    const breadcrumbs = [{ text: 'Mails', href: '/demonstration/mail' }];
    return page(keptMailPage, keptMailView(mail), { title: mail.subject, breadcrumbs });
  });
}
