// The web server: sessions, form tokens, and a typed context for each kind of page. It knows no feature; src/app/server.ts
// tells it which pages there are.
import { randomBytes, randomUUID } from 'node:crypto';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { type Clock, dayInLondon } from '../clock.ts';
import type { Role } from '../db/schema/index.ts';
import type { Doors } from '../db/scope.ts';
import { type Around, furnitureFor } from './around.ts';
import { FormOutOfDate, NotAllowed, NothingHere } from './errors.ts';
import type {
  AnswerWithCookies,
  CouncilContext,
  CouncilServed,
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
import { answerProblems } from './problems.ts';
import { protect } from './protect.ts';
import { LARGEST_FORM, receive } from './receive.ts';
import { render } from './render.ts';
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

  await protect(app, secure);
  parts.prepare?.(app);

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
    const found = token && token.length < 200 ? await parts.sessions.find(token, request.ip) : null;
    request.person = found;
    return found;
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

  const sendProblem = answerProblems(app, {
    demonstration: settings.demonstration,
    navigation: parts.navigation,
    can: parts.can,
    failed: parts.failed,
    findSignedIn,
    formToken: (request, reply) => signer.formToken(visitOf(request, reply)),
  });
  parts.addPages(pages);
  return app;
}

/** A file name that is safe in a header, with its full form for browsers that read it. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

declare module 'fastify' {
  interface FastifyRequest {
    keptForm?: Readonly<Record<string, string | readonly string[]>>;
    /** Whoever is signed in, once a page has looked; and the council of the page, where they serve it. */
    person?: SignedIn | null;
    signedIn?: { signedIn: SignedIn; council: CouncilServed };
  }
}
