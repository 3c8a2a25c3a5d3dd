import type { Dice } from '../dice.ts';
import { type Item, type Piece, plain, type SyntheticReport } from '../pieces.ts';
import { type Counting, counting, escapeMarkup, runs } from './inline.ts';

export type HtmlStyle = {
  /** One long page; several pages of a site saved one after another; chapters behind buttons; chapters behind `<details>`. */
  readonly shape: 'one-page' | 'several-pages' | 'accordion' | 'details';
  /** Cookie banner, menus, "was this useful" and footer around the text. */
  readonly site: boolean;
  /** Lists as lists, or typed labels in paragraphs. */
  readonly lists: 'real' | 'typed';
  /** Headings as headings, or bold paragraphs as a word processor's paste leaves them. */
  readonly headings: 'real' | 'bold';
};

export function chooseHtmlStyle(dice: Dice): HtmlStyle {
  return {
    shape: dice.weigh({ 'one-page': 5, 'several-pages': 2, accordion: 1, details: 1 }),
    site: dice.chance(0.6),
    lists: dice.chance(0.85) ? 'real' : 'typed',
    headings: dice.chance(0.9) ? 'real' : 'bold',
  };
}

const inline = (text: string): string =>
  runs(text)
    .map((run) => (run.bold ? `<strong>${escapeMarkup(run.text)}</strong>` : escapeMarkup(run.text)))
    .join('');

/** The report as a council or the association publishes it on the web. */
export function writeHtml(report: SyntheticReport, style: HtmlStyle): string {
  const chapters = split(report.pieces);
  const name = plain(report.pieces.find((piece) => piece.kind === 'title')?.text ?? 'Report');
  const front = body(chapters[0]!, style);
  const rest = chapters.slice(1);
  switch (style.shape) {
    case 'one-page':
      return page(name, report, style, [front, ...rest.map((chapter) => body(chapter, style))].join('\n'));
    case 'several-pages':
      return [front, ...rest.map((chapter) => body(chapter, style))]
        .map((text, i, all) =>
          page(
            name,
            report,
            style,
            `${i > 0 ? `<h1>${escapeMarkup(name)}</h1>\n` : ''}${text}\n${turn(i, all.length)}`,
          ),
        )
        .join('\n');
    case 'accordion':
      return page(name, report, style, [front, ...rest.map((chapter, i) => panel(chapter, i, style))].join('\n'));
    case 'details':
      return page(name, report, style, [front, ...rest.map((chapter) => details(chapter, style))].join('\n'));
  }
}

function split(pieces: readonly Piece[]): Piece[][] {
  const chapters: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'chapter') chapters.push([]);
    else chapters.at(-1)!.push(piece);
  }
  return chapters;
}

const turn = (i: number, count: number): string =>
  `<nav aria-label="Pages"><ul>${i > 0 ? '<li><a href="?page=back">Previous page</a></li>' : ''}${i < count - 1 ? '<li><a href="?page=on">Next page</a></li>' : ''}</ul></nav>`;

const titleOf = (chapter: readonly Piece[]): string => {
  const first = chapter[0];
  return first?.kind === 'heading' ? first.text : 'More';
};

function panel(chapter: readonly Piece[], i: number, style: HtmlStyle): string {
  return `<div class="accordion-item"><h2><button type="button" aria-expanded="false" aria-controls="panel-${i}">${escapeMarkup(titleOf(chapter))}</button></h2>
<div id="panel-${i}" class="panel" hidden>
${body(chapter.slice(1), style)}
</div></div>`;
}

const details = (chapter: readonly Piece[], style: HtmlStyle): string =>
  `<details><summary><h2>${escapeMarkup(titleOf(chapter))}</h2></summary>\n${body(chapter.slice(1), style)}\n</details>`;

function body(pieces: readonly Piece[], style: HtmlStyle): string {
  const out: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.kind === 'item') {
      const list: Item[] = [];
      for (let next = pieces[i]; next?.kind === 'item' && next.list === piece.list; next = pieces[i + list.length])
        list.push(next);
      i += list.length - 1;
      out.push(listHtml(list, style));
    } else out.push(pieceHtml(piece, style));
  }
  return out.join('\n');
}

