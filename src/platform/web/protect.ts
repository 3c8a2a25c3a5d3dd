import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { NothingHere } from './errors.ts';
import { LARGEST_FORM } from './receive.ts';
import { assetsFolder, inlineScriptHash } from './render.ts';

/**
 * What holds for every request: the security headers, what a body may be, cookies and the fixed files.
 * @param secure whether people come by https.
 */
export async function protect(app: FastifyInstance, secure: boolean): Promise<void> {
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

  // No address of ours holds the sign of no character, and the database cannot be asked for one.
  app.addHook('onRequest', async (request) => {
    if (request.url.includes('%00')) throw new NothingHere();
  });
}
