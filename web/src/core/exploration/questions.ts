// The questions of an exploration, each asked once for as long as it is wanted. One that changes only by the language or by
// which statements count keeps its last answer until the new ones are there, so that nothing leaves the screen meanwhile.
import type { CombinedError } from '@urql/core';

import { isUnreachable } from '../api';

/** A question: what is asked, whatever the language and the scope, and the whole of it. */
export interface Wanted {
  slot: string;
  key: string;
}

/** What an answer holds at least. */
interface Answered {
  data?: unknown;
  error?: CombinedError;
}

/** What is there of some questions. */
export interface Reading<A> {
  /** In the order of the questions. */
  answers: A[];
  /** Since when one is awaited; undefined if none is. */
  since?: number;
  /** Whether the reader ended the wait for one. */
  cancelled: boolean;
  /** Whether the answers are those to the questions as they were before. */
  stale: boolean;
}

interface One<A> {
  key: string;
  stop: () => void;
  since: number;
  cancelled: boolean;
  answer?: A;
  /** The answer to the question as it was before. */
  before?: A;
}

/** The questions that are asked now. */
export class Questions<A extends Answered> {
  private readonly all = new Map<string, One<A>>();

  /** `ask` asks one, past the cache if it is to be fresh, and gives what ends it; `changed` is told of each answer. */
  constructor(
    private readonly ask: (key: string, fresh: boolean, answered: (answer: A) => void) => () => void,
    private readonly changed: () => void,
  ) {}

  /** Asks what is new among the questions, and lets go of what no longer is. */
  want(wanted: readonly Wanted[]) {
    const slots = new Set(wanted.map(({ slot }) => slot));
    for (const [slot, one] of this.all) {
      if (slots.has(slot)) continue;
      one.stop();
      this.all.delete(slot);
    }
    for (const { slot, key } of wanted) {
      const one = this.all.get(slot);
      if (one?.key === key) continue;
      one?.stop();
      this.start(slot, key, false, one?.answer?.data ? one.answer : one?.before);
    }
    this.changed();
  }

  /** Asks again, past the cache, what failed or was cancelled; the other answers stay. */
  again() {
    this.restart(({ answer, cancelled }) => cancelled || (!!answer && (!!answer.error || !answer.data)));
  }

  /** Asks again what nobody could be asked, now that the server is back. */
  returned() {
    this.restart(({ answer }) => isUnreachable(answer?.error));
  }

  /** Ends the wait for what is not answered. It is not asked again by itself, and what it would have replaced goes: that is
   * the answer to another question. */
  cancel() {
    for (const one of this.all.values()) {
      if (one.answer) continue;
      one.stop();
      Object.assign(one, { stop: () => {}, cancelled: true, before: undefined });
    }
    this.changed();
  }

  /** Ends everything. */
  end() {
    for (const one of this.all.values()) one.stop();
    this.all.clear();
  }

  /** What is there of the questions. */
  read(wanted: readonly Wanted[]): Reading<A> {
    const ones = wanted.map(({ slot, key }): Pick<One<A>, 'since' | 'cancelled' | 'answer' | 'before'> | undefined => {
      const one = this.all.get(slot);
      if (!one || one.key === key) return one;
      return { since: performance.now(), cancelled: false, before: one.answer?.data ? one.answer : one.before };
    });
    // As long as one is shown as it was, so are the others: answers to different questions make no picture together.
    const stale = ones.some((one) => one?.before && (!one.answer || lost(one.answer)));
    const awaited = ones.flatMap((one) => (!one ? performance.now() : !one.answer && !one.cancelled ? one.since : []));
    return {
      answers: ones.flatMap((one) => (stale ? merged(one) : one?.answer) ?? []),
      since: awaited.length > 0 ? Math.min(...awaited) : undefined,
      cancelled: ones.some((one) => one?.cancelled),
      stale,
    };
  }

  private restart(which: (one: One<A>) => boolean) {
    for (const [slot, one] of this.all) {
      if (!which(one)) continue;
      one.stop();
      this.start(slot, one.key, true, one.answer?.data ? one.answer : one.before);
    }
    this.changed();
  }

  private start(slot: string, key: string, fresh: boolean, before?: A) {
    const one: One<A> = { key, stop: () => {}, since: performance.now(), cancelled: false, before };
    this.all.set(slot, one);
    one.stop = this.ask(key, fresh, (answer) => {
      if (this.all.get(slot) !== one || one.cancelled) return;
      one.answer = answer;
      if (![...this.all.values()].some(({ answer, before }) => before && (!answer || lost(answer)))) {
        for (const other of this.all.values()) other.before = undefined;
      }
      this.changed();
    });
  }
}

/** Whether an answer says only that nobody could be asked: what was shown before stays. */
function lost({ error, data }: Answered): boolean {
  return !data && isUnreachable(error);
}

/** What was answered before, with what went wrong since. */
function merged<A extends Answered>(one: { answer?: A; before?: A } | undefined): A | undefined {
  if (!one?.before) return one?.answer;
  return one.answer?.error ? { ...one.before, error: one.answer.error } : one.before;
}
