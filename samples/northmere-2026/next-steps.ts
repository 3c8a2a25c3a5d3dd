import { bullets, minor, p, sub } from '../../scripts/sample-report/model.ts';

/** Chapter 5. Dates follow the 2024 edition of the rules, counted from the last day on site. */
export const nextSteps = [
  p(`The leader and the chief executive will wish to talk this report over with colleagues before they respond to it. A
  peer challenge is worth what is done with it, and the council asked us to be specific about what comes next.`),
  sub('Publication and action plan'),
  p(`This report should be on the council's website within three months of the challenge, that is by 18 December 2026. An
  action plan, with an answer to each of the recommendations, should appear with it, and in any case no later than
  five months after the challenge, on 18 February 2027. Since the council intends to set its budget on 24 February 2027,
  we would encourage it to publish the plan well before that date. The report will also be placed with those of other
  councils on the website of the body that runs peer challenges, the Local Government Association.`),
  p(`For each recommendation the plan should name one officer and one member, give a date and a cost or say that the cost is
  not known, and state how residents will be able to see that it has been done. The four recommendations on shared
  services were made to both councils. Each should answer for itself, and the two answers should be published side by
  side.`),
  sub('Progress review'),
  p(`The team will come back for a progress review in July 2027, some ten months after its visit. It will take one and a
  half days on site, look at every recommendation and at the actions that follow from it, and consider the four matters on
  which we held back our judgement:`),
  bullets(
    `the reach of the residents' panel;`,
    `the new scheme of delegation;`,
    `the price of the waste contract; and`,
    `the results of the neighbourhood pilots.`,
  ),
  p(`A short report of the review is to be published no later than 18 September 2027, twelve months after the challenge. A
  position statement from the council, with evidence, would be welcome three weeks before the visit.`),
  sub('Support'),
  p(`There is no need to wait for the review. The members of the team have offered to stay in touch, and three offers were
  made during the visit that we record here so that they are not lost:`),
  bullets(
    `a half-day for all group leaders on reading a medium term plan, led by the lead member peer;`,
    `a look at the savings tracker by the officer peer for finance, at the end of November 2026; and`,
    `an exchange between the neighbourhood teams and those of Castleby, which has used the approach since 2019.`,
  ),
  p(`The next corporate peer challenge would normally fall by September 2031. A challenge on finance or governance in the
  meantime would count towards that expectation, and the council may find that useful once the elections of May 2027
  are over.`),
  minor('Contacts'),
  p(`Imelda Brockhaven, Principal Adviser, is the council's main contact for peer support: imelda.brockhaven@peers.example.org,
  01632 960417. Questions about the council's response should be sent to the Improvement Team at Northmere City Council:
  improvement@northmere.example.org, 01632 960128.`),
  p(`The team thanks everybody who gave up time to meet it, and in particular the colleagues who arranged some sixty
  meetings in four days, found a spare umbrella for each of us and never once let the tea run out.`),
];
