/** From the fake to the test. */
export type Report =
  | { readonly kind: 'to-page'; readonly channel: string; readonly parameters: unknown[] }
  | { readonly kind: 'second-start'; readonly handedOver: unknown }
  | { readonly kind: 'dialog'; readonly what: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown; readonly error: string | null };

export function tell(report: Report): void {
  if (process.connected) process.send?.(report);
}
