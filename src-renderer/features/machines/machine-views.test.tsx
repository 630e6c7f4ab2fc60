import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { CreateWizard, type CreateWizardProps } from './create-wizard.tsx';
import { newDraft } from './machine-draft.ts';
import { sampleOffers, samplePlan, sampleTasks } from './machine-samples.ts';
import { MigrateForm } from './migrate-form.tsx';
import { gibibytesText, mebibytesText } from './sizes.ts';
import { TasksView } from './tasks-view.tsx';

const nothing = (): void => undefined;
/** Units stand after a thin space. */
const plain = (text: string): string => text.replaceAll('\u2009', ' ');
const drawn = (what: ReactNode): string =>
  plain(renderToStaticMarkup(<TooltipProvider>{what}</TooltipProvider>));
const wordsOf = (what: ReactNode): string =>
  drawn(what)
    .replaceAll(/<[^>]+>/g, '|')
    .replaceAll(/\|+/g, '|');

function wizard(more: Partial<CreateWizardProps>): ReactNode {
  return (
    <CreateWizard
      draft={{ ...newDraft('vmware', 'datacenter-1' as EntityId), count: '2' }}
      offers={sampleOffers}
      plan={samplePlan}
      isAsking={false}
      making={null}
      onChange={nothing}
      onMake={nothing}
      onStop={nothing}
      onClose={nothing}
      {...more}
    />
  );
}

test('FR-120-629 a placement shows the scheduler’s arithmetic, or in its words why a host takes nothing', () => {
  const words = wordsOf(wizard({ firstStep: 'place' }));
  expect(words).toContain('0.72 + 0.67 = 1.39');
  expect(words).toContain('chosen');
  expect(words).toContain('web-01 needs 64 GiB, host esxi-01 has 41 GiB free');
  expect(words).toContain('Create 2 machines');
});

test('FR-120-629 what would be refused stands at its field, marks its step, and cannot be sent', () => {
  const refusal = {
    code: 'name-taken',
    message: 'There is a vm named web already',
    where: 'name',
    hint: 'Choose another name.',
  } as const;
  const plan = { ...samplePlan, refusal, machines: [] };
  const markup = drawn(wizard({ plan }));
  expect(markup).toMatch(/There is a vm named web already\. Choose another name\./);
  expect(markup).toContain('What, something to mend');
  expect(markup).toMatch(/aria-disabled="true"[^>]*>Create 2 machines/);
  expect(wordsOf(wizard({ plan, firstStep: 'summary' }))).toContain('It would be refused');
});

test('FR-120-628 while machines are made the wizard says how many, and lets one stop', () => {
  const words = wordsOf(wizard({ making: { made: 3, all: 20 } }));
  expect(words).toContain('3 of 20 made');
  expect(words).toContain('Stop after this one');
  expect(words).not.toContain('Create 2 machines');
});

const form = (to: Parameters<typeof MigrateForm>[0]['to']): ReactNode => (
  <MigrateForm to={to} plan={samplePlan} isAsking={false} onTo={nothing} onRun={nothing} onClose={nothing} />
);

test('FR-120-633 a move says how long it takes, and is not sent before something was chosen', () => {
  const chosen = drawn(form({ host: 'host-2' as EntityId, datastore: '' }));
  expect(chosen).toContain('This takes 12 s of lab time.');
  expect(chosen).not.toMatch(/aria-disabled="true"[^>]*>Migrate/);
  const none = drawn(form({ host: '', datastore: '' }));
  expect(none).toMatch(/aria-disabled="true"[^>]*>Migrate/);
  expect(none).toContain('web-01 needs 64 GiB, host esxi-01 has 41 GiB free');
});

test('FR-120-636 tasks say who began them, how far they are, what they failed of, and which can be cancelled', () => {
  const tasks: Parameters<typeof TasksView>[0]['tasks'] = {
    data: { items: [...sampleTasks] },
    phase: 'ready',
    refusal: null,
    retry: nothing,
  };
  const markup = drawn(<TasksView tasks={tasks} onSelect={nothing} onCancel={nothing} />);
  const words = markup.replaceAll(/<[^>]+>/g, '|');
  expect(words).toContain('by operator');
  expect(words).toContain('60 s to go');
  expect(words).toContain('took 60 s');
  expect(words).toContain('web-02 needs 64 GiB, host esxi-03 has 41 GiB free');
  expect(markup).toMatch(/aria-label="Cancel Clone web-04"/);
  expect(markup).toMatch(/aria-label="Cancel Shut down web-03" aria-disabled="true"/);
  expect(markup).not.toContain('Cancel Create web-01');
});

test('FR-120-625 sizes are said in the unit that fits', () => {
  expect([512, 1024, 1536, 2_097_152].map((size) => plain(mebibytesText(size)))).toEqual([
    '512 MiB',
    '1 GiB',
    '1.5 GiB',
    '2 TiB',
  ]);
  expect(plain(gibibytesText(0.5))).toBe('0.5 GiB');
});
