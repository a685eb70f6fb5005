import { merchantRights, opsRights, type Right } from '../src/lib/rights.ts';

/** The pgTAP file that asks the database about every offer of `rights.ts`. */
export const officeRightsFile = new URL('../../supabase/tests/office_rights.test.sql', import.meta.url);

/** That file's text with the offers as they are now between its marks. */
export function withOffers(file: string): string {
  const all: Record<string, Readonly<Record<string, Right<string>>>> = {
    ops: opsRights,
    merchant: merchantRights,
  };
  const rows = Object.entries(all).flatMap(([workspace, rights]) =>
    Object.entries(rights).flatMap(([name, { roles, asks }]) =>
      asks.map((ask) => `  ('${workspace}', '${name}', '${ask}', '{${roles.join()}}')`),
    ),
  );
  return file.replace(
    /-- offers\n[\s\S]*-- end of offers\n/,
    () => `-- offers\n${rows.join(',\n')};\n-- end of offers\n`,
  );
}
