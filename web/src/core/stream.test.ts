// Tests how events are told apart, wherever the network cuts them.
import { expect, test } from 'vitest';

import { eventsOf } from './stream';

test('events are read whole, wherever they are cut', async () => {
  const text = ':\n\nevent: progress\ndata: {"done":1}\n\nevent: next\ndata: {"data":\ndata: "关系"}\n\nevent: complete\n\n';
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 7, bytes.length]) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size));
        controller.close();
      },
    });
    const events = [];
    for await (const event of eventsOf(body)) events.push(event);
    expect(events).toEqual([
      { name: '', data: '' },
      { name: 'progress', data: '{"done":1}' },
      { name: 'next', data: '{"data":\n"关系"}' },
      { name: 'complete', data: '' },
    ]);
  }
});
