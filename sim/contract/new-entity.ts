/** Every kind of thing there is, as one asks for it. */
import * as z from 'zod';
import {
  cloudSpecSchema,
  flavourSpecSchema,
  imageSpecSchema,
  projectSpecSchema,
  volumeSpecSchema,
} from './cloud-specs.ts';
import { chillerSpecSchema, cracSpecSchema } from './cooling-specs.ts';
import {
  deviceSpecSchema,
  entitySchema,
  nameSchema,
  rackSpecSchema,
  roomSpecSchema,
  rowSpecSchema,
  sensorSpecSchema,
  siteSpecSchema,
} from './entities.ts';
import { entityIdSchema } from './ids.ts';
import {
  clusterSpecSchema,
  datacenterSpecSchema,
  datastoreSpecSchema,
  folderSpecSchema,
  hostSpecSchema,
  poolSpecSchema,
  vmSpecSchema,
} from './machine-specs.ts';
import {
  addressSpecSchema,
  firewallSpecSchema,
  networkSpecSchema,
  routerSpecSchema,
  vswitchSpecSchema,
} from './network-specs.ts';
import {
  atsSpecSchema,
  batterySpecSchema,
  gensetSpecSchema,
  panelSpecSchema,
  pduSpecSchema,
  transformerSpecSchema,
  upsSpecSchema,
  utilitySpecSchema,
} from './power-specs.ts';
import {
  bladeSpecSchema,
  chassisSpecSchema,
  idpoolSpecSchema,
  interconnectSpecSchema,
  policySpecSchema,
  profileSpecSchema,
  ucsSpecSchema,
} from './ucs-specs.ts';

const itemOf = <const Kind extends string, Spec extends z.ZodType>(kind: Kind, spec: Spec) =>
  z.object({
    kind: z.literal(kind),
    name: nameSchema,
    parent: entityIdSchema.nullable().default(null),
    spec,
    links: entitySchema.options[0].shape.links.default({}),
    aliases: entitySchema.options[0].shape.aliases.default({}),
    /** Left out, the world gives the next free one. */
    id: entityIdSchema.optional(),
  });

export const newEntitySchema = z.discriminatedUnion('kind', [
  itemOf('site', siteSpecSchema),
  itemOf('room', roomSpecSchema),
  itemOf('row', rowSpecSchema),
  itemOf('rack', rackSpecSchema),
  itemOf('device', deviceSpecSchema),
  itemOf('pdu', pduSpecSchema),
  itemOf('utility', utilitySpecSchema),
  itemOf('transformer', transformerSpecSchema),
  itemOf('genset', gensetSpecSchema),
  itemOf('ats', atsSpecSchema),
  itemOf('ups', upsSpecSchema),
  itemOf('battery', batterySpecSchema),
  itemOf('panel', panelSpecSchema),
  itemOf('crac', cracSpecSchema),
  itemOf('chiller', chillerSpecSchema),
  itemOf('sensor', sensorSpecSchema),
  itemOf('datacenter', datacenterSpecSchema),
  itemOf('folder', folderSpecSchema),
  itemOf('cluster', clusterSpecSchema),
  itemOf('host', hostSpecSchema),
  itemOf('pool', poolSpecSchema),
  itemOf('vm', vmSpecSchema),
  itemOf('datastore', datastoreSpecSchema),
  itemOf('vswitch', vswitchSpecSchema),
  itemOf('network', networkSpecSchema),
  itemOf('router', routerSpecSchema),
  itemOf('address', addressSpecSchema),
  itemOf('firewall', firewallSpecSchema),
  itemOf('cloud', cloudSpecSchema),
  itemOf('project', projectSpecSchema),
  itemOf('flavour', flavourSpecSchema),
  itemOf('image', imageSpecSchema),
  itemOf('volume', volumeSpecSchema),
  itemOf('ucs', ucsSpecSchema),
  itemOf('interconnect', interconnectSpecSchema),
  itemOf('chassis', chassisSpecSchema),
  itemOf('blade', bladeSpecSchema),
  itemOf('profile', profileSpecSchema),
  itemOf('idpool', idpoolSpecSchema),
  itemOf('policy', policySpecSchema),
]);
export type NewEntity = z.infer<typeof newEntitySchema>;
