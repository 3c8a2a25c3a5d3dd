import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { relocator } from './relocate.ts';

test('words are found again in a text that is cut into lines in another way, each mention in its own place', () => {
  const earlier = 'Savings of £9 million were found.\n\nReserves fell by £9 million last year.';
  const later = 'A new heading\n\nSavings of £9\nmillion were found. Reserves fell by £9  million last year.';
  const place = relocator(earlier, later);
  const second = earlier.lastIndexOf('£9 million');
  assert.deepEqual(later.slice(...place([11, 21])!), '£9\nmillion');
  assert.deepEqual(later.slice(...place([second, second + 10])!), '£9  million');
  assert.equal(relocator(earlier, 'Something else.')([11, 21]), null);
});

test('every stretch of a text is found in its place when only the white space round words changes', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 30 }), fc.nat(), (words, n) => {
      const earlier = words.join(' ');
      const later = words.join('\n  ');
      const at = n % words.length;
      const start = words.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
      const found = relocator(earlier, later)([start, start + words[at]!.length]);
      assert.equal(later.slice(...found!), words[at]);
    }),
  );
});
