import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fitWidgets } from '../src/lib/engine/choose-widget.ts';
import type { Kind } from '../src/lib/engine/types.ts';
import { screenRoles } from '../src/routes/data/design/screen-roles.ts';

const schemas = new URL('../../supabase/schemas/', import.meta.url);

function words(text: string): string[] {
  return Array.from(text.matchAll(/'([a-z_]+)'/g), (match) => match[1] ?? '');
}

test('the widgets offered for a kind are those that the database takes', async () => {
  const sql = await readFile(new URL('88_screen/200_fn_screen_problem.sql', schemas), 'utf8');
  const body = sql.slice(sql.indexOf('create function private.fit_widgets'));
  const kinds = Array.from(body.matchAll(/when '(\w+)' then array\[([^\]]+)\]/g));
  assert.ok(kinds.length > 8);
  for (const [, kind = '', list = ''] of kinds) {
    assert.deepEqual(fitWidgets({ kind: kind as Kind }), [...words(list), 'json'], kind);
  }
  const reference = { table: 'stores', column: 'id', label: 'name' };
  assert.deepEqual(
    new Set(fitWidgets({ kind: 'uuid', references: reference })),
    new Set(['text', 'reference', 'json']),
  );
});

test('the roles of the designer are those of the database', async () => {
  const sql = await readFile(new URL('10_identity/010_types.sql', schemas), 'utf8');
  const of = (name: string): string[] =>
    words(new RegExp(`create type public\\.${name} as enum \\(([^)]+)\\)`).exec(sql)?.[1] ?? '');
  assert.deepEqual([...screenRoles], [...of('ops_role'), ...of('merchant_role')]);
});
