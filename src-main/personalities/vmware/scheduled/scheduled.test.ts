import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { nextRun, problemWith } from './times.ts';

const time = (text: string): number => Date.parse(`${text}Z`);
const told = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment).toISOString().slice(0, 16);

describe('when a task runs next', () => {
  const made = time('2026-01-05T10:20'); // a Monday
  const cases: readonly (readonly [string, object, readonly (string | null)[]])[] = [
    ['once', { _type: 'OnceTaskScheduler', runAt: '2026-01-05T12:00:00Z' }, ['2026-01-05T12:00', null]],
    ['once, now', { _type: 'OnceTaskScheduler' }, ['2026-01-05T10:20', null]],
    [
      'in the past',
      { _type: 'OnceTaskScheduler', runAt: '2025-01-01T00:00:00Z' },
      ['2026-01-05T10:20', null],
    ],
    [
      'every two hours',
      { _type: 'HourlyTaskScheduler', interval: 2, minute: 10 },
      ['2026-01-05T12:10', '2026-01-05T14:10'],
    ],
    [
      'daily',
      { _type: 'DailyTaskScheduler', interval: 1, hour: 9, minute: 0 },
      ['2026-01-06T09:00', '2026-01-07T09:00'],
    ],
    [
      'every second week, Monday and Friday',
      { _type: 'WeeklyTaskScheduler', interval: 2, hour: 9, minute: 30, monday: true, friday: true },
      ['2026-01-09T09:30', '2026-01-19T09:30', '2026-01-23T09:30'],
    ],
    [
      'monthly on the last day',
      { _type: 'MonthlyByDayTaskScheduler', interval: 1, hour: 0, minute: 0, day: 31 },
      ['2026-01-31T00:00', '2026-02-28T00:00', '2026-03-31T00:00'],
    ],
    [
      'monthly on the last Friday',
      {
        _type: 'MonthlyByWeekdayTaskScheduler',
        interval: 1,
        hour: 1,
        minute: 0,
        offset: 'last',
        weekday: 'friday',
      },
      ['2026-01-30T01:00', '2026-02-27T01:00'],
    ],
    [
      'every quarter on the second Tuesday, until May',
      {
        _type: 'MonthlyByWeekdayTaskScheduler',
        interval: 3,
        hour: 1,
        minute: 0,
        offset: 'second',
        weekday: 'tuesday',
        expireTime: '2026-05-01T00:00:00Z',
      },
      ['2026-01-13T01:00', '2026-04-14T01:00', null],
    ],
    [
      'daily from February on',
      { _type: 'DailyTaskScheduler', interval: 1, hour: 9, minute: 0, activeTime: '2026-02-01T12:00:00Z' },
      ['2026-02-02T09:00'],
    ],
    ['after startup', { _type: 'AfterStartupTaskScheduler', minute: 5 }, ['2026-01-05T10:30', null]],
  ];
  test.each(cases)('FR-020-262 %s', (_, scheduler, expected) => {
    let after = made;
    for (const moment of expected) {
      const next = nextRun(scheduler as never, { made, after, started: time('2026-01-05T10:25') });
      expect(told(next)).toBe(moment);
      // As it is when it just ran; what ran at the moment it was made counts as run.
      after = Math.max(next ?? 0, made + 1);
    }
  });

  test('FR-020-262 a schedule that cannot be kept is told why', () => {
    expect(problemWith({ _type: 'HourlyTaskScheduler', interval: 0, minute: 1 })).toContain('interval');
    expect(problemWith({ _type: 'DailyTaskScheduler', interval: 1, hour: 24, minute: 1 })).toContain('hour');
    expect(problemWith({ _type: 'WeeklyTaskScheduler', interval: 1, hour: 2, minute: 1 })).toContain('week');
    expect(problemWith({ _type: 'AfterStartupTaskScheduler', minute: 90 })).toBeNull();
  });
});

