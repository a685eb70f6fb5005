import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import type { SupabaseClient } from '@supabase/supabase-js';
import sharp from 'sharp';
import type { TestPlatform } from '../support/platform.ts';

/** Runs on a platform that other suites share; `shared` gives it once it has started. */
export function storageSuite(shared: () => TestPlatform): void {
  describe('storage', () => {
    let platform: TestPlatform;
    let owner: SupabaseClient;
    let stranger: SupabaseClient;
    const ownerId = 'aaaaaaaa-0000-4000-8000-000000000001';

    before(async () => {
      platform = shared();
      await platform.sql(`
      insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
        ('photos', 'photos', true, 200000, '{image/*,text/plain}'), ('papers', 'papers', false, null, null);
      create policy papers_own on storage.objects for all to authenticated
        using (bucket_id = 'papers' and (storage.foldername(name))[1] = (select auth.uid())::text)
        with check (bucket_id = 'papers' and (storage.foldername(name))[1] = (select auth.uid())::text);
      create policy photos_upload on storage.objects for insert to authenticated with check (bucket_id = 'photos');
      create policy photos_read on storage.objects for select to authenticated using (bucket_id = 'photos');
      create policy photos_change on storage.objects for update to authenticated
        using (bucket_id = 'photos' and owner_id = (select auth.uid())::text);`);
      owner = await platform.user(ownerId);
      stranger = await platform.user('bbbbbbbb-0000-4000-8000-000000000002');
    });

    const statusOf = (error: unknown): [string | undefined, string | undefined] => {
      const { statusCode, code } = (error ?? {}) as { statusCode?: string; code?: string };
      return [statusCode, code];
    };

    test('an object is written, read, replaced and removed by its owner only', async () => {
      const path = `${ownerId}/letters/one.txt`;
      const made = await owner.storage
        .from('papers')
        .upload(path, 'first', { contentType: 'text/plain', metadata: { kind: 'letter' } });
      assert.equal(made.data?.fullPath, `papers/${path}`);
      assert.equal(await (await owner.storage.from('papers').download(path)).data?.text(), 'first');
      assert.deepEqual(statusOf((await stranger.storage.from('papers').download(path)).error), [
        '404',
        'NoSuchKey',
      ]);
      assert.deepEqual(
        statusOf((await stranger.storage.from('papers').upload(path, 'mine', { upsert: true })).error),
        ['403', 'AccessDenied'],
      );
      assert.deepEqual(statusOf((await platform.anon().storage.from('papers').upload('x.txt', 'x')).error), [
        '403',
        'AccessDenied',
      ]);
      assert.deepEqual(statusOf((await owner.storage.from('papers').upload(path, 'again')).error), [
        '409',
        'ResourceAlreadyExists',
      ]);
      await owner.storage.from('papers').update(path, new Blob(['second'], { type: 'text/markdown' }));
      const info = await owner.storage.from('papers').info(path);
      assert.deepEqual([info.data?.size, info.data?.contentType], [6, 'text/markdown']);
      assert.deepEqual((await stranger.storage.from('papers').remove([path])).data, []);
      assert.equal((await owner.storage.from('papers').remove([path])).data?.[0]?.name, path);
      assert.equal((await owner.storage.from('papers').exists(path)).data, false);
    });

    test('no file is left behind by replaced, refused and removed objects', async () => {
      const files = async () =>
        (await readdir(join(platform.dataDir, 'storage'), { recursive: true })).filter(
          (name) => name.length > 3,
        );
      const path = `${ownerId}/count.txt`;
      const before = (await files()).length;
      await owner.storage.from('papers').upload(path, 'a');
      await owner.storage.from('papers').upload(path, 'b', { upsert: true });
      await stranger.storage.from('papers').upload(path, 'c', { upsert: true });
      assert.equal((await files()).length, before + 1);
      await owner.storage.from('papers').remove([path]);
      assert.equal((await files()).length, before);
    });

    test('listing shows one level, folders first, sorted and paged', async () => {
      const bucket = owner.storage.from('papers');
      for (const name of ['b.txt', 'a.txt', 'sub/x.txt', 'sub/deep/y.txt', 'c.txt']) {
        await bucket.upload(`${ownerId}/list/${name}`, name);
      }
      const names = async (options?: object) =>
        (await bucket.list(`${ownerId}/list`, options)).data?.map((entry) => entry.name);
      assert.deepEqual(await names(), ['sub', 'a.txt', 'b.txt', 'c.txt']);
      assert.deepEqual(await names({ sortBy: { column: 'name', order: 'desc' } }), [
        'sub',
        'c.txt',
        'b.txt',
        'a.txt',
      ]);
      assert.deepEqual(await names({ limit: 2, offset: 1 }), ['a.txt', 'b.txt']);
      assert.deepEqual(await names({ search: 'b' }), ['b.txt']);
      assert.deepEqual(
        (await bucket.list(`${ownerId}/list/sub`)).data?.map(({ name, id }) => [name, id === null]),
        [
          ['deep', true],
          ['x.txt', false],
        ],
      );
      assert.deepEqual((await stranger.storage.from('papers').list(`${ownerId}/list`)).data, []);
      const pages: string[] = [];
      let cursor: string | undefined;
      do {
        const { data } = await bucket.listV2({ prefix: `${ownerId}/list/`, limit: 2, cursor });
        pages.push(...(data?.objects ?? []).map((object) => object.name));
        cursor = data?.nextCursor;
      } while (cursor);
      assert.equal(pages.length, 5);
    });

    test('move and copy keep bytes and obey policies', async () => {
      const bucket = owner.storage.from('papers');
      await bucket.upload(`${ownerId}/m/from.txt`, 'bytes', { metadata: { a: 1 } });
      assert.equal(
        (await bucket.copy(`${ownerId}/m/from.txt`, `${ownerId}/m/copy.txt`)).data?.path,
        `papers/${ownerId}/m/copy.txt`,
      );
      assert.equal((await bucket.move(`${ownerId}/m/from.txt`, `${ownerId}/m/to.txt`)).error, null);
      assert.equal(await (await bucket.download(`${ownerId}/m/to.txt`)).data?.text(), 'bytes');
      assert.deepEqual((await bucket.info(`${ownerId}/m/copy.txt`)).data?.metadata, { a: 1 });
      assert.deepEqual(statusOf((await bucket.move(`${ownerId}/m/to.txt`, 'elsewhere.txt')).error), [
        '403',
        'AccessDenied',
      ]);
      assert.deepEqual(
        statusOf((await stranger.storage.from('papers').copy(`${ownerId}/m/to.txt`, 'y.txt')).error),
        ['404', 'NoSuchKey'],
      );
    });

    test('limits of size and type', async () => {
      const photos = owner.storage.from('photos');
      assert.deepEqual(
        statusOf((await photos.upload('big.txt', 'x'.repeat(200_001), { contentType: 'text/plain' })).error),
        ['413', 'EntityTooLarge'],
      );
      assert.deepEqual(
        statusOf((await photos.upload('a.zip', 'x', { contentType: 'application/zip' })).error),
        ['415', 'InvalidMimeType'],
      );
      assert.deepEqual(statusOf((await photos.upload('坏.txt', 'x', { contentType: 'text/plain' })).error), [
        '400',
        'InvalidKey',
      ]);
      assert.deepEqual(statusOf((await owner.storage.from('nowhere').upload('a.txt', 'x')).error), [
        '404',
        'NoSuchBucket',
      ]);
    });

    test('public objects need no key, private ones do', async () => {
      await owner.storage.from('photos').upload('open.txt', 'open', { contentType: 'text/plain' });
      const response = await fetch(owner.storage.from('photos').getPublicUrl('open.txt').data.publicUrl);
      assert.deepEqual([response.status, await response.text()], [200, 'open']);
      const cached = await fetch(response.url, {
        headers: { 'if-none-match': response.headers.get('etag') ?? '' },
      });
      assert.equal(cached.status, 304);
      const part = await fetch(response.url, { headers: { range: 'bytes=1-2' } });
      assert.deepEqual([part.status, await part.text()], [206, 'pe']);
      await owner.storage.from('papers').upload(`${ownerId}/closed.txt`, 'closed');
      const closed = await fetch(`${platform.url}/storage/v1/object/public/papers/${ownerId}/closed.txt`);
      assert.equal(closed.status, 400);
      const keyless = await fetch(`${platform.url}/storage/v1/object/papers/${ownerId}/closed.txt`);
      assert.equal(keyless.status, 400);
    });

    test('signed URLs open one object for a time', async () => {
      const path = `${ownerId}/signed.txt`;
      await owner.storage.from('papers').upload(path, 'signed');
      const { data } = await owner.storage
        .from('papers')
        .createSignedUrl(path, 60, { download: 'new name.txt' });
      const response = await fetch(data?.signedUrl ?? '');
      assert.equal(await response.text(), 'signed');
      assert.equal(
        response.headers.get('content-disposition'),
        "attachment; filename*=UTF-8''new%20name.txt",
      );
      const elsewhere = await fetch((data?.signedUrl ?? '').replace('signed.txt', 'closed.txt'));
      assert.equal(((await elsewhere.json()) as { code: string }).code, 'InvalidSignature');
      const token = new URL(data?.signedUrl ?? '').searchParams.get('token') ?? '';
      const asBearer = await fetch(`${platform.url}/rest/v1/`, { headers: { apikey: token } });
      assert.equal(asBearer.status, 401);
      assert.deepEqual(statusOf((await stranger.storage.from('papers').createSignedUrl(path, 60)).error), [
        '404',
        'NoSuchKey',
      ]);
      const many = await owner.storage.from('papers').createSignedUrls([path, 'none.txt'], 60);
      assert.deepEqual(
        many.data?.map((entry) => entry.error === null),
        [true, false],
      );
    });

    test('signed uploads take one object from somebody without a session', async () => {
      const path = `${ownerId}/invited.txt`;
      const { data } = await owner.storage.from('papers').createSignedUploadUrl(path);
      const anon = platform.anon().storage.from('papers');
      assert.equal((await anon.uploadToSignedUrl(path, data?.token ?? '', 'by anon')).error, null);
      assert.equal(await (await owner.storage.from('papers').download(path)).data?.text(), 'by anon');
      assert.notEqual(
        (await anon.uploadToSignedUrl(`${ownerId}/other.txt`, data?.token ?? '', 'x')).error,
        null,
      );
      assert.deepEqual(statusOf((await stranger.storage.from('papers').createSignedUploadUrl(path)).error), [
        '403',
        'AccessDenied',
      ]);
    });

    test('pictures are made smaller, others are refused', async () => {
      const picture = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#c33' } })
        .jpeg()
        .toBuffer();
      await owner.storage.from('photos').upload('red.jpg', picture, { contentType: 'image/jpeg' });
      const bucket = owner.storage.from('photos');
      const sizeOf = async (body: ArrayBuffer) => {
        const { width, height, format } = await sharp(Buffer.from(body)).metadata();
        return [width, height, format];
      };
      const url = bucket.getPublicUrl('red.jpg', { transform: { width: 100, height: 100 } }).data.publicUrl;
      assert.deepEqual(await sizeOf(await (await fetch(url)).arrayBuffer()), [100, 100, 'jpeg']);
      const webp = await fetch(url, { headers: { accept: 'image/webp,*/*' } });
      assert.deepEqual(await sizeOf(await webp.arrayBuffer()), [100, 100, 'webp']);
      const signed = await bucket.createSignedUrl('red.jpg', 60, {
        transform: { width: 50, resize: 'contain' },
      });
      assert.deepEqual(await sizeOf(await (await fetch(signed.data?.signedUrl ?? '')).arrayBuffer()), [
        50,
        25,
        'jpeg',
      ]);
      const down = await bucket.download('red.jpg', { transform: { width: 40 } });
      assert.deepEqual(await sizeOf((await down.data?.arrayBuffer()) ?? new ArrayBuffer(0)), [
        40,
        20,
        'jpeg',
      ]);
      assert.equal(
        (await fetch(`${platform.url}/storage/v1/render/image/public/photos/open.txt?width=10`)).status,
        400,
      );
      assert.equal((await fetch(`${url}&width=9999999`)).status, 200);
      assert.equal(
        (await fetch(`${platform.url}/storage/v1/render/image/public/photos/red.jpg?width=9999`)).status,
        400,
      );
    });

    test('buckets: created, changed, emptied and deleted by the service, invisible to others', async () => {
      const { storage } = platform.service();
      assert.equal(
        (await storage.createBucket('made', { public: false, fileSizeLimit: '1KB' })).data?.name,
        'made',
      );
      assert.deepEqual(statusOf((await storage.createBucket('made')).error), [
        '409',
        'ResourceAlreadyExists',
      ]);
      assert.equal(
        (await storage.updateBucket('made', { public: true, allowedMimeTypes: ['text/plain'] })).error,
        null,
      );
      const { data } = await storage.getBucket('made');
      assert.deepEqual(
        [data?.public, data?.file_size_limit, data?.allowed_mime_types],
        [true, 1000, ['text/plain']],
      );
      await storage.from('made').upload('a.txt', 'a', { contentType: 'text/plain' });
      assert.equal(statusOf((await storage.deleteBucket('made')).error)[0], '409');
      assert.equal((await storage.emptyBucket('made')).error, null);
      assert.equal((await storage.deleteBucket('made')).error, null);
      assert.deepEqual((await owner.storage.listBuckets()).data, []);
      assert.deepEqual(statusOf((await owner.storage.createBucket('mine')).error), ['403', 'AccessDenied']);
    });

    test('paths never leave their bucket', async () => {
      const tries = [
        '..%2f..%2fkeys.json',
        '%2e%2e/%2e%2e/keys.json',
        '..%5c..%5ckeys.json',
        'a/..%2f..%2f..%2fkeys.json',
        '%00',
        'a%2f%2fb',
      ];
      for (const path of tries) {
        for (const prefix of [
          'object/public/photos',
          'object/photos',
          'object/authenticated/photos',
          'object/info/photos',
          'render/image/public/photos',
        ]) {
          const response = await fetch(`${platform.url}/storage/v1/${prefix}/${path}`, {
            headers: { apikey: platform.keys.secretKey },
          });
          assert.ok([400, 404].includes(response.status), `${prefix}/${path} answered ${response.status}`);
          assert.doesNotMatch(await response.text(), /jwtSecret/);
        }
      }
      const named = await platform
        .service()
        .storage.from('photos')
        .upload('a/../../x.txt', 'x', { contentType: 'text/plain' });
      assert.notEqual(named.error, null);
    });

    test('rows cannot be deleted by SQL, which would leave files behind', async () => {
      await assert.rejects(platform.sql('delete from storage.objects'), /Use the Storage API/);
    });
  });
}
