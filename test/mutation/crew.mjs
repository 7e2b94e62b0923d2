/** Processes that try mutants side by side. */
import { fork } from 'node:child_process';
import { join } from 'node:path';

const HAND = join(import.meta.dirname, 'hand.mjs');

/** So many of them, each with its copy of the project; `folder` holds the copies. */
export async function crew(root, folder, count) {
  const hands = Array.from({ length: count }, (_, i) =>
    fork(HAND, [root, join(folder, String(i))], { stdio: 'inherit' }),
  );
  const answer = (hand) =>
    new Promise((done, fail) => {
      const gone = (code) => fail(new Error(`a process that tries mutants ended with ${code}`));
      hand.once('exit', gone);
      hand.once('message', (said) => {
        hand.off('exit', gone);
        done(said);
      });
    });
  const ask = (hand, what) => {
    const said = answer(hand);
    hand.send(what);
    return said;
  };
  await Promise.all(hands.map(answer));

  return {
    /** Asks all of them the same. */
    all: (what) => Promise.all(hands.map((hand) => ask(hand, what))),
    /** Asks one question of each thing, whoever is free the next one. */
    async each(things, question, heard) {
      const left = things.entries();
      const work = async (hand) => {
        for (const [i, thing] of left) heard(thing, await ask(hand, question(thing)), i);
      };
      await Promise.all(hands.map(work));
    },
    close() {
      for (const hand of hands) hand.send({ close: true });
    },
  };
}
