import type { Strength } from '../pieces.ts';
import type { Subject } from './subjects.ts';

type Frames = Readonly<Record<Subject | 'any', readonly string[]>>;

/** Advice outside the list of recommendations, by how strongly it is given. */
export const suggestions: Readonly<Record<Strength, Frames>> = {
  must: {
    any: [
      'To make this happen, {c} needs to be much clearer about who is accountable, and it must do so before the new financial year.',
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
      'Given the scale of the gap, members and officers must work together at pace on a plan that balances the budget without the use of reserves.',
      'The practice of meeting yearly costs from reserves must stop.',
      '{C} must set out how it will close the gap of {£}, line by line.',
      'There is an urgent need to get a grip on the cost of placements.',
      'Spending controls must be tightened at once.',
    ],
    capacity: [
      'The capacity of the finance team must be increased as a matter of urgency.',
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
      'In taking this forward {c} should draw on the experience of other councils, and the peer team would be happy to put it in touch with them.',
      'While progress has been made, more should be done to make sure that staff at all levels understand what is expected.',
      'The peer team recommends that {c} looks again at how this is organised.',
      '{C} should build on this.',
      'We would advise {c} to learn from those who have done it already.',
      'This should be shared more widely.',
      'A clear timetable should be agreed and published.',
      'The team would encourage {c} to celebrate this more than it does.',
      'Good as this is, {c} should not rest on it.',
    ],
    priorities: [
      'The peer team recommends that {plan} is supported by a delivery plan with milestones, so that members can hold officers to account.',
      'Now that the evidence base is in place, it should be used to decide where money is spent.',
      '{C} should agree a handful of measures and publish them every quarter.',
      'The new corporate plan should say what will be stopped as well as what will be started.',
      'The peer team recommends that residents are involved much earlier in the shaping of priorities.',
      'Officers should draw together the data that already exists before they buy more.',
      'We advise that the plan and the budget are written together in future.',
    ],
    leadership: [
      'Senior leaders should agree with health partners a shared set of outcomes for the next three years.',
      '{C} should be more confident in telling its story to government and to investors.',
      'The Chief Executive’s office is stretched, and its capacity should be reviewed.',
      'Cabinet and directors should set aside a day each quarter to think ahead together.',
      '{C} should invest time in its relationship with the combined authority.',
      'The Leader should meet the leaders of the other groups regularly.',
      'We recommend that a single place board replaces the four partnerships of today.',
      'Town and parish councils should be involved before proposals are fixed.',
    ],
    governance: [
      'The relationship between scrutiny and Cabinet should be set out in a short protocol, and reviewed after a year.',
      'We recommend that member development is tailored to the roles which councillors hold.',
      'The strategic risk register should be reviewed by Cabinet every quarter.',
      'Scrutiny should choose fewer topics and see them through.',
      'The council should appoint independent members to its Audit Committee.',
      'The peer team advises that the scheme of delegation is simplified and explained.',
      'Report writers should be given a template and a word limit.',
      'The forward plan should look six months ahead.',
      'A protocol between members and officers should be agreed by all groups.',
    ],
    finance: [
      'The council should develop a longer-term financial plan, with scenarios, and share it widely with members and staff.',
      'It would be sensible to set out the one-off and recurring elements of the budget separately, and officers should do this from the next quarter.',
      '{C} should publish a reserves policy with a floor.',
      'The assumptions behind the Medium Term Financial Strategy should be tested by somebody from outside.',
      'The peer team recommends that every saving above £100,000 has a named owner.',
      'Budget managers should be held to account for their forecasts, and helped to make better ones.',
      '{C} should revisit the business case for the leisure centre, which now stands at {£}.',
      'Members should see the figures for all three years before they vote on the first.',
    ],
    capacity: [
      '{C} should prioritise its programme of change, and be prepared to stop projects which do not contribute to its objectives.',
      'Staff networks should be given a budget and a sponsor in the senior team.',
      'A workforce strategy should be drawn up with the trade unions.',
      '{C} should put a small programme office in place.',
      'The peer team recommends a yearly survey of staff, with the results shared in full.',
      'Directors should visit the depots more often.',
      'Exit interviews should be held and read.',
    ],
    communities: [
      'A corporate approach to engagement should be developed, so that residents are not asked the same questions by different services.',
      '{C} should agree a compact with the voluntary sector.',
      'The equality objectives should have dates and owners.',
      'We advise {c} to tell residents what it did with their answers.',
      'More should be done to hear from people who rent privately.',
    ],
  },
  could: {
    any: [
      'There is potential to build on this, and {c} may want to look at how others have done so.',
      'The council could also consider how to make more of its networks here.',
      '{C} may wish to consider whether this could be done together with its neighbours.',
      'There is scope to go further.',
      'There may be an opportunity to bring these strands together.',
      '{C} could explore what other councils have done.',
      'A lighter approach might serve just as well.',
    ],
    priorities: [
      '{C} could do more to celebrate its successes with residents.',
      '{C} could consider a yearly gathering of partners at which progress is told.',
      'There is scope to make more of the data held by partners.',
      'It may be worth exploring a residents’ panel.',
    ],
    leadership: [
      'There may be merit in a compact between {c} and its town and parish councils.',
      'The Chief Executive might find it helpful to have a peer in another council as a mentor.',
      'The Leader may wish to consider a regular briefing for members of parliament.',
      'There is an opportunity to give deputies a larger part.',
      '{C} might consider swapping staff with partners for a time.',
    ],
    governance: [
      'Members may find it useful to observe scrutiny in other councils.',
      'The Audit Committee could consider meeting in private with internal and external auditors once a year.',
      'The council may wish to explore a single scrutiny committee with task groups.',
      'Consideration could be given to a shorter cycle of meetings.',
      'Recording of briefings might help members who work during the day.',
    ],
    finance: [
      'There are opportunities to increase income from commercial property, which {c} may wish to explore with care.',
      '{C} could explore whether fees and charges cover their cost.',
      'There may be scope to sell surplus land worth some {£}.',
      'It might be helpful to show the figures as a single page for residents.',
      '{C} may wish to consider an independent look at its companies.',
    ],
    capacity: [
      'The council might benefit from a review of spans and layers.',
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
