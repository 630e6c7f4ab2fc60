/** `/pbm`: storage policies. */
import { done } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged } from '../objects/managed.ts';
import { serviceSchemaText } from '../schema/service-schema.table.ts';
import type { Service } from '../sdk/service-route.ts';
import type { Vc } from '../vc.ts';
import type { Data } from '../wire/value.ts';
import { complianceType } from './compliance.ts';
import { placementType } from './placement.ts';
import { profileManagerType } from './profiles.ts';

const contentOf = ({ instanceUuid }: Vc): Data => ({
  aboutInfo: { name: 'PBM', version: '2.0', instanceUuid },
  sessionManager: { _ref: 'PbmSessionManager', value: 'SessionManager' },
  capabilityMetadataManager: { _ref: 'PbmCapabilityMetadataManager', value: 'CapabilityMetadataManager' },
  profileManager: { _ref: 'PbmProfileProfileManager', value: 'ProfileManager' },
  complianceManager: { _ref: 'PbmComplianceManager', value: 'complianceManager' },
  placementSolver: { _ref: 'PbmPlacementSolver', value: 'placementSolver' },
});

const instanceType = (): AnyManaged =>
  service('PbmServiceInstance', {
    properties: { content: (_, { vc }) => contentOf(vc) },
    methods: { PbmRetrieveServiceContent: ({ vc }) => done(contentOf(vc)) },
  });

export const pbmService: Service = {
  path: '/pbm',
  namespace: 'urn:pbm',
  prefix: 'Pbm',
  schemaText: serviceSchemaText,
  types: () => [instanceType(), profileManagerType(), complianceType(), placementType()],
};
