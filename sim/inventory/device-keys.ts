/** Where a machine's disks and its adapters begin to count, as vSphere does. */
export const firstDiskKey = 2000;
export const firstNicKey = 4000;
