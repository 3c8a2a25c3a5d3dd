import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { examples } from '../../src/features/accounts/examples.ts';
import { assetsFolder, render } from '../../src/platform/web/render.ts';
import { launch } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const css = readFileSync(join(assetsFolder, 'goldthread.css'), 'utf8');

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

test('the pages of accounts have no barrier that axe can find, and fit a screen 320 px wide', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const tab = await browser.newPage({ viewport: { width: 320, height: 900 } });
  for (const { name, template, view, furniture } of examples) {
    await t.test(name, async () => {
      const html = render(template, view, furniture)
        .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
        .replace(/<link rel="icon"[^>]*>/, '')
        .replace(/<script type="module"[^>]*><\/script>/, '');
      await tab.setContent(html);
      await tab.addScriptTag({ content: axe });
      const { violations } = (await tab.evaluate('axe.run()')) as Found;
      assert.deepEqual(
        violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) })),
        [],
      );
      assert.equal(await tab.evaluate('document.documentElement.scrollWidth'), 320);
    });
  }
});
