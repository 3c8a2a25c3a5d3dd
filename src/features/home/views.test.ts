// Home in its states, rendered from examples that throw where the template reads what the view does not have; and the
// rules of dates under them.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { render } from '../../platform/web/render.ts';
import { strictExample } from '../../platform/web/strict-example.ts';
import { furnish } from '../../platform/web/view.ts';
import { daysAfter } from '../actions/index.ts';
import { examples } from './examples.ts';
import { homePage } from './pages.ts';
import { sinceWhen } from './rules/news.ts';
import { owedOf, type WorkAction } from './rules/work.ts';

for (const [name, view] of Object.entries(examples)) {
  test(`Home renders: ${name}`, () => {
    const html = render(homePage, strictExample(view), furnish({ title: view.heading }));
    assert.equal(html.match(/<h1/g)?.length, 1);
    assert.ok(html.includes(view.headline));
  });
}

const day = fc.integer({ min: -400, max: 400 }).map((days) => daysAfter('2026-11-22', days));
const action = fc
  .record({ id: fc.uuid(), targetOn: fc.option(day), originalTargetOn: fc.option(day) })
  .map((one): WorkAction => {
    const nobody = { officerId: null, officer: null, memberId: null, member: null, answers: null };
    return { ...one, ...nobody, title: 'Something', progress: 'in_progress' };
  });

test('every open action is in one place: late, soon, later or without a date; nothing later is earlier than ‘next’', () => {
  fc.assert(
    fc.property(fc.array(action), day, (actions, today) => {
      const { late, soon, soonUntil, next, undated } = owedOf(actions, today);
      const later = actions.filter((one) => one.targetOn !== null && one.targetOn > soonUntil);
      assert.equal(late.length + soon.length + undated.length + later.length, actions.length);
      assert.ok(soon.every((one) => one.targetOn! >= today && one.targetOn! <= soonUntil));
      assert.ok(late.every((one) => one.lateness.days > 0));
      assert.equal(next, later.map((one) => one.targetOn!).sort()[0] ?? null);
    }),
  );
});

test('news counts from the visit before this one, for the hour that this one lasts', () => {
  const at = (time: string) => new Date(`2026-11-22T${time}Z`);
  const visit = { beforeAt: at('08:00:00'), beganAt: at('12:00:00') };
  assert.deepEqual(sinceWhen(visit, at('12:59:59')), at('08:00:00'));
  assert.deepEqual(sinceWhen(visit, at('13:00:00')), at('12:00:00'));
  assert.equal(sinceWhen({ ...visit, beforeAt: null }, at('12:10:00')), null);
  assert.equal(sinceWhen(null, at('12:00:00')), null);
});
