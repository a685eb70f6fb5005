import { invalidKey, invalidRequest, StorageFailure } from './storage-failure.ts';

/** Where an object is: its bucket and its name inside it. */
export interface ObjectAddress {
  bucket: string;
  name: string;
}

/** The characters that Supabase Storage takes in a key. */
const KEY = /^(?:\w|\/|!|-|\.|\*|'|\(|\)| |&|\$|@|=|;|:|\+|,|\?)+$/;
const BUCKET = /^(?:\w|!|-|\.|\*|'|\(|\)| |&|\$|@|=|;|:|\+|,|\?)+$/;

/** Checks a name inside a bucket; throws `InvalidKey`. */
export function checkedName(name: string): string {
  const segments = name.split('/');
  if (
    !KEY.test(name) ||
    name.length > 1024 ||
    segments.some((part) => part === '' || part === '.' || part === '..')
  ) {
    throw invalidKey(name);
  }
  return name;
}

/** Checks the name of a bucket; throws `InvalidBucketName`. */
export function checkedBucket(name: string): string {
  if (!BUCKET.test(name) || name.length > 100 || name !== name.trim() || name === '.' || name === '..') {
    throw new StorageFailure(400, 'InvalidBucketName', 'InvalidBucketName', 'Bucket name invalid');
  }
  return name;
}

/** Reads `<prefix><bucket>/<name>` from a request's URL; throws `InvalidKey` or `InvalidRequest`. */
export function addressFrom(requestUrl: string, prefix: string): ObjectAddress {
  const path = new URL(requestUrl).pathname.slice(`/storage/v1/${prefix}`.length);
  const [bucket = '', ...rest] = path.split('/').map(decoded);
  if (bucket === '' || rest.length === 0) throw invalidRequest('The path must name a bucket and an object');
  return { bucket: checkedBucket(bucket), name: checkedName(rest.join('/')) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw invalidKey(segment);
  }
}
