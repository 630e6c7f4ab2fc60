/** The standard errors of vAPI, the HTTP status of each, and their name in the newer dialect. */
export const problemWords = {
  already_exists: { status: 400, number: 'ALREADY_EXISTS' },
  already_in_desired_state: { status: 400, number: 'ALREADY_IN_DESIRED_STATE' },
  concurrent_change: { status: 409, number: 'CONCURRENT_CHANGE' },
  error: { status: 500, number: 'ERROR' },
  invalid_argument: { status: 400, number: 'INVALID_ARGUMENT' },
  invalid_element_type: { status: 400, number: 'INVALID_ELEMENT_TYPE' },
  invalid_request: { status: 400, number: 'INVALID_REQUEST' },
  not_allowed_in_current_state: { status: 400, number: 'NOT_ALLOWED_IN_CURRENT_STATE' },
  not_found: { status: 404, number: 'NOT_FOUND' },
  operation_not_found: { status: 404, number: 'OPERATION_NOT_FOUND' },
  resource_busy: { status: 400, number: 'RESOURCE_BUSY' },
  resource_in_use: { status: 400, number: 'RESOURCE_IN_USE' },
  service_unavailable: { status: 503, number: 'SERVICE_UNAVAILABLE' },
  timed_out: { status: 504, number: 'TIMED_OUT' },
  unable_to_allocate_resource: { status: 400, number: 'UNABLE_TO_ALLOCATE_RESOURCE' },
  unauthenticated: { status: 401, number: 'UNAUTHENTICATED' },
  unauthorized: { status: 403, number: 'UNAUTHORIZED' },
  unsupported: { status: 400, number: 'UNSUPPORTED' },
} as const;

export type ProblemKind = keyof typeof problemWords;
