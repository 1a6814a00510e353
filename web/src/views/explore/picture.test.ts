// Tests the picture that sigma draws: what the layout finds goes to the right nodes, and what is pinned stays.
import { expect, test } from 'vitest';

import { begin, pin, unpin } from '../../core/exploration/exploration';
import { merge } from '../../core/exploration/network';
import { sceneOf } from '../../core/exploration/scene';
import type { EntityPart, RelationshipPart } from '../../core/types';
import { newDesk, placeOn } from './desk';
import { isDrag } from './drag';
import { emptyPicture, forLayout, repin, settle, update } from './picture';

const person = (id: string) => ({ __typename: 'Person', id, label: id, country: null }) as EntityPart;
const tie = (from: string, to: string): RelationshipPart => ({ id: from + to, type: 'WORKS_FOR', from: { id: from }, to: { id: to }, properties: {}, evidence: [] });
const network = (hidden: string[] = []) =>
  merge([{ nodes: ['a', 'b', 'c', 'd'].map(person), relationships: [tie('a', 'b'), tie('a', 'c'), tie('a', 'd')], omitted: [], truncated: false }], hidden);
const name = (types: string[]) => types.join();

/** A picture of a network, as an exploration has it. */
function draw(e = begin('a')) {
  const picture = emptyPicture();
  update(picture, sceneOf(network(), e), e, false, name);
  const at = (id: string) => placeOn({ ...newDesk(), picture }, id);
  return { picture, at };
}

test('what the layout finds goes by the ids that it was sent, whatever was hidden since', () => {
  const { picture, at } = draw();
  const { ids } = forLayout(picture, sceneOf(network(), begin('a')), () => false);
  expect(ids).toEqual(['a', 'b', 'c', 'd']);
  update(picture, sceneOf(network(['b']), begin('a')), begin('a'), false, name);
  settle(picture, ids, Float32Array.of(1, 1, 2, 2, 3, 3, 4, 4));
  expect(['a', 'b', 'c', 'd'].map(at)).toEqual([[1, 1], undefined, [3, 3], [4, 4]]);
});

test('what is pinned or dragged while the layout runs stays where it is', () => {
  const { picture, at } = draw();
  const ids = picture.nodes();
  expect(repin(picture, pin(begin('a'), 'b', [7, 8]))).toBe(true);
  expect(repin(picture, pin(begin('a'), 'b', [7, 8])), 'nothing new').toBe(false);
  picture.mergeNodeAttributes('c', { x: 5, y: 6, grabbed: true });
  settle(picture, ids, Float32Array.of(1, 1, 2, 2, 3, 3, 4, 4));
  expect(['a', 'b', 'c', 'd'].map(at)).toEqual([[1, 1], [7, 8], [5, 6], [4, 4]]);
  expect(repin(picture, unpin(pin(begin('a'), 'b', [7, 8]), 'b'))).toBe(true);
  settle(picture, ids, Float32Array.of(1, 1, 2, 2, 3, 3, 4, 4));
  expect(at('b')).toEqual([2, 2]);
});

test('a pin leaves every edge as it is', () => {
  const { picture } = draw();
  const edges = picture.mapEdges((_, attributes) => attributes);
  repin(picture, pin(begin('a'), 'b', [7, 8]));
  expect(picture.mapEdges((_, attributes) => attributes).every((one, i) => one === edges[i])).toBe(true);
});

test('a hand that trembles clicks, and does not drag', () => {
  expect(isDrag({ x: 10, y: 10 }, { x: 11, y: 12 })).toBe(false);
  expect(isDrag({ x: 10, y: 10 }, { x: 10, y: 16 })).toBe(true);
});
