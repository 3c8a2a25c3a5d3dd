/** The rendering room: one Nunjucks environment, one function that turns a view and its furniture into a page. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import * as write from './dates-and-money.ts';
import { exampleValue, ofExample } from './strict-example.ts';
import { type Furniture, ownerOf, pageTitle, type Template } from './view.ts';

export { strictExample } from './strict-example.ts';
export { type Furniture, furnish, type Template, template } from './view.ts';

const web = dirname(fileURLToPath(import.meta.url));
const root = join(web, '../../..');

/** The folder whose files are served under /assets/. */
export const assetsFolder = join(web, 'assets');

/** The one inline script: govuk-frontend's line that tells its styles that script runs. */
const inlineScript =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

/** The source expression that lets that one line through the content security policy, quotes included. */
export const inlineScriptHash = `'sha256-${createHash('sha256').update(inlineScript).digest('base64')}'`;

/** Where a template's name leads. A first folder that is not the platform's is a feature. */
function fileOf(name: string): string {
  const [first = '', ...rest] = name.split('/');
  if (first === 'govuk') return join(root, 'node_modules/govuk-frontend/dist', name);
  if (first === 'moj') return join(root, 'node_modules/@ministryofjustice/frontend', name);
  if (rest.length === 0 || first === 'macros') return join(web, 'templates', name);
  return join(root, 'src/features', first, 'templates', ...rest);
}

/** Reads templates by their logical name, so that relative includes in govuk and moj macros resolve by name too. */
class RoomLoader extends nunjucks.Loader implements nunjucks.ILoader {
  readonly #keep: boolean;
  constructor(keep: boolean) {
    super();
    this.#keep = keep;
  }
  getSource(name: string): nunjucks.LoaderSource {
    return { src: readFileSync(fileOf(name), 'utf8'), path: name, noCache: !this.#keep };
  }
  override resolve(from: string, to: string): string {
    return posix.join(posix.dirname(from), to);
  }
}

const versions = new Map<string, string>();

/** The address of an asset, with a mark of its content so that a new version is never mistaken for an old one. */
function assetAddress(name: string): string {
  const known = versions.get(name);
  if (known !== undefined) return known;
  const mark = createHash('sha256')
    .update(readFileSync(join(assetsFolder, name)))
    .digest('hex')
    .slice(0, 10);
  const address = `/assets/${name}?v=${mark}`;
  versions.set(name, address);
  return address;
}

function newEnvironment(keep: boolean): nunjucks.Environment {
  const environment = new nunjucks.Environment(new RoomLoader(keep), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  environment.addGlobal('asset', assetAddress);
  environment.addGlobal('inlineScript', new nunjucks.runtime.SafeString(inlineScript));
  return environment;
}

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | null;
}

/** The `options` of radios and checkboxes as govuk's macros want them: an absent hint is no hint object at all. */
function optionItems(options: readonly Choice[]): object[] {
  return exampleValue(options).map(({ value, text, hint }) => ({
    value,
    text,
    ...(hint ? { hint: { text: hint } } : {}),
  }));
}

/** The filters of every template. `plain` hands a value to a govuk or moj macro, which reads parameters that may be absent. */
const filters = {
  date: write.date,
  dateRange: write.dateRange,
  dateTime: write.dateTime,
  time: write.time,
  month: write.month,
  isoDay: write.isoDay,
  financialYear: write.financialYear,
  daysBetween: write.daysBetween,
  late: write.late,
  pounds: (pence: number | bigint, pennies?: boolean) => write.pounds(pence, { pennies: pennies === true }),
  millions: write.millions,
  count: write.count,
  inWords: write.inWords,
  sentence: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  plain: exampleValue,
  optionItems,
};

let environment = newEnvironment(true);

/** Templates are compiled once and kept, unless this is told false: in development every render reads them anew. */
export function keepTemplates(keep: boolean): void {
  environment = newEnvironment(keep);
}

/** Compiles templates before the first visitor asks for them; safe to call with any names. */
export function warm(names: readonly string[]): void {
  for (const name of names) environment.getTemplate(name, true);
}

/**
 * The page as HTML. The template sees two names: `view`, its own, and `furniture`, everybody's. An absent value that is
 * printed throws; a view made by `strictExample` also throws where an absent value is only looked at.
 */
export function render<V>(template: Template<V>, view: V, furniture: Furniture): string {
  const context = {
    view,
    furniture: ofExample(view, furniture),
    pageTitle: pageTitle(furniture),
    owner: ownerOf(furniture.band),
  };
  return environment.render(template.name, context).trim();
}
