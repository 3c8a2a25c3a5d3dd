// A mail is written once, as paragraphs and at most a few links, and sent as plain text and as simple HTML.

export type MailPart =
  | string
  /** A link on a line of its own, written out in full so that it works where HTML is not shown. */
  | { readonly text: string; readonly href: string };

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** The council on whose behalf it is sent, or null when it is about the person's account alone. */
  readonly council: string | null;
  readonly parts: readonly MailPart[];
}

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => MARKUP[letter]!);
/** Text from people must not add a header line or an end of paragraph that is not ours. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The mail in both forms. The last line says which council it comes from, or that it is about the account. */
export function composeMail(mail: Mail): ComposedMail {
  const from = mail.council
    ? `This mail comes from ${oneLine(mail.council)}, by Goldthread.`
    : 'This mail is about your Goldthread account.';
  const parts: readonly MailPart[] = [...mail.parts, from];
  const text = parts
    .map((part) => (typeof part === 'string' ? oneLine(part) : `${oneLine(part.text)}:\n${part.href}`))
    .join('\n\n');
  const body = parts
    .map((part) =>
      typeof part === 'string'
        ? `<p>${escaped(oneLine(part))}</p>`
        : `<p><a href="${escaped(part.href)}">${escaped(oneLine(part.text))}</a><br>${escaped(part.href)}</p>`,
    )
    .join('\n');
  const subject = oneLine(mail.subject);
  const html = `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #0b0c0c; max-width: 34em">
${body}
</body>
</html>
`;
  return { subject, text: `${text}\n`, html };
}
