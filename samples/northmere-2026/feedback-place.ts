import { bullets, p, quotations, section, stray } from '../../scripts/sample-report/model.ts';

/** Sections 4.1 to 4.3. */
export const place = [
  section('4.1 Local priorities and outcomes'),
  p(`The council knows its city well. Its needs assessment is refreshed each spring, ward profiles are open to every
  member, and the data team can show within minutes how a street in Fenwick Park differs from one on Castle Rise. Men in
  the ward with the poorest health live 8.4 years less than those in the ward with the best, and that single figure turned
  up, unprompted, in conversations with councillors, head teachers and the fire service. This is a strength on which
  much can be built.`),
  p(`Northmere Together, the corporate plan for 2024 to 2028, was written after talks with over 3,000 residents. Its
  priorities are the right ones. The difficulty is their number. With 7 priorities, 41 commitments and 116 actions it
  tries to leave nobody out, and the result is that everything is important to somebody and nothing is important to
  everybody. Only 38 actions have a budget. For a further 52 there is a lead officer but no measure. The council should
  reset the plan around a dozen commitments at most, and say plainly what will wait.`),
  p(`Outcomes are improving in several places. We were impressed by:`),
  bullets(
    `the family hubs, which reached 71% of families with a child under five in 2025/26, against 54% two years before;`,
    `rough sleeping, where the count on a single night fell from 38 people in 2022 to 16 in 2025;`,
    `the Foundry Quay scheme, a £64m investment with £22.5m of government grant, which opened its first phase on time; and`,
    `recycling, at 47.2% in 2025/26, the best result that the city has had.`,
  ),
  p(`Other results are weaker. School attendance in secondary schools is 1.6 percentage points below that of similar
  cities. Repairs to pavements wait for 74 days on average. The council built or enabled 1,960 homes in three years,
  82% of what was needed, and only 411 of them were affordable. Partners in housing told us that sites are there but
  that decisions on them are slow.`),
  p(`Children's services deserve a word of their own. Since the inspection of 2024 the number of agency social workers has
  fallen from 61 to 34, caseloads average 16 where they once averaged 23, and foster carers told us that their calls are
  returned. The rate of children in care, 92 for every 10,000, is still well above that of similar places. Managers can
  explain each placement. They are less able to explain the trend, and a strategy to bring more children closer to home
  has been in draft since January 2026. It should be finished and funded before the winter is out.`),
  p(`Performance is reported to Cabinet four times a year in a document of more than 90 pages. Officers spend long hours
  on it and few members read it to the end. There is no page that puts performance, money and risk side by side. The
  council should bring these together in one short report, and could look to the adult social care dashboard, which is
  already used well, as its pattern. Targets should be set against similar councils and not only against last year.`),
  p(`Equality is taken seriously. All the decisions that we sampled had an impact assessment, and staff networks feel that
  they are heard. The assessments tend to be written at the end, however, once the preferred option is known. Doing them
  at the start would cost nothing and would make them worth more.`),
  quotations(`“The council listens very well. What I do not hear is what it did next.”`),
  p(`Residents are consulted often and answered seldom. A simple habit of reporting back, in the same place and to the same
  people, would do more for trust than another survey. We were not able to judge whether the new residents' panel, which
  met for the first time in the week of our visit, will reach people who do not already take part. The team will look at
  this again when it returns.`),
  stray('++'),
  section('4.2 Organisational and place leadership'),
  p(`The leader and the chief executive are visible, liked and trusted. They work closely without crossing into each
  other's role, and partners praised the way in which both of them answer the telephone. The Cabinet of eight is a mix of
  long experience and new energy. Group leaders meet the chief executive every fortnight, and all of them said that they
  are told in good time about matters that touch them.`),
  p(`Among partners the council's standing is high. The university described it as its most dependable ally. Employers
  value the skills partnership, through which 1,140 young people found an apprenticeship or a placement in 2025/26. In the
  voluntary, community and social enterprise (VCSE) sector we heard warmth about individual officers and some frustration
  with the council as a whole, chiefly about grants that are renewed for one year at a time and confirmed in the last week
  of March. The council should move to three-year agreements where it can, with a break clause if money requires it.`),
  quotations(`“They rang us before they announced it. Nobody else ever has.”`),
  p(`Work with the ICB has become harder since its boundary changed in 2025. Northmere is now one of five upper-tier
  councils around that table, where it used to be one of two. Some health colleagues could not say what the city wants
  from them. The council needs to decide on two or three asks, which in our view would include discharge from hospital
  and the mental health of young people, and to pursue them with Wendshire where interests are the same.`),
  p(`A vision for the city, Northmere 2040, was launched with partners in 2023. It is attractive, and it is not yet used.
  Of the partners whom we asked to name one of its aims, four in ten could do so. The Place Board that owns it has met
  twice in the past year. Partners would like it to meet less as an audience and more as a group that decides things. The
  council may wish to offer the chair to another body for a period, so that the vision belongs to the city.`),
  p(`Inside the organisation, leadership is less settled. Three of eight director posts are held by interims, who are able
  and cost £0.7m in 2025/26. Heads of service told us that priorities change as directors change. The corporate leadership
  team spends, by its own reckoning, about two thirds of its time on what is urgent. It should keep one meeting in four
  free for the longer term, and it should bring the 32 heads of service together as a group that leads, and not
  only as one that is briefed.`),
  p(`Elected members lead well in their wards. Many of them hold surgeries with the police and with housing
  associations, and all have a small fund of £3,000 a year to support local projects. Casework is harder than it should
  be, since enquiries go to a shared mailbox and a reply takes 13 working days on average against a standard of 7.
  Members see only their own. The council could learn a good deal about its services from the pattern of what
  residents ask their councillors, and at present nobody looks.`),
  p(`Communication with residents about money is almost absent. The budget consultation of January 2026 drew 412 replies,
  from a population of 212,000, and it asked about choices that had in effect been made. The council must begin an honest
  public conversation about its finances in the autumn of 2026, and could do so with other public bodies that face the
  same arithmetic. Members of all groups should have the same short briefing to hand.`),
  section('4.3 Governance and culture'),
  p(`Relations between members and officers are courteous and, in most services, open. The code of conduct is respected:
  seven complaints were made about councillors in 2025/26, and none was serious. Statutory officers meet every two weeks
  as a group, with an agenda and a note of what was agreed, which is good practice. The monitoring officer is consulted
  early. Decisions are recorded well and published promptly.`),
  p(`The council's culture is kind. That is a real asset, and several people told us, in different words, that it has a
  price: people avoid telling a colleague that a project is failing.`),
  quotations(
    `“We are lovely to each other right up to the moment when it goes wrong”`,
    `“Amber means nobody has asked me yet.”`,
  ),
  p(`Of 116 actions in the corporate plan, 98 were reported as green or amber in June 2026. We looked at ten of the 98 and
  could find evidence of progress for six. Reports of status are made by the person who does the work and are not tested
  by anybody else. The council should require evidence before an action is closed, and a second person should agree.`),
  p(`Overview and scrutiny has two committees, each with a hard-working chair. Its work is mostly on matters that have
  already been decided: of 46 items taken in 2025/26, 33 were updates or reports for information. Scrutiny made 19
  recommendations to Cabinet in the same year, and for 8 of these we could find no reply. This was raised in the challenge
  of 2021. The council needs to act on it, not because scrutiny complains (it does so rather little), but because the
  choices that lie ahead will be better for having been argued over in public first.`),
  p(`A call-in took place in March 2026 for the first time in four years. Members on both sides said that it was handled
  fairly. It shows that the system can work when it is used.`),
  p(`The Audit and Standards Committee has one independent member, who is excellent. It does not see the list of overdue
  actions in full: 63 were overdue in July 2026, 17 of them of high priority, and the oldest dated from 2022. External
  audit has caught up. The accounts for 2024/25 were signed in February 2026 with an unqualified opinion, and the auditor
  reported one significant weakness, in the council's arrangements for financial sustainability.`),
  p(`Risk is managed with care in directorates and with less care across them. The corporate register has 24 risks, of
  which 21 have kept the same score for a year. It would help to set an appetite for each kind of risk, and to tie the
  risks about money to the savings that they threaten.`),
  p(`The council introduced a new scheme of delegation on 1 September 2026. It looks sensible on paper and should
  speed up smaller decisions. It was too new for us to say how it works in practice and we make no judgement on it; the
  progress review will come back to the matter.`),
  p(`Member development is valued by those who use it. Fewer than half of all members attended any session on finance in
  2025/26. With 54 seats up for election in May 2027, the council should plan now for an induction in which the budget
  comes first, and should ask existing members what they wish they had been told.`),
];
