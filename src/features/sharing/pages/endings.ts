// What a council ends for itself: its part in a protocol, its place in an arrangement. And proposing to share again.
import { shortName } from '../../../engines/fields/councils.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { pageErrors, type Typed, typedFrom } from '../../recommendations/index.ts';
import { endProtocol, leave, mayShareAgain, proposeSharing } from '../actions.ts';
import { readNotice, readSharing } from '../forms.ts';
import { earliestLeaving } from '../rules/arrangement.ts';
import { KIND_WORDS } from '../rules/history.ts';
import {
  endProtocolView,
  leaveView,
  NOTICE_FIELDS,
  type NoticeView,
  SHARING_FIELDS,
  type SharingView,
  sharingView,
  tooEarlyToLeave,
} from '../views/ending.ts';
import type { Errors } from '../views/words.ts';
import { actingOf, arrangementId, done, findToAct, furnitureOf, hereOf } from './context.ts';

export const noticePage = template<NoticeView>('sharing/notice.njk');
export const sharingPage = template<SharingView>('sharing/sharing.njk');

/** The arrangement, and whether the council has given notice already. */
async function findToLeave(context: CouncilContext) {
  const found = await findToAct(context);
  const mine = found.arrangement.agreements.find(({ councilId }) => councilId === context.council.id);
  return { found, noticed: mine?.leaving != null, earliest: earliestLeaving(found.arrangement, context.today) };
}

/** Back to the arrangement from a page that has been done with: another window, or the other of two people. */
const alreadyDone = (context: CouncilContext, what: string) =>
  done(context, `${shortName(context.council.name)} ${what} already. Nothing was changed.`);
const NOTICED = 'had given notice';
const ENDED = 'had ended its part';

async function leaveAnswer(context: CouncilContext, typed: Typed, errors: Errors) {
  const { found, noticed, earliest } = await findToLeave(context);
  if (noticed) return alreadyDone(context, NOTICED);
  const { council, today } = context;
  const view = leaveView({
    ...{ arrangement: found.arrangement, council, today, earliest, typed, errors },
    here: hereOf(context),
  });
  return page(noticePage, view, {
    ...furnitureOf(context, found, view.heading),
    errors: pageErrors(errors, NOTICE_FIELDS, ['ends']),
  });
}

async function postLeave(context: CouncilContext) {
  const { noticed, earliest } = await findToLeave(context);
  if (noticed) return alreadyDone(context, NOTICED);
  const typed = typedFrom(context.form);
  const read = readNotice(typed, earliest, tooEarlyToLeave(earliest, context.today));
  if (!read.ok) return leaveAnswer(context, typed, read.errors);
  const input = { arrangementId: arrangementId(context), ...read.value };
  const outcome = await context.scope((tx) => leave(tx, actingOf(context), input));
  if (outcome.kind === 'not-here') return nothingHere();
  if (outcome.kind === 'too-early') {
    return leaveAnswer(context, typed, { ends: tooEarlyToLeave(outcome.earliest, context.today) });
  }
  if (outcome.kind === 'noticed-already') return alreadyDone(context, NOTICED);
  return done(context, `${shortName(context.council.name)} leaves on ${date(input.endsOn)}. The others can read why.`);
}

/** The protocol in the address, of which the council has a part, and whether it has ended it already. */
async function findToEnd(context: CouncilContext) {
  const found = await findToAct(context);
  const id = identifier(context.params.protocol);
  const protocol = found.arrangement.protocols.find((one) => one.id === id);
  if (!protocol?.agreedBy.includes(context.council.id)) return nothingHere();
  const ended = protocol.endings.some(({ councilId }) => councilId === context.council.id);
  return { found, protocol, ended };
}

async function endAnswer(context: CouncilContext, typed: Typed, errors: Errors) {
  const { found, protocol, ended } = await findToEnd(context);
  if (ended) return alreadyDone(context, ENDED);
  const view = endProtocolView({
    ...{ arrangement: found.arrangement, council: context.council, typed, errors, here: hereOf(context) },
    protocolId: protocol.id,
    kind: KIND_WORDS[protocol.recordKind],
  });
  return page(noticePage, view, {
    ...furnitureOf(context, found, view.heading),
    errors: pageErrors(errors, NOTICE_FIELDS, ['ends']),
  });
}

async function postEnd(context: CouncilContext) {
  const { protocol, ended } = await findToEnd(context);
  if (ended) return alreadyDone(context, ENDED);
  const typed = typedFrom(context.form);
  const read = readNotice(typed, context.today, 'The day must be today or later');
  if (!read.ok) return endAnswer(context, typed, read.errors);
  const input = { arrangementId: arrangementId(context), protocolId: protocol.id, ...read.value };
  const outcome = await context.scope((tx) => endProtocol(tx, actingOf(context), input));
  if (outcome.kind === 'not-here' || outcome.kind === 'too-early') return nothingHere();
  if (outcome.kind === 'ended-already') return alreadyDone(context, ENDED);
  const part = `${shortName(context.council.name)}’s part in sharing ${KIND_WORDS[protocol.recordKind]}`;
  return done(context, `${part} ends on ${date(input.endsOn)}. The others can read why.`);
}

async function sharingAnswer(context: CouncilContext, typed: Typed, errors: Errors) {
  const found = await findToAct(context);
  const { arrangement } = found;
  if (!mayShareAgain(arrangement, actingOf(context))) return nothingHere();
  const view = sharingView({ arrangement, typed, errors, here: hereOf(context) });
  return page(sharingPage, view, {
    ...furnitureOf(context, found, 'Propose to share posts'),
    errors: pageErrors(errors, SHARING_FIELDS, ['from']),
  });
}

async function postSharing(context: CouncilContext) {
  const typed = typedFrom(context.form);
  const read = readSharing(typed);
  if (!read.ok) return sharingAnswer(context, typed, read.errors);
  const input = { arrangementId: arrangementId(context), ...read.value };
  const outcome = await context.scope((tx) => proposeSharing(tx, actingOf(context), input));
  if (outcome.kind !== 'proposed') return nothingHere();
  return done(context, 'Proposed. Nothing is shared until every council has agreed.');
}

export function addEndingPages(pages: Pages): void {
  const at = '/share/arrangements/:arrangement';
  pages.council('GET', `${at}/leave`, 'arrange', (context) => leaveAnswer(context, {}, {}));
  pages.council('POST', `${at}/leave`, 'arrange', postLeave);
  pages.council('GET', `${at}/protocols/new`, 'arrange', (context) => sharingAnswer(context, {}, {}));
  pages.council('POST', `${at}/protocols/new`, 'arrange', postSharing);
  pages.council('GET', `${at}/protocols/:protocol/end`, 'arrange', (context) => endAnswer(context, {}, {}));
  pages.council('POST', `${at}/protocols/:protocol/end`, 'arrange', postEnd);
}
