/** In the process of a test: ends it when it has used too much processor time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const notes = join(import.meta.dirname, '../../notes');
const { seconds } = JSON.parse(readFileSync(join(notes, 'limit.json'), 'utf8'));

const WATCH = `
  const { writeFileSync } = require('node:fs');
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1e6 < ${seconds}) return;
    writeFileSync(${JSON.stringify(join(notes, 'timeout'))}, '');
    process.kill(process.pid, 'SIGKILL');
  }, 250);
`;
new Worker(WATCH, { eval: true, env: {} }).unref();
