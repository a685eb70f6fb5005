import { createHmac } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { ObjectAddress } from './object-address.ts';
import { invalidJwt, invalidSignature } from './storage-failure.ts';

export interface UploadGrant {
  ownerId: string | null;
  upsert: boolean;
}

/** Signed URLs: tokens that name one object and one use, made with a key that signs nothing else. */
export interface UrlTokens {
  /** `transform` is the query string of an image transformation that the URL is bound to. */
  signRead(address: ObjectAddress, expiresInSeconds: number, transform: string | null): Promise<string>;
  verifyRead(token: string, address: ObjectAddress): Promise<{ transform: string | null }>;
  signUpload(address: ObjectAddress, grant: UploadGrant, expiresInSeconds: number): Promise<string>;
  verifyUpload(token: string, address: ObjectAddress): Promise<UploadGrant>;
}

export function createUrlTokens(jwtSecret: string): UrlTokens {
  const key = createHmac('sha256', jwtSecret).update('storage url signing').digest();
  const sign = (use: string, address: ObjectAddress, extra: object, seconds: number): Promise<string> =>
    new SignJWT({ url: `${address.bucket}/${address.name}`, use, ...extra })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(key);
  const verify = async (
    use: string,
    token: string,
    address: ObjectAddress,
  ): Promise<Record<string, unknown>> => {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
      if (payload['use'] !== use || payload['url'] !== `${address.bucket}/${address.name}`)
        throw invalidSignature();
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw invalidJwt('"exp" claim timestamp check failed');
      if (error instanceof errors.JOSEError) throw invalidJwt('signature verification failed');
      throw error;
    }
  };
  return {
    signRead: (address, seconds, transform) => sign('read', address, { transform }, seconds),
    async verifyRead(token, address) {
      const { transform } = await verify('read', token, address);
      return { transform: typeof transform === 'string' ? transform : null };
    },
    signUpload: (address, grant, seconds) => sign('upload', address, grant, seconds),
    async verifyUpload(token, address) {
      const { ownerId, upsert } = await verify('upload', token, address);
      return { ownerId: typeof ownerId === 'string' ? ownerId : null, upsert: upsert === true };
    },
  };
}
