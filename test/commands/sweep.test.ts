/** `sweep`, recorded: printed, written, in shards, joined, gone on with, and wrong questions. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file, folder } = recorder('sweep');

const FIRM = 'alpha=0.34,beta=0.28,a=0.004,b=0.0016,omega=1e-5,delta=1e-21';
const SWEEP = `sweep --set ${FIRM} --grid E=1e16:1e18:3log,gamma=-0.5:0.5:2`;
const DATA = 'sweep data-bound --with cournot:m=2';
const LOSS = 'A=406.4,B=410.7,alpha=0.34,beta=0.28,L_inf=1.69';

test('help', () => record('help', ['sweep --help']));

test('printed', () =>
  record('printed', [
    SWEEP,
    `${SWEEP} --format jsonl`,
    `${SWEEP} --elasticities`,
    `${SWEEP} --shard 2/4`,
    `sweep --hold rho --set alpha=0.34,beta=0.28,a=0.004,rho=10,gamma=0,omega=1e-5,delta=1e-21 --grid E=1e16:1e18:2log`,
    `sweep --set ${FIRM} --design sobol:4 --grid E=1e16:1e18:log --grid gamma=-0.5:0.5 --seed 5`,
    `${DATA} --set ${FIRM},gamma=0,E=1e18 --grid D=1e10:1e14:3log`,
    `sweep compute-optimal --set ${LOSS} --grid C=1e18:1e24:3log`,
    `sweep compute-optimal --set ${LOSS} --grid C=1e18:1e24:3log --elasticities`,
    'sweep --model docs/models/cobb-douglas.json --grid w=1:2:2 --format jsonl',
  ]));

test('written', async () => {
  const out = (name: string, ...more: string[]): string => [SWEEP, '--out', `${name}`, ...more].join(' ');
  await record('written', [
    out('whole.csv'),
    out('whole.csv'),
    out('whole.csv', '--resume', '--format', 'json'),
    out('rows.jsonl', '--format', 'json'),
    out('rows.parquet'),
    out('one.csv', '--shard', '1/3'),
    out('two.csv', '--shard', '2/3'),
    out('three.csv', '--shard', '3/3'),
    'sweep --join two.csv one.csv three.csv --out joined.csv',
    'sweep --join one.csv three.csv --out gap.csv',
    'sweep --join one.csv two.csv --out gap.csv',
    'sweep --join one.csv one.csv --out gap.csv',
    'sweep --join one.csv nowhere.csv --out gap.csv',
    'sweep --join one.csv --out gap.jsonl',
    'sweep --join one.csv',
    out('p1.parquet', '--shard', '1/2'),
    out('p2.parquet', '--shard', '2/2'),
    'sweep --join p1.parquet p2.parquet --out joined.parquet',
  ]);
  const [whole, joined] = ['whole.csv', 'joined.csv'].map((name) => readFileSync(join(folder, name), 'utf8'));
  if (whole !== joined) throw new Error('shards joined are not the sweep in one run');
});

test('gone on with', async () => {
  const out = (name: string, ...more: string[]): string => [SWEEP, '--out', `${name}`, ...more].join(' ');
  await record('stopped', [out('stopped.csv')]);
  const [path, manifest] = ['stopped.csv', 'stopped.csv.manifest.json'].map((name) => join(folder, name)) as [
    string,
    string,
  ];
  const whole = readFileSync(path, 'utf8');
  const { bytes } = JSON.parse(readFileSync(manifest, 'utf8')) as { bytes: number };
  writeFileSync(path, `${whole}left over`);
  await record('resumed', [
    out('stopped.csv', '--resume'),
    `sweep --set ${FIRM} --grid E=1e16:1e18:4log,gamma=-0.5:0.5:2 --out stopped.csv --resume`,
  ]);
  if (bytes !== Buffer.byteLength(whole)) throw new Error('the manifest counts other bytes than are there');
  file('stopped.csv.manifest.json', '{}');
  await record('spoilt', [out('stopped.csv', '--resume')]);
});

test('wrong questions', () =>
  record('wrong', [
    'sweep',
    `sweep --set ${FIRM},gamma=0 --grid E`,
    `sweep --set ${FIRM},gamma=0 --grid E=1e16:1e18`,
    `sweep --set ${FIRM},gamma=0 --grid E=1e18:1e16:3`,
    `sweep --set ${FIRM},gamma=0 --grid E=1e16:1e18:0`,
    `sweep --set ${FIRM},gamma=0 --grid E=-1:1:3log`,
    `sweep --set ${FIRM},gamma=0 --grid E=-1:1:3`,
    `sweep --set ${FIRM},gamma=0 --grid E=1:2:x`,
    `sweep --set ${FIRM},gamma=0 --grid E=1:2:3,E=1:2:3`,
    `sweep --set ${FIRM},gamma=0,E=1 --grid E=1:2:3`,
    `sweep --set ${FIRM},gamma=0 --grid e=1:2:3`,
    `sweep --set ${FIRM} --grid E=1:2:3`,
    `sweep --set ${FIRM} --grid gamma=-3:2:3,E=1:2:2`,
    `sweep --set ${FIRM},gamma=0 --design sobol:4 --grid E=1e16:1e18:3`,
    `sweep --set ${FIRM},gamma=0 --design sobol --grid E=1e16:1e18`,
    `sweep --set ${FIRM},gamma=0 --design sobol:0 --grid E=1e16:1e18`,
    `sweep --set ${FIRM},gamma=0 --design halton:4 --grid E=1e16:1e18`,
    `sweep --set ${FIRM},gamma=0 --grid E=1:2:1000000`,
    `${SWEEP} --shard 3/2`,
    `${SWEEP} --shard 0/2`,
    `${SWEEP} --shard x`,
    `${SWEEP} --resume`,
    `${SWEEP} --format json`,
    `${SWEEP} --format md`,
    `${SWEEP} --workers 0`,
    `${SWEEP} --workers 2000`,
    `${SWEEP} --hold c`,
    `${SWEEP} --out rows.txt`,
    `${SWEEP} --out no/rows.csv`,
    'sweep compute-optimal --hold rho --set A=1 --grid C=1:2:3',
    'sweep --join --out x.csv',
    'sweep --join x.txt --out x.csv',
  ]));
