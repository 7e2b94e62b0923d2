/**
 * The bundle of the command line, run again and again in one thread: each run takes the entry file anew, as `node cli.js …` does, and finds
 * the other modules loaded. What the program would write, read from standard input and set as its status is its own.
 */
import { syncBuiltinESMExports } from 'node:module';
import { Readable } from 'node:stream';
import v8 from 'node:v8';
import { runAsWorker } from 'synckit';

/** Flags of the engine would be set for every run that follows, and for the tests themselves. */
v8.setFlagsFromString = () => {};
syncBuiltinESMExports();

let runs = 0;

/** A stream's `write` that keeps the text. */
function keep(stream) {
  const { write } = stream;
  const kept = [];
  stream.write = (chunk, ...rest) => {
    kept.push(Buffer.from(chunk).toString('utf8'));
    rest.find((one) => typeof one === 'function')?.();
    return true;
  };
  return {
    text: () => kept.join(''),
    restore: () => {
      stream.write = write;
    },
  };
}

runAsWorker(async (file, args, input) => {
  const [out, err] = [keep(process.stdout), keep(process.stderr)];
  const { argv } = process;
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin');
  process.argv = [argv[0], file, ...args];
  process.exitCode = 0;
  Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from([Buffer.from(input)]) });
  try {
    await import(`${file}?run=${runs++}`);
    return { status: process.exitCode, out: out.text(), err: err.text() };
  } finally {
    process.argv = argv;
    Object.defineProperty(process, 'stdin', stdin);
    out.restore();
    err.restore();
    process.stdout.removeAllListeners('error');
    process.stderr.removeAllListeners('error');
  }
});
