import { anchor, chaptersHtml, contents } from './blocks-html.ts';
import { escapeHtml } from './inline.ts';
import type { Report } from './model.ts';

/**
 * The report as a council's web page: the text in the middle, and around it the cookie notice, menus, "was this page
 * useful" and footer that a reader has to see past.
 */
export function writeWebPage(report: Report): string {
  const council = escapeHtml(report.council);
  const site = `https://www.${anchor(report.council).split('-')[0]}.example.org`;
  const updated = new Date(report.madeOn).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/London',
  });
  const links = (names: string[]) =>
    names.map((name) => `<li><a href="${site}/${anchor(name)}">${escapeHtml(name)}</a></li>`).join('\n');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Corporate Peer Challenge ${report.madeOn.slice(0, 4)}: feedback report | ${council}</title>
<meta name="description" content="The full report of the peer team that visited ${council} from ${escapeHtml(report.fieldworkInWords)}.">
<style>
body { margin: 0; font: 1.05rem/1.6 Arial, sans-serif; color: #1a1a1a; }
.cookies { background: #eef3f4; padding: 1rem 5%; } .top { background: #1f4e5f; color: #fff; padding: 1rem 5%; } .top a { color: #fff; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; }
.page { display: grid; grid-template-columns: minmax(0, 44rem) minmax(12rem, 1fr); gap: 3rem; padding: 1rem 5%; }
aside ul, .on-this-page { list-style: none; padding: 0; } h1, h2, h3 { line-height: 1.25; color: #1f4e5f; }
.quotation { border-left: 4px solid #d9a441; padding-left: 1rem; font-style: italic; }
table { border-collapse: collapse; } caption { text-align: left; font-weight: bold; } th, td { border-bottom: 1px solid #9aa9b0; padding: 0.4rem 0.8rem; text-align: right; } th:first-child { text-align: left; }
footer { background: #222; color: #fff; padding: 1.5rem 5%; } footer a { color: #fff; }
@media (max-width: 50rem) { .page { grid-template-columns: minmax(0, 1fr); } }
</style>
</head>
<body>
<a href="#content">Skip to the main content</a>
<div class="cookies" role="region" aria-label="Cookies">
<p><strong>Cookies on this site</strong></p>
<p>Some of our cookies are needed to make the site work. We would like to set others so that we can count visits. You should read our cookie policy before you choose.</p>
<p><button type="button">Accept all cookies</button> <button type="button">Only the ones you need</button> <a href="${site}/cookies">Cookie policy</a></p>
</div>
<header class="top">
<p><a href="${site}/">${council}</a></p>
<form action="${site}/search" role="search"><label for="q">Search this site</label> <input id="q" name="q" type="search"> <button>Search</button></form>
<nav aria-label="Main menu"><ul>
${links(['Bins and recycling', 'Council tax', 'Housing', 'Planning and building', 'Schools and learning', 'Roads and parking', 'Your council'])}
</ul></nav>
</header>
<nav aria-label="You are here"><ul style="padding: 0 5%">
${links(['Home', 'Your council', 'How we perform', 'Peer challenge'])}
</ul></nav>
<div class="page">
<main id="content">
<h1>${council}: Corporate Peer Challenge</h1>
<p>${escapeHtml(report.fieldworkInWords)}</p>
<p>Feedback report</p>
<p>${escapeHtml(report.status)}</p>
<p>Share this page: <a href="mailto:?subject=Peer%20challenge">by email</a> | <a href="#content">Print</a> | <a href="${site}/documents/corporate-peer-challenge.pdf">Download as PDF (${report.pages} pages)</a></p>
<h2>On this page</h2>
<ul class="on-this-page">
${contents(report)
  .map((entry) => `<li><a href="#${anchor(entry.heading)}">${escapeHtml(entry.title)}</a></li>`)
  .join('\n')}
</ul>
${chaptersHtml(report)}
<p><a href="#content">Back to top</a></p>
<section aria-label="Feedback on this page"><h2>Was this page useful?</h2>
<p><button type="button">Yes</button> <button type="button">No</button></p>
<p>Last updated ${updated}. We recommend that you check the date of any printed copy.</p></section>
</main>
<aside aria-label="Related pages"><h2>How we perform</h2><ul>
${links(['Annual report', 'Corporate plan', 'Budget and spending', 'Peer challenge', 'Complaints and compliments'])}
</ul>
<h2>Get involved</h2><ul>
${links(['Current consultations', 'Come to a meeting', 'Contact your councillor'])}
</ul></aside>
</div>
<footer>
<ul>
${links(['Accessibility', 'Privacy', 'Cookies', 'Site map', 'A to Z of services', 'Jobs'])}
</ul>
<p>${council}, Guildhall Square, Northmere. Telephone 01632 960100, Monday to Friday, 9am to 5pm.</p>
<p>© ${council} 2026</p>
</footer>
</body>
</html>
`;
}
