import type { EntityId } from '../contract/ids.ts';
import type { CloudPlan, DatacenterPlan, UcsPlan } from '../contract/lab-machines.ts';
import { wireOf } from './plan-addresses.ts';
import type { PlanBook } from './plan-book.ts';
import {
  countHolds,
  createRealm,
  found,
  numbered,
  planHosts,
  planNetworks,
  planStores,
  planSwitches,
  takeDevice,
} from './plan-realm.ts';
import type { DeviceShelf, Realm } from './plan-realm.ts';
import { planFloating, planRules, planVolumes } from './plan-rules.ts';
import type { RuleList, RulesToCome } from './plan-rules.ts';
import { planMachines } from './plan-vms.ts';
import type { Pattern } from './plan-vms.ts';

export type MachinePlace = {
  readonly site: EntityId;
  readonly where: string;
  readonly devices: DeviceShelf;
};

const plain: Pattern = { flavours: new Map(), images: new Map() };

export function planDatacenter(book: PlanBook, plan: DatacenterPlan, place: MachinePlace): void {
  const { name, vcenter, notes, tags, custom, where } = { ...plan, where: place.where };
  const spec = { notes, tags, custom: vcenter === undefined ? custom : { ...custom, vcenter } };
  const id = book.add({ kind: 'datacenter', name, parent: place.site, spec });
  const realm = createRealm({ id, style: 'vmware', where, book, devices: place.devices });
  for (const { name: folder, ...folderSpec } of plan.folders) {
    realm.folders.set(folder, book.add({ kind: 'folder', name: folder, parent: id, spec: folderSpec }));
  }
  planStores(realm, plan.datastores);
  planSwitches(realm, plan.switches, id);
  planNetworks(realm, plan.networks, id);
  const rules = planClusters(realm, plan.clusters);
  planHosts(realm, plan.hosts, { parent: id, cluster: null, where });
  planMachines(realm, plan.machines, { parent: id, where, pattern: plain });
  for (const each of rules) planRules(realm, each);
}

function planClusters(realm: Realm, clusters: DatacenterPlan['clusters']): readonly RulesToCome[] {
  const { book } = realm;
  const rulesToCome: RulesToCome[] = [];
  for (const [at, plan] of clusters.entries()) {
    const where = `${realm.where}.clusters[${at}]`;
    if (!countHolds(book, plan, where)) continue;
    for (let n = 0; n < plan.count; n += 1) {
      const { name: pattern, count: _, hosts, pools, rules: plans, ...spec } = plan;
      const name = numbered(pattern, n);
      const list: RuleList = [];
      const id = book.add({ kind: 'cluster', name, parent: realm.id, spec: { ...spec, rules: list } });
      rulesToCome.push({ plans, list, where });
      realm.clusters.set(name, id);
      planHosts(realm, hosts, { parent: id, cluster: name, where });
      for (const { name: pool, ...poolSpec } of pools)
        realm.pools.set(pool, book.add({ kind: 'pool', name: pool, parent: id, spec: poolSpec }));
    }
  }
  return rulesToCome;
}

export function planCloud(book: PlanBook, plan: CloudPlan, place: MachinePlace): void {
  const { name, region, release } = plan;
  const { where } = place;
  const id = book.add({ kind: 'cloud', name, parent: place.site, spec: { region, release } });
  const realm = createRealm({ id, style: 'openstack', where, book, devices: place.devices });
  const flavours = new Map<EntityId, CloudPlan['flavours'][number]>();
  const images = new Map<EntityId, CloudPlan['images'][number]>();
  planStores(realm, plan.datastores);
  planSwitches(realm, plan.switches, id);
  planNetworks(realm, plan.networks, id);
  planHosts(realm, plan.hosts, { parent: id, cluster: null, where });
  for (const flavour of plan.flavours) {
    const { name: title, ...spec } = flavour;
    const made = book.add({ kind: 'flavour', name: title, parent: id, spec });
    realm.flavours.set(title, made);
    flavours.set(made, flavour);
  }
  for (const image of plan.images) {
    const { name: title, ...spec } = image;
    const made = book.add({ kind: 'image', name: title, parent: id, spec });
    realm.images.set(title, made);
    images.set(made, image);
  }
  for (const [at, project] of plan.projects.entries()) {
    const own = { firewalls: new Map<string, EntityId>(), machines: new Map<string, EntityId>() };
    const inside = { ...realm, wires: new Map(realm.wires), ...own };
    planProject(inside, project, { where: `${where}.projects[${at}]`, pattern: { flavours, images } });
  }
}

type ProjectPlace = { readonly where: string; readonly pattern: Pattern };

