import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** An address, good for a minute, that downloads an invoice's file under its number. */
export async function invoiceLink(path: string, number: string): Promise<string> {
  const ending = path.split('.').at(-1) ?? 'pdf';
  const { signedUrl } = unwrap(
    await db()
      .storage.from('invoices')
      .createSignedUrl(path, 60, { download: `${number}.${ending}` }),
  );
  return signedUrl;
}
