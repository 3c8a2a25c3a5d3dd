import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../../../test/browser/chromium.ts';
import { assetsFolder, render, strictExample } from './render.ts';
import { specimen, specimenExamples } from './specimen.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const css = readFileSync(join(assetsFolder, 'goldthread.css'), 'utf8');
const widths = [1280, 320];

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** The page with its own style sheet inside it, since no server stands behind this test. */
function selfContained(example: (typeof specimenExamples)[number]): string {
  return render(specimen, strictExample(example.view), example.furniture)
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
    .replace(/<link rel="icon"[^>]*>/, '')
    .replace(/<script type="module"[^>]*><\/script>/, '');
}

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const example of specimenExamples) {
  for (const width of widths) {
    test(`${example.name} at ${width} px: no barrier that axe can find, and nothing runs off the side`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      try {
        await page.setContent(selfContained(example));
        await page.addScriptTag({ content: axe });
        const { violations } = (await page.evaluate('axe.run()')) as AxeResult;
        assert.deepEqual(
          violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })),
          [],
        );
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
        assert.equal(await page.locator('h1').count(), 1);
      } finally {
        await page.close();
      }
    });
  }
}

test('on paper there is nothing to press, and whose page it is stays', async () => {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  try {
    await page.setContent(selfContained(specimenExamples[0]!));
    await page.emulateMedia({ media: 'print' });
    for (const hidden of [
      'button',
      '.govuk-button',
      '.govuk-service-navigation',
      '.moj-sub-navigation',
      'form[role=search]',
    ]) {
      for (const found of await page.locator(hidden).all()) assert.equal(await found.isVisible(), false, hidden);
    }
    for (const words of [
      'Northmere City Council',
      'As at 20 November 2026',
      'https://goldthread.example/northmere/specimen',
    ]) {
      assert.ok(await page.getByText(words).filter({ visible: true }).first().isVisible(), words);
    }
  } finally {
    await page.close();
  }
});

test('the style sheet asks for no typeface, file or address of others', () => {
  assert.doesNotMatch(css, /GDS Transport|@font-face|url\(/i);
});
