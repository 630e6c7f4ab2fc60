import { expect, test } from 'vitest';
import { createInk } from './ink.ts';

function bench() {
  const frames: (() => void)[] = [];
  const ink = createInk(2, (act) => void frames.push(act));
  const drawn: string[] = [];
  const pen = (name: string) => ink.pen((bytes) => void drawn.push(`${name}${bytes.join('')}`));
  const frame = (): void => frames.shift()?.();
  return { pen, drawn, frame, left: () => frames.length };
}

test('FR-120-663 a few terminals are drawn in each frame, in turn, and each in its order', () => {
  const { pen, drawn, frame, left } = bench();
  const [a, b, c] = [pen('a'), pen('b'), pen('c')];
  for (const one of [a, b, c, a]) one.write(Uint8Array.of(drawn.length));
  a.write(Uint8Array.of(9));
  expect([drawn, left()]).toEqual([[], 1]);
  frame();
  expect(drawn).toEqual(['a0', 'a0', 'a9', 'b0']);
  frame();
  expect(drawn.at(-1)).toBe('c0');
  expect(left()).toBe(0);
});

test('FR-120-663 what is flushed does not wait, and what is dropped never comes', () => {
  const { pen, drawn, frame } = bench();
  const [a, b] = [pen('a'), pen('b')];
  a.write(Uint8Array.of(1));
  b.write(Uint8Array.of(2));
  a.flush();
  expect(drawn).toEqual(['a1']);
  b.drop();
  frame();
  expect(drawn).toEqual(['a1']);
});
