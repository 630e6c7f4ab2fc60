import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EngineState } from '../../../sim/contract/engine.ts';
import { text } from '../../text/text.ts';
import { inFace } from '../states/samples.ts';
import { noTurning, sampleBacked, sampleEngine, sampleFailing, sampleNoEngine } from './backing-samples.ts';
import { BackingView } from './backing-tab.tsx';
import { ContainerMark } from './container-mark.tsx';
import { tabsFor } from './machine-page.ts';
import type { MachinePage } from './machine-page.ts';
import { samplePage } from './machine-samples.ts';
import type { Turning } from './use-turning.ts';

const shown = (page: MachinePage, engine: EngineState, turning: Turning = noTurning): string =>
  renderToStaticMarkup(<BackingView page={page} state={inFace('full', engine, engine)} turning={turning} />);

test('FR-120-680 a machine is simulated or a container of an image that the engine has, as its page says and offers', () => {
  const words = text().backing;
  const simulated = shown(samplePage, sampleEngine);
  for (const said of [words.simulated, words.turn, words.takeFiles, 'Docker 28.2.2', 'runs one program'])
    expect(simulated).toContain(said);
  expect(simulated).not.toContain(words.release);
  const backed = shown(sampleBacked, sampleFailing);
  for (const said of [words.release, 'already used on the host', words.states.failing])
    expect(backed).toContain(said);
  expect(backed).not.toContain(words.turn);
  expect(tabsFor({ ...samplePage, row: { ...samplePage.row, kind: 'host' } })).not.toContain('backing');
});

test('FR-120-681 without an engine the page says what to install, and without an image how to get one', () => {
  const words = text().backing;
  const none = shown(samplePage, sampleNoEngine);
  expect(none).toContain('apt-get install docker.io');
  expect(none).toContain('/run/podman/podman.sock');
  expect(none).toContain(words.lookAgain);
  const off = shown(samplePage, { ...sampleNoEngine, state: 'off', detail: 'Containers are switched off' });
  expect(off).toContain('Containers are switched off');
  expect(off).toContain(words.toSettings);
  const bare = shown(samplePage, { ...sampleEngine, images: [] });
  expect(bare).toContain(words.noImages);
  expect(bare).toContain(words.build.debian);
});

test('FR-120-682 what goes on is shown step by step, and a build can be stopped', () => {
  const words = text().backing;
  const turning = shown(samplePage, sampleEngine, { ...noTurning, step: 'files', part: 0.7 });
  expect(turning).toContain(words.steps.files);
  expect(turning).toContain('role="progressbar"');
  expect(turning).not.toContain(words.turn);
  const building = shown(samplePage, sampleEngine, { ...noTurning, building: 0.4 });
  expect(building).toContain(words.building);
  expect(building).toContain(words.stopBuild);
});

test('FR-120-683 a machine that is a container is marked as one beside its name', () => {
  for (const look of ['word', 'sign'] as const) {
    const marked = renderToStaticMarkup(<ContainerMark row={{ image: 'localhost/a/b:1' }} look={look} />);
    expect(marked).toContain(text().backing.mark);
    expect(marked).toContain('localhost/a/b:1');
    expect(renderToStaticMarkup(<ContainerMark row={{}} look={look} />)).toBe('');
  }
});

test('FR-120-684 before a machine becomes a container and after a rewind it says that real time does not go back', () => {
  const words = text().backing;
  expect(shown(samplePage, sampleEngine)).toContain(words.notes[0]);
  expect(shown(sampleBacked, sampleFailing)).toContain(
    words.toSnapshots(sampleBacked.entity.kind === 'vm' ? sampleBacked.entity.spec.snapshots.length : 0),
  );
});
