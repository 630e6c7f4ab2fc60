import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { AlarmId } from '../../../sim/contract/ids.ts';
import { evaluate, heed, laterOn, watchFor } from '../../../sim/index.ts';
import { workbench } from './engine-bench.fixture.ts';

type Word = { readonly wait: number; readonly value: number };

/** What a rule does with words, judged one by one without any shortcut. */
function judgedPlainly(rule: AlarmRule, words: readonly Word[]): string[] {
  const watch = watchFor(rule);
  const done: string[] = [];
  let rings = false;
  let now = 0;
  const carryOut = (doing: 'raise' | 'resolve' | 'nothing'): void => {
    if (doing === 'nothing') return;
    rings = doing === 'raise';
    done.push(`${doing} ${now}`);
  };
  for (const { wait, value } of words) {
    for (let n = 0; n < wait; n += 1) {
      now += 1;
      carryOut(laterOn(watch, now * 1000));
    }
    carryOut(heed(watch, evaluate(rule, value, rings ? 'ringing' : 'quiet'), now * 1000));
  }
  return done;
}

test('FR-130-181 the shortcut for calm readings never misses what a rule would have said', async () => {
  const words = (value: fc.Arbitrary<number>): fc.Arbitrary<Word[]> =>
    fc.array(fc.record({ wait: fc.integer({ min: 0, max: 6 }), value }), { minLength: 30, maxLength: 60 });
  const cases = fc.oneof(
    words(fc.integer({ min: 260, max: 300 }).map((n) => n / 10)).map((said) => ({
      of: 'A01',
      metric: 'temperature',
      id: 'inlet-warning',
      said,
    })),
    words(fc.integer({ min: 0, max: 4 })).map((said) => ({
      of: 'crac-01',
      metric: 'state',
      id: 'crac-failed',
      said,
    })),
    words(fc.integer({ min: 8, max: 14 })).map((said) => ({
      of: 'ups-a',
      metric: 'runtime',
      id: 'ups-runtime-low',
      said,
    })),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ of, metric, id, said }) => {
      const bench = workbench(1);
      const rule = bench.lab.world.rules.get(id);
      if (rule === undefined) throw new Error(`there is no ${id}`);
      const seen: string[] = [];
      let now = 0;
      for (const { wait, value } of said) {
        const look = async (): Promise<void> => {
          await bench.settle();
          for (const command of bench.asked.splice(0) as { type: string; rule?: string; id?: AlarmId }[]) {
            const about = command.rule ?? bench.lab.world.alarms.get(command.id ?? ('' as AlarmId))?.rule;
            if (about === id) seen.push(`${command.type.slice('alarm.'.length)} ${now}`);
          }
        };
        for (let n = 0; n < wait; n += 1) {
          now += 1;
          await bench.wait(1);
          await look();
        }
        await bench.say(of, metric, value);
        await look();
      }
      expect(seen).toEqual(judgedPlainly(rule, said));
    }),
    { numRuns: 40 },
  );
});
