import type { Catalogue } from './package.ts';
import type { Store } from './installed.ts';
import { apkStore } from './store-apk.ts';
import { dpkgStore } from './store-dpkg.ts';
import { rpmStore } from './store-rpm.ts';

export function storeOf(catalogue: Catalogue): Store {
  switch (catalogue.family) {
    case 'debian':
      return dpkgStore(catalogue);
    case 'redhat':
      return rpmStore;
    case 'alpine':
      return apkStore(catalogue);
    default:
      return catalogue.family satisfies never;
  }
}
