import * as z from 'zod';
import { floorPointSchema } from './floor-point.ts';
import { asCelsius, celsiusSchema, kilowattsSchema } from './units.ts';

const model = z.string().min(1).max(120);

export const cracSpecSchema = z.strictObject({
  model,
  /** Sensible capacity at 24 °C return air. */
  ratedCooling: kilowattsSchema,
  /** What it holds: the temperature of the air it supplies, or of the air that comes back. */
  setpoint: celsiusSchema,
  position: floorPointSchema,
  control: z.enum(['supply', 'return']).default('supply'),
  /** Own compressors, or a coil on the chilled water of a chiller that names this unit in `cools`. */
  coil: z.enum(['compressor', 'chilled-water']).default('compressor'),
  stages: z.int().min(1).max(8).default(2),
  /** Fans at full speed: kW. 5 kW for a unit of 70 kW where left out. */
  fanPower: kilowattsSchema.optional(),
  humidifier: z.enum(['none', 'steam']).default('steam'),
});

export const chillerSpecSchema = z.strictObject({
  model,
  ratedCooling: kilowattsSchema,
  /** Chilled water it supplies. */
  setpoint: celsiusSchema.default(asCelsius(12)),
  condenser: z.enum(['air', 'tower']).default('air'),
  /** kW of cooling per kW of compressor at rating. */
  performance: z.number().min(1).max(15).default(3),
  /** Water in the loop and its buffer, litres. */
  buffer: z.number().min(10).max(1_000_000).default(2000),
  pumpPower: kilowattsSchema.optional(),
  economiser: z.enum(['none', 'water-side']).default('none'),
  /** Seconds from power to cooling. */
  restart: z.number().min(0).max(7200).default(180),
});
