import type { Subject } from './subjects.ts';

/** What peers ask for, in headlines that stand alone. None ends with a full stop: the setting adds it or not. */
export const headlines: Readonly<Record<Subject, readonly string[]>> = {
  priorities: [
    'Continue to develop the corporate plan with partners and residents, ensuring that it is supported by a realistic delivery plan with clear milestones',
    'Develop a performance framework that gives members timely and accessible information on what matters most',
    'Rewrite the corporate plan around four or five promises that residents can check',
    'Agree with partners one description of what this place should be in ten years, and who does what towards it',
    'Put a small set of outcome measures in front of Cabinet every quarter',
    'Say plainly which services will get less attention so that the priorities can get more',
    'Use what you already know about your neighbourhoods when you set next year’s priorities',
    'Test every new initiative against the corporate plan before it is started',
    'Publish a yearly account of what has changed for residents',
    'Finish the delivery plan and give every line of it an owner and a date',
  ],
  leadership: [
    'Ensure that political and managerial leaders communicate a consistent message about the future of the council',
    'Consider how the council can make the most of its position within the region, including through devolution',
    'Refresh the Local Strategic Partnership and agree what each member brings to it',
    'Create regular time for Cabinet and the senior team to think ahead together',
    'Settle how the council will speak with one voice in the combined authority',
    'Work with the integrated care partnership on a single plan for people who leave hospital',
    'Bring town and parish councils into the conversation before decisions are taken, not after',
    'Strengthen the working relationship between the administration and opposition groups',
    'Make the senior leadership team more visible at the depots and in the area offices',
    'Tell the story of the place with more confidence to government and to investors',
  ],
  governance: [
    'Undertake a review of the effectiveness of scrutiny, with support from outside the council',
    'Ensure that decision-making is transparent, timely and supported by good quality reports',
    'Review the way overview and scrutiny chooses its work, so that it shapes policy and does not only look back',
    'Bring the constitution up to date and make it readable',
    'Adopt a protocol for member and officer relations, and train both sides in it',
    'Strengthen the Audit Committee by appointing at least one independent member',
    'Shorten the time between a decision and its first progress report',
    'Make sure that the three statutory officers meet every week and keep a note of what they agree',
    'Give every councillor a development plan and the time to follow it',
    'Review the governance of the council’s companies before any further loan is made to them',
  ],
  finance: [
    'Take urgent action to close the budget gap for next year and to put the council on a sustainable footing',
    'Ensure there is collective ownership of the financial position, by members as well as officers',
    'Set out a savings programme for three years in which every saving has an owner, a date and a test of whether it was made',
    'Agree a reserves policy with a floor, and report against it each quarter',
    'Stop balancing the yearly budget with money that can be spent only once',
    'Revisit the assumptions of the Medium Term Financial Strategy with help from outside the council',
    'Bring spending on home to school transport under control as a matter of urgency',
    'Be clear with all members about the size of the gap and the choices that will close it',
    'Complete the outstanding accounts and agree a timetable with the external auditor',
    'Review the capital programme and take out the schemes that cannot be afforded',
    'Build the capacity of budget managers to forecast',
  ],
  capacity: [
    'Prioritise and sequence the programme of transformation so that it matches the capacity of the organisation',
    'Continue to invest in organisational development, with a focus on middle managers',
    'Produce a workforce strategy that says which skills the council will need in five years and how it will get them',
    'Resource the transformation programme properly and slow down what is not part of it',
    'Establish a small programme office with the authority to say no',
    'Fill the vacant posts at the second tier on a permanent footing',
    'Develop a digital strategy that starts from what residents need to do',
    'Look at the pay and grading scheme again, with a view to recruitment in social care and planning',
    'Learn from others: visit three councils that have made the same changes',
    'Introduce a yearly survey of staff and act on what it says',
  ],
  communities: [
    'Engage earlier and more widely with residents on decisions that affect them, and explain what difference this has made',
    'Build a clear and shared approach to working with the voluntary and community sector',
    'Turn the equality objectives into actions with dates',
    'Let communities take on assets where they want to and can',
    'Ask residents earlier and tell them what was done with their answers',
    'Give tenants a stronger say in how the housing service is run',
  ],
};

/** Reasons and next steps, each a sentence of its own that may follow any headline of its subject. */
export const reasons: Readonly<Record<Subject, readonly string[]>> = {
  priorities: [
    'At present there are more than thirty stated priorities, and few people we met could name the same three.',
    'This will help managers to decide what to leave undone.',
    'Residents told us that they do not know what the council stands for.',
    'A shorter list, kept to, would give partners something to plan around.',
    'The information exists but it is held in several places and seldom brought together.',
  ],
  leadership: [
    'Partners are ready for this and are waiting to be asked.',
    'The new administration offers a natural moment to begin.',
    'Doing so would also ease the pressure on the Chief Executive, who carries too many of these relationships alone.',
    'Without it there is a risk that decisions about the place are made elsewhere.',
    'Other councils of a similar size have found that a light touch works best.',
  ],
  governance: [
    'Work programmes are long and largely decided by officers.',
    'Members of all groups told us that they would welcome this.',
    'The present arrangements were designed for a different council.',
    'Clearer roles would help newer councillors in particular.',
    'This should be in place before the next municipal year begins.',
  ],
  finance: [
    'The gap over the next three years is larger than the general reserve.',
    'Plans agreed in the past have slipped, and nobody could tell us by how much.',
    'Earlier sight of the figures would allow members to choose while there is still a choice.',
    'Confidence in the forecast has to be earned, and the first quarter is the time to begin.',
    'The external auditor has made the same point twice.',
  ],
  capacity: [
    'The same few people are asked to lead everything.',
    'Several projects depend on posts that have been vacant for more than a year.',
    'It would also help to keep good staff, some of whom are thinking of leaving.',
    'Enthusiasm is not in short supply; time is.',
    'Much of what is needed is already written down and only wants a decision.',
  ],
  communities: [
    'There is a great deal of goodwill to draw on.',
    'Groups told us that they hear from the council mostly when a grant is about to end.',
    'The response to the pandemic showed what can be done.',
    'It matters most in the three wards where fewest people vote.',
  ],
};

/** Sub-points of a recommendation that ends with a colon. */
export const pointed: readonly { readonly lead: string; readonly points: readonly string[] }[] = [
  {
    lead: 'Develop a financial recovery plan that covers:',
    points: [
      'the savings already agreed, with an honest view of which will be made',
      'the further savings needed in each of the next three years',
      'what would be stopped first if the first two fall short',
    ],
  },
  {
    lead: 'Strengthen the role of scrutiny by:',
    points: [
      'choosing no more than three reviews a year',
      'meeting before decisions are taken and not only afterwards',
      'following up what became of earlier advice',
      'hearing more often from residents and partners',
    ],
  },
  {
    lead: 'Hold a facilitated session for Cabinet and directors to agree:',
    points: [
      'what success will look like in four years',
      'who leads on each priority',
      'how often progress will be looked at together',
    ],
  },
  {
    lead: 'Review the shared management arrangements with the neighbouring council, including:',
    points: [
      'what each council pays and what each receives',
      'whether there is enough capacity for the ambitions of both',
      'how either council could leave, and at what notice',
    ],
  },
  {
    lead: 'Make better use of data across the council:',
    points: [
      'agree one set of figures for each directorate',
      'give budget managers direct access to them',
      'publish what is not confidential',
    ],
  },
  {
    lead: 'Adopt a new approach to engaging with communities that includes:',
    points: [
      'a standing panel of residents',
      'a yearly programme of visits to every ward',
      'a named officer for each of the larger community groups',
    ],
  },
];
