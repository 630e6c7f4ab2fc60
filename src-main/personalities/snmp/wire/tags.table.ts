/** Identifier octets of the BER that SNMP uses: RFC 3416 and RFC 3417. */
export const tags = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  counter32: 0x41,
  gauge32: 0x42,
  timeTicks: 0x43,
  counter64: 0x46,
  noSuchObject: 0x80,
  noSuchInstance: 0x81,
  endOfMibView: 0x82,
} as const;

export const pduTags = {
  get: 0xa0,
  getNext: 0xa1,
  response: 0xa2,
  set: 0xa3,
  getBulk: 0xa5,
  report: 0xa8,
} as const;

/** Error statuses of RFC 3416 that a read-only agent can give. */
export const errorStatus = {
  noError: 0,
  tooBig: 1,
  noAccess: 6,
  authorizationError: 16,
  notWritable: 17,
} as const;
export type ErrorStatus = (typeof errorStatus)[keyof typeof errorStatus];
