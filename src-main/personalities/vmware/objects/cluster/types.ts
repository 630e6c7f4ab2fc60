import type { AnyManaged } from '../managed.ts';
import { done } from '../fault.ts';
import { destroyed, renamed } from '../inventory/entity-methods.ts';
import { appConfigOf, appMethods, appSummaryOf } from './app.ts';
import { clusterSummaryOf, computeSummaryOf } from './capacity.ts';
import { configurationExOf, configurationOf } from './cluster-config.ts';
import { clusterMethods } from './cluster-methods.ts';
import { clusterType } from './cluster.ts';
import { computeResourceType } from './compute-resource.ts';
import { evcManager } from './evc.ts';
import { environmentBrowser } from './environment.ts';
import { recommendationsOf } from './placement.ts';
import { poolMethods } from './pool-methods.ts';
import { runtimeOf, summaryOf } from './pool-summary.ts';
import { resourcePoolType, virtualAppType } from './resource-pool.ts';

const browser = 'EnvironmentBrowser';

export const clusterTypes = (): readonly AnyManaged[] => [
  clusterType({
    properties: {
      summary: (cluster, { vc }) => clusterSummaryOf(vc, cluster),
      configuration: (cluster, { vc }) => configurationOf(vc, cluster),
      configurationEx: (cluster, { vc }) => configurationExOf(vc, cluster),
      summaryEx: (cluster, { vc }) => clusterSummaryOf(vc, cluster),
      environmentBrowser: (cluster, { vc }) => vc.refs.part(browser, 'envbrowser', cluster),
      recommendation: (cluster, { vc }) => recommendationsOf(vc, cluster),
      configManagerEnabled: () => false,
      lifecycleManaged: () => false,
    },
    methods: clusterMethods,
  }),
  computeResourceType({
    properties: {
      summary: (host, { vc }) => computeSummaryOf(vc, host),
      configurationEx: () => ({ _type: 'ComputeResourceConfigInfo', vmSwapPlacement: 'vmDirectory' }),
      environmentBrowser: (host, { vc }) => vc.refs.part(browser, 'envbrowser', host),
      configManagerEnabled: () => false,
      lifecycleManaged: () => false,
    },
    methods: {
      Rename_Task: renamed('ComputeResource'),
      Destroy_Task: destroyed('ComputeResource'),
      Reload: () => done(undefined),
    },
  }),
  resourcePoolType({
    properties: {
      summary: (thing, { vc }, ref) => summaryOf(vc, thing, ref),
      runtime: (thing, { vc }) => runtimeOf(vc, thing),
    },
    methods: poolMethods,
  }),
  virtualAppType({
    properties: {
      summary: (thing, { vc }, ref) => appSummaryOf(vc, thing, ref),
      runtime: (thing, { vc }) => runtimeOf(vc, thing),
      vAppConfig: (thing, { vc }) => appConfigOf(vc, thing),
    },
    methods: appMethods,
  }),
  environmentBrowser(),
  evcManager(),
];
