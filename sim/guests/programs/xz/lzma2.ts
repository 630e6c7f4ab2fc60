import type { Step, System } from '../../kernel/program.ts';
import { turn } from '../../kernel/program-tools.ts';
import { coderOf, modelOf, put, step, type Model, type Output } from './lzma.ts';

type Broken = 'corrupt' | 'short';
type Unpacking = {
  readonly system: System;
  readonly bytes: Uint8Array;
  readonly output: Output;
  model: Model | null;
};

/** Chunks up to the end mark; where they end, or what is wrong. */
export function* unpackChunks(
  system: System,
  from: { readonly bytes: Uint8Array; readonly at: number },
  output: Output,
): Step<number | Broken> {
  const { bytes } = from;
  const unpacking: Unpacking = { system, bytes, output, model: null };
  for (let at = from.at; ;) {
    const control = bytes[at];
    if (control === undefined) return 'short';
    if (control === 0) return at + 1;
    const next: number | Broken =
      control < 0x80
        ? stored(unpacking, { control, at: at + 1 })
        : yield* packed(unpacking, { control, at: at + 1 });
    if (typeof next !== 'number') return next;
    at = next;
    if (system.isTired()) yield turn;
  }
}

type Chunk = { readonly control: number; readonly at: number };

function stored({ bytes, output }: Unpacking, { control, at }: Chunk): number | Broken {
  if (control > 2) return 'corrupt';
  if (control === 1) output.start = output.size;
  const size = ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0) + 1;
  if (at + 2 + size > bytes.length) return 'short';
  for (let place = at + 2; place < at + 2 + size; place += 1) put(output, bytes[place] ?? 0);
  return at + 2 + size;
}

function* packed(unpacking: Unpacking, { control, at }: Chunk): Step<number | Broken> {
  const { system, bytes, output } = unpacking;
  const large = ((control & 0x1f) << 16) + pairAt(bytes, at) + 1;
  const small = pairAt(bytes, at + 2) + 1;
  const reset = (control >> 5) & 3;
  const from = at + 4 + (reset >= 2 ? 1 : 0);
  if (from + small > bytes.length) return 'short';
  if (reset === 3) output.start = output.size;
  unpacking.model = modelAfter(unpacking.model, reset, bytes[at + 4] ?? 255);
  const { model } = unpacking;
  if (model === null) return 'corrupt';
  const coder = coderOf(bytes, from, from + small);
  for (const end = output.size + large; output.size < end;) {
    if (!step(coder, model, output) || output.size > end || coder.isShort) return 'corrupt';
    if (system.isTired()) yield turn;
  }
  return from + small;
}

const pairAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);

function modelAfter(model: Model | null, reset: number, settings: number): Model | null {
  if (reset >= 2) return modelOf(settings);
  return reset === 1 && model !== null ? anew(model) : model;
}

function anew({ literalContext, literalMask, positionMask, literals, chances }: Model): Model {
  literals.fill(1024);
  chances.fill(1024);
  return { literalContext, literalMask, positionMask, literals, chances, state: 0, repeats: [0, 0, 0, 0] };
}

const most = 65_536;

/** As it is, in chunks: any reader takes it, and nothing is saved. */
export function storedChunks(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += most) {
    const part = text.slice(at, at + most);
    const size = part.length - 1;
    parts.push(String.fromCharCode(at === 0 ? 1 : 2, size >> 8, size & 255), part);
  }
  return `${parts.join('')}\0`;
}
