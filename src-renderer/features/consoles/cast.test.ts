import { expect, test } from 'vitest';
import { countAt, lengthOf, readCast, sizeIn, withoutIdle } from './cast.ts';
import { createPlayback } from './playback.ts';

const text = [
  '{"version":2,"width":90,"height":20,"timestamp":1,"title":"web-01"}',
  '[0,"o","one "]',
  '[1.5,"i","typed"]',
  '[2,"r","100x30"]',
  '[10,"o","two "]',
  '[10.5,"o","three"]',
  '',
].join('\n');

const castOf = (source: string) => {
  const cast = readCast(source);
  if ('fault' in cast) throw new Error(cast.fault);
  return cast;
};

test('FR-120-653 an asciicast is read: header, what was shown, sizes', () => {
  const cast = castOf(text);
  expect(cast).toMatchObject({ title: 'web-01', columns: 90, rows: 20, wrongLine: null });
  expect(cast.events.map(({ code }) => code)).toEqual(['o', 'r', 'o', 'o']);
  expect([lengthOf(cast.events), countAt(cast.events, 2), countAt(cast.events, -1)]).toEqual([10.5, 2, 0]);
});

test('FR-120-653 what is no recording, another version, or damaged says so', () => {
  expect(readCast('hello')).toEqual({ fault: 'not-cast' });
  expect(readCast('{"version":1}')).toEqual({ fault: 'other-version', version: '1' });
  expect(castOf(`${text}\n[11,"o"\n[12,"o","late"]`)).toMatchObject({ wrongLine: 8 });
  expect(castOf('{"version":2}\n[5,"o","x"]\n[4,"o","back"]')).toMatchObject({ columns: 80, wrongLine: 3 });
  expect([sizeIn('80x24'), sizeIn('0x24'), sizeIn('wide')]).toEqual([{ columns: 80, rows: 24 }, null, null]);
});

test('FR-120-654 pauses are cut to the longest that is wanted', () => {
  const { events } = castOf(text);
  expect(withoutIdle(events, 1).map(({ at }) => at)).toEqual([0, 1, 2, 2.5]);
  expect(withoutIdle(events, null)).toBe(events);
});

test('FR-120-654 a recording plays in its time, and is sought forth and back', () => {
  const cast = castOf(text);
  const stage = { shown: '', size: '' };
  const playback = createPlayback(cast, cast.events, {
    write: (some) => void (stage.shown += some),
    shape: ({ columns, rows }) => void (stage.size = `${columns}x${rows}`),
    reset: () => void (stage.shown = ''),
  });
  expect([stage.shown, stage.size]).toEqual(['one ', '90x20']);
  playback.pass(2);
  expect(stage.size).toBe('100x30');
  playback.seek(10);
  expect(stage.shown).toBe('one two ');
  playback.seek(1);
  expect([stage.shown, stage.size, playback.at()]).toEqual(['one ', '90x20', 1]);
  playback.pass(100);
  expect([stage.shown, playback.isOver(), playback.at()]).toEqual(['one two three', true, playback.length()]);
});
