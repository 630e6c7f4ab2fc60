import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepLayer, type LayerMakers, maxTries, retryMillis } from './layer-keeper.ts';
import type { RackLayer } from './rack-layer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const layerOf = (kind: RackLayer['kind']): RackLayer => ({
  canvas: {} as HTMLCanvasElement,
  kind,
  isSoftware: false,
  setRacks: vi.fn(),
  setColours: vi.fn(),
  draw: vi.fn(),
  dispose: vi.fn(),
});

function keeperWith(webgl: LayerMakers['webgl']) {
  const kinds: string[] = [];
  const keeper = keepLayer({ prepend: vi.fn() }, { plain: () => layerOf('plain'), webgl }, (layer) =>
    kinds.push(layer.kind),
  );
  return { keeper, kinds };
}

test('FR-120-113 something is drawn from the first moment, and WebGL takes over when it is there', async () => {
  const { keeper, kinds } = keeperWith(async () => layerOf('webgl'));
  const first = keeper.current();
  expect(first.kind).toBe('plain');
  await vi.runAllTimersAsync();
  expect(kinds).toEqual(['webgl']);
  expect(first.dispose).toHaveBeenCalledOnce();
});

test('FR-120-113 without WebGL the plain layer stays', async () => {
  const { keeper, kinds } = keeperWith(async () => Promise.reject(new Error('no WebGL')));
  await vi.runAllTimersAsync();
  expect(keeper.current().kind).toBe('plain');
  expect(kinds).toEqual([]);
});

test('FR-120-113 a lost context is replaced at once and tried again later, a few times at most', async () => {
  const losses: (() => void)[] = [];
  const { keeper, kinds } = keeperWith(async (onLost) => {
    losses.push(onLost);
    return layerOf('webgl');
  });
  for (let turn = 0; turn < maxTries + 2; turn += 1) {
    await vi.advanceTimersByTimeAsync(retryMillis);
    if (keeper.current().kind === 'webgl') losses.at(-1)?.();
    expect(keeper.current().kind).toBe('plain');
  }
  expect(losses).toHaveLength(maxTries);
  expect(kinds.filter((kind) => kind === 'webgl')).toHaveLength(maxTries);
});

test('FR-120-113 a layer that comes after the end is let go at once', async () => {
  const late = layerOf('webgl');
  const { keeper, kinds } = keeperWith(async () => late);
  keeper.dispose();
  await vi.runAllTimersAsync();
  expect(late.dispose).toHaveBeenCalledOnce();
  expect(kinds).toEqual([]);
});
