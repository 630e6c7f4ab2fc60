/**
 * Columns of state: what physics remembers from one step to the next, and what a snapshot holds.
 * A column that is added is born in old snapshots by its table's births; none may change its meaning.
 */
export const stateColumns = {
  /**
   * kW asked for and kW drawn, share of the equipment with power, °C of air and mass, K that a blockage adds.
   * Share that heat has switched off; K above the allowable maximum that machines feel; s since the inlet is allowable again.
   */
  rack: ['demand', 'load', 'powered', 'inlet', 'outlet', 'mass', 'rise', 'tripped', 'soak', 'cool'],
  /** °C; kW; kg of water per kg of air; smoke in %/m; what its racks breathe from the cold side, kW/K. */
  room: ['supply', 'return', 'heat', 'temperature', 'humidity', 'walls', 'smoke', 'flow'],
  /** `mode` 1 where a hand switched it off; `wait` s to its start; compressors on, s until one more may start, the controller's memory. */
  crac: [
    'state', 'output', 'fan', 'compressor', 'power', 'supply', 'return', 'load', 'leak',
    'mode', 'wait', 'stages', 'rest', 'integral',
  ],
  chiller: ['state', 'timer', 'supply', 'return', 'flow', 'power', 'load', 'cop', 'water', 'mode'],
  utility: ['state', 'voltage', 'frequency', 'power', 'energy'],
  transformer: ['state', 'power', 'load', 'loss', 'temperature'],
  /** Mode: 0 automatic, 1 on, 2 off. Litres left as a share of the tank: %; minutes of fuel left; hours run. */
  genset: [
    'state', 'mode', 'timer', 'tries', 'fuel', 'power', 'load', 'speed', 'voltage', 'frequency', 'runtime', 'hours',
    'overload',
  ],
  /** Mode: 0 automatic, 1 held on the utility, 2 held on the genset. Target: the position it moves to while open. */
  ats: ['state', 'mode', 'target', 'timer', 'power', 'voltage'],
  /** Mode: 0 online, 1 eco, 2 bypass, 3 off. Input: kW drawn, charging and losses included. */
  ups: [
    'state', 'mode', 'input', 'power', 'load', 'loss', 'charge', 'runtime', 'health', 'input-voltage',
    'output-voltage', 'frequency', 'overload', 'energy',
  ],
  /** Current, and kW at the terminals: positive while it gives. Loss: kW of heat inside. Stored: kWh. */
  battery: [
    'state', 'voltage', 'current', 'power', 'loss', 'stored', 'charge', 'health', 'temperature', 'runtime',
  ],
  /** One line for each cell of each battery: shares of its capacity, mΩ, V. */
  cell: ['charge', 'health', 'resistance', 'voltage'],
  panel: ['state', 'breaker', 'heat', 'power', 'load', 'loss', 'l1', 'l2', 'l3', 'voltage'],
  /** Heat: how far its breaker is from tripping, 0 … 1. Single, dual: how far what hangs on this feed alone, and on both, is up. */
  pdu: [
    'state', 'breaker', 'heat', 'power', 'load', 'l1', 'l2', 'l3', 'voltage', 'energy', 'single', 'dual',
  ],
  /**
   * Behind the UPS, behind the panel: kW and kWh lost between there and the equipment, on the equipment's account.
   * Reused: kWh of the rooms' heat that warmed something else.
   */
  site: [
    'power', 'total-power', 'pue', 'energy', 'it-energy', 'cooling-power', 'cooling-efficiency', 'water', 'carbon',
    'dcie', 'wue', 'cue', 'shi', 'rci-high', 'rci-low', 'outdoor', 'wet-bulb', 'hot', 'dark',
    'behind-ups', 'behind-panel', 'behind-ups-energy', 'behind-panel-energy', 'reused', 'pue-mean', 'ere', 'rhi',
  ],
} as const;

/** What scenarios push on. All are 0 where nothing is wrong, and written afresh each step. */
export const leverColumns = {
  /** K per step on the inlet's rise; share of load added. */
  rack: ['ramp', 'spike'],
  /** Share of cooling missing, share of moisture missing, smoke in %/m per second, 1 where the fire panel stops the fans. */
  room: ['missing', 'dry', 'smoke', 'fire'],
  /** 1 where the grid is gone. */
  site: ['lost'],
  utility: ['lost'],
  genset: ['no-start'],
  ups: ['fault'],
  /** 1 where it has failed; litres of water a second that it spills. */
  crac: ['fault', 'leak'],
  chiller: ['fault'],
  /** How far its weakest cell has gone: 0 … 1. */
  battery: ['weaken'],
  /** 1 trips the breaker; 1 takes the feed away upstream of it. */
  pdu: ['trip', 'lost'],
  panel: ['trip', 'lost'],
} as const;

/** Columns as the first version of snapshots had them, without names. */
export const firstColumns = {
  rack: ['load', 'inlet', 'outlet', 'mass', 'rise'],
  room: ['supply', 'return', 'heat', 'temperature', 'humidity'],
  crac: ['output', 'fan', 'power', 'supply', 'return', 'load'],
  pdu: ['power', 'load'],
  ups: ['power', 'load', 'loss'],
  site: ['power', 'total-power', 'pue'],
} as const;
