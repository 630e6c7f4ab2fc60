/** The services beside a vCenter's own; a host by itself has none of them. */
import { cnsService } from '../cns/cns-service.ts';
import { bundleRoute } from '../namespaces/bundle-route.ts';
import { pbmService } from '../pbm/pbm-service.ts';
import type { Route } from '../server/routes.ts';
import { lookupService } from '../sso/lookup-service.ts';
import { stsRoute } from '../sso/sts-route.ts';
import type { Vc } from '../vc.ts';
import { serviceRoute } from './service-route.ts';

export function serviceRoutes(vc: Vc): readonly Route[] {
  if (vc.kind === 'host') return [];
  return [
    ...[pbmService, lookupService, cnsService].map((service) => serviceRoute(vc, service)),
    bundleRoute(vc),
    ...(vc.identity === null ? [] : [stsRoute(vc, vc.identity)]),
  ];
}
