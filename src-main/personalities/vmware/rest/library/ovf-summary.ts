/** What a package asks of whoever deploys it: `?action=filter`. */
import type { Ovf } from '../../files/ovf/descriptor.ts';

const className = (word: string): string => `com.vmware.vcenter.ovf.${word}`;

export function summaryOf(ovf: Ovf): object {
  const flat = ovf.disks.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    name: ovf.name,
    annotation: ovf.annotation,
    EULAs: ovf.eulas,
    networks: ovf.networks.map(({ name }) => name),
    storage_groups: [],
    additional_params: [
      ...(ovf.options.length === 0 ? [] : [optionParams(ovf)]),
      ...(ovf.properties.length === 0 ? [] : [propertyParams(ovf)]),
      {
        '@class': className('size_params'),
        type: 'SizeParams',
        variable_disk_size: false,
        approximate_download_size: ovf.files.reduce((sum, { size }) => sum + size, 0),
        approximate_flat_deployment_size: flat,
        approximate_sparse_deployment_size: ovf.disks.reduce((sum, { populated }) => sum + populated, 0),
      },
    ],
  };
}

const optionParams = ({ options }: Ovf): object => ({
  '@class': className('deployment_option_params'),
  type: 'DeploymentOptionParams',
  selected_key: options.find(({ isUsual }) => isUsual)?.id ?? options[0]?.id ?? '',
  deployment_options: options.map(({ id, label, description, isUsual }) => ({
    key: id,
    label,
    description,
    default_choice: isUsual,
  })),
});

const propertyParams = ({ properties }: Ovf): object => ({
  '@class': className('property_params'),
  type: 'PropertyParams',
  properties: properties.map(({ id, classId, instanceId, type, value, label, description, isOpen }) => ({
    id,
    class_id: classId,
    instance_id: instanceId,
    type,
    value,
    label,
    description,
    category: '',
    ui_optional: !isOpen,
  })),
});