function planProject(realm: Realm, plan: CloudPlan['projects'][number], place: ProjectPlace): void {
  const { book } = realm;
  const { name, description, isEnabled, quota, keypairs, where } = { ...plan, where: place.where };
  const spec = { description, isEnabled, quota, keypairs };
  const id = book.add({ kind: 'project', name, parent: realm.id, spec });
  planNetworks(realm, plan.networks, id);
  for (const [at, router] of plan.routers.entries()) {
    const wire = (network: string, field: string): EntityId | null =>
      found(book, realm.wires, { what: 'network', name: network, where: `${where}.routers[${at}].${field}` })
        ?.id ?? null;
    const external = router.external === undefined ? null : wire(router.external, 'external');
    const networks = router.networks.flatMap((network, n) => wire(network, `networks[${n}]`) ?? []);
    const routerSpec = { external, externalAddress: null, networks, isUp: true };
    book.add({ kind: 'router', name: router.name, parent: id, spec: routerSpec });
  }
  for (const { name: firewall, notes, rules } of plan.firewalls) {
    const open = rules.map((rule) => ({ ...rule, remoteFirewall: null }));
    const made = book.add({ kind: 'firewall', name: firewall, parent: id, spec: { notes, rules: open } });
    realm.firewalls.set(firewall, made);
  }
  planMachines(realm, plan.machines, { parent: id, where, pattern: place.pattern });
  planVolumes(realm, plan.volumes, { parent: id, where });
  planFloating(realm, plan.addresses, { parent: id, where });
}

export function planUcs(book: PlanBook, plan: UcsPlan, place: MachinePlace): void {
  const { name, firmware, address } = plan;
  const { where, devices } = place;
  const spec = { firmware, ...(address === undefined ? {} : { address }) };
  const id = book.add({ kind: 'ucs', name, parent: place.site, spec });
  const linked = (runsOn: string | undefined, field: string): object => {
    const device =
      runsOn === undefined ? null : takeDevice(book, devices, { name: runsOn, where: `${where}.${field}` });
    return device === null ? {} : { runsOn: [device] };
  };
  for (const [at, { name: title, runsOn, ...fabric }] of plan.interconnects.entries()) {
    const links = linked(runsOn, `interconnects[${at}].runsOn`);
    book.add({ kind: 'interconnect', name: title, parent: id, spec: fabric, links });
  }
  const wires = new Map(
    plan.networks.map(({ name: title, ...network }) => [
      title,
      wireOf(book.add({ kind: 'network', name: title, parent: id, spec: network }), network),
    ]),
  );
  for (const { name: title, ...policy } of plan.policies)
    book.add({ kind: 'policy', name: title, parent: id, spec: policy });
  for (const { name: title, ...idpool } of plan.idpools)
    book.add({ kind: 'idpool', name: title, parent: id, spec: idpool });
  const blades = new Map<string, EntityId>();
  for (const [at, { name: title, runsOn, blades: inside, ...chassis }] of plan.chassis.entries()) {
    const links = linked(runsOn, `chassis[${at}].runsOn`);
    const made = book.add({ kind: 'chassis', name: title, parent: id, spec: chassis, links });
    for (const { name: blade, ...bladeSpec } of inside)
      blades.set(blade, book.add({ kind: 'blade', name: blade, parent: made, spec: bladeSpec }));
  }
  planProfiles(book, plan, { id, where, wires, blades });
}

type ProfilesPlace = {
  readonly id: EntityId;
  readonly where: string;
  readonly wires: ReadonlyMap<string, { readonly id: EntityId }>;
  readonly blades: ReadonlyMap<string, EntityId>;
};

/** Templates come first, so that a profile can name one that stands below it. */
function planProfiles(
  book: PlanBook,
  { profiles }: UcsPlan,
  { id, where, wires, blades }: ProfilesPlace,
): void {
  const templates = new Map<string, EntityId>();
  for (const wanted of [true, false]) {
    for (const [at, plan] of profiles.entries()) {
      if (plan.isTemplate !== wanted) continue;
      const place = `${where}.profiles[${at}]`;
      const { name, template, blade, vnics, ...rest } = plan;
      const spec = {
        ...rest,
        template:
          template === undefined
            ? null
            : found(book, templates, { what: 'template', name: template, where: `${place}.template` }),
        blade:
          blade === undefined
            ? null
            : found(book, blades, { what: 'blade', name: blade, where: `${place}.blade` }),
        vnics: vnics.map(({ network, ...vnic }, n) => ({
          ...vnic,
          network:
            network === undefined
              ? null
              : (found(book, wires, { what: 'network', name: network, where: `${place}.vnics[${n}].network` })
                  ?.id ?? null),
        })),
      };
      const made = book.add({ kind: 'profile', name, parent: id, spec });
      if (wanted) templates.set(name, made);
    }
  }
}
