import { expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import { createDoze } from './doze.ts';
import type { Inn } from './inn.fixture.ts';
import { createInn, worldWith } from './inn.fixture.ts';
import { createGuestMaker } from './make-guest.ts';
import type { Line } from './open-line.ts';
import { openLine } from './open-line.ts';

function sleeper(name: string, log: string[], restlessUntil = 0) {
  const fold = (): boolean => {
    log.push(name);
    return true;
  };
  return { fold, restlessUntil: () => restlessUntil };
}

test('FR-190-339 of the guests at rest the last few stay awake, and those that lab time wakes again and again', () => {
  const log: string[] = [];
  let now = 0;
  const doze = createDoze({ steady: () => now, mostAwake: 2 });
  const [one, two, three] = [sleeper('one', log), sleeper('two', log), sleeper('three', log)];
  const restless = sleeper('restless', log, 100);
  for (const guest of [one, two, one]) doze.rested(guest);
  expect(log).toEqual([]);
  doze.rested(three);
  expect(log).toEqual(['two']);
  doze.rested(restless);
  doze.rested(two);
  doze.rested(one);
  expect(log).toEqual(['two', 'one', 'three']);
  now = 200;
  doze.drop(two);
  doze.rested(restless);
  doze.rested(three);
  expect(log).toEqual(['two', 'one', 'three', 'one']);
  doze.rested(two);
  expect(log.at(-1)).toBe('restless');
});

type Shell = { readonly line: Line; readonly shown: (text: string) => Promise<string> };

async function openShell(inn: Inn, number: number): Promise<Shell> {
  const opened = await inn.runtime.open(`vm-${number}` as EntityId);
  if (!opened.ok) throw new Error(opened.refusal.message);
  let seen = '';
  let heard = (): void => undefined;
  const line = openLine(
    opened.value,
    {
      what: { kind: 'session', user: 'root', command: null },
      environment: new Map([['TERM', 'xterm']]),
      terminal: { columns: 80, rows: 24 },
    },
    {
      write: (bytes) => {
        seen += bytes;
        heard();
      },
      backlog: () => 0,
      exited: () => undefined,
      cut: () => undefined,
    },
  );
  if (!line.ok) throw new Error(line.refusal.message);
  const shown = (text: string): Promise<string> =>
    new Promise((done) => {
      heard = () => {
        const at = seen.indexOf(text);
        if (at < 0) return;
        const all = seen.slice(0, at + text.length);
        seen = seen.slice(at + text.length);
        heard = () => undefined;
        done(all);
      };
      heard();
    });
  return { line: line.value, shown };
}

const orders = ['cd /tmp; echo $$ >note', 'cat note; ps -ef', 'systemctl restart nginx', 'ls -li /tmp /run'];

/** The same story in five guests, one after the other, a minute of lab time between all orders. */
async function story(mostAwake: number): Promise<{ readonly shown: string; readonly files: unknown }> {
  const inn = createInn(createGuestMaker(), worldWith(5), mostAwake);
  const shells: Shell[] = [];
  let shown = '';
  for (let number = 1; number <= 5; number += 1) {
    const shell = await openShell(inn, number);
    shown += await shell.shown('# ');
    shells.push(shell);
  }
  for (const order of orders) {
    for (const { line, shown: until } of shells) {
      line.input(`${order}; echo d''one\r`);
      shown += await until('done\r\n');
      shown += await until('# ');
    }
    inn.passSeconds(61);
  }
  await inn.runtime.close();
  const files = [1, 2, 3, 4, 5].map((number) => [
    ...(inn.world.guests.get(`vm-${number}` as EntityId)?.files ?? []),
  ]);
  return { shown, files };
}

test('FR-190-340 what guests say and what the lab keeps of them is the same, put away or awake', async () => {
  const awake = await story(1000);
  const away = await story(0);
  expect(away.shown).toBe(awake.shown);
  expect(away.files).toEqual(awake.files);
});
