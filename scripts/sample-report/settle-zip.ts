import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** Packs a zip again with one fixed time for every part and in the core properties, so that rebuilds are equal. */
export async function settleZip(zip: Buffer, madeOn: string): Promise<Buffer> {
  const settled = new ZipFile();
  const time = madeOn.replace(/\.\d+Z$/, 'Z');
  const source = await fromBufferPromise(zip, { lazyEntries: true });
  for await (const entry of source.eachEntry()) {
    let content: Buffer = await buffer(await source.openReadStreamPromise(entry));
    if (entry.fileName === 'docProps/core.xml') {
      content = Buffer.from(content.toString('utf8').replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${time}`));
    }
    settled.addBuffer(content, entry.fileName, { mtime: new Date(madeOn), forceDosTimestamp: true });
  }
  settled.end();
  return buffer(settled.outputStream);
}
