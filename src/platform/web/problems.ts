// The pages that say what could not be done: one place for every refusal and for our own faults.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Around, furnitureFor, type Surroundings } from './around.ts';
import { FormOutOfDate, NotAllowed, NothingHere } from './errors.ts';
import type { SignedIn } from './pages.ts';
import { render, template } from './render.ts';
import { CSRF_FIELD } from './view.ts';

/** Fields that a page of ours never shows again: passwords, codes, and what is sealed for one form. */
const SECRET_FIELD = /password|code|^(current|sealed)$/i;
const problem = template<{ heading: string; lines: string[]; kept: { name: string; value: string }[] }>('problem.njk');

export interface ProblemParts extends Pick<Surroundings, 'demonstration' | 'navigation' | 'can'> {
  formToken(request: FastifyRequest, reply: FastifyReply): string;
  /** Who asks, for an address that no page has; null when nobody is signed in. */
  findSignedIn(request: FastifyRequest): Promise<SignedIn | null>;
  /** Tells the log that a page failed, with the reference shown to the person. */
  failed(error: unknown, reference: string): void;
}

export type SendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  heading: string,
  lines: string[],
) => FastifyReply;

/** A page that could not be is still of the person who asked, and of the council if they serve it. */
function aroundOf({ signedIn, person }: FastifyRequest): Around {
  if (signedIn) return { kind: 'council', ...signedIn };
  return person ? { kind: 'person', signedIn: person } : { kind: 'open' };
}

/** Answers everything that is thrown, and addresses where nothing is. @returns how a page says a problem of its own. */
export function answerProblems(app: FastifyInstance, parts: ProblemParts): SendProblem {
  function sendProblem(request: FastifyRequest, reply: FastifyReply, status: number, heading: string, lines: string[]) {
    const around = aroundOf(request);
    const furniture = furnitureFor({
      around,
      page: { title: heading },
      said: null,
      // Whoever is signed in can sign out from here too, and that is a form.
      csrfToken: around.kind === 'open' ? null : parts.formToken(request, reply),
      demonstration: parts.demonstration,
      address: null,
      navigation: parts.navigation,
      can: parts.can,
      path: '',
    });
    const kept = Object.entries(request.keptForm ?? {})
      .filter(
        ([name, value]) =>
          name !== CSRF_FIELD && !SECRET_FIELD.test(name) && typeof value === 'string' && value.trim() !== '',
      )
      .map(([name, value]) => ({ name, value: String(value) }));
    reply.code(status).header('cache-control', 'no-store');
    let body: string;
    try {
      body = render(problem, { heading, lines, kept }, furniture);
    } catch (error) {
      // The page that says what went wrong must not be what goes wrong: left to the framework, it would tell our insides.
      parts.failed(error, request.id);
      return reply.type('text/plain; charset=utf-8').send([heading, ...lines].join('\n\n'));
    }
    return reply.type('text/html; charset=utf-8').send(body);
  }

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof NothingHere) return sendNothing(request, reply);
    if (error instanceof NotAllowed) {
      return sendProblem(request, reply, 403, 'Your roles do not allow this', [
        'Nothing was changed. Ask an administrator of your council for the role you need, or somebody who has it to do this.',
      ]);
    }
    if (error instanceof FormOutOfDate) {
      return sendProblem(request, reply, 403, 'This form is out of date', [
        'Nothing was changed. You may have signed in or out since you opened it. Copy what you typed, open the page again, and send it.',
      ]);
    }
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status === 413)
      return sendProblem(request, reply, 413, 'That was too large to send', [
        'A form may hold 2 MB of text, and a file 50 MB. Nothing was changed.',
      ]);
    if (status >= 400 && status < 500)
      return sendProblem(request, reply, status, 'We could not understand that', [
        'Go back, check what you sent, and try again. Nothing was changed.',
      ]);
    // Whoever asked has gone in the middle of an upload: nobody reads the answer, and nothing of ours failed.
    const gone = request.raw.destroyed && (error as { code?: string }).code === 'ECONNRESET';
    if (!gone) parts.failed(error, request.id);
    return sendProblem(request, reply, 500, 'Something went wrong', [
      'This is our fault, not yours. Try again in a few minutes.',
      `If it happens again, tell the people who run this service, with this reference: ${request.id}`,
    ]);
  });
  const sendNothing = (request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(request, reply, 404, 'There is nothing here that you can see', [
      'If you typed the address, check it. If you followed a link, the page may belong to a council that you do not serve.',
    ]);
  app.setNotFoundHandler(async (request, reply) => {
    const [, code] = /^\/councils\/([^/?]+)/.exec(request.url) ?? [];
    // The public site looks at no session, and neither does it where nothing is.
    if (!/^\/public(?=[/?]|$)/.test(request.url)) {
      request.person = await parts.findSignedIn(request);
      const council = request.person?.councils.find((served) => served.code === code);
      if (request.person && council) request.signedIn = { signedIn: request.person, council };
    }
    return sendNothing(request, reply);
  });
  return sendProblem;
}
