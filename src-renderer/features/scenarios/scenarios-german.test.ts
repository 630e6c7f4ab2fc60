import { expect, test, vi } from 'vitest';
import { speak } from '../../text/text.ts';
import { reportText } from './report-text.ts';
import { phaseWords } from './run-phase.ts';
import { sampleDrills, sampleTaken } from './scenario-samples.ts';
import { strikes } from './scenario-words.ts';
import { scenarioActions } from './scenarios.actions.ts';

const nothingRuns = { runs: new Map(), drills: new Map(), scenarioCards: [], drillCards: [] };

test('FR-120-270 scenarios, drills and their reports speak German', async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  await speak('de');
  const said = {
    reports: sampleTaken.map((run) => reportText(sampleDrills, run, 'Lab one')).join('\n'),
    phase: phaseWords({ kind: 'in-force', endsIn: 250_000 }),
    targets: strikes({ targets: ['rack', 'room'] }),
    actions: scenarioActions(nothingRuns).map(({ title }) => title),
  };
  await speak('en');
  vi.unstubAllGlobals();
  for (const part of ['Labor „Lab one“ (simuliert)', 'von 100 Punkten; Ziel erreicht', 'Rack-Minuten'])
    expect(said.reports).toContain(part);
  expect(said.phase).toBe('In Kraft, endet in 00:04:10');
  expect(said.targets).toBe('Rack oder Raum');
  expect(said.actions).toEqual(['Szenario starten\u00a0…', 'Alle Szenarien beenden', 'Übung abbrechen']);
});
