/** Where the actions of a noun can be done. */
export type ActionGround = {
  readonly noun: string;
  /** Beginnings of their ids. */
  readonly begins: readonly string[];
  /** `{rack}`, `{device}`, `{ups}` and `{alarmed}` stand for ids of the lab. */
  readonly on: string;
};

/** Every action belongs to the first that fits: the last takes the rest. */
export const actionGrounds: readonly ActionGround[] = [
  { noun: 'ways to the screens', begins: ['go.'], on: '/settings' },
  { noun: 'the look of the page', begins: ['view.'], on: '/settings' },
  { noun: 'the clock', begins: ['clock.'], on: '/settings' },
  { noun: 'scenarios', begins: ['scenario.'], on: '/scenarios?tab=running' },
  { noun: 'drills', begins: ['drill.'], on: '/drills' },
  { noun: 'alarms', begins: ['alarms.'], on: '/alarms?sel={alarmed}' },
  { noun: 'the floor', begins: ['floor.'], on: '/floor?sel={rack}' },
  { noun: 'racks', begins: ['rack.open'], on: '/?sel={rack}' },
  { noun: 'racks and their devices', begins: ['rack.'], on: '/rack?sel={device}' },
  { noun: 'cooling and topology', begins: ['cooling.', 'topology.'], on: '/topology' },
  { noun: 'the explorer', begins: ['explorer.'], on: '/explorer' },
  { noun: 'power', begins: ['power.'], on: '/power?sel={ups}' },
  { noun: 'assets and reports', begins: ['assets.', 'reports.'], on: '/assets' },
  { noun: 'labs, settings and the rest', begins: [''], on: '/sites' },
];

/** What may leave the page as it is, and why. */
export const quietActions: Readonly<Record<string, string>> = {
  'power.fit': 'the diagram fits already',
  'topology.fit': 'the canvas fits already',
  'rack.zoom-out': 'the racks are as small as they can be',
  'rack.zoom-in': 'only the size of the drawing changes',
  'rack.sides-both': 'both sides are shown already',
  'power.fold': 'nothing is unfolded there',
  'topology.fold': 'nothing is unfolded there',
  'floor.layer-inlet': 'the floor opens with it',
  'floor.arrows': 'only the drawing changes',
  'floor.sensors': 'only the drawing changes',
  'go.settings': 'the test stands there',
};
