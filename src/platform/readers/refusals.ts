/**
 * Every reason for which a file is refused: a code for programs and a sentence for people. This list is closed; a
 * reader that meets anything else has a bug.
 */
export const refusalMessages = {
  empty: 'This file is empty',
  'too-large': 'This file is too large. The limit is 50 MB',
  scan: 'This PDF is a scan: pictures of pages, no text. Ask for the Word file, or run text recognition first',
  password: 'This PDF needs a password. Save a copy without one',
  'word-password': 'This Word file needs a password. Save a copy without one',
  'damaged-pdf': 'This PDF is damaged. Save it again and upload the copy',
  'damaged-word': 'This Word file is damaged. Save it again and upload the copy',
  'old-word': 'This is a Word file of the old kind. Save it as .docx and upload the copy',
  spreadsheet: 'This is a spreadsheet. Upload the report itself',
  'not-a-report': 'This is not a PDF, Word file, web page or text. Upload the report itself',
  'zip-bomb': 'This file unpacks to far more than a report. It was not opened',
  'too-deep': 'This file is nested far deeper than a report. It was not read',
  'too-long': 'This file is far longer than a report. It was not read',
  'no-text': 'We found no text in this file',
  'too-slow': 'Reading took too long. Nothing was changed',
  'too-much-memory': 'Reading took too long. Nothing was changed',
  unreadable: 'This file could not be read. Nothing was changed',
} as const;

export type RefusalCode = keyof typeof refusalMessages;

/** A refusal as it travels: plain data. */
export type Refusal = { readonly code: RefusalCode; readonly message: string };

/** Thrown by a reader that will not read a file. `message` says why, to a person. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, message: string = refusalMessages[code]) {
    super(message);
    this.name = 'Refused';
    this.refusal = { code, message };
  }
}

/** The largest file that is read, in bytes: 50 MB as a file manager counts them. */
export const maxFileBytes = 50 * 1024 * 1024;

/** "This file is 300 MB. The limit is 50 MB" */
export function tooLarge(bytes: number): Refused {
  const size = Math.ceil(bytes / 1024 / 1024);
  return new Refused('too-large', `This file is ${size} MB. The limit is 50 MB`);
}

/** A file whose name says one thing and whose content is a spreadsheet: "This is a spreadsheet named .pdf." */
export function spreadsheetNamed(extension: string): Refused {
  if (extension === '' || /^\.(?:xlsx?|ods|csv)$/u.test(extension)) return new Refused('spreadsheet');
  return new Refused('spreadsheet', `This is a spreadsheet named ${extension}. Upload the report itself`);
}
