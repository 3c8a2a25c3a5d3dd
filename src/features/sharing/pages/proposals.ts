// Terms and posts: proposing them, and each council's own agreement to them.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { pageErrors, type Typed, typedFrom } from '../../recommendations/index.ts';
import { agreePost, agreeTerms, proposePost, proposeTerms } from '../actions.ts';
import { readDecision, readPost, readTerms } from '../forms.ts';
import { type Arrangement, councilsIn, type Post, postsOf, sharingPosts, termsOf } from '../rules/arrangement.ts';
import {
  type PostFormView,
  type ProposalView,
  postFields,
  postFormView,
  postProposalView,
  TERMS_FIELDS,
  type TermsFormView,
  termsFormView,
  termsProposalView,
  typedPost,
  typedTerms,
} from '../views/proposals.ts';
import { AGREE_FIELDS, type Errors } from '../views/words.ts';
import { actingOf, agreedWords, arrangementId, done, findHere, findToAct, furnitureOf, hereOf } from './context.ts';

export const termsFormPage = template<TermsFormView>('sharing/terms-form.njk');
export const postFormPage = template<PostFormView>('sharing/post-form.njk');
export const proposalPage = template<ProposalView>('sharing/proposal.njk');

const PROPOSED = 'Proposed. It takes effect when every council has agreed.';

const UNCHANGED = 'Nothing is changed. Change something, or cancel';

async function termsForm(context: CouncilContext, typed: Typed | null, errors: Errors) {
  const found = await findToAct(context);
  const { arrangement } = found;
  const view = termsFormView({
    about: arrangement.name,
    councils: councilsIn(arrangement, context.today),
    typed: typed ?? typedTerms(termsOf(arrangement, context.today).current),
    errors,
    here: hereOf(context),
  });
  return page(termsFormPage, view, {
    ...furnitureOf(context, found, 'Propose terms'),
    errors: pageErrors(errors, TERMS_FIELDS, ['review']),
  });
}

async function postTerms(context: CouncilContext) {
  await findToAct(context);
  const typed = typedFrom(context.form);
  const read = readTerms(typed);
  if (!read.ok) return termsForm(context, typed, read.errors);
  const input = { arrangementId: arrangementId(context), ...read.value };
  // A host that was not among the choices is refused here as well as by the database.
  const known = input.hostCouncilId === null || /^[0-9a-f-]{36}$/.test(input.hostCouncilId);
  const outcome = known ? await context.scope((tx) => proposeTerms(tx, actingOf(context), input)) : null;
  if (outcome === null || outcome.kind === 'host-not-in-it') {
    return termsForm(context, typed, { host: 'Choose one of the councils in it' });
  }
  if (outcome.kind === 'unchanged') return termsForm(context, typed, { depth: UNCHANGED });
  if (outcome.kind !== 'proposed') return nothingHere();
  return redirect(`${hereOf(context)}/terms/${outcome.id}`, PROPOSED);
}

async function termsAnswer(context: CouncilContext, typed: Typed, errors: Errors) {
  const found = await findHere(context);
  const id = identifier(context.params.terms);
  const { arrangement } = found;
  const view = termsProposalView({
    ...{ arrangement, council: context.council, today: context.today, typed, errors, here: hereOf(context) },
    one: arrangement.terms.find((one) => one.id === id) ?? nothingHere(),
    editions: termsOf(arrangement, context.today),
    may: context.can('arrange'),
  });
  return page(proposalPage, view, {
    ...furnitureOf(context, found, view.heading),
    errors: pageErrors(errors, AGREE_FIELDS, ['agreed']),
  });
}

async function postTermsAgreement(context: CouncilContext) {
  const termsId = identifier(context.params.terms);
  const typed = typedFrom(context.form);
  const read = readDecision(typed, context.today);
  if (!read.ok) return termsAnswer(context, typed, read.errors);
  const input = { arrangementId: arrangementId(context), termsId, ...read.value };
  const outcome = await context.scope((tx) => agreeTerms(tx, actingOf(context), input));
  return outcome.kind === 'not-here' ? nothingHere() : done(context, agreedWords(context, outcome.kind));
}

const sharersOf = (arrangement: Arrangement, today: string) => {
  const sharing = sharingPosts(arrangement, today);
  return arrangement.agreements.filter(({ councilId }) => sharing.includes(councilId));
};

