import type { Strength } from '../pieces.ts';
import type { Subject } from './subjects.ts';

type Frames = Readonly<Record<Subject | 'any', readonly string[]>>;

/** Advice outside the list of recommendations, by how strongly it is given. */
export const suggestions: Readonly<Record<Strength, Frames>> = {
  must: {
    any: [
      'This must be put right without delay.',
      'It is essential that {c} acts on this before the end of the financial year.',
      'There is an urgent need for clarity about who decides.',
      '{C} must not lose sight of this while it deals with more visible matters.',
    ],
    priorities: [
      '{C} must reduce the number of its priorities to what it can afford.',
      'It is vital that the delivery plan is finished, costed and owned.',
    ],
    leadership: [
      'The senior team must speak with one voice on this.',
      'It is imperative that trust between the two councils is rebuilt.',
    ],
    governance: [
      'The council must bring its constitution up to date.',
      'It is essential that the concerns of the external auditor are answered in public.',
      'Members must receive training before they sit on the planning committee.',
    ],
    finance: [
      'The practice of meeting yearly costs from reserves must stop.',
      '{C} must set out how it will close the gap of {£}, line by line.',
      'There is an urgent need to get a grip on the cost of placements.',
      'Spending controls must be tightened at once.',
    ],
    capacity: [
      'The vacant director posts must be filled on a permanent basis.',
      'It is critical that the programme has one accountable owner.',
    ],
    communities: [
      'The backlog of fire safety work must be cleared.',
      'It is essential that tenants hear directly what is being done.',
    ],
  },
  should: {
    any: [
      'The peer team recommends that {c} looks again at how this is organised.',
      '{C} should build on this.',
      'We would advise {c} to learn from those who have done it already.',
      'This should be shared more widely.',
      'A clear timetable should be agreed and published.',
      'The team would encourage {c} to celebrate this more than it does.',
      'Good as this is, {c} should not rest on it.',
    ],
    priorities: [
      '{C} should agree a handful of measures and publish them every quarter.',
      'The new corporate plan should say what will be stopped as well as what will be started.',
      'The peer team recommends that residents are involved much earlier in the shaping of priorities.',
      'Officers should draw together the data that already exists before they buy more.',
      'We advise that the plan and the budget are written together in future.',
    ],
    leadership: [
      'Cabinet and directors should set aside a day each quarter to think ahead together.',
      '{C} should invest time in its relationship with the combined authority.',
      'The Leader should meet the leaders of the other groups regularly.',
      'We recommend that a single place board replaces the four partnerships of today.',
      'Town and parish councils should be involved before proposals are fixed.',
    ],
    governance: [
      'Scrutiny should choose fewer topics and see them through.',
      'The council should appoint independent members to its Audit Committee.',
      'The peer team advises that the scheme of delegation is simplified and explained.',
      'Report writers should be given a template and a word limit.',
      'The forward plan should look six months ahead.',
      'A protocol between members and officers should be agreed by all groups.',
    ],
    finance: [
      '{C} should publish a reserves policy with a floor.',
      'The assumptions behind the Medium Term Financial Strategy should be tested by somebody from outside.',
      'The peer team recommends that every saving above £100,000 has a named owner.',
      'Budget managers should be held to account for their forecasts, and helped to make better ones.',
      '{C} should revisit the business case for the leisure centre, which now stands at {£}.',
      'Members should see the figures for all three years before they vote on the first.',
    ],
    capacity: [
      'A workforce strategy should be drawn up with the trade unions.',
      '{C} should put a small programme office in place.',
      'The peer team recommends a yearly survey of staff, with the results shared in full.',
      'Directors should visit the depots more often.',
      'Exit interviews should be held and read.',
    ],
    communities: [
      '{C} should agree a compact with the voluntary sector.',
      'The equality objectives should have dates and owners.',
      'We advise {c} to tell residents what it did with their answers.',
      'More should be done to hear from people who rent privately.',
    ],
  },
  could: {
    any: [
      '{C} may wish to consider whether this could be done together with its neighbours.',
      'There is scope to go further.',
      'There may be an opportunity to bring these strands together.',
      '{C} could explore what other councils have done.',
      'A lighter approach might serve just as well.',
    ],
    priorities: [
      '{C} could consider a yearly gathering of partners at which progress is told.',
      'There is scope to make more of the data held by partners.',
      'It may be worth exploring a residents’ panel.',
    ],
    leadership: [
      'The Leader may wish to consider a regular briefing for members of parliament.',
      'There is an opportunity to give deputies a larger part.',
      '{C} might consider swapping staff with partners for a time.',
    ],
    governance: [
      'The council may wish to explore a single scrutiny committee with task groups.',
      'Consideration could be given to a shorter cycle of meetings.',
      'Recording of briefings might help members who work during the day.',
    ],
    finance: [
      '{C} could explore whether fees and charges cover their cost.',
      'There may be scope to sell surplus land worth some {£}.',
      'It might be helpful to show the figures as a single page for residents.',
      '{C} may wish to consider an independent look at its companies.',
    ],
    capacity: [
      '{C} could consider sharing a digital team with its neighbours.',
      'There is scope to do more with apprentices.',
      'It might be worth giving teams a small budget of their own for improvements.',
    ],
    communities: [
      'Community groups could be offered longer agreements.',
      '{C} may wish to explore the use of a citizens’ assembly.',
      'There is an opportunity to involve faith groups more.',
    ],
  },
};
