import { p, quotations } from '../../scripts/sample-report/model.ts';

/** Chapter 1. */
export const summary = [
  p(`Northmere is a city that people choose. Its population has grown to about 212,000, its university brings almost
  19,000 students to the centre, and the quays that closed in the 1980s are being rebuilt street by street. Northmere
  City Council (NCC, or ‘the council’) has had a large part in that recovery. Partners told us that when the city needed
  somebody to bring land, money and nerve to the table, it was the council that did.`),
  p(`The council is also in the hardest financial position of its life as a unitary authority. Its net revenue budget for
  2026/27 is £228m. It was balanced by £11.5m of savings and by £6.2m drawn from reserves, and after three months an
  overspend of £4.7m was forecast. The gap to be closed is £18.4m in 2027/28 and, if nothing is done, it grows to £24.9m
  in 2028/29 and £30.2m in 2029/30. These are cumulative figures: they are not to be added together. Usable revenue
  reserves have fallen by £22.3m, or 36%, in three years.`),
  p(`This is serious, and it is not yet hopeless. The council has a respected chief executive, a section 151 officer who
  speaks plainly, and political leaders who asked for this challenge to be
  a searching one. Most of the
  building blocks are in the right place. What we did not find is a shared understanding of the size of the task. Some
  members told us that the budget for next year is done; it is done only in the sense that £9.3m of it relies on money
  that cannot be spent again.`),
  p(`The Labour minority administration, in office since May 2023, works well with officers, and relations across the
  chamber are civil. The next elections fall in May 2027. It would be understandable if hard choices were left until
  after polling day. It would also be a mistake: every month of delay in a saving worth £1m a year loses about £83,000
  that has to be found elsewhere. The peer team urges all four group leaders to agree, before Christmas, on a set of
  facts that none of them will dispute in public.`),
  p(`Services are, on the whole, in better shape than the finances. Adult social care was judged good by its regulator in
  2025. Children's services were judged to require improvement in 2024 and have since made steady gains; the number of
  agency social workers has come down from 61 to 34. Recycling has risen to 47.2%, and 1,960 homes have been completed in
  the last three years against a need of 2,400. Residents are less sure: 52% said in the survey of 2025 that they were
  satisfied with the council, down from 61% in 2022.`),
  p(`Staff were the best advertisement for Northmere that we met. They are loyal, they are candid, and they are tired. In
  nineteen focus groups and drop-in sessions we heard pride in the place and impatience with the machine.`),
  quotations(
    `“I love working for this city, I just wish it took fewer than six signatures to mend a gate”`,
    `“We start things beautifully. I could not tell you when we last finished one.”`,
  ),
  p(`That second remark goes to the heart of our findings. The corporate plan holds 116 actions and most have no money
  beside them. Three programme boards call on the same people. Savings are approved as lines in a budget and only later
  become projects. We think that the council should do less, finish more, and be able to show a resident on one page what
  was promised, what was done and what it cost.`),
  p(`Governance is sound in form. Decisions are recorded well, statutory officers work as a team, and the accounts are up
  to date. In substance it is gentler than it ought to be. Scrutiny is too often told of a decision when it could have
  helped to make it; the committee that oversees audit does not see everything that is overdue; and the polite habits of
  the organisation let projects stay amber for a long time. The external auditor has reported a significant weakness in
  the arrangements for financial sustainability. The council accepts that finding, and so do we.`),
  p(`Northmere shares eleven services and seven posts with Wendshire County Council (WCC), which surrounds it. A separate
  challenge of WCC took place in the week after ours, and two peers served on both teams. The shared arrangements give
  both councils resilience that neither could buy alone, and the joint director of public health is a model of how it can
  be done. But the arrangements grew one at a time, under different leaders, and nobody can now say what they save. Four
  recommendations are therefore made in the same words to both councils.`),
  p(`A corporate peer challenge was last held here in October 2021 and made eleven recommendations. The council regards
  nine of them as complete. We would put the number at six: the advice on reserves, on scrutiny and on the number of
  priorities was accepted, acted on for a year and then allowed to fade. That history is the reason why recommendation 14
  asks for progress to be published and for the opposition to be in the room.`),
  p(`The three matters on which the council asked for particular advice are the medium term plan, the services shared with
  Wendshire, and the work with neighbourhoods. On the first our advice is to agree the figures before arguing about the
  remedies. On the second it is to count what is gained, together, and to put the arrangements on a footing that would
  survive a change of leader on either side. On the third it is to decide early. The pilots in Quayside, Fenwick Park and
  Hallam Street have shown what trust can do in a small area, and they have no money after March 2027.`),
  p(`There are grounds for hope in how the council has behaved when pressed. It closed a gap of similar size between
  2011 and 2014 without losing a library. It brought its accounts up to date in eighteen months. It said sorry, in public
  and by letter, to 2,300 households whose bills were wrong in 2024, and put them right within six weeks. A council that
  can do these things can do what is asked of it here.`),
  p(`Much in this report will not surprise those who read it. Leaders were open with us, the position statement was honest
  and, with few exceptions, people agreed on what is wrong. The council has the people, the partners and the reputation to
  put it right. It now needs to choose, to count and to keep going.`),
];
