/** Questions put to a worker: of each kind one at a time, and of those that wait only the latest, so that nothing piles up. */
import type { Laws } from '../src/asymptotics/law.ts';
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
  private worker: Worker;
  private readonly hearers: { [Q in Question]?: Hear<Q> } = {};
  private readonly open = new Map<number, State | null>();
  /** Ids of the questions that are being answered. */
  private readonly busy = new Map<Question, number>();
  private readonly waiting = new Map<Question, readonly [State | null, Laws?]>();
  private last = 0;

  constructor(private readonly url: string) {
    this.worker = this.started();
  }

  private started(): Worker {
    const worker = new Worker(this.url);
    worker.onmessage = ({ data }: MessageEvent<Told>) => this.heard(data);
    return worker;
  }

  /** What to do with the answers of a kind. */
  on<Q extends Question>(question: Q, hear: Hear<Q>): void {
    this.hearers[question] = hear as (typeof this.hearers)[Q];
  }

  ask(question: Question, state: State | null, laws?: Laws): void {
    const before = this.busy.get(question);
    if (before !== undefined) {
      this.waiting.set(question, laws ? [state, laws] : [state]);
      this.post({ overtaken: before });
      return;
    }
    const id = ++this.last;
    this.busy.set(question, id);
    this.open.set(id, state);
    this.post({ id, question, state, ...(laws ? { laws } : {}) });
  }

  private post(asked: Asked): void {
    this.worker.postMessage(asked);
  }

  /** States about which something is being answered. */
  get states(): readonly State[] {
    return [...this.open.values()].filter((state) => state !== null);
  }

  /** Leaves every question unanswered, whatever it is busy with, and begins anew; what it has found is forgotten. */
  restart(): void {
    this.worker.terminate();
    for (const one of [this.open, this.busy, this.waiting]) one.clear();
    this.worker = this.started();
  }

  private heard(told: Told): void {
    const { id, question } = told;
    const state = this.open.get(id) ?? null;
    this.open.delete(id);
    this.busy.delete(question);
    const next = this.waiting.get(question);
    this.waiting.delete(question);
    if (next) this.ask(question, ...next);
    const hear = this.hearers[question] as Hear<Question> | undefined;
    hear?.(
      'answer' in told
        ? { state, answer: told.answer, refusal: null }
        : { state, answer: null, refusal: told.refusal },
    );
  }
}
