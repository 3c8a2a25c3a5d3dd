// Damage done to real files, so that the readers meet what no writer makes on purpose.
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { type Random, randomFrom } from './random.ts';

/** Texts that have broken readers of documents before: numbers, brackets and markup that go nowhere. */
const PIECES = [
  '<<<<<<<<',
  '>>',
  '&#x0;',
  '&#xD800;',
  '&amp',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<table><table><tr>',
  '</p></p></td>',
  '<script>alert(1)</script>',
  '<svg onload=x>',
  '<details><summary>',
  '\u202e',
  '\u200b\u200b',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\udfff',
  '\u2028',
  '\r',
  '\f',
  '\v',
  '\u00ad',
  '-\n',
  '9999999999999999999999',
  '-1',
  '1e999',
  '£££',
  '%%%%',
  '(((((((((((((((',
  '))))',
  '1.1.1.1.1.1.1.1.1.1.',
  'a) b) c) d)',
  '• • • •',
  '................................',
  '\t\t\t\t',
  ' 12/13/15/19 & 28 July 2021',
  '£1.2.3.4m',
  '“““““',
  '‘‘‘‘',
  '*'.repeat(64),
  '_'.repeat(64),
  ' '.repeat(500),
];

/** Changes some places of a text: cuts, repeats, swaps, odd pieces put in. */
export function mutateText(text: string, seed: number): string {
  const random = randomFrom(seed);
  let out = text;
  for (let n = 1 + random.below(12); n > 0; n--) out = changeOnce(out, random);
  return out;
}

function changeOnce(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = Math.floor(2 ** (random.next() * 11));
  const piece = text.slice(at, at + length);
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    case 2:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
    case 3: {
      const to = random.below(text.length + 1);
      return text.slice(0, to) + piece + text.slice(to);
    }
    case 4:
      return (
        text.slice(0, at) + piece.replaceAll(random.pick(['\n', ' ', '.', '>', '"']), '') + text.slice(at + length)
      );
    case 5:
      return (
        text.slice(0, at) +
        String.fromCodePoint(random.pick([0, 7, 0xa0, 0xfffd, 0x1f600, 0x202e, 0x661])) +
        text.slice(at + 1)
      );
    default:
      return text.slice(0, at) + random.pick(PIECES).repeat(1 + random.below(20)) + text.slice(at);
  }
}

/** Changes some bytes of a file, with a liking for what PDF is held together by. */
export function mutateBytes(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  let out = Buffer.from(bytes);
  for (let n = 1 + random.below(10); n > 0; n--) {
    const at = random.below(out.length);
    const length = 1 + Math.floor(2 ** (random.next() * 9));
    switch (random.below(5)) {
      case 0:
        out[at] = random.below(256);
        break;
      case 1:
        out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, at), out.subarray(at, at + length), out.subarray(at)]);
        break;
      case 3: {
        // One number for another, as long: a length, an offset, an object.
        const digit = out.subarray(at).findIndex((byte) => byte >= 48 && byte <= 57);
        if (digit >= 0) out[at + digit] = 48 + random.below(10);
        break;
      }
      default:
        out = out.subarray(0, Math.max(1, at));
    }
    if (out.length < 2) break;
  }
  return out;
}

/** A Word file whose parts are damaged as texts, in a zip that is whole: damage of the zip itself is caught at its door. */
export async function mutateWord(bytes: Uint8Array, seed: number): Promise<Uint8Array> {
  const random = randomFrom(seed);
  const source = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts: [string, Buffer][] = [];
  for await (const entry of source.eachEntry())
    parts.push([entry.fileName, await buffer(await source.openReadStreamPromise(entry))]);
  const damaged = new ZipFile();
  const chosen = random.pick(parts.filter(([name]) => /\.(?:xml|rels)$/u.test(name)))[0];
  for (const [name, content] of parts) {
    const hit = name === chosen || (name === 'word/document.xml' && random.next() < 0.7);
    if (name === chosen && random.next() < 0.05) continue;
    damaged.addBuffer(hit ? Buffer.from(mutateText(content.toString(), random.below(2 ** 31))) : content, name);
  }
  damaged.end();
  return buffer(damaged.outputStream);
}
