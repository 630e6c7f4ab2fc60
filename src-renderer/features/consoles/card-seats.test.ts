import { expect, test } from 'vitest';
import { createCardSeats } from './card-seats.ts';

test('FR-120-663 only so many terminals are drawn by the card, and one that hides gives its seat away', () => {
  const seats = createCardSeats(2, () => true);
  const [a, b, c] = [{}, {}, {}];
  expect([seats.take(a), seats.take(b), seats.take(c)]).toEqual([true, true, false]);
  expect(seats.take(a)).toBe(true);
  seats.leave(a);
  expect(seats.take(c)).toBe(true);
});

test('FR-120-663 where software plays the card, the page draws, and the card is asked for once', () => {
  let asked = 0;
  const seats = createCardSeats(2, () => {
    asked += 1;
    return false;
  });
  expect([seats.take({}), seats.take({}), asked]).toEqual([false, false, 1]);
});
