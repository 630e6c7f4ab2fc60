import type { ScenarioCard } from '../contract/scenarios.ts';

export const scenarioCards: readonly ScenarioCard[] = [
  {
    name: 'COOLING_FAILURE',
    title: 'Cooling failure',
    summary:
      'A rack is cut off from its cold aisle, or the cooling units of a room lose capacity. Partial: about 0.3 °C a minute at a rack, a quarter of the cooling missing in a room. Total: ten times as fast at a rack, no cooling at all in a room.',
    targets: ['rack', 'room'],
    severities: ['partial', 'total'],
  },
];
