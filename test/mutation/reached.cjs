/** In every process and thread that a test starts: notes which places are reached (probes.mjs), each once. */
const { appendFileSync } = require('node:fs');
const { join } = require('node:path');

const note = join(__dirname, '../../notes/reached');
const seen = new Set();

globalThis.placeIsReached = (number) => {
  if (seen.has(number)) return;
  seen.add(number);
  try {
    appendFileSync(note, `${number}\n`);
  } catch {
    // A process that runs as somebody else may not write here.
  }
};
