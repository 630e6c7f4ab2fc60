/** Rules of thumb that the rules reckon with. Each is said in the reason it leads to, and the measurement corrects it. */
export const figures = {
  /** Share of compressor power per K of warmer air or water: 2–4 % is usual (ASHRAE Handbook, HVAC Systems). */
  compressorPerKelvin: 0.025,
  /** K between condenser air and water below which head pressure is held and warmer water saves nothing. */
  leastLift: 20,
  /** K between the wet bulb and the water that a tower gives, and what a machine on tower water is better by. */
  towerApproach: 4,
  towerAsAir: 5.6,
  /** K by which a coil stays warmer than its water, and K of head at which it has its rated capacity. */
  coilApproach: 2,
  coilHead: 10,
  /** Reserve that a coil or a unit keeps beyond what it gives now. */
  reserve: 1.25,
  /** A valve or compressor further open than this has nothing to spare: %. */
  mostDrive: 80,
  /** K below the recommended maximum: from where a room is raised, and from where it is lowered again. */
  headroom: 1.5,
  nearLimit: 0.4,
  /** K below the recommended maximum from which a bigger step is taken; the steps. */
  wideHeadroom: 3,
  step: 0.5,
  wideStep: 1,
  /** Fans turn no slower than this: %; above the second figure their cube is worth sharing. */
  leastFan: 40,
  fastFan: 55,
  /** Air moved beyond what racks breathe, and K that it warms in them. */
  airSurplus: 1.03,
  /** kg of water per kg of air that a coil takes out for each K below the dew point, near 10 °C. */
  waterPerKelvin: 0.0005,
  /** Share of the air that touches a coil, kJ/kg of vapour, kJ/kg of steam, kW of cooling per kW of compressor. */
  touched: 0.8,
  vapour: 2501,
  steam: 2700,
  performance: 3.6,
  /** K that air gains through equipment at design flow: rated capacity ÷ this is a unit's flow in kW/K. */
  designRise: 11,
} as const;
