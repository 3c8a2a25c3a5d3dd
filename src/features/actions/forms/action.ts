// The forms of an action: adding and changing it, reporting on it, and the evidence for it.
import { readPounds, readText, readWebAddress, readWhole } from '../../../engines/fields/fields.ts';
import type { Progress, Visibility } from '../../../platform/db/schema/index.ts';
import {
  type Directory,
  type FormRead,
  finish,
  readOneOf,
  readOptionalDay,
  readPerson,
  type Typed,
  textOf,
} from '../../recommendations/index.ts';
import { faultOfFile, type OfferedFile } from './evidence-file.ts';

export type CostForm =
  | { readonly known: false }
  | {
      readonly known: true;
      readonly oneOffPence: number | null;
      readonly yearlyPence: number | null;
      readonly peopleDays: number | null;
    };

export interface ActionForm {
  readonly title: string;
  readonly officerId: string | null;
  readonly memberId: string | null;
  readonly startsOn: string | null;
  readonly targetOn: string | null;
  readonly successMeasure: string;
  readonly cost: CostForm;
  readonly visibility: Visibility;
}

const NOT_POUNDS = 'Enter an amount in pounds, like 18000';
export const NO_COST = 'Enter a cost, or choose ‘Not known yet’';

/** A cost must be said: as figures, each of its kind, or as not known yet. */
function readCost(typed: Typed, errors: Record<string, string>): CostForm {
  const pounds = (name: string) => {
    const text = textOf(typed, name).trim();
    if (text === '') return null;
    const pence = readPounds(text);
    if (pence === null) errors[name] = NOT_POUNDS;
    return pence;
  };
  const oneOffPence = pounds('once');
  const yearlyPence = pounds('yearly');
  const daysText = textOf(typed, 'days').trim();
  const peopleDays = daysText === '' ? null : readWhole(daysText);
  if (daysText !== '' && peopleDays === null) errors.days = 'Enter a whole number of days, like 12';
  const said = ['once', 'yearly', 'days'].some((name) => textOf(typed, name).trim() !== '');
  if (textOf(typed, 'unknown') === 'cost') {
    if (said) errors.once ??= `${NO_COST}, not both`;
    return { known: false };
  }
  if (!said) errors.once = NO_COST;
  return { known: true, oneOffPence, yearlyPence, peopleDays };
}

/** The cost alone, as finance sets it. */
export function readCostAlone(typed: Typed): FormRead<CostForm> {
  const errors: Record<string, string> = {};
  return finish(errors, readCost(typed, errors));
}

/** Everything but what will be done and what it costs may be left open: the gaps then show wherever the action does. */
export function readAction(typed: Typed, directory: Directory): FormRead<ActionForm> {
  const errors: Record<string, string> = {};
  const title = readText(textOf(typed, 'title'));
  if (title === '') errors.title = 'Say what will be done';
  const officer = readPerson(textOf(typed, 'officer'), directory, 'officer');
  const member = readPerson(textOf(typed, 'member'), directory, 'member');
  if ('error' in officer) errors.officer = officer.error;
  if ('error' in member) errors.member = member.error;
  const startsOn = readOptionalDay(typed, 'start', errors);
  const targetOn = readOptionalDay(typed, 'done', errors);
  if (startsOn !== null && targetOn !== null && targetOn < startsOn) errors.done = '‘Done by’ must be after the start';
  const cost = readCost(typed, errors);
  return finish(errors, {
    title,
    officerId: 'id' in officer ? officer.id : null,
    memberId: 'id' in member ? member.id : null,
    startsOn,
    targetOn,
    successMeasure: readText(textOf(typed, 'measure')),
    cost,
    visibility: readOneOf<Visibility>(textOf(typed, 'visibility'), ['public', 'council']) ?? 'council',
  });
}

export const PROGRESS_CHOICES: readonly Progress[] = [
  'not_started',
  'in_progress',
  'reported_complete',
  'paused',
  'business_as_usual',
  'superseded',
];

