import type { Module } from '../module.ts';
import { failure } from '../result.ts';

export const ping: Module = {
  options: { data: { type: 'text', usual: 'pong' } },
  run: function* ({ options }) {
    yield* [];
    const data = options.text('data');
    return data === 'crash' ? failure('boom') : { changed: false, ping: data };
  },
};
