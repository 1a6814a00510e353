// Tests the command that asks a question from a shell.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

import { curlOf } from './plan';

test('the command holds the question, whatever stands in it', () => {
  const question = { query: '{ node(id: "it\'s") { id } }', variables: { phrase: "$HOME `id` 'x' \\ 关系" } };
  const command = curlOf(question, 'http://localhost').replace(/^curl/, 'set --');
  const body = execFileSync('sh', ['-c', `${command}; for last; do :; done; printf %s "$last"`], { encoding: 'utf8' });
  expect(JSON.parse(body)).toEqual(question);
});