export interface ProgressForm {
  readonly progress: Progress;
  readonly sentence: string;
  readonly pauseReason: string;
  readonly newTargetOn: string | null;
  readonly moveReason: string;
  /** A web address given as evidence in the same form. */
  readonly evidenceUrl: string | null;
  readonly evidenceTitle: string;
  readonly evidenceVisibility: Visibility;
}

/**
 * An update. Whether ‘Done’ has evidence is settled with what stands on the action already. One that says nothing and
 * changes nothing is none.
 * @param hasFile whether a file of evidence came with it.
 */
export function readProgress(
  typed: Typed,
  current: { progress: Progress; targetOn: string | null; startsOn: string | null },
  today: string,
  hasFile = false,
): FormRead<ProgressForm> {
  const errors: Record<string, string> = {};
  const progress = readOneOf(textOf(typed, 'progress'), PROGRESS_CHOICES);
  const sentence = readText(textOf(typed, 'sentence'));
  const pauseReason = readText(textOf(typed, 'pause'));
  const day = readOptionalDay(typed, 'new', errors);
  const newTargetOn = day === current.targetOn ? null : day;
  const moveReason = readText(textOf(typed, 'why'));
  const address = readText(textOf(typed, 'url'));
  const evidenceUrl = address === '' ? null : readWebAddress(address);
  if (progress === null) errors.progress = 'Say how it is going';
  if (progress === 'paused' && pauseReason === '') errors.pause = 'Say why it is paused';
  if (progress === 'business_as_usual' && sentence === '') errors.sentence = 'Say where it went and who owns it now';
  if (progress === 'superseded' && sentence === '') errors.sentence = 'Say what replaces it';
  const changesNothing = progress === current.progress && newTargetOn === null && pauseReason === '';
  if (changesNothing && sentence === '' && address === '' && !hasFile) errors.sentence ??= 'Say what changed';
  if (newTargetOn !== null && newTargetOn <= today) errors.new = 'The new date must be after today';
  else if (newTargetOn !== null && current.startsOn !== null && newTargetOn < current.startsOn) {
    errors.new = 'The new date must be after the start';
  } else if (newTargetOn !== null && current.targetOn !== null && moveReason === '')
    errors.why = 'Say why the date moves';
  if (address !== '' && evidenceUrl === null) errors.url = 'Enter a web address, like https://www.example.org/paper';
  return finish(errors, {
    progress: progress ?? 'in_progress',
    sentence,
    pauseReason: progress === 'paused' ? pauseReason : '',
    newTargetOn,
    moveReason: newTargetOn === null ? '' : moveReason,
    evidenceUrl,
    evidenceTitle: readText(textOf(typed, 'shows')),
    evidenceVisibility: readOneOf<Visibility>(textOf(typed, 'visibility'), ['public', 'council']) ?? 'council',
  });
}

export interface EvidenceForm {
  readonly title: string;
  readonly url: string | null;
  readonly visibility: Visibility;
}

/** Evidence: a file or a web address, one of them and not both, and what it shows. */
export function readEvidence(typed: Typed, file: OfferedFile | null): FormRead<EvidenceForm> {
  const errors: Record<string, string> = {};
  const address = readText(textOf(typed, 'url'));
  const url = address === '' ? null : readWebAddress(address);
  const fault = file === null ? null : faultOfFile(file);
  if (fault !== null) errors.file = fault;
  if (file === null && address === '') errors.file = 'Choose a file, or enter a web address';
  if (file !== null && address !== '') errors.url = 'Give a file or a web address, not both';
  else if (address !== '' && url === null) errors.url = 'Enter a web address, like https://www.example.org/paper';
  const title = readText(textOf(typed, 'title')) || (file?.name ?? url ?? '');
  return finish(errors, {
    title,
    url,
    visibility: readOneOf<Visibility>(textOf(typed, 'visibility'), ['public', 'council']) ?? 'council',
  });
}
