// Tests what an exploration asks, when, and what of it is shown meanwhile.
import { CombinedError } from '@urql/core';
import { expect, test } from 'vitest';

import { Questions, type Wanted } from './questions';

interface Answer {
  data?: string;
  error?: CombinedError;
}

/** Questions whose answers the test gives, by their keys. */
function open() {
  const asked: { key: string; fresh: boolean; answered: (answer: Answer) => void; stopped: boolean }[] = [];
  const questions = new Questions<Answer>(
    (key, fresh, answered) => {
      const one = { key, fresh, answered, stopped: false };
      asked.push(one);
      return () => (one.stopped = true);
    },
    () => {},
  );
  const answer = (key: string, to: Answer = { data: key }) => asked.findLast((one) => one.key === key)!.answered(to);
  return { questions, asked, answer };
}

const wanted = (scope: string, ...slots: string[]): Wanted[] => slots.map((slot) => ({ slot, key: `${slot} ${scope}` }));
const failed = { error: new CombinedError({ graphQLErrors: ['no'] }) };
const gone = { error: new CombinedError({ networkError: new Error('gone') }) };
const data = ({ answers }: { answers: Answer[] }) => answers.map((one) => one.data);

test('each question is asked once, and one that is no longer wanted leaves', () => {
  const { questions, asked, answer } = open();
  const [one, two] = [wanted('x', 'a'), wanted('x', 'a', 'b')];
  expect(questions.read(one).since, 'before it is asked').toBeDefined();
  questions.want(one);
  questions.want(two);
  expect(asked.map(({ key, fresh }) => [key, fresh])).toEqual([['a x', false], ['b x', false]]);
  answer('b x');
  expect(data(questions.read(two))).toEqual(['b x']);
  answer('a x');
  expect(questions.read(two)).toEqual({ answers: [{ data: 'a x' }, { data: 'b x' }], since: undefined, cancelled: false, stale: false });
  questions.want(one);
  expect(asked.map(({ stopped }) => stopped)).toEqual([false, true]);
  expect(data(questions.read(one))).toEqual(['a x']);
});

test('under another scope the last answers stay until all new ones are there', () => {
  const { questions, answer } = open();
  questions.want(wanted('x', 'a', 'b'));
  answer('a x');
  answer('b x');
  const now = wanted('y', 'a', 'b');
  expect(questions.read(now), 'before it is asked').toMatchObject({ answers: [{ data: 'a x' }, { data: 'b x' }], stale: true });
  questions.want(now);
  answer('a y');
  expect(questions.read(now)).toMatchObject({ answers: [{ data: 'a x' }, { data: 'b x' }], stale: true });
  expect(questions.read(now).since).toBeDefined();
  answer('b y');
  expect(questions.read(now)).toEqual({ answers: [{ data: 'a y' }, { data: 'b y' }], since: undefined, cancelled: false, stale: false });
});

test('what fails under another scope is not shown as it was; what nobody could be asked is', () => {
  const { questions, answer } = open();
  questions.want(wanted('x', 'a'));
  answer('a x');
  questions.want(wanted('y', 'a'));
  answer('a y', gone);
  expect(questions.read(wanted('y', 'a'))).toEqual({ answers: [{ data: 'a x', ...gone }], since: undefined, cancelled: false, stale: true });
  questions.want(wanted('z', 'a'));
  answer('a z', failed);
  expect(questions.read(wanted('z', 'a'))).toEqual({ answers: [failed], since: undefined, cancelled: false, stale: false });
});

test('"ask again" asks only what has no answer, past the cache, and leaves the rest', () => {
  const { questions, asked, answer } = open();
  const all = wanted('x', 'a', 'b');
  questions.want(all);
  answer('a x');
  answer('b x', failed);
  questions.again();
  expect(asked.map(({ key, fresh }) => [key, fresh])).toEqual([['a x', false], ['b x', false], ['b x', true]]);
  expect(data(questions.read(all))).toEqual(['a x']);
  answer('b x');
  expect(data(questions.read(all))).toEqual(['a x', 'b x']);
  questions.want(wanted('x', 'a', 'b', 'c'));
  expect(asked.at(-1), 'a later question is asked of the cache first').toMatchObject({ key: 'c x', fresh: false });
});

test('cancelling ends only what is not answered, and that can be asked again', () => {
  const { questions, asked, answer } = open();
  const all = wanted('x', 'a', 'b');
  questions.want(all);
  answer('a x');
  questions.cancel();
  expect(asked.map(({ stopped }) => stopped), 'what was answered stays in the journal').toEqual([false, true]);
  expect(questions.read(all)).toEqual({ answers: [{ data: 'a x' }], since: undefined, cancelled: true, stale: false });
  asked[1]!.answered({ data: 'late' });
  questions.want(wanted('x', 'a', 'b', 'c'));
  expect(asked.map(({ key }) => key)).toEqual(['a x', 'b x', 'c x']);
  questions.again();
  expect(asked.map(({ key }) => key)).toEqual(['a x', 'b x', 'c x', 'b x']);
  answer('b x');
  answer('c x');
  expect(questions.read(wanted('x', 'a', 'b', 'c'))).toMatchObject({ since: undefined, cancelled: false, answers: [{}, {}, {}] });
});

test('an undone expansion that was cancelled is asked anew when it is redone', () => {
  const { questions, asked } = open();
  questions.want(wanted('x', 'a', 'b'));
  questions.cancel();
  questions.want(wanted('x', 'a'));
  questions.want(wanted('x', 'a', 'b'));
  expect(asked.map(({ key }) => key)).toEqual(['a x', 'b x', 'b x']);
});
