import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocx } from '../../src/platform/readers/docx.ts';
import { inList, level, makeDocx, makeZip, type Parts, p } from './make-docx.ts';

const read = async (parts: Parts) => readDocx(await makeDocx(parts));
const labels = async (parts: Parts) => (await read(parts)).map((b) => b.label);

const numbers =
  `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'lowerRoman', '%1.%3')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>';

test('list labels are counted as Word prints them, sub-points starting again under each number', async () => {
  const body = [
    p('Publish the plan', inList(1)),
    p('to residents', inList(1, 1)),
    p('to staff', inList(1, 1)),
    p('by post', inList(1, 2)),
    p('Name the owners', inList(1)),
    p('in each service', inList(1, 1)),
  ].join('');
  assert.deepEqual(await labels({ body, numbering: numbers }), ['1.', 'a)', 'b)', '1.i', '2.', 'a)']);
});

test('a second list over the same definition counts on, and one that says where it starts begins there', async () => {
  const body = [
    p('One', inList(1)),
    p('Text between'),
    p('Two', inList(2)),
    p('Seven', inList(3)),
    p('Eight', inList(3)),
  ];
  assert.deepEqual(await labels({ body: body.join(''), numbering: numbers }), ['1.', undefined, '2.', '7.', '8.']);
});

test('bullets of symbol fonts become bullets, and lists set further in are nested', async () => {
  const body = p('Outer', inList(1)) + p('Inner', `${inList(4)}<w:ind w:left="1080"/>`) + p('Outer again', inList(1));
  const blocks = await read({ body, numbering: numbers });
  assert.deepEqual(
    blocks.map((b) => [b.label, b.depth]),
    [
      ['1.', 0],
      ['•', 1],
      ['2.', 0],
    ],
  );
});

test('headings, bold and size come from styles as well as from the letters', async () => {
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="N"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Council heading"/><w:basedOn w:val="H"/></w:style>';
  const blocks = await read({ styles, body: p('Money', '<w:pStyle w:val="C"/>') + p('It is tight', '', '<w:b/>') });
  assert.deepEqual(blocks, [
    { kind: 'heading', text: 'Money', level: 2, size: 16, bold: [[0, 5]] },
    { kind: 'paragraph', text: 'It is tight', size: 11, bold: [[0, 11]] },
  ]);
});

test('deleted and hidden text and field codes are not read; inserted text, links and field results are', async () => {
  const body =
    '<w:p><w:r><w:t xml:space="preserve">Publish </w:t></w:r><w:del><w:r><w:delText>some of </w:delText></w:r></w:del>' +
    '<w:ins><w:r><w:t xml:space="preserve">all </w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>' +
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF plan</w:instrText></w:r><w:r><w:t>code</w:t></w:r>' +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink><w:r><w:t>reserves</w:t></w:r></w:hyperlink>' +
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
  assert.deepEqual(await read({ body }), [{ kind: 'paragraph', text: 'Publish all reserves' }]);
});

test('a text box drawn in two ways is read once, after the paragraph that holds it', async () => {
  const box = `<w:txbxContent>${p('In the box')}</w:txbxContent>`;
  const body = `<w:p><w:r><w:t>Beside</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  assert.deepEqual(
    (await read({ body })).map((b) => b.text),
    ['Beside', 'In the box'],
  );
});

test('cells keep their row and column, counted numbers included; a table of one column is text in a box', async () => {
  const cell = (content: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${content}</w:tc>`;
  const table =
    `<w:tbl><w:tr>${cell(p('Recommendation'), '<w:gridSpan w:val="2"/>')}${cell(p('By'))}</w:tr>` +
    `<w:tr>${cell(`<w:p><w:pPr>${inList(1)}</w:pPr></w:p>`)}${cell(p('Publish it'))}${cell(p('May'))}</w:tr></w:tbl>`;
  const boxed = `<w:tbl><w:tr>${cell(p('Name an owner', inList(1)))}</w:tr></w:tbl>`;
  const blocks = await read({ body: table + boxed, numbering: numbers });
  assert.deepEqual(
    blocks.map((b) => (b.cell ? [b.text, b.cell.row, b.cell.column] : [b.text, b.kind, b.label])),
    [
      ['Recommendation', 0, 0],
      ['By', 0, 2],
      ['1.', 1, 0],
      ['Publish it', 1, 1],
      ['May', 1, 2],
      ['Name an owner', 'list-item', '2.'],
    ],
  );
});

const refusal = (code: string) => (error: unknown) => (error as { refusal?: { code: string } }).refusal?.code === code;

test('damaged and hostile files are refused, each for its own reason', async () => {
  const whole = await makeDocx({ body: p('Hello') });
  await assert.rejects(readDocx(whole.subarray(0, whole.length / 2)), refusal('damaged-word'));
  await assert.rejects(
    makeZip({ 'word/document.xml': '<w:document><w:body>' }).then(readDocx),
    refusal('damaged-word'),
  );
  const bomb = makeZip({ 'word/document.xml': Buffer.alloc(60 * 1024 * 1024, ' ') });
  await assert.rejects(bomb.then(readDocx), refusal('zip-bomb'));
  const deep = '<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000);
  await assert.rejects(read({ body: deep }), refusal('too-deep'));
  const entities = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>';
  await assert.rejects(makeZip({ 'word/document.xml': entities }).then(readDocx), refusal('damaged-word'));
});
