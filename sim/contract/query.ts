import * as z from 'zod';
import { revisionSchema } from './ids.ts';

/** Numbers and lists arrive as text in a URL; these read both. */
export const count = (max: number, fallback: number) =>
  z.coerce.number().int().min(1).max(max).default(fallback);
export const list = <Item extends z.ZodType>(item: Item) => someOf(item, 50_000);
export const someOf = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).max(most),
  );

/** One question that can be asked: what it is for, what it takes, what it answers. */
export const query = <Params extends z.ZodType, Answer extends z.ZodType>(
  summary: string,
  params: Params,
  answer: Answer,
) => ({
  summary,
  params,
  answer,
});

export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable(), revision: revisionSchema });
