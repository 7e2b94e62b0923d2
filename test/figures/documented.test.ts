/** The figures of the documentation: their names, the commands that draw them, and that a command draws its figure. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENTED } from '../../src/report/figures/documented.ts';
import { recordedFigure } from '../../src/report/figures/recorded.ts';
import { optimand } from '../support/commands.ts';
import { expectGolden } from '../support/goldens.ts';

const folder = join(import.meta.dirname, '../../docs/figures');

test('each figure with its command and its title', () => {
  const lines = DOCUMENTED.flatMap(({ name, command }) => {
    const { figure, title } = recordedFigure(name);
    return [`${name}: ${figure}`, `  ${title}`, `  ${command}`];
  });
  expectGolden('figures/documented.txt', lines.join('\n'));
});

/** Those that take little time: what the others print is made by the same verbs. */
test.each(['growth-inference-adjusted', 'growth-D', 'trends'])('the command of %s draws it', async (name) => {
  const command = DOCUMENTED.find((one) => one.name === name)?.command ?? '';
  const { out, err, status } = await optimand(...command.split(' ').slice(1));
  expect({ err, status }).toEqual({ err: '', status: 0 });
  expect(out).toBe(readFileSync(join(folder, `${name}.svg`), 'utf8'));
});
