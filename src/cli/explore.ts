/** The interactive page, built into the package: found, and served on this machine alone. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fail } from '../kernel/issues.ts';

/** Beside the built command, which may stand in a folder of chunks. */
const PLACES = ['./web/index.html', '../web/index.html', '../../dist/web/index.html'];

/** The page, one file. @throws OptimandError where the package was not built. */
export function pageText(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  return found === undefined
    ? fail({ code: 'file', path: 'dist/web', what: 'the page is not there', would: 'run npm run build' })
    : readFileSync(found, 'utf8');
}

const HOST = '127.0.0.1';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use',
  EACCES: 'may not be used',
};

const portIssue = (error: NodeJS.ErrnoException, port: number): never =>
  fail({
    code: 'usage',
    what: `Port ${port} ${REASONS[error.code ?? ''] ?? 'cannot be used'}`,
    would: 'name another one with --port',
  });

function pageServer(page: string): Server {
  const packed = gzipSync(page, { level: 9 });
  return createServer((request, response) => {
    const isPage = request.url === '/' || request.url?.startsWith('/?') || request.url === '/index.html';
    if (!isPage || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(isPage ? 405 : 404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('There is one page, at /.\n');
      return;
    }
    const takesPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      ...(takesPacked ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : takesPacked ? packed : page);
  });
}

export interface Served {
  readonly address: string;
  /** Ends when the server is closed. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Serves the page on this machine; port 0 takes any that is free. @throws OptimandError where the port cannot be had. */
export async function servePage(port: number): Promise<Served> {
  const server = pageServer(pageText());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  }).catch((error: NodeJS.ErrnoException) => portIssue(error, port));
  const at = server.address();
  const own = typeof at === 'object' && at ? at.port : port;
  const ended = new Promise<void>((resolve) => server.once('close', resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://localhost:${own}/`, ended, close };
}
