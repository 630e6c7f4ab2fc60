/** What a client says of a new library, or of one that shall be another. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { hashOf } from '../../server/users.ts';
import { noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, flagIn, isFields, listIn, textIn } from '../rest-call.ts';
import type { Fields, RestCall } from '../rest-call.ts';
import { entityAt } from '../inventory/estate.ts';
import type { Publication, Subscription } from './book.ts';

const longest = 80;

export function nameIn(spec: Fields, before: string | undefined): Reply<string> {
  const name = (textIn(spec, 'name') ?? before ?? '').trim();
  if (name === '') return refuse('invalid_argument', 'A name is missing.');
  return name.length > longest
    ? refuse('invalid_argument', `A name has ${longest} characters at most.`)
    : told(name);
}

/** One datastore: that is where its files lie. */
export function backingIn({ vc }: RestCall, spec: Fields): Reply<EntityId> {
  const [backing, ...more] = listIn(spec, 'storage_backings').filter(isFields);
  if (backing === undefined || more.length > 0)
    return refuse('invalid_argument', 'A library has one storage backing: storage_backings[0].');
  if ((textIn(backing, 'type') ?? 'DATASTORE') !== 'DATASTORE')
    return refuse('unsupported', 'Libraries are kept on datastores here; other storage is not simulated.');
  const id = textIn(backing, 'datastore_id') ?? '';
  const store = entityAt(vc, 'datastore', id);
  return store === undefined ? noSuch('datastore', id) : told(store.id);
}

export const unpublished: Publication = { isPublished: false, user: '', hash: '' };

function methodIn(info: Fields, hadPassword: boolean): Reply<'NONE' | 'BASIC'> {
  const method = textIn(info, 'authentication_method') ?? (hadPassword ? 'BASIC' : 'NONE');
  return method === 'NONE' || method === 'BASIC'
    ? told(method)
    : refuse('invalid_argument', `There is no authentication method '${method}': NONE or BASIC.`);
}

/** What is not said stays. */
export async function publicationIn(spec: Fields, before: Publication): Promise<Reply<Publication>> {
  if (!isFields(spec['publish_info'])) return told(before);
  const info = fieldsIn(spec, 'publish_info');
  if (flagIn(info, 'persist_json_enabled') === true)
    return refuse(
      'unsupported',
      'Lists that are kept on the datastore (persist_json_enabled) are not simulated.',
    );
  const isPublished = flagIn(info, 'published') ?? before.isPublished;
  const method = methodIn(info, before.hash !== '');
  if (!method.ok) return method;
  if (method.value === 'NONE') return told({ isPublished, user: '', hash: '' });
  const user = textIn(info, 'user_name') ?? 'vcsp';
  const password = textIn(info, 'password') ?? '';
  if (password === '' && before.hash === '')
    return refuse('invalid_argument', 'With BASIC a password is needed: publish_info.password.');
  return told({ isPublished, user, hash: password === '' ? before.hash : await hashOf(password) });
}

export const unsubscribed: Subscription = {
  url: '',
  user: '',
  password: '',
  thumbprint: '',
  onDemand: false,
  isAutomatic: false,
};

function accessIn(info: Fields, before: Subscription): Reply<Pick<Subscription, 'user' | 'password'>> {
  const method = methodIn(info, before.password !== '');
  if (!method.ok) return method;
  if (method.value === 'NONE') return told({ user: '', password: '' });
  const password = textIn(info, 'password') ?? before.password;
  return password === ''
    ? refuse('invalid_argument', 'With BASIC a password is needed: subscription_info.password.')
    : told({ user: textIn(info, 'user_name') ?? (before.user || 'vcsp'), password });
}

export function subscriptionIn(spec: Fields, before: Subscription): Reply<Subscription> {
  const info = fieldsIn(spec, 'subscription_info');
  const url = textIn(info, 'subscription_url') ?? before.url;
  if (!URL.canParse(url))
    return refuse('invalid_argument', `'${url}' is no address: subscription_info.subscription_url.`);
  const access = accessIn(info, before);
  if (!access.ok) return access;
  return told({
    ...access.value,
    url,
    thumbprint: textIn(info, 'ssl_thumbprint') ?? before.thumbprint,
    onDemand: flagIn(info, 'on_demand') ?? before.onDemand,
    isAutomatic: flagIn(info, 'automatic_sync_enabled') ?? before.isAutomatic,
  });
}
