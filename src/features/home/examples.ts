// Home in its states, with invented people, for the tests of its template.
import type { HomeView, NewsView, TaskView } from './views.ts';

const base = '/councils/northmere';

const late: TaskView = {
  text: 'Brief every member on the floor',
  href: `${base}/actions/1`,
  note: 'In progress. For: Publish the reserves the council would not go below',
  late: '23 days past 30 October 2026, 53 past the first date, 30 September 2026',
  due: null,
  act: { text: 'Report progress', href: `${base}/actions/1/progress` },
};
const due: TaskView = {
  ...late,
  text: 'Print the floor',
  note: 'Not started.',
  late: null,
  due: 'Due 30 November 2026',
};
const answer: TaskView = {
  ...due,
  text: 'Write down what each shared post is for',
  note: 'Peer challenge report 2026',
  due: null,
  act: { text: 'Record the response', href: `${base}/recommendations/2/response` },
};
const agree: TaskView = {
  ...answer,
  text: 'Terms of Public health',
  note: 'Proposed by Wendshire on 18 November 2026.',
  act: { text: 'Read and agree', href: `${base}/share` },
};
const moved: NewsView = {
  what: 'Action: date moved, 30 September to 30 October 2026',
  who: 'by Lena Fox',
  when: new Date('2026-11-20T10:42:00Z'),
  why: 'The hall was let.',
  link: { text: 'Brief every member on the floor', href: `${base}/actions/1` },
};
const nothing = {
  heading: 'Changed in the last 30 days',
  nothing: 'Nothing changed since 23 October 2026.',
  entries: [],
};

export const examples: Readonly<Record<string, HomeView>> = {
  'a new council': {
    heading: 'My work',
    headline: 'Nothing is due.',
    others: null,
    groups: [],
    begin: [
      { text: 'Upload a report', href: `${base}/reports/new` },
      { text: 'Invite owners', href: `${base}/people/invite` },
    ],
    news: nothing,
    fewer: null,
  },
  'nothing due': {
    heading: 'My work',
    headline: 'Nothing is due. Next: 31 January 2027.',
    others: null,
    groups: [],
    begin: null,
    news: nothing,
    fewer: null,
  },
  usual: {
    heading: 'My work',
    headline: '3 late. 2 due by 22 December 2026. 1 waits for your answer.',
    others: { text: '5 late in all of Northmere City Council', href: `${base}/actions?show=late` },
    groups: [
      { id: 'late', title: 'Late (3)', tasks: [late, late, { ...late, act: null }], all: null },
      { id: 'due', title: 'Due soon (2)', tasks: [due, { ...due, note: null }], all: null },
      { id: 'answer', title: 'Waiting for your answer', tasks: [answer], all: null },
      { id: 'agree', title: 'Waiting for Northmere’s agreement', tasks: [agree], all: null },
    ],
    begin: null,
    news: {
      heading: 'Changed since you last came, 18 November 2026',
      nothing: null,
      entries: [moved, { ...moved, what: 'Action added', why: null }, { ...moved, link: null }],
    },
    fewer: null,
  },
  'too much': {
    heading: 'My work',
    headline: '64 late.',
    others: null,
    groups: [
      {
        id: 'late',
        title: 'Late (64)',
        tasks: Array.from({ length: 10 }, () => late),
        all: { text: 'All 64 late', href: `${base}?all=late#late` },
      },
    ],
    begin: null,
    news: { ...nothing, nothing: null, entries: Array.from({ length: 10 }, () => moved) },
    fewer: base,
  },
};
