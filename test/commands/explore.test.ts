/** The page, recorded as far as it needs no build, and served from what is built. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { servePage } from '../../src/cli/explore.ts';
import { optimand, recorder } from '../support/commands.ts';

const { record, folder } = recorder('explore');

test('help and refusals', () =>
  record('wrong', [
    'explore --help',
    'explore --port x',
    'explore --port 70000',
    'explore --format json',
    'explore now',
  ]));

const BUILT = join(import.meta.dirname, '../../dist/web/index.html');

describe.runIf(existsSync(BUILT))('the page as built', () => {
  const page = existsSync(BUILT) ? readFileSync(BUILT, 'utf8') : '';

  test('is written to a folder', async () => {
    const out = join(folder, 'page');
    expect(await optimand('explore', '--out', out)).toEqual({
      status: 0,
      out: `The page is ${join(out, 'index.html')}; it needs no server.\n`,
      err: '',
    });
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(page);
  });

  test('is served at one address, to those who read, packed where they take it', async () => {
    const { address, close, ended } = await servePage(0);
    const asked = async (path: string, method = 'GET', encoding = 'identity') => {
      const answer = await fetch(new URL(path, address), {
        method,
        headers: { 'accept-encoding': encoding },
      });
      const { status, headers } = answer;
      return {
        status,
        packed: headers.get('content-encoding'),
        sniff: headers.get('x-content-type-options'),
        type: headers.get('content-type'),
        text: await answer.text(),
      };
    };
    const html = { status: 200, packed: null, sniff: 'nosniff', type: 'text/html; charset=utf-8' };
    for (const path of ['/', '/index.html', '/?variant=cournot'])
      expect(await asked(path)).toEqual({ ...html, text: page });
    expect(await asked('/', 'GET', 'gzip')).toEqual({ ...html, packed: 'gzip', text: page });
    expect(await asked('/', 'HEAD')).toEqual({ ...html, text: '' });
    const refused = {
      packed: null,
      sniff: null,
      type: 'text/plain; charset=utf-8',
      text: 'There is one page, at /.\n',
    };
    expect(await asked('/', 'POST')).toEqual({ ...refused, status: 405 });
    expect(await asked('/else')).toEqual({ ...refused, status: 404 });
    expect(await asked('/else', 'POST')).toEqual({ ...refused, status: 404 });
    close();
    await ended;
  });

  test('a port that is taken is told', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const at = other.address();
    const port = typeof at === 'object' && at ? at.port : 0;
    expect(await optimand('explore', '--port', String(port))).toEqual({
      status: 2,
      out: '',
      err: `optimand: Port ${port} is in use; name another one with --port.\n`,
    });
    other.close();
  });
});
