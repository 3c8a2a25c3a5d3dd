import { escapeHtml, inline } from './inline.ts';
import type { Block, Chapter, RecommendationList, Report } from './model.ts';

/** An address within the page for a heading. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const chapterHeading = (chapter: Chapter): string => `${chapter.number}. ${chapter.title}`;

/** What the contents list shows, in order. `heading` is the heading as printed in the body. */
export function contents(report: Report): { title: string; heading: string; depth: 1 | 2 }[] {
  return report.chapters.flatMap((chapter) => [
    {
      title: `${chapter.number}. ${chapter.titleInContents ?? chapter.title}`,
      heading: chapterHeading(chapter),
      depth: 1 as const,
    },
    ...chapter.blocks.flatMap((block) =>
      block.kind === 'subheading' && block.contents
        ? [{ title: block.text, heading: block.text, depth: 2 as const }]
        : [],
    ),
  ]);
}

const items = (list: string[], attributes = ''): string =>
  list.map((item) => `<li${attributes}>${inline(item)}</li>`).join('\n');

function recommendations(list: RecommendationList): string {
  const rows = list.items.map((item) => {
    const heading = item.heading ? `<strong>${escapeHtml(item.heading)}</strong> ` : '';
    const parts = item.parts ? `\n<ol class="letters" type="a">\n${items(item.parts)}\n</ol>\n` : '';
    return `<li>${heading}${inline(item.text)}${parts}</li>`;
  });
  return `<ol class="recommendations">\n${rows.join('\n')}\n</ol>`;
}

function table(block: Extract<Block, { kind: 'table' }>): string {
  const head = block.head.map((cell) => (cell ? `<th scope="col">${escapeHtml(cell)}</th>` : '<td></td>')).join('');
  const rows = block.rows.map(
    ([name, ...cells]) =>
      `<tr><th scope="row">${escapeHtml(name ?? '')}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<table><caption>${escapeHtml(block.caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table>\n<p class="note">${escapeHtml(block.note)}</p>`;
}

/** One block as HTML. */
function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`;
    case 'subheading':
      return `<h3 id="${anchor(block.text)}">${escapeHtml(block.text)}</h3>`;
    case 'minor':
      return `<h4>${escapeHtml(block.text)}</h4>`;
    case 'bullets':
      return `<ul>\n${items(block.items)}\n</ul>`;
    case 'numbered':
      return `<ol>\n${items(block.items)}\n</ol>`;
    case 'letters':
      return `<ol class="letters" type="a">\n${items(block.items)}\n</ol>`;
    case 'quotations':
      return block.items.map((item) => `<p class="quotation">${inline(item)}</p>`).join('\n');
    case 'table':
      return table(block);
    case 'recommendations':
      return recommendations(block.list);
    case 'stray':
      return `<p>${escapeHtml(block.text)}</p>`;
  }
}

/** The chapters as HTML, headings from h2 down. */
export const chaptersHtml = (report: Report): string =>
  report.chapters
    .map(
      (chapter) =>
        `<h2 id="${anchor(chapterHeading(chapter))}">${escapeHtml(chapterHeading(chapter))}</h2>\n${chapter.blocks.map(blockHtml).join('\n')}`,
    )
    .join('\n');
