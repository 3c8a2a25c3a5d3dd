import { type Block, bullets, minor, p, quotations, section } from '../../scripts/sample-report/model.ts';

/** The one table of figures. Gap = recurring savings + one-off measures + what is still to find, in every year. */
export const gapTable: Block = {
  kind: 'table',
  caption: 'Table 1: The medium term position reported to Cabinet in July 2026, cumulative, £ million',
  head: ['', '2027/28', '2028/29', '2029/30'],
  rows: [
    ['Gap before savings', '18.4', '24.9', '30.2'],
    ['Savings that recur', '9.1', '13.6', '15.8'],
    ['One-off measures', '9.3', '0.0', '0.0'],
    ['Still to be found', '0.0', '11.3', '14.4'],
  ],
  note: `Source: Medium Term Financial Plan, July 2026. Later years include the effect of earlier ones.`,
};

/** Sections 4.4 to 4.7, and the definition behind the asterisk of recommendation 6. */
export const moneyAndCapacity: Block[] = [
  section('4.4 Financial planning and management'),
  p(`The council knows that it is in trouble and does not hide it. The section 151 officer reports in clear language,
  sits at the top table and is listened to. Budget monitoring is monthly, and month-end closes in six working days. The
  finance team is respected by services. After a difficult period the accounts are up to date. Many councils in a similar
  position could not say as much.`),
  p(`The position itself is stark. Table 1 sets out what Cabinet was told in July 2026. The gap of £18.4m in 2027/28 is
  about 8% of this year's net revenue budget of £228m. It is covered, on paper, by £9.1m of savings that recur and by
  £9.3m of one-off measures: £6.5m from reserves and £2.8m from capital receipts and a surplus on the collection fund.
  None of the one-off money is there in the following year, when £11.3m remains to be found, rising to £14.4m in 2029/30.`),
  gapTable,
  p(`Different papers describe the same problem with different numbers. One speaks of £30.2m, one of £73.5m, which is the
  sum of the three years' gaps and counts the first of them three times over, and one of the £6.5m that is added in
  2028/29 alone. Each is right in its own terms. Taken together they confuse members and let people choose the figure that
  they like. The council should use the cumulative figure everywhere and explain any other.`),
  p(`Delivery of savings is the weak point. In 2025/26 the council achieved £8.3m of a planned £10.6m, or 78%. Of the
  shortfall of £2.3m, £1.4m was put down to slippage, but when we asked how much of it had been recovered by August
  2026, the answer was £0.3m. The programme for 2026/27 is £11.5m, of which £7.9m was rated as secure at the end of June.
  For 2027/28 Cabinet has set a savings target of £12.0m, prudently above the £9.1m that the plan counts on, and proposals
  worth £7.4m had been approved by the time of our visit. Two of those rest on the same vacant posts.`),
  quotations(`“We bank the saving in February and find out in November whether anyone was doing it”`),
  p(`Each saving should have a named officer, a named member, a date and a test of whether it can be done, before it goes
  into the budget. Savings that slip should be replaced and not simply re-dated. The council could adopt a system of gates
  of the kind that it already uses for capital schemes.`),
  p(`The forecast overspend for 2026/27 was £4.7m after three months, 2.1% of the net budget. Adult social care accounts
  for £2.2m, children's placements for £1.9m and home to school transport for £0.9m, less £0.3m saved on the cost of
  borrowing. The first three were under pressure a year ago as well. Budgets for them were set by adding inflation to the
  previous year's budget, not to the previous year's spending. That practice must stop.`),
  p(`Reserves are thin and becoming thinner. Usable revenue reserves fell from £61.7m on 31 March 2023 to £39.4m on 31
  March 2026. The general fund balance is £11.6m of that sum, and the rest, £27.8m, is earmarked, although £5.1m of the
  earmarked money has no plan for its use. The section 151 officer advises a floor of £9.0m. That is equal to about 3.9%
  of the net revenue budget, low for a city of this size, and we support the intention to raise it as the plan allows.
  Few members know about the floor.`),
  p(`Council tax was raised by 4.99% in 2026/27 and yields £120.5m. A rise of one per cent is worth about £1.2m a year.
  Decisions have been made one year at a time. The freeze in 2021/22 was popular, and each year since has begun £4.6m lower
  than it might have done. Collection, at 95.8% in 2025/26, has not returned to the 97.1% of 2019/20; each point that is
  recovered would bring in a little over £1m.`),
  p(`The DSG is a threat of another order. The high needs block overspent by £6.4m in 2025/26, and the accumulated deficit
  of £21.7m is forecast to reach £29.5m by 31 March 2027. Under present law it is kept out of the council's own accounts
  until 31 March 2028. If that protection lapses the deficit is larger than every reserve that the council is likely to
  hold. Work to create 140 places in local special provision is sound. The council should share its forecast with
  headteachers and with all members, and ought to test what it would do if no national solution arrives.`),
  p(`The capital programme is £146m over the four years to 2029/30. Borrowing stood at £203m in March 2026 and the cost of
  financing it takes 6.6% of the net revenue budget, or £15.1m. Schemes are well run. The council might consider whether
  all of them are still needed, and should pause the £9.5m refurbishment of Guildhall House until the review of offices
  is complete.`),
  p(`We could not form a view on the figures for the new waste contract, since bids were due in the month after our visit.
  The difference between the best and the worst case given to us was £3.2m a year. This will be revisited at the progress
  review.`),
  section('4.5 Capacity for improvement'),
  p(`Northmere employs 2,840 full-time equivalent staff. They were frank with us, funny at times, and they want the
  council to succeed. Three in five of those who replied to the survey of 2024 would recommend it as a place to work.
  Apprentices and graduates speak highly of the start that they were given. Human resources (HR) colleagues have brought
  the time taken to fill a post down from 96 days to 61.`),
  p(`But staff are stretched. Turnover was 14.2% in 2025/26 and sickness absence 11.3 days for each employee. Agency
  spending was £7.9m, a fall of £1.6m on the year before. In planning, legal services and IT, single posts carry work on
  which large sums depend. The survey takes place every third year, and 58% replied to the latest one. Staff told us
  that they did not hear what came of it.`),
  quotations(`“Ask me what slows me down and then, please, do one thing about it.”`),
  p(`The council has an appetite for change that exceeds its capacity for it. We counted 74 projects in three programmes,
  with three boards, three forms of report and about forty people who appear on more than one of them. Nobody could tell
  us what would happen if two of them needed the same person in the same month. In the team's view at least a quarter of
  the projects should be stopped, paused or merged. A single *design authority would allow that choice to be made openly,
  with the freed time put where it counts most.`),
  p(`The transformation programme was given £4.5m in 2025 and has spent £2.6m. Its business cases forecast benefits of
  £9.8m a year by 2028/29, yet only £1.9m had been confirmed by finance. Cases are not looked at again once approved. The
  council should check each one at six and eighteen months, and should publish what it finds.`),
  p(`Digital services are good in parts. The new customer account has 58,000 users, and calls about council tax have
  fallen by 23% since 2024. Behind the screen, staff re-key the same address into as many as five systems. The digital
  strategy would benefit from being two pages long and from saying which systems will be switched off.`),
  p(`There is a great deal of learning in the council that stays where it began. The adult social care team reviews each
  serious setback without blame and shares what it found with partners. Other services could learn from this, and the
  council may wish to ask that team to show them how.`),
  p(`Performance conversations take place for 83% of staff. What they do not yet do is link a person's objectives to the
  plan of the service and of the council. A thread that can be followed from the vision to the individual, and back,
  would help people to see why their work matters and help managers to see which work does not.`),
  section('4.6 Shared services'),
  p(`Sharing with WCC began in 2013 with trading standards, which Wendshire hosts. Today it takes in legal services,
  procurement, emergency planning, IT, internal audit and five more. The councils also share seven posts, of which the
  director of public health, whose costs are split 40% to Northmere and 60% to Wendshire, is the most senior. Net of what
  it receives as host, Northmere paid WCC £0.8m in 2025/26.`),
  p(`There is much to admire. When half of the city's environmental health team was ill in the winter of 2025, cover came
  from the county within a day. The joint legal team has won work from other public bodies. Consumers are protected by a
  trading standards service with a depth that a city alone could not afford. Staff in shared teams are proud of them and
  for the most part do not care whose badge they wear.`),
  p(`What is missing is a common account of the whole. The nine agreements differ in length, notice and method of sharing
  costs; two have passed their review date. For legal services the cost share was set in 2016 by number of staff and has
  not changed since, although the city's use has grown by about a third. Neither council could tell us what sharing has
  saved in total. The business cases, taken together, promised £3.6m a year between the two councils.`),
  p(`IT is hosted by Northmere and gives rise to the most complaint on both sides. County managers believe that city
  projects come first. City managers believe the reverse. The team found no evidence for either, because demand is not
  recorded by council. It should be.`),
  p(`Some members in both councils fear that sharing leads by degrees to merger. Others would like it to. The councils need
  to say clearly that they are sovereign, that policies can differ where voters want them to, and that each may leave any
  arrangement on fair terms. Where this is written down, as it is for trading standards, the fear is noticeably less.`),
  quotations(`“It works because of who we are, not because of what we signed”`),
  p(`This remark, about public health, is praise and warning in one. The present director will retire in June 2027. The
  councils should agree before then what they want from the post, on what terms and at what cost to each.`),
  section('4.7 Working with neighbourhoods'),
  p(`The three neighbourhood pilots, in Quayside, Fenwick Park and Hallam Street, are among the best things that we saw.
  Each has a small team, a budget of £150,000 for 2026/27 over which local people have a say, and a councillor who acts as
  its champion. In Hallam Street, reports of fly-tipping fell by 38% in a year. In Fenwick Park a youth project begun with
  £4,000 now runs on five evenings a week.`),
  p(`The pilots are also popular with officers from other bodies. Police and housing staff sit in the same room, and
  problems are solved that used to be passed round. Ward councillors who are not part of a pilot would like to know when
  their turn will come. There is a risk that expectations run ahead of money: no funding has been found beyond March 2027.`),
  p(`The council should decide by January 2027 whether the approach is to be extended, and if it is, from which budgets.
  We would counsel against a uniform model. What the three have in common is permission, not structure.`),
  p(`Whether the pilots reduce demand for costlier services is a question that we cannot answer. The evaluation by the
  university is due in the spring of 2027, and we have asked to see it for the progress review.`),
  minor('*Design authority'),
  p(`By a design authority we mean a small standing group with the power to start, stop, merge and sequence all change in
  the council. It need not cost anything. Those that work well tend to share a few habits:`),
  bullets(
    `they meet weekly, for under an hour, with the same people in the room;`,
    `they keep a single list, and no project exists that is not on it;`,
    `they know how many days of whose time each project needs; and`,
    `they publish what they decide, including what they said no to.`,
  ),
];
