import { type RecommendationList, recommend } from '../../scripts/sample-report/model.ts';

/** The main list. Number 4 is cut by the turn from page 7 to page 8; number 9 keeps a doubled word. */
export const key: RecommendationList = {
  group: 'Key recommendations',
  items: [
    recommend(
      `Agree one financial plan for the three years to 2029/30 and hold every group leader to the same set of figures.`,
      `Members, officers and partners gave us four different answers when asked how large the gap is, because the
      council's papers speak of a cumulative, an annual and a cash figure without saying which is meant. The plan that
      Cabinet takes in February 2027 should state the cumulative gap of £18.4m in 2027/28, £24.9m in 2028/29 and £30.2m
      in 2029/30 first, say what each figure assumes about pay, placements and council tax, and show beside it what
      changes if an assumption is wrong: one point on pay, for instance, or ten more children in residential care, for a full year. It should be signed off by the section 151 officer in words that a member
      without a finance background can repeat. The same figures should then be used in the budget consultation, in
      briefings for staff and in talks with government, so that nobody hears a different sum from a different part of
      the council. If the group leaders will put their names to the figures, without putting them to the remedies, the
      argument that follows will be about choices and not about arithmetic.`,
    ),
    recommend(
      `Replace the one-off measures that balance 2027/28 with savings that last.`,
      `Half of next year's gap, £9.3m of £18.4m, is to be met by money that can be used only once. That buys a year and
      no more, and the year that it buys ends with £11.3m still to find. We saw nothing to suggest that the measures are
      improper; they are simply finite, and they were chosen in some haste
      in the last fortnight before Cabinet met in July. Services know this, and
      some have begun to plan as though another year's grace will always be found. Before the budget is set the council should:`,
      [
        `publish, for each one-off measure, the recurring saving that will take its place, with its owner and the date
        from which it counts;`,
        `stop counting a saving twice where a corporate target and a directorate target rest on the same posts or the
        same contract; and`,
        `bring forward to the autumn of 2026 the decisions on the waste contract and on the council's office buildings,
        which are now timed for after the May 2027 elections.`,
      ],
    ),
    recommend(
      `Set a council tax strategy for the life of the plan.`,
      `The freeze of 2021/22 still costs the council about £4.6m in every year. Nobody we met could point to the paper
      in which that was explained to members at the time. Each rise since has been settled on its own, late, and with
      an eye on what neighbouring councils were about to do. A strategy covering the years to 2029/30, with the yield of
      each option, the effect on households in bands A to C and the future of the local support scheme, would allow the
      decision to be taken once, in the open, and not in the last week of each January. It should say what the council
      would do if the referendum limit were to change, and it should be debated by full Council in time for the budget
      of 2027/28. Those who pay should be able to see, on the page
      that comes with the bill, what the extra pound is for. We take no side on the rate itself: that is for those whom
      the city has elected. But a council that asks for help from others will be asked in return whether it has used the
      means that are its own.`,
    ),
    recommend(
      `Publish the reserves the council would not go below, the risks that set that level, and the path that keeps it
      above the line in every year of the plan.`,
      `The section 151 officer has advised that the general fund balance must not fall under £9.0m, but this advice sits
      in an appendix and many of the members who will vote on the budget had not seen it. The balance
      stood at £11.6m on 31 March 2026 and, should savings slip in the coming year as they did in 2025/26, it would
      cross the floor before 31 March 2029. The path should show the general fund and each earmarked reserve at the end
      of every year, with the purpose for which it is held and the event that would allow it to be used. Every councillor should be briefed on the floor, on what it protects and on
      what the law requires of the council if it is reached.`,
    ),
    recommend(
      `Reset the corporate plan around fewer promises.`,
      `Northmere Together 2024 to 2028 holds 7 priorities, 41 commitments and 116 actions. Only 38 of the actions have a
      budget beside them. We suggest no more than twelve commitments for the rest of the term, each with a cost, a
      measure and one accountable officer and member.`,
    ),
    recommend(
      `Create a single *design authority for change.`,
      `Transformation, digital and property programmes are run by three boards that compete for the same forty or so
      people. One body, chaired by the chief executive, should decide what starts, what waits and what stops.`,
    ),
    recommend(
      '',
      `Bring the forecasts for adult social care, children's placements and home to school transport up to a common
      standard by December 2026, so that demand, price and mix are shown apart and a variance is explained in the month
      in which it appears.`,
    ),
    recommend(
      `Make scrutiny matter before decisions are taken.`,
      `Move at least half of the scrutiny work programme to matters that have not yet gone to Cabinet, give the two
      committees access to the savings tracker, and require Cabinet to reply in writing within two months to each
      recommendation that scrutiny makes.`,
    ),
    recommend(
      `Strengthen the Audit and Standards Committee.`,
      `Appoint a second independent member, publish an annual report to Council, and let the the committee see every
      overdue audit action with the name of the officer who owns it. There were 63 overdue actions in July 2026, of which
      17 carried a high priority.`,
    ),
    recommend(
      `Settle the future of the senior team quickly.`,
      `Three of eight director posts are held by interims, at a cost of £0.7m in 2025/26. Permanent appointments to the
      posts for children's services and for place should be made before the end of March 2027.`,
    ),
    recommend(
      `Prepare now for the high needs cliff edge.`,
      `The deficit on the Dedicated Schools Grant (DSG) stood at £21.7m on 31 March 2026 and is forecast to reach £29.5m
      a year later. The council must have a plan, shared with schools and with government, for the day on which the
      statutory override ends, 31 March 2028.`,
    ),
    recommend(
      '',
      `Work with the Integrated Care Board (ICB), the police and the university to write one short statement of what each
      offers to, and asks of, the others in Northmere, and review it together once a year.`,
    ),
    recommend(
      `Listen to staff and show what changed.`,
      `Run the staff survey every year rather than every third year, publish the result by directorate, and report back
      within eight weeks on the three things that will be done differently.`,
    ),
    recommend(
      '',
      `Treat this report as one programme with the council's own improvement work: name a lead member and a lead officer
      for each recommendation, publish progress every quarter and invite the opposition group leaders to join the board
      that oversees it.`,
    ),
  ],
};

const sharedTexts = (measure: string) => [
  recommend(
    `Agree a single statement of what the two councils share and why.`,
    `Eleven services and seven posts are shared today under nine separate agreements, the oldest signed in 2013. One
    register, approved by both cabinets, should show for each its legal basis, host, cost share, notice period and next
    review.`,
  ),
  recommend(
    `Publish the benefits, and count them in the same way.`,
    `Each business case promised savings to both councils. ${measure}`,
  ),
  recommend(
    '',
    `Put every cost share on a stated driver, with a yearly true-up and a tolerance of 3%, so that neither council can be
    said to carry the other.`,
  ),
  recommend(
    `Decide together, before either council decides alone.`,
    `Neither council should give notice on a shared service, or fill a shared post in a new way, until both have seen
    what it would mean for residents, staff and cost on either side of the boundary.`,
  ),
];

/** The list that both councils were given. Wendshire's print of number 2 differs by a few words. */
export const sharedInNorthmere: RecommendationList = {
  group: 'Shared services recommendations',
  items: sharedTexts(`A joint report, twice a year and to both councils on the same day, should set out what has been
    gained, by whom, and against which baseline.`),
};
export const sharedInWendshire: RecommendationList = {
  group: 'Shared services recommendations',
  items: sharedTexts(`A joint report, once a year and to both councils in the same month, should set out what has been
    gained, by whom, and against which baseline.`),
};
