import { join } from 'node:path';
import { textOf, wholeNumber } from '../flags.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';

const PORT = 4180;
const HIGHEST_PORT = 65_535;

/** Writes the page to a folder, for any web server or none. */
async function written(folder: string): Promise<Answer> {
  const [{ pageText }, { checkFolder, fillFolder }] = await Promise.all([
    import('../explore.ts'),
    import('../write-folder.ts'),
  ]);
  checkFolder(folder);
  fillFolder(folder, [{ path: 'index.html', data: pageText() }]);
  return done(`The page is ${join(folder, 'index.html')}; it needs no server.\n`);
}

/** Serves the page until somebody interrupts. */
async function served(flags: Flags): Promise<Answer> {
  const { servePage } = await import('../explore.ts');
  const server = await servePage(typeof flags.port === 'number' ? flags.port : PORT);
  process.stderr.write(`The page is at ${server.address} on this machine; stop with Ctrl-C.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, server.close);
  await server.ended;
  return done('');
}

/** `explore`. */
export const explore: Verb = {
  name: 'explore',
  summary: 'the interactive page: change what is assumed and see the optimum, the laws and the claims',
  formats: ['text'],
  takesValues: false,
  fillsFolder: true,
  declare: (command) => {
    command.option(
      '--port <number>',
      `where to serve it, ${PORT} where none is named; 0 for any that is free`,
      (text) => wholeNumber('--port', text, 0, HIGHEST_PORT),
    );
  },
  run: async (_, flags) => {
    const folder = textOf(flags.out);
    return folder === undefined ? served(flags) : written(folder);
  },
};
