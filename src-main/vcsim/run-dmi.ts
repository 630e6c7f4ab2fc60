/** A machine's number as its firmware tells it: what cloud-init and others look for in /sys/class/dmi/id. */

export function dmiOf(uuid: string): { readonly product_serial: string; readonly product_uuid: string } {
  const bytes = uuid.toLowerCase().replaceAll('-', '').match(/../g) ?? [];
  const row = (from: number, to: number): string => bytes.slice(from, to).join(' ');
  const swapped = (from: number, to: number): string => bytes.slice(from, to).toReversed().join('');
  const plain = (from: number, to: number): string => bytes.slice(from, to).join('');
  // The first three numbers of it are of a PC's byte order.
  const number = [swapped(0, 4), swapped(4, 6), swapped(6, 8), plain(8, 10), plain(10, 16)].join('-');
  return { product_serial: `VMware-${row(0, 8)}-${row(8, 16)}`, product_uuid: number.toUpperCase() };
}
