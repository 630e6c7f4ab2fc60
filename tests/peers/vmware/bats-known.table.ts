/** What is known of govc's tests beforehand: which take long, which wait in vain, why some do not pass. */

/** Begun first: else a lane would work on them alone at the end. */
export const longest: readonly string[] = [
  'vcsim examples',
  'vcsim issue #1251',
  'session.loginextension',
  'library.deploy',
  'vm.clone change resources',
  'vm.clone',
  'vm.info',
  'vcsim host config.port',
  'vcsim set vm properties',
  'object.find',
  'pool.create',
];

/** Who has not ended after so many milliseconds never will. */
export const limits: Readonly<Record<string, number>> = {
  'vcsim issue #1251': 30_000,
};

/** Why a test may not pass: it races with itself, or ours does as a vCenter does and the test as vcsim. */
export const reasons: Readonly<Record<string, string>> = {
  'vcsim issue #1251': 'begins to wait and renames at once: where the new name is there first it waits without end',
  'host info vc': 'wants that a host is not found by its name, for vcsim lacked FindByDnsName once',
  'dvs.portgroup': 'gives a switch the card vmnic0, which is on vSwitch0: a vCenter refuses that',
};
