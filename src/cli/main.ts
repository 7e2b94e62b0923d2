#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { runCommandLine } from './program.ts';

// Deriving is over before optimised code has paid for its compilation: without the optimiser it takes half the time.
if (process.argv[2] === 'derive') setFlagsFromString('--no-opt --sparkplug');

/** A reader that stops reading (`| head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
process.stderr.on('error', () => {});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
