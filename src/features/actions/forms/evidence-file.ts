// Which files can be evidence: documents, tables, slides and pictures, by the end of the name and by how the file begins.
// What can run on the reader's machine, or be shown as a page of ours, is none of these.

/** The largest file of evidence, in bytes. */
export const LARGEST_EVIDENCE = 20 * 1024 * 1024;
/** How many bytes of its beginning are looked at. */
export const HEAD_BYTES = 4096;

export interface OfferedFile {
  readonly name: string;
  readonly size: number;
  readonly tooLarge: boolean;
  /** Its first bytes, up to HEAD_BYTES. */
  readonly head: Uint8Array;
}

type Begins = (head: Uint8Array) => boolean;
const bytesAt =
  (at: number, ...bytes: number[]): Begins =>
  (head) =>
    bytes.every((byte, index) => head[at + index] === byte);
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const zip = bytesAt(0, 0x50, 0x4b, 0x03, 0x04);
/** The container of Office files before 2007. */
const compound = bytesAt(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
/** Readers of PDF allow a little before its mark. */
const pdf: Begins = (head) => new TextDecoder('latin1').decode(head.subarray(0, 1024)).includes('%PDF-');
const utf16: Begins = (head) => bytesAt(0, 0xff, 0xfe)(head) || bytesAt(0, 0xfe, 0xff)(head);
/** Text holds no zero byte, unless it is UTF-16 and says so. */
const text: Begins = (head) => utf16(head) || !head.includes(0);
const jpeg = bytesAt(0, 0xff, 0xd8, 0xff);
const webp: Begins = (head) => bytesAt(0, ...letters('RIFF'))(head) && bytesAt(8, ...letters('WEBP'))(head);

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';
/** By the end of the name: the media type that is kept, and how such a file begins. */
const KINDS: Readonly<Record<string, readonly [mediaType: string, begins: Begins]>> = {
  pdf: ['application/pdf', pdf],
  docx: [`${OFFICE}.wordprocessingml.document`, zip],
  xlsx: [`${OFFICE}.spreadsheetml.sheet`, zip],
  pptx: [`${OFFICE}.presentationml.presentation`, zip],
  doc: ['application/msword', compound],
  xls: ['application/vnd.ms-excel', compound],
  ppt: ['application/vnd.ms-powerpoint', compound],
  odt: [`${OPEN}.text`, zip],
  ods: [`${OPEN}.spreadsheet`, zip],
  odp: [`${OPEN}.presentation`, zip],
  rtf: ['application/rtf', bytesAt(0, ...letters('{\\rtf'))],
  csv: ['text/csv', text],
  txt: ['text/plain', text],
  png: ['image/png', bytesAt(0, 0x89, ...letters('PNG'))],
  jpg: ['image/jpeg', jpeg],
  jpeg: ['image/jpeg', jpeg],
  gif: ['image/gif', bytesAt(0, ...letters('GIF8'))],
  webp: ['image/webp', webp],
};
const endOf = (name: string) => /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
const kindOf = (name: string) => (Object.hasOwn(KINDS, endOf(name)) ? KINDS[endOf(name)] : undefined);

/** What the chooser of files offers. */
export const EVIDENCE_ENDS = Object.keys(KINDS)
  .map((end) => `.${end}`)
  .join(',');

/** The media type by which a file is kept: what a browser claims of it is never trusted. */
export const evidenceMediaType = (name: string): string => kindOf(name)?.[0] ?? 'application/octet-stream';

/** What is wrong with a file that was offered, or null. */
export function faultOfFile(file: OfferedFile): string | null {
  if (file.tooLarge || file.size > LARGEST_EVIDENCE) {
    return `This file is ${Math.round(file.size / 1_000_000)} MB. The limit is 20 MB`;
  }
  if (file.size === 0) return 'This file is empty';
  const kind = kindOf(file.name);
  if (!kind) return 'Choose a document, table or picture, such as a PDF, Word, Excel, CSV, PNG or JPEG file';
  return kind[1](file.head)
    ? null
    : `This is not a ${endOf(file.name).toUpperCase()} file, though its name says so. Save it again and choose it`;
}
