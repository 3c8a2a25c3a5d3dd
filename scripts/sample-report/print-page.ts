import { anchor, chaptersHtml, contents } from './blocks-html.ts';
import { escapeHtml } from './inline.ts';
import type { Report } from './model.ts';

const styles = (report: Report): string => `
@page {
  size: A4; margin: 28mm 25mm 26mm 25mm;
  @top-left { content: "${report.council}: Corporate Peer Challenge"; font: 9pt "Liberation Sans"; color: #444; padding-bottom: 4mm; }
  @top-right { content: "Feedback report"; font: 9pt "Liberation Sans"; color: #444; padding-bottom: 4mm; }
  @bottom-center { content: ${report.compact ? '"Page " counter(page) " of " counter(pages)' : 'counter(page)'}; font: 9pt "Liberation Sans"; color: #444; }
}
@page cover { margin: 0; @top-left { content: none } @top-right { content: none } @bottom-center { content: none } }
* { box-sizing: border-box; }
html { font: 12pt/1.5 "Liberation Sans", Arial, sans-serif; color: #111; }
body { margin: 0; }
.cover { page: cover; height: 296mm; position: relative; break-after: page; padding: 0 25mm; }
.cover .band { margin: 0 -25mm; height: 118mm; background: #1f4e5f; color: #fff; padding: 30mm 25mm 0; border-bottom: 3mm solid #d9a441; }
.cover .kind { font-size: 14pt; margin: 0 0 8mm; }
.cover h1 { font-size: 34pt; line-height: 1.15; margin: 0; font-weight: bold; }
.cover .title { font-size: 22pt; margin: 5mm 0 0; }
.cover .dates { font-size: 15pt; margin: 20mm 0 2mm; }
.cover .status { font-size: 13pt; margin: 0; color: #333; }
.cover.short { height: auto; page: auto; break-after: auto; padding: 0; }
.cover.short .band { height: auto; margin: 0; padding: 10mm; }
.cover.short h1 { font-size: 26pt; } .cover.short .title { font-size: 16pt; } .cover.short .dates { margin-top: 6mm; }
.contents { break-after: page; }
.contents h2 { break-before: auto; }
.contents p { display: flex; margin: 0 0 2.2mm; }
.contents p.depth-2 { padding-left: 8mm; margin-bottom: 1.4mm; }
.contents p .dots { flex: 1; overflow: hidden; white-space: nowrap; padding: 0 1.5mm; color: #555; }
h2 { font-size: 20pt; line-height: 1.25; color: #1f4e5f; margin: 0 0 5mm; break-before: page; break-after: avoid; }
h3 { font-size: 14pt; line-height: 1.3; color: #1f4e5f; margin: 7mm 0 2.5mm; break-after: avoid; }
h4 { font-size: 12pt; margin: 5mm 0 2mm; break-after: avoid; }
p { margin: 0 0 3.4mm; orphans: 2; widows: 2; }
ul, ol { margin: 0 0 3.4mm; padding-left: 8mm; }
li { margin-bottom: 2mm; orphans: 2; widows: 2; padding-left: 1mm; }
ol.recommendations { padding-left: 11mm; }
ol.recommendations > li { margin-bottom: 4.2mm; padding-left: 2mm; }
@counter-style bracketed { system: extends lower-alpha; suffix: ") "; }
ol.letters { list-style: bracketed; margin: 2mm 0 0; }
p + ol.letters { margin: 0 0 3.4mm; }
.quotation { margin: 0 0 3.4mm 8mm; font-style: italic; color: #1f4e5f; }
table { width: 100%; border-collapse: collapse; margin: 2mm 0; font-size: 10.5pt; break-inside: avoid; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding-bottom: 2mm; }
th, td { padding: 1.8mm 2mm; border-bottom: 0.3mm solid #9aa9b0; text-align: right; }
th:first-child, td:first-child { text-align: left; }
tbody th { font-weight: normal; }
thead { border-top: 0.5mm solid #1f4e5f; }
.note { font-size: 9.5pt; color: #333; }
body.compact { font-size: 11.5pt; line-height: 1.5; }
.compact h2 { break-before: auto; margin-top: 8mm; font-size: 17pt; }
`;

/**
 * The report laid out for paper. `pages` gives the printed page of each heading; without it the contents list shows
 * no numbers, as on the first of the two passes.
 */
export function printPage(report: Report, pages: Map<string, number> = new Map()): string {
  const list = contents(report).map(
    (entry) =>
      `<p class="depth-${entry.depth}"><a style="color:inherit;text-decoration:none" href="#${anchor(entry.heading)}">${escapeHtml(entry.title)}</a><span class="dots"></span><span>${pages.get(entry.heading) ?? ''}</span></p>`,
  );
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(report.council)}: Corporate Peer Challenge, feedback report</title>
<style>${styles(report)}</style></head>
<body${report.compact ? ' class="compact"' : ''}>
<section class="cover${report.compact ? ' short' : ''}"><div class="band"><p class="kind">Local government peer challenge</p>
<h1>${escapeHtml(report.council)}</h1><p class="title">Corporate Peer Challenge</p></div>
<p class="dates">${escapeHtml(report.fieldworkInWords)}</p><p class="status">Feedback report</p><p class="status">${escapeHtml(report.status)}</p></section>
<section class="contents"><h2>Contents of this report</h2>
${list.join('\n')}</section>
${chaptersHtml(report)}
<script>
// As many dots as fit, like the tab leader of a word processor.
for (const box of document.querySelectorAll('.dots')) {
  const rule = document.createElement('span');
  rule.textContent = '.'.repeat(100);
  box.append(rule);
  const each = rule.getBoundingClientRect().width / 100;
  rule.textContent = '.'.repeat(Math.max(3, Math.floor((box.clientWidth - 18) / each)));
}
</script>
</body></html>`;
}
