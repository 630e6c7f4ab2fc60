/** How a machine's configuration file calls what vSphere has types for. */
export const controllerWords = {
  ParaVirtualSCSIController: { bus: 'scsi', dev: 'pvscsi' },
  VirtualLsiLogicController: { bus: 'scsi', dev: 'lsilogic' },
  VirtualLsiLogicSASController: { bus: 'scsi', dev: 'lsisas1068' },
  VirtualBusLogicController: { bus: 'scsi', dev: 'buslogic' },
  VirtualAHCIController: { bus: 'sata', dev: '' },
  VirtualNVMEController: { bus: 'nvme', dev: '' },
  VirtualIDEController: { bus: 'ide', dev: '' },
} as const satisfies Readonly<Record<string, { readonly bus: string; readonly dev: string }>>;

/** A card that passes hardware through has no word that every reader knows. */
export const cardWords: Readonly<Record<string, string>> = {
  VirtualE1000: 'e1000',
  VirtualE1000e: 'e1000e',
  VirtualVmxnet3: 'vmxnet3',
  VirtualVmxnet2: 'vmxnet',
  VirtualVmxnet: 'vmxnet',
  VirtualPCNet32: 'vlance',
};

/** Who gave a card its address. */
export const addressWords: Readonly<Record<string, string>> = {
  assigned: 'vpx',
  generated: 'generated',
  manual: 'static',
};
