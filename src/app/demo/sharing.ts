// Tells what the two councils share: each proposal, and each council's own agreement to it.
import { agree, agreePost, agreeTerms, propose, proposePost, proposeTerms } from '../../features/sharing/index.ts';
import type { CouncilTx } from '../../platform/db/scope.ts';
import type { StoryArrangement, StoryPost } from './arrangements.ts';
import { type Cast, expect } from './cast.ts';
import type { Diary } from './events.ts';
import { councils } from './people.ts';

/** Where the identifier of what was made is kept until somebody agrees to it. */
interface Made {
  id?: string;
  postId?: string;
}

const leadOf = (code: string) => councils.find((council) => council.code === code)!.lead;

export function noteArrangement(diary: Diary, cast: Cast, arrangement: StoryArrangement): void {
  const { name, purpose, proposedOn, agreed, terms, posts } = arrangement;
  const parties = Object.entries(agreed);
  const [proposer] = parties[0]!;
  const made: Made = {};
  const lastAgreed = parties
    .map(([, { on }]) => on)
    .sort()
    .at(-1)!;
  diary.note(proposedOn, 'share', proposer, leadOf(proposer), async (tx) => {
    const withCouncils = parties.slice(1).map(([code]) => cast.council(code));
    const proposal = { name, purpose, withCouncils, postsFrom: lastAgreed };
    made.id = expect(await propose(tx, proposal), 'proposed', name).id;
  });
  noteAgreements(diary, cast, agreed, async (tx, acting, decided) => {
    expect(await agree(tx, acting, { arrangementId: made.id!, ...decided }), 'agreed', name);
  });
  noteTerms(diary, cast, terms, made);
  for (const editions of posts) {
    const post: Made = {};
    for (const edition of editions) notePost(diary, cast, edition, made, post);
  }
}

type Decided = { agreedOn: string; decidedByBody: string; decisionReference: string };
type Acting = { councilId: string; today: string };

function noteAgreements(
  diary: Diary,
  cast: Cast,
  agreed: StoryPost['agreed'],
  give: (tx: CouncilTx, acting: Acting, decided: Decided) => Promise<void>,
): void {
  for (const [code, { on, body, reference }] of Object.entries(agreed)) {
    const decided = { agreedOn: on, decidedByBody: body, decisionReference: reference };
    diary.note(on, 'agree', code, leadOf(code), (tx, today) =>
      give(tx, { councilId: cast.council(code), today }, decided),
    );
  }
}

function noteTerms(diary: Diary, cast: Cast, story: StoryArrangement['terms'], arrangement: Made): void {
  const { by, proposedOn, host, nextReview: nextReviewOn, agreed, ...terms } = story;
  const made: Made = {};
  diary.note(proposedOn, 'share', by, leadOf(by), async (tx, today) => {
    const input = { ...terms, arrangementId: arrangement.id!, hostCouncilId: cast.council(host), nextReviewOn };
    const outcome = await proposeTerms(tx, { councilId: cast.council(by), today }, input);
    made.id = expect(outcome, 'proposed', terms.legalBasis).id;
  });
  noteAgreements(diary, cast, agreed, async (tx, acting, decided) => {
    const input = { arrangementId: arrangement.id!, termsId: made.id!, ...decided };
    expect(await agreeTerms(tx, acting, input), 'agreed', terms.legalBasis);
  });
}

function notePost(diary: Diary, cast: Cast, story: StoryPost, arrangement: Made, post: Made): void {
  const { title, employer, from: fromOn, time, by, proposedOn, why, agreed } = story;
  const made: Made = {};
  diary.note(proposedOn, 'share', by, leadOf(by), async (tx, today) => {
    const shares = Object.entries(time).map(([code, percent]) => [cast.council(code), percent] as const);
    const input = {
      ...{ arrangementId: arrangement.id!, postId: post.postId ?? null, title, fromOn, untilOn: null, why },
      ...{ employerCouncilId: cast.council(employer), timeShares: Object.fromEntries(shares) },
    };
    const outcome = await proposePost(tx, { councilId: cast.council(by), today }, input);
    const proposed = expect(outcome, 'proposed', title);
    made.id = proposed.id;
    post.postId = proposed.postId;
  });
  noteAgreements(diary, cast, agreed, async (tx, acting, decided) => {
    const input = { arrangementId: arrangement.id!, sharedPostId: made.id!, ...decided };
    expect(await agreePost(tx, acting, input), 'agreed', title);
  });
}