/** The arrangement, those that share posts under it, and the post in force that the address names. */
async function findPostHere(context: CouncilContext) {
  const found = await findToAct(context);
  const { arrangement } = found;
  const sharing = sharersOf(arrangement, context.today);
  if (!sharing.some(({ councilId }) => councilId === context.council.id)) return nothingHere();
  let changes: Post | null = null;
  if (context.params.post !== undefined) {
    const id = identifier(context.params.post);
    const current = postsOf(arrangement, context.today).flatMap((one) => one.current ?? []);
    changes = current.find((one) => one.id === id) ?? nothingHere();
  }
  return { found, sharing, changes };
}

async function postForm(context: CouncilContext, typed: Typed | null, errors: Errors) {
  const { found, sharing, changes } = await findPostHere(context);
  const about = found.arrangement.name;
  const shown = typed ?? typedPost(changes);
  const view = postFormView({ about, changes, sharing, typed: shown, errors, here: hereOf(context) });
  return page(postFormPage, view, {
    ...furnitureOf(context, found, view.heading),
    errors: pageErrors(errors, postFields(sharing), ['from', 'until']),
  });
}

async function postPost(context: CouncilContext) {
  const { sharing, changes } = await findPostHere(context);
  const typed = typedFrom(context.form);
  const read = readPost(typed, sharing);
  if (!read.ok) return postForm(context, typed, read.errors);
  const input = { arrangementId: arrangementId(context), postId: changes?.postId ?? null, ...read.value };
  const outcome = await context.scope((tx) => proposePost(tx, actingOf(context), input));
  if (outcome.kind === 'unchanged') return postForm(context, typed, { title: UNCHANGED });
  if (outcome.kind !== 'proposed') return nothingHere();
  return redirect(`${hereOf(context)}/posts/${outcome.id}`, PROPOSED);
}

async function postAnswer(context: CouncilContext, typed: Typed, errors: Errors) {
  const found = await findHere(context);
  const id = identifier(context.params.post);
  const { arrangement } = found;
  const one = arrangement.posts.find((post) => post.id === id) ?? nothingHere();
  const view = postProposalView({
    ...{ arrangement, council: context.council, today: context.today, typed, errors, here: hereOf(context), one },
    editions: postsOf(arrangement, context.today).find(({ postId }) => postId === one.postId) ?? nothingHere(),
    may: context.can('arrange'),
  });
  return page(proposalPage, view, {
    ...furnitureOf(context, found, view.heading),
    errors: pageErrors(errors, AGREE_FIELDS, ['agreed']),
  });
}

async function postPostAgreement(context: CouncilContext) {
  const sharedPostId = identifier(context.params.post);
  const typed = typedFrom(context.form);
  const read = readDecision(typed, context.today);
  if (!read.ok) return postAnswer(context, typed, read.errors);
  const input = { arrangementId: arrangementId(context), sharedPostId, ...read.value };
  const outcome = await context.scope((tx) => agreePost(tx, actingOf(context), input));
  return outcome.kind === 'not-here' ? nothingHere() : done(context, agreedWords(context, outcome.kind));
}

export function addProposalPages(pages: Pages): void {
  const at = '/share/arrangements/:arrangement';
  pages.council('GET', `${at}/terms/new`, 'arrange', (context) => termsForm(context, null, {}));
  pages.council('POST', `${at}/terms/new`, 'arrange', postTerms);
  pages.council('GET', `${at}/terms/:terms`, 'see', (context) => termsAnswer(context, {}, {}));
  pages.council('POST', `${at}/terms/:terms`, 'arrange', postTermsAgreement);
  pages.council('GET', `${at}/posts/new`, 'arrange', (context) => postForm(context, null, {}));
  pages.council('POST', `${at}/posts/new`, 'arrange', postPost);
  pages.council('GET', `${at}/posts/:post`, 'see', (context) => postAnswer(context, {}, {}));
  pages.council('POST', `${at}/posts/:post`, 'arrange', postPostAgreement);
  pages.council('GET', `${at}/posts/:post/change`, 'arrange', (context) => postForm(context, null, {}));
  pages.council('POST', `${at}/posts/:post/change`, 'arrange', postPost);
}
