// The web server: security headers, sessions, form tokens, rendering, errors. It knows no feature; src/app/server.ts
// tells it which pages there are.
import { randomBytes, randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { type Clock, dayInLondon } from '../clock.ts';
import type { Role } from '../db/schema.ts';
import type { Doors } from '../db/scope.ts';
import { furnitureFor } from './around.ts';
import { FormOutOfDate, NotAllowed, NothingHere } from './errors.ts';
import type {
  AnswerWithCookies,
  CouncilContext,
  Handler,
  NavigationEntry,
  OpenContext,
  Pages,
  PersonContext,
  PublicContext,
  Sessions,
  SignedIn,
  SuccessMessage,
} from './pages.ts';
import { posted } from './pages.ts';
import { LARGEST_FORM, receive } from './receive.ts';
import { assetsFolder, inlineScriptHash, render, template } from './render.ts';
import { Signer } from './tokens.ts';
import { CSRF_FIELD } from './view.ts';

export interface WebSettings {
  /** The address people use, such as https://goldthread.example; decides whether cookies are Secure. */
  origin: string;
  /** Keys for form tokens and signed cookies are derived from it. */
  secret: string;
  demonstration: boolean;
  trustProxy: boolean | string[];
  /** Where uploads stand while a request is answered. */
  uploadFolder: string;
  /** How requests are logged and named; Fastify's own when left out. */
  loggerInstance?: FastifyServerOptions['loggerInstance'];
  logController?: FastifyServerOptions['logController'];
}

export interface WebParts {
  doors: Doors;
  clock: Clock;
  sessions: Sessions;
  can(roles: readonly Role[], permission: string): boolean;
  navigation: readonly NavigationEntry[];
  /** Hooks that must stand before the routes: the request log. */
  prepare?(app: FastifyInstance): void;
  addPages(pages: Pages): void;
  /** Tells the log that a page failed, with the reference shown to the person. */
  failed(error: unknown, reference: string): void;
}

export const SESSION_COOKIE = 'goldthread_session';
const VISIT_COOKIE = 'goldthread_visit';
const SAID_COOKIE = 'goldthread_said';
/** Fields that a page of ours never shows again: passwords, codes, and what is sealed for one form. */
const SECRET_FIELD = /password|code|^(current|sealed)$/i;
const problem = template<{ heading: string; lines: string[]; kept: { name: string; value: string }[] }>('problem.njk');

export async function makeServer(settings: WebSettings, parts: WebParts): Promise<FastifyInstance> {
  const secure = settings.origin.startsWith('https://');
  const signer = new Signer(settings.secret);
  const app = fastify({
    trustProxy: settings.trustProxy,
    bodyLimit: LARGEST_FORM,
    // Long enough for the largest file over a slow line; without it a request that never ends is held for ever.
    requestTimeout: 15 * 60 * 1000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    requestIdHeader: false,
    ...(settings.loggerInstance ? { loggerInstance: settings.loggerInstance } : {}),
    ...(settings.logController ? { logController: settings.logController } : {}),
  }) as unknown as FastifyInstance;
  const cookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", inlineScriptHash],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    hsts: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  // A form is all that our pages send: what another program posts as JSON or plain text is refused unread.
  app.removeContentTypeParser(['application/json', 'text/plain']);
  await app.register(formbody, { bodyLimit: LARGEST_FORM });
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(staticFiles, {
    root: assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });

  parts.prepare?.(app);

  // No address of ours holds the sign of no character, and the database cannot be asked for one.
  app.addHook('onRequest', async (request) => {
    if (request.url.includes('%00')) throw new NothingHere();
  });

  const base = (request: FastifyRequest) => ({
    params: request.params as Record<string, string>,
    query: request.query as Record<string, string | string[]>,
    now: parts.clock.now(),
    today: dayInLondon(parts.clock.now()),
    demonstration: settings.demonstration,
    origin: settings.origin,
    address: request.url,
    requestId: request.id,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    remoteAddress: request.ip,
  });

  /** The session's own token, or that of a visit before sign-in, which is made when there is none. */
  function visitOf(request: FastifyRequest, reply: FastifyReply): string {
    const session = request.cookies[SESSION_COOKIE];
    if (session) return session;
    const visit = request.cookies[VISIT_COOKIE];
    if (visit && visit.length >= 32) return visit;
    const made = randomBytes(32).toString('base64url');
    request.cookies[VISIT_COOKIE] = made;
    reply.setCookie(VISIT_COOKIE, made, cookieOptions);
    return made;
  }

  async function findSignedIn(request: FastifyRequest): Promise<SignedIn | null> {
    const token = request.cookies[SESSION_COOKIE];
    return token && token.length < 200 ? parts.sessions.find(token, request.ip) : null;
  }

  async function bodyOf(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn | null) {
    if (request.method !== 'POST') return { form: {}, files: [] };
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new FormOutOfDate();
    const received = await receive(request, settings.uploadFolder, signedIn !== null);
    reply.raw.once('close', () => void received.discard());
    if (!signer.isFormToken(posted(received.form, CSRF_FIELD), visitOf(request, reply))) {
      request.keptForm = received.form;
      throw new FormOutOfDate();
    }
    request.keptForm = received.form;
    return { form: received.form, files: received.files };
  }

  function send(request: FastifyRequest, reply: FastifyReply, answer: AnswerWithCookies, around: Around): FastifyReply {
    for (const [name, value] of Object.entries(answer.cookies ?? {})) {
      if (value) reply.setCookie(name, value.value, { ...cookieOptions, maxAge: value.maxAgeSeconds });
      else reply.clearCookie(name, cookieOptions);
    }
    if (around.kind !== 'public') reply.header('cache-control', 'no-store');
    if (answer.kind === 'redirect') {
      if (answer.success) reply.setCookie(SAID_COOKIE, signer.seal('said', answer.success), cookieOptions);
      return reply.redirect(answer.to, 303);
    }
    if (answer.kind === 'content') {
      if (answer.fileName !== null) reply.header('content-disposition', attachment(answer.fileName));
      if (answer.etag !== null) {
        reply.header('etag', answer.etag);
        if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send();
      }
      return reply
        .code(answer.status)
        .type(answer.mediaType)
        .send(typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body));
    }
    const said = around.kind === 'public' ? null : signer.unseal<SuccessMessage>('said', request.cookies[SAID_COOKIE]);
    if (said) reply.clearCookie(SAID_COOKIE, cookieOptions);
    if (answer.refreshSeconds !== null) reply.header('refresh', String(answer.refreshSeconds));
    const furniture = furnitureFor({
      around,
      page: answer.furniture,
      said,
      csrfToken: around.kind === 'public' ? null : signer.formToken(visitOf(request, reply)),
      demonstration: settings.demonstration,
      address: settings.origin + request.url,
      navigation: parts.navigation,
      can: parts.can,
      path: request.url.split('?')[0] ?? '/',
    });
    return reply
      .code(answer.status)
      .type('text/html; charset=utf-8')
      .send(render(answer.template, answer.view, furniture));
  }

  const pages: Pages = {
    council(method, path, permission, handler: Handler<CouncilContext>) {
      app.route({
        method,
        url: `/councils/:council${path}`,
        handler: async (request, reply) => {
          const signedIn = await findSignedIn(request);
          if (!signedIn) return toSignIn(request, reply);
          const { council: code } = request.params as { council: string };
          const council = signedIn.councils.find((served) => served.code === code);
          if (!council) throw new NothingHere();
          request.signedIn = { signedIn, council };
          const body = await bodyOf(request, reply, signedIn);
          if (!parts.can(council.roles, permission)) throw new NotAllowed();
          const readOnly = method === 'GET';
          const context: CouncilContext = {
            ...base(request),
            ...body,
            cookies: request.cookies,
            doors: parts.doors,
            signedIn,
            person: signedIn.person,
            council,
            path: (below) => `/councils/${council.code}${below}`,
            can: (wanted) => parts.can(council.roles, wanted),
            scope: (work, reason) =>
              parts.doors.inCouncil({ councilId: council.id, personId: signedIn.person.id }, work, {
                readOnly,
                ...(reason === undefined ? {} : { reason }),
              }),
          };
          return send(request, reply, await handler(context), { kind: 'council', signedIn, council });
        },
      });
    },
    person(method, path, handler: Handler<PersonContext>) {
      app.route({
        method,
        url: path,
        handler: async (request, reply) => {
          const signedIn = await findSignedIn(request);
          if (!signedIn) return toSignIn(request, reply);
          const body = await bodyOf(request, reply, signedIn);
          const context = { ...base(request), ...body, cookies: request.cookies, doors: parts.doors, signedIn };
          return send(request, reply, await handler(context), { kind: 'person', signedIn });
        },
      });
    },
    open(method, path, handler: Handler<OpenContext>) {
      app.route({
        method,
        url: path,
        handler: async (request, reply) => {
          const signedIn = await findSignedIn(request);
          const body = await bodyOf(request, reply, signedIn);
          const context = { ...base(request), ...body, cookies: request.cookies, doors: parts.doors, signedIn };
          return send(
            request,
            reply,
            await handler(context),
            signedIn ? { kind: 'person', signedIn } : { kind: 'open' },
          );
        },
      });
    },
    public(path, handler: Handler<PublicContext>, options = {}) {
      app.route({
        method: 'GET',
        url: path,
        handler: async (request, reply) => {
          if (options.frameable) {
            const policy = String(reply.getHeader('content-security-policy')).replace(
              "frame-ancestors 'none'",
              'frame-ancestors *',
            );
            reply.header('content-security-policy', policy).removeHeader('x-frame-options');
          }
          reply.header('cache-control', 'public, max-age=0, must-revalidate');
          const context: PublicContext = { ...base(request), read: (work) => parts.doors.inPublic(work) };
          return send(request, reply, await handler(context), { kind: 'public' });
        },
      });
    },
  };

  function toSignIn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> | FastifyReply {
    if (request.method === 'GET') return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
    return receive(request, settings.uploadFolder, false).then(async (received) => {
      await received.discard();
      request.keptForm = received.form;
      return sendProblem(request, reply, 401, 'You are signed out', [
        'Your session ended before this arrived, so nothing was changed. Copy what you typed, sign in, and send it again.',
      ]);
    });
  }

  function sendProblem(request: FastifyRequest, reply: FastifyReply, status: number, heading: string, lines: string[]) {
    const around: Around = request.signedIn ? { kind: 'council', ...request.signedIn } : { kind: 'open' };
    const furniture = furnitureFor({
      around,
      page: { title: heading },
      said: null,
      // Whoever is signed in can sign out from here too, and that is a form.
      csrfToken: request.signedIn ? signer.formToken(visitOf(request, reply)) : null,
      demonstration: settings.demonstration,
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
    parts.failed(error, request.id);
    return sendProblem(request, reply, 500, 'Something went wrong', [
      'This is our fault, not yours. Try again in a few minutes.',
      `If it happens again, tell the people who run this service, with this reference: ${request.id}`,
    ]);
  });
  const sendNothing = (request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(request, reply, 404, 'There is nothing here that you can see', [
      'If you typed the address, check it. If you followed a link, the page may belong to a council that you do not serve.',
    ]);
  app.setNotFoundHandler(sendNothing);
  parts.addPages(pages);
  return app;
}

/** A file name that is safe in a header, with its full form for browsers that read it. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

export type Around =
  | { kind: 'council'; signedIn: SignedIn; council: CouncilContext['council'] }
  | { kind: 'person'; signedIn: SignedIn }
  | { kind: 'open' }
  | { kind: 'public' };

declare module 'fastify' {
  interface FastifyRequest {
    keptForm?: Readonly<Record<string, string | readonly string[]>>;
    signedIn?: { signedIn: SignedIn; council: CouncilContext['council'] };
  }
}
