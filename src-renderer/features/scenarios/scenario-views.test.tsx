import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { sampleName, sampleNow, sampleRefusal } from '../states/samples.ts';
import { RunningChip } from './drill-chip.tsx';
import { ReportSheet } from './drill-report.tsx';
import { RunList } from './run-list.tsx';
import { DrillsFace, RunningDrillFace, ScenariosFace } from './scenario-faces.tsx';
import { RefusalNote } from './scenario-form.tsx';
import {
  sampleDrills,
  sampleReport,
  sampleRunning,
  sampleRunningDrill,
  sampleScenarios,
  sampleTaken,
} from './scenario-samples.ts';

const drawn = (what: ReactNode): string => renderToStaticMarkup(<MemoryRouter>{what}</MemoryRouter>);
const nothing = (): void => undefined;

const list = (detail: 'line' | 'whole'): string =>
  drawn(
    <RunList
      label="Running"
      runs={sampleRunning}
      cards={sampleScenarios}
      now={() => sampleNow}
      nameOf={sampleName}
      drillOf={() => 'One hot rack'}
      onSelect={nothing}
      onStop={nothing}
      detail={detail}
    />,
  );

test('FR-120-224 a refusal stands in the form as an alert, with how to mend it', () => {
  const note = drawn(<RefusalNote refusal={sampleRefusal} />);
  expect(note).toContain('role="alert"');
  expect(note).toContain(sampleRefusal.message);
  expect(note).toContain(sampleRefusal.hint);
});
test('FR-120-225 what one should see stands beside the form, and beside each run', () => {
  const [cooling] = sampleScenarios;
  for (const line of cooling?.see ?? ['none']) {
    expect(drawn(<ScenariosFace face="full" />)).toContain(line);
    expect(list('whole')).toContain(line);
    expect(list('line')).not.toContain(line);
  }
});
test('FR-120-229 a run of a drill is marked with the drill, and no other is', () => {
  expect(list('line').split('Drill: One hot rack')).toHaveLength(2);
});
test('FR-120-230 a drill says its level, brief, goal, limit and what full points take', () => {
  const face = drawn(<DrillsFace face="full" />);
  const [card] = sampleDrills;
  for (const text of [card?.brief, card?.goal, 'For a start', 'To watch', '1\u2009h 30\u2009min of lab time'])
    expect(face).toContain(text);
  expect(face).toContain('within 2\u2009min for all points, none after 10\u2009min');
});
test('FR-120-232 a running drill shows the hints that were asked for and no more', () => {
  const face = drawn(<RunningDrillFace face="full" />);
  expect(face).toContain(sampleDrills[0]?.hints[0]);
  expect(face).not.toContain(sampleDrills[0]?.hints[1]);
  expect(face).toContain('Next hint, 1 left');
});
test('FR-120-234 the report draws each part as a bar of its share, with its reason', () => {
  const [run] = sampleTaken;
  if (run === undefined) throw new Error('no sample');
  const sheet = drawn(<ReportSheet cards={sampleDrills} run={run} report={sampleReport} lab="Lab one" />);
  expect(sheet).toContain('width:90%');
  expect(sheet).toContain('after 3 min; full points within 2 min');
  expect(sheet).toContain('22.5 of 25');
  expect(sheet).toContain('alarm-41 was over');
});
test('FR-120-237 a running drill is in the status bar, with the way to it; none, when none runs', () => {
  const chip = drawn(<RunningChip runs={[...sampleTaken, sampleRunningDrill]} cards={sampleDrills} />);
  expect(chip).toContain('href="/drills?tab=running"');
  expect(chip).toContain('One hot rack');
  expect(drawn(<RunningChip runs={sampleTaken} cards={sampleDrills} />)).toBe('');
});