describe('scheduled tasks', () => {
  let lab: VmwareLab;
  let client: SoapClient;
  let estate: Estate;
  beforeEach(async () => {
    lab = await openVmwareLab();
    await lab.does({ type: 'lab.work', takes: 'no-time' });
    estate = await buildEstate(lab);
    client = await lab.login();
  });
  afterEach(() => lab.close());

  const manager = 'ScheduledTaskManager:ScheduledTaskManager';
  const spec = (name: string, scheduler: string, method = 'PowerOnVM_Task'): string =>
    `<spec><name>${name}</name><description>words</description><enabled>true</enabled>${scheduler}` +
    `<action xsi:type="MethodAction"><name>${method}</name><argument></argument></action></spec>`;
  const hourly =
    '<scheduler xsi:type="HourlyTaskScheduler"><interval>1</interval><minute>0</minute></scheduler>';
  const create = (name: string, scheduler = hourly, method?: string) =>
    client.call(
      'CreateScheduledTask',
      manager,
      `<entity type="VirtualMachine">${estate.machines[0]}</entity>${spec(name, scheduler, method)}`,
    );
  const info = async (id: string) =>
    (await client.call('Fetch', `ScheduledTask:${id}`, '<prop>info</prop>')).values[0];
  const ends = async (id: string) => {
    for (;;) {
      await lab.run(1);
      const now = await info(id);
      if (textIn(now, 'prevRunTime') !== undefined && textIn(now, 'state') !== 'running') return now;
    }
  };
  const powerOf = () => {
    const vm = lab.world.inventory.get(estate.machines[0]);
    return vm?.kind === 'vm' ? vm.spec.power : '';
  };

  test('FR-020-262 a method of a machine is called when its time in the lab has come, and what came of it is told', async () => {
    const made = await create('wake');
    const id = made.values[0]?.text ?? '';
    expect(textIn(await info(id), 'state')).toBe('queued');
    expect(textIn(await info(id), 'nextRunTime')).toBe(
      new Date(Math.floor(lab.world.now() / 3_600_000 + 1) * 3_600_000).toISOString(),
    );
    lab.vc.schedule.pass();
    expect(powerOf()).toBe('off');
    await lab.run(3600);
    lab.vc.schedule.pass();
    lab.vc.schedule.pass();
    expect(textIn(await ends(id), 'state')).toBe('success');
    expect(powerOf()).toBe('on');
    const types = lab.vc.events
      .all()
      .map(({ type }) => type)
      .filter((type) => type.startsWith('Scheduled'));
    expect(types).toEqual([
      'ScheduledTaskCreatedEvent',
      'ScheduledTaskStartedEvent',
      'ScheduledTaskCompletedEvent',
    ]);
    // It is on now: the next run fails, and says so.
    expect((await client.call('RunScheduledTask', `ScheduledTask:${id}`)).fault).toBe('');
    let now = await ends(id);
    while (textIn(now, 'state') !== 'error') now = await ends(id);
    const error = now?.children.find(({ name }) => name === 'error');
    expect(error?.children.find(({ name }) => name === 'fault')?.type?.name).toBe('InvalidPowerState');
  });

  test('FR-020-262 scheduled tasks are listed by what they act on, changed and removed; their names are their own', async () => {
    const first = (await create('one')).values[0]?.text ?? '';
    expect((await create('one')).fault).toBe('DuplicateName');
    expect((await create('', hourly)).fault).toBe('InvalidName');
    expect((await create('two', hourly, 'Frobnicate')).fault).toBe('InvalidArgument');
    expect((await create('two', hourly.replace('>1<', '>0<'))).fault).toBe('InvalidArgument');
    const listed = await client.call(
      'RetrieveEntityScheduledTask',
      manager,
      `<entity type="VirtualMachine">${estate.machines[0]}</entity>`,
    );
    expect(listed.values.map(({ text }) => text)).toEqual([first]);
    const none = await client.call(
      'RetrieveEntityScheduledTask',
      manager,
      `<entity type="VirtualMachine">${estate.machines[1]}</entity>`,
    );
    expect(none.values).toEqual([]);
    const once = '<scheduler xsi:type="OnceTaskScheduler"><runAt>2030-01-01T00:00:00Z</runAt></scheduler>';
    expect(
      (await client.call('ReconfigureScheduledTask', `ScheduledTask:${first}`, spec('other', once))).fault,
    ).toBe('');
    expect(textIn(await info(first), 'nextRunTime')).toBe('2030-01-01T00:00:00.000Z');
    expect((await client.call('RemoveScheduledTask', `ScheduledTask:${first}`)).fault).toBe('');
    expect((await client.call('RemoveScheduledTask', `ScheduledTask:${first}`)).fault).toBe(
      'ManagedObjectNotFound',
    );
    const description = await client.call('Fetch', manager, '<prop>description</prop>');
    expect(description.values[0]?.children.filter(({ name }) => name === 'schedulerInfo')).toHaveLength(7);
  });
});
