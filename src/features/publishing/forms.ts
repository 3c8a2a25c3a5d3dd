// Posted text to typed values, or every field error in plain words.

import type { PageError } from '../../platform/web/view.ts';
import { slugOf } from './rules/places.ts';

export interface PublishTyped {
  readonly title: string;
  readonly slug: string;
  readonly summary: string;
  readonly expectedNumber: string;
  readonly putBack: readonly string[];
}

export interface PublishForm extends Omit<PublishTyped, 'expectedNumber'> {
  readonly expectedNumber: number;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: PageError[] };

const TITLE_MOST = 150;
const SLUG_MOST = 60;
const SUMMARY_MOST = 800;
const REASON_MOST = 500;

/** `fixedSlug` is the short name that earlier versions have; then none is asked for. */
export function parsePublish(typed: PublishTyped, fixedSlug: string | null): Parsed<PublishForm> {
  const errors: PageError[] = [];
  if (typed.title === '') errors.push({ text: 'Enter a title', href: '#title' });
  if (typed.title.length > TITLE_MOST) {
    errors.push({ text: `The title must be ${TITLE_MOST} characters or fewer`, href: '#title' });
  }
  if (fixedSlug === null) {
    if (typed.slug === '') errors.push({ text: 'Enter a short name for the address', href: '#slug' });
    else if (typed.slug !== slugOf(typed.slug) || typed.slug.length > SLUG_MOST) {
      const like = slugOf(typed.slug);
      errors.push({ text: `Use small letters, figures and hyphens in the short name, like ${like}`, href: '#slug' });
    }
  }
  if (typed.summary === '') errors.push({ text: 'Enter a summary of one paragraph', href: '#summary' });
  if (typed.summary.length > SUMMARY_MOST) {
    errors.push({ text: `The summary must be ${SUMMARY_MOST} characters or fewer`, href: '#summary' });
  }
  if (errors.length > 0) return { ok: false, errors };
  const { title, summary, putBack } = typed;
  // A number that is none is one that no version can have: the form is then too old, and nothing is published.
  const expectedNumber = /^\d{1,6}$/.test(typed.expectedNumber) ? Number(typed.expectedNumber) : 0;
  return { ok: true, value: { title, summary, putBack, slug: fixedSlug ?? typed.slug, expectedNumber } };
}

/** The reason of a withdrawal or of taking something out: it will stand in public in its place. */
export function parseReason(typed: string, what: string): Parsed<string> {
  const reason = typed.replace(/\s+/g, ' ').trim();
  if (reason === '') {
    return { ok: false, errors: [{ text: `Give the reason for ${what}: it will be published`, href: '#reason' }] };
  }
  if (reason.length > REASON_MOST) {
    return { ok: false, errors: [{ text: `The reason must be ${REASON_MOST} characters or fewer`, href: '#reason' }] };
  }
  return { ok: true, value: reason };
}
