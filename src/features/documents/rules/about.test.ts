import assert from 'node:assert/strict';
import test from 'node:test';
import { otherCouncil, sameCouncil } from './about.ts';

test('a report about another council is known by its name; spellings of one name are one council', () => {
  const about = (name: string | null, council: string) => otherCouncil({ council: { name, gss: null } }, council);
  assert.equal(about('Wendshire County Council', 'Northmere City Council'), 'Wendshire County Council');
  assert.equal(about('City of Northmere', 'Northmere City Council'), null);
  assert.equal(about('NORTHMERE CITY COUNCIL', 'Northmere City Council'), null);
  assert.equal(about(null, 'Northmere City Council'), null);
  assert.equal(
    sameCouncil('Borough Council of King’s Wend & West Mere', "King's Wend and West Mere Borough Council"),
    true,
  );
  assert.equal(sameCouncil('Northmere County Council', 'Northmere City Council'), false);
});

test('a report about a council that ended is about the one that serves its area now', () => {
  const successors = [{ name: 'Northmere City Council', gss: 'E0' }];
  assert.equal(
    otherCouncil({ council: { name: 'Old Mere Borough Council', gss: 'E1', successors } }, 'City of Northmere'),
    null,
  );
});
