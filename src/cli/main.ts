#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runCommandLine } from './program.ts';
import { reasonOf } from './write-file.ts';

// Deriving is over before optimised code has paid for its compilation: without the optimiser it takes half the time.
if (process.argv[2] === 'derive') setFlagsFromString('--no-opt --sparkplug');

/** A reader that stops reading (`| head`) is no error; a disk that is full is. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  writeSync(2, `optimand: what it found cannot be written: ${reasonOf(error)}; write it somewhere else.\n`);
  process.exit(2);
});
process.stderr.on('error', () => {});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
