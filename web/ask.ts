/** Questions put to a worker: of each kind one at a time, and of those that wait only the latest, so that nothing piles up. */
import type { Answers, Asked, Question, Told } from './messages.ts';
import type { State } from './state.ts';

export interface Reply<Q extends Question> {
  readonly state: State | null;
  /** Null where there is a refusal instead. */
  readonly answer: Answers[Q] | null;
  readonly refusal: string | null;
}

type Hear<Q extends Question> = (reply: Reply<Q>) => void;

export class Asker {
  private readonly worker: Worker;
  private readonly hearers: { [Q in Question]?: Hear<Q> } = {};
  private readonly open = new Map<number, State | null>();
  private readonly busy = new Set<Question>();
  private readonly waiting = new Map<Question, State | null>();
  private last = 0;

  constructor(source: Blob) {
    this.worker = new Worker(URL.createObjectURL(source));
    this.worker.onmessage = ({ data }: MessageEvent<Told>) => this.heard(data);
  }

  /** What to do with the answers of a kind. */
  on<Q extends Question>(question: Q, hear: Hear<Q>): void {
    this.hearers[question] = hear as (typeof this.hearers)[Q];
  }

  ask(question: Question, state: State | null): void {
    if (this.busy.has(question)) {
      this.waiting.set(question, state);
      return;
    }
    this.busy.add(question);
    const id = ++this.last;
    this.open.set(id, state);
    const asked: Asked = { id, question, state };
    this.worker.postMessage(asked);
  }

  private heard(told: Told): void {
    const { id, question } = told;
    const state = this.open.get(id) ?? null;
    this.open.delete(id);
    this.busy.delete(question);
    if (this.waiting.has(question)) {
      const next = this.waiting.get(question) ?? null;
      this.waiting.delete(question);
      this.ask(question, next);
    }
    const hear = this.hearers[question] as Hear<Question> | undefined;
    hear?.(
      'answer' in told
        ? { state, answer: told.answer, refusal: null }
        : { state, answer: null, refusal: told.refusal },
    );
  }
}
