/** The power chain: utility → transformer → ATS (with genset) → UPS → panel → breaker → rack PDU → device. */
import * as z from 'zod';
import { floorPointSchema } from './floor-point.ts';
import { kilowattsSchema } from './units.ts';

const model = z.string().min(1).max(120);
const seconds = z.number().min(0).max(86_400);

/** The grid's connection. */
export const utilitySpecSchema = z.strictObject({
  /** Between phases. */
  voltage: z.number().min(100).max(40_000).default(400),
  frequency: z.number().min(40).max(70).default(50),
  /** kg of CO₂ per kWh, for CUE. */
  carbonIntensity: z.number().min(0).max(2).default(0.25),
});

export const transformerSpecSchema = z.strictObject({ model, ratedPower: kilowattsSchema });

export const gensetSpecSchema = z.strictObject({
  model,
  ratedPower: kilowattsSchema,
  /** Litres in the tank when full, and litres an hour at full load. */
  tank: z.number().min(1).max(200_000).default(2000),
  burn: z.number().min(0.1).max(20_000).default(180),
  startDelay: seconds.default(3),
  crankTime: seconds.default(2),
  crankTries: z.int().min(1).max(10).default(3),
  /** Chance that one crank does not catch. */
  crankFailure: z.number().min(0).max(1).default(0.02),
  warmUp: seconds.default(3),
  cooldown: seconds.default(300),
});

/** Fed by the source it prefers, then the other. */
export const atsSpecSchema = z.strictObject({
  model,
  ratedPower: kilowattsSchema,
  transferTime: seconds.default(0.1),
  /** The preferred source must hold so long before the switch goes back. */
  retransferDelay: seconds.default(300),
});

export const upsSpecSchema = z.strictObject({
  model,
  ratedPower: kilowattsSchema,
  position: floorPointSchema,
  /** Loss curve: a modern double conversion, or one of the last century. */
  losses: z.enum(['modern', 'legacy']).default('modern'),
  mode: z.enum(['online', 'eco']).default('online'),
});

/** One string of cells in series. */
export const batterySpecSchema = z.strictObject({
  model,
  cells: z.int().min(6).max(360),
  /** Ampere-hours at the ten-hour rate. */
  capacity: z.number().min(1).max(5000),
  /** mΩ of a new cell. */
  resistance: z.number().min(0.05).max(20).default(0.6),
  /** Years in service at the lab's birth, at 25 °C. */
  age: z.number().min(0).max(25).default(2),
  designLife: z.number().min(1).max(25).default(10),
});

/** A floor PDU: transformer or busbar with a main breaker and a breaker for each rack PDU it feeds. */
export const panelSpecSchema = z.strictObject({
  model,
  ratedPower: kilowattsSchema,
  losses: z.enum(['transformer', 'busbar']).default('transformer'),
  /** So many it has for rack PDUs, each with one of its own. Not counted where left out. */
  breakers: z.int().min(1).max(1000).optional(),
  position: floorPointSchema.optional(),
});

export const pduSpecSchema = z.strictObject({
  model,
  feed: z.enum(['A', 'B']),
  ratedPower: kilowattsSchema,
  /** The phases it hangs on; with three, its outlets go round them. */
  phases: z.enum(['L1', 'L2', 'L3', 'three']).default('three'),
  /** The breaker upstream of it, per phase. */
  breaker: z.number().min(1).max(1000).default(32),
});
