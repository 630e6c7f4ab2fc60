/** The alarms that vCenter comes with, of what the lab can feel. Thresholds in hundredths of a percent. */
import { counters } from '../performance/counters.table.ts';
import type { Data } from '../wire/value.ts';

type FirstAlarm = {
  readonly id: string;
  readonly name: string;
  readonly systemName: string;
  readonly description: string;
  readonly expression: Data;
};

const counterId = (group: string, name: string, rollup: string): number =>
  counters.find((one) => one.group === group && one.name === name && one.rollup === rollup)?.key ?? 0;

type Limits = { readonly yellow: number; readonly red: number; readonly seconds: number };

const above = (type: string, counter: number, { yellow, red, seconds }: Limits): Data => ({
  _type: 'OrAlarmExpression',
  expression: [
    {
      _type: 'MetricAlarmExpression',
      operator: 'isAbove',
      type,
      metric: { _type: 'PerfMetricId', counterId: counter, instance: '' },
      yellow,
      yellowInterval: seconds,
      red,
      redInterval: seconds,
    },
  ],
});

const state = (type: string, statePath: string, words: { readonly yellow?: string; readonly red?: string }): Data => ({
  _type: 'StateAlarmExpression',
  operator: 'isEqual',
  type,
  statePath,
  ...words,
});

const either = (...expression: readonly Data[]): Data => ({ _type: 'OrAlarmExpression', expression });

export const firstAlarms: readonly FirstAlarm[] = [
  {
    id: 'alarm-1',
    name: 'Host connection and power state',
    systemName: 'alarm.HostConnectionStateAlarm',
    description: 'Default alarm to monitor host connection and power state',
    expression: either(state('HostSystem', 'runtime.connectionState', { red: 'notResponding', yellow: 'disconnected' })),
  },
  {
    id: 'alarm-2',
    name: 'Host CPU usage',
    systemName: 'alarm.HostCPUUsageAlarm',
    description: 'Default alarm to monitor host CPU usage',
    expression: above('HostSystem', counterId('cpu', 'usage', 'average'), { yellow: 7500, red: 9000, seconds: 300 }),
  },
  {
    id: 'alarm-3',
    name: 'Host memory usage',
    systemName: 'alarm.HostMemoryUsageAlarm',
    description: 'Default alarm to monitor host memory usage',
    expression: above('HostSystem', counterId('mem', 'usage', 'average'), { yellow: 9000, red: 9500, seconds: 300 }),
  },
  {
    id: 'alarm-4',
    name: 'Virtual machine CPU usage',
    systemName: 'alarm.VmCPUUsageAlarm',
    description: 'Default alarm to monitor virtual machine CPU usage',
    expression: above('VirtualMachine', counterId('cpu', 'usage', 'average'), { yellow: 7500, red: 9000, seconds: 300 }),
  },
  {
    id: 'alarm-5',
    name: 'Virtual machine memory usage',
    systemName: 'alarm.VmMemoryUsageAlarm',
    description: 'Default alarm to monitor virtual machine memory usage',
    expression: above('VirtualMachine', counterId('mem', 'usage', 'average'), { yellow: 8500, red: 9500, seconds: 600 }),
  },
  {
    id: 'alarm-6',
    name: 'Datastore usage on disk',
    systemName: 'alarm.DatastoreDiskUsageAlarm',
    description: 'Default alarm to monitor datastore disk usage',
    expression: above('Datastore', counterId('disk', 'used', 'latest'), { yellow: 7500, red: 8500, seconds: 0 }),
  },
  {
    id: 'alarm-7',
    name: 'Alarm of the lab on a host',
    systemName: 'alarm.LabHostAlarm',
    description: 'Rings while an alarm of the control room rings on a host',
    expression: either(state('HostSystem', 'overallStatus', { yellow: 'yellow', red: 'red' })),
  },
  {
    id: 'alarm-8',
    name: 'Alarm of the lab on a virtual machine',
    systemName: 'alarm.LabVmAlarm',
    description: 'Rings while an alarm of the control room rings on a virtual machine',
    expression: either(state('VirtualMachine', 'overallStatus', { yellow: 'yellow', red: 'red' })),
  },
];