function pieceHtml(piece: Exclude<Piece, Item>, style: HtmlStyle): string {
  switch (piece.kind) {
    case 'title':
      return piece.size === 'large'
        ? `<h1>${inline(piece.text)}</h1>`
        : `<p class="${piece.size}">${inline(piece.text)}</p>`;
    case 'heading':
      return style.headings === 'bold' && piece.level > 1
        ? `<p><strong>${escapeMarkup(piece.text)}</strong></p>`
        : `<h${piece.level + 1}>${escapeMarkup(piece.text)}</h${piece.level + 1}>`;
    case 'paragraph':
      return `<p>${inline(piece.text)}</p>`;
    case 'table': {
      const [head, ...rows] = piece.head ? piece.rows : [[], ...piece.rows];
      const th = piece.head
        ? `<thead><tr>${head!.map((cell) => `<th>${escapeMarkup(cell)}</th>`).join('')}</tr></thead>`
        : '';
      return `<table>${th}<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`;
    }
    case 'contents':
      return `<ul class="contents">${piece.entries.map(({ text }, i) => `<li><a href="#part-${i}">${escapeMarkup(text)}</a></li>`).join('\n')}</ul>`;
    case 'chapter':
      return '';
  }
}

/** One list, its sub-points nested; or, where no browser could count it, paragraphs that begin with their labels. */
function listHtml(list: readonly Item[], style: HtmlStyle): string {
  const how = counting(list[0]!.label);
  if (how === null || how.before !== '' || style.lists === 'typed') {
    return list.map((item) => `<p>${escapeMarkup(item.label)} ${inline(item.text)}</p>`).join('\n');
  }
  const rows: string[] = [];
  for (let i = 0; i < list.length; i++) {
    const parts: Item[] = [];
    while (list[i + 1 + parts.length]?.depth === 1) parts.push(list[i + 1 + parts.length]!);
    const first = parts[0];
    const within = first
      ? `\n${openList(counting(first.label))}${parts.map((part) => `<li>${inline(part.text)}</li>`).join('\n')}${closeList(counting(first.label))}`
      : '';
    rows.push(`<li>${inline(list[i]!.text)}${within}</li>`);
    i += parts.length;
  }
  const start = Number.parseInt(list[0]!.label, 10);
  return `${openList(how, start > 1 ? start : undefined)}\n${rows.join('\n')}\n${closeList(how)}`;
}

const openList = (how: Counting | null, start?: number): string =>
  how === null || how.type === 'bullet'
    ? '<ul>'
    : `<ol${how.type === '1' ? '' : ` type="${how.type}"`}${start ? ` start="${start}"` : ''}>`;
const closeList = (how: Counting | null): string => (how === null || how.type === 'bullet' ? '</ul>' : '</ol>');

function page(name: string, report: SyntheticReport, style: HtmlStyle, main: string): string {
  const before = style.site
    ? `<div id="cookie-banner" role="dialog" aria-label="Cookies"><h2>Cookies</h2><p>We use cookies to count visits. You should read our policy before you choose.</p><button>Accept all</button> <button>Reject</button></div>
<header><a href="/">The council's web site</a><form role="search"><label for="q">Search</label><input id="q"></form>
<nav><ul><li><a href="/bins">Bins and recycling</a></li><li><a href="/tax">Council tax</a></li><li><a href="/planning">Planning</a></li><li><a href="/council">Your council</a></li></ul></nav></header>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/council">Your council</a></li><li>Peer challenge</li></ol></nav>`
    : '';
  const after = style.site
    ? `<aside><h2>Related pages</h2><ul><li><a href="/plan">Corporate plan</a></li><li><a href="/budget">Budget</a></li></ul></aside>
<footer><p>Was this page useful? <a href="/yes">Yes</a> <a href="/no">No</a></p><ul><li><a href="/a11y">Accessibility</a></li><li><a href="/privacy">Privacy</a></li></ul><p>Telephone 01632 960001</p></footer>`
    : '';
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeMarkup(name)}</title><style>body { margin: 2em }</style></head>
<body>${before}
<main id="${report.edition}">
${main}
</main>
${after}</body></html>
`;
}
