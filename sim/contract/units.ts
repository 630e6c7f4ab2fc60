import * as z from 'zod';

export const celsiusSchema = z.number().min(-90).max(1000).brand<'Celsius'>();
export type Celsius = z.infer<typeof celsiusSchema>;

export const kilowattsSchema = z.number().min(0).max(1_000_000).brand<'Kilowatts'>();
export type Kilowatts = z.infer<typeof kilowattsSchema>;

export const wattsSchema = z.number().min(0).max(1_000_000).brand<'Watts'>();
export type Watts = z.infer<typeof wattsSchema>;

export const metresSchema = z.number().min(0).max(10_000).brand<'Metres'>();
export type Metres = z.infer<typeof metresSchema>;

/** Lab time in milliseconds since 1970 (UTC), the world's own clock, never the wall's. */
export const simMillisSchema = z.int().brand<'SimMillis'>();
export type SimMillis = z.infer<typeof simMillisSchema>;

/** Whole steps of one second since the lab was founded. */
export const tickSchema = z.int().min(0).brand<'Tick'>();
export type Tick = z.infer<typeof tickSchema>;

export const tickMillis = 1000;

/** Wall time in milliseconds since 1970; for people and logs, never for the world. */
export const wallMillisSchema = z.int().brand<'WallMillis'>();
export type WallMillis = z.infer<typeof wallMillisSchema>;

export const asCelsius = (value: number): Celsius => value as Celsius;
export const asKilowatts = (value: number): Kilowatts => value as Kilowatts;
export const asWatts = (value: number): Watts => value as Watts;
export const asMetres = (value: number): Metres => value as Metres;
export const asTick = (value: number): Tick => value as Tick;
export const asSimMillis = (value: number): SimMillis => value as SimMillis;
