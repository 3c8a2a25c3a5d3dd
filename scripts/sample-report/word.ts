import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { chapterHeading, contents } from './blocks-html.ts';
import { runs } from './inline.ts';
import type { Block, Report } from './model.ts';
import { settleZip } from './settle-zip.ts';

const ink = '1F4E5F';
/** Width between the margins of an A4 page, in twentieths of a point. */
const textWidth = 9070;

const textRuns = (text: string) => runs(text).map((run) => new TextRun({ text: run.text, bold: run.bold }));

const level = (depth: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: depth,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 500 + 450 * depth, hanging: 450 } } },
});

const numbering = {
  config: [
    {
      reference: 'numbers',
      levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.LOWER_LETTER, '%2)')],
    },
    { reference: 'letters', levels: [level(0, LevelFormat.LOWER_LETTER, '%1)')] },
    { reference: 'bullets', levels: [level(0, LevelFormat.BULLET, '•')] },
  ],
};

function table(block: Extract<Block, { kind: 'table' }>): (Paragraph | Table)[] {
  const cell = (text: string, first: boolean, bold: boolean) =>
    new TableCell({
      margins: { top: 80, bottom: 80, left: 100, right: 100 },
      children: [
        new Paragraph({
          alignment: first ? AlignmentType.LEFT : AlignmentType.RIGHT,
          spacing: { after: 0 },
          children: [new TextRun({ text, bold })],
        }),
      ],
    });
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const line = { style: BorderStyle.SINGLE, size: 4, color: '9AA9B0' };
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: block.caption, bold: true })] }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [3670, 1800, 1800, 1800],
      borders: { left: none, right: none, insideVertical: none, top: line, bottom: line, insideHorizontal: line },
      rows: [block.head, ...block.rows].map(
        (row, index) =>
          new TableRow({
            tableHeader: index === 0,
            children: row.map((text, column) => cell(text, column === 0, index === 0)),
          }),
      ),
    }),
    new Paragraph({ spacing: { before: 80 }, children: [new TextRun({ text: block.note, size: 19 })] }),
  ];
}

/** Writes blocks as Word paragraphs. Each list gets its own instance, so that a second list starts again at 1. */
function blockWriter(): (block: Block) => (Paragraph | Table)[] {
  let instance = 0;
  const list = (reference: string, items: string[]) => {
    instance += 1;
    return items.map(
      (item) => new Paragraph({ numbering: { reference, level: 0, instance }, children: textRuns(item) }),
    );
  };
  return (block) => {
    switch (block.kind) {
      case 'paragraph':
        return [new Paragraph({ children: textRuns(block.text) })];
      case 'stray':
        return [new Paragraph({ text: block.text })];
      case 'subheading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })];
      case 'minor':
        return [new Paragraph({ heading: HeadingLevel.HEADING_3, text: block.text })];
      case 'bullets':
        return list('bullets', block.items);
      case 'numbered':
        return list('numbers', block.items);
      case 'letters':
        return list('letters', block.items);
      case 'quotations':
        return block.items.map(
          (item) =>
            new Paragraph({
              indent: { left: 450 },
              children: [new TextRun({ text: item, italics: true, color: ink })],
            }),
        );
      case 'table':
        return table(block);
      case 'recommendations': {
        instance += 1;
        const numbered = { reference: 'numbers', instance };
        return block.list.items.flatMap((item) => [
          new Paragraph({
            numbering: { ...numbered, level: 0 },
            children: [
              ...(item.heading ? [new TextRun({ text: item.heading, bold: true }), new TextRun(' ')] : []),
              ...textRuns(item.text),
            ],
          }),
          ...(item.parts ?? []).map(
            (part) => new Paragraph({ numbering: { ...numbered, level: 1 }, children: textRuns(part) }),
          ),
        ]);
      }
    }
  };
}

const line = (text: string, size: number, colour?: string, bold = false) =>
  new Paragraph({
    spacing: { after: 160 },
    children: [new TextRun({ text, size, bold, ...(colour ? { color: colour } : {}) })],
  });

const cover = (report: Report) => [
  new Paragraph({ spacing: { before: report.compact ? 0 : 3000 } }),
  line('Local government peer challenge', 26),
  line(report.council, 60, ink, true),
  line('Corporate Peer Challenge', 40, ink),
  line(report.fieldworkInWords, 28),
  line('Feedback report', 26),
  line(report.status, 26),
];

const contentsList = (report: Report, pages: Map<string, number>) => [
  new Paragraph({
    pageBreakBefore: !report.compact,
    children: [new TextRun({ text: 'Contents of this report', size: 40, bold: true, color: ink })],
  }),
  ...contents(report).map(
    (entry) =>
      new Paragraph({
        spacing: { after: 80 },
        indent: { left: entry.depth === 2 ? 450 : 0 },
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.DOT }],
        children: [new TextRun(`${entry.title}\t${pages.get(entry.heading) ?? ''}`)],
      }),
  ),
];

/** The report as a Word file, with the contents list's page numbers taken from the printed one. */
export async function writeWord(report: Report, pages: Map<string, number>): Promise<Buffer> {
  const write = blockWriter();
  const body = report.chapters.flatMap((chapter, index) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: !report.compact && index > 0,
      text: chapterHeading(chapter),
    }),
    ...chapter.blocks.flatMap(write),
  ]);
  const furniture = (children: TextRun[], alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Paragraph({
      ...(alignment ? { alignment } : {}),
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
      children,
    });
  const number = report.compact ? ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] : [PageNumber.CURRENT];
  const font = { font: 'Arial', size: 24 };
  const document = new Document({
    title: `${report.council}: Corporate Peer Challenge, feedback report`,
    creator: 'The peer team',
    lastModifiedBy: 'The peer team',
    numbering,
    styles: {
      default: {
        document: { run: font, paragraph: { spacing: { after: 190, line: 340 } } },
        heading1: {
          run: { ...font, size: 40, bold: true, color: ink },
          paragraph: { keepNext: true, spacing: { before: 240, after: 240 } },
        },
        heading2: {
          run: { ...font, size: 28, bold: true, color: ink },
          paragraph: { keepNext: true, spacing: { before: 360, after: 140 } },
        },
        heading3: { run: { ...font, bold: true }, paragraph: { keepNext: true, spacing: { before: 280, after: 120 } } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: !report.compact,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1590, bottom: 1470, left: 1418, right: 1418 } },
        },
        headers: {
          default: new Header({
            children: [
              furniture([
                new TextRun({ text: `${report.council}: Corporate Peer Challenge\tFeedback report`, size: 18 }),
              ]),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [furniture([new TextRun({ children: number, size: 18 })], AlignmentType.CENTER)],
          }),
        },
        children: [
          ...cover(report),
          ...contentsList(report, pages),
          new Paragraph({ children: [new PageBreak()] }),
          ...body,
        ],
      },
    ],
  });
  return settleZip(await Packer.toBuffer(document), report.madeOn);
}
