import type { Enums } from '@linli/database';
import { Tooltip } from 'antd';
import { useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useWords } from '../../components/engine/use-words.ts';
import { SearchBox } from '../../components/search-box.tsx';
import type { Resource } from '../../lib/engine/types.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';
import { useRoleRights } from '../../queries/team/use-role-rights.ts';
import { opsRoles } from './people.tsx';

type Row = { id: string; title: string };
const commands = ['select', 'insert', 'update', 'delete'] as const;

/** Role by table, from the grants and policies of the database; nothing here is written by hand. */
export function RoleMatrix() {
  const text = useText();
  const locale = useLocale();
  const words = useWords();
  const rights = useRoleRights();
  const resources = useResources().data;
  const box = useRef<InputRef>(null);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const names = [...new Set(Object.values(rights.data ?? {}).flatMap((tables) => Object.keys(tables)))];
  const rows =
    rights.data &&
    names
      .map((name): Row => ({
        id: name,
        title: words.resource(name, resources?.find((known) => known.name === name)?.custom_labels),
      }))
      .filter(
        ({ id, title }) =>
          `${title} ${id}`.toLowerCase().includes(wanted) &&
          opsRoles.some((role) => rights.data[role][id]?.select !== 'none'),
      )
      .sort((a, b) => a.title.localeCompare(b.title, locale));
  return (
    <>
      <p className="muted">{text('team.matrix_lead')}</p>
      <div className="filters">
        <SearchBox ref={box} label={text('data.find_table')} value={search} onChange={setSearch} />
      </div>
      <DataTable<Row>
        label={text('team.matrix')}
        testId="role-matrix"
        rows={rows}
        loading={rights.isPending}
        error={rights.error}
        onRetry={() => void rights.refetch()}
        onSearch={() => box.current?.focus()}
        empty={<EmptyState title={text('data.nothing_found')} hint={text('data.nothing_found_hint')} />}
        columns={[
          {
            title: text('data.table'),
            render: (_, row) => (
              <>
                {row.title} <code className="muted">{row.id}</code>
              </>
            ),
          },
          ...opsRoles.map((role) => ({
            title: text(`role.${role}`),
            render: (_: unknown, row: Row) => <RightCell role={role} rights={rights.data?.[role][row.id]} />,
          })),
        ]}
      />
    </>
  );
}

function RightCell({ role, rights }: { role: Enums<'ops_role'>; rights: Resource['rights'] | undefined }) {
  const text = useText();
  const held = commands.filter((command) => rights !== undefined && rights[command] !== 'none');
  if (held.length === 0) return <span className="muted">–</span>;
  return (
    <span className="right-cell" data-role={role}>
      {held.map((command) => (
        <Tooltip
          key={command}
          title={text(rights?.[command] === 'all' ? 'team.right_all' : 'team.right_own')}
        >
          <span className={rights?.[command] === 'all' ? 'right right-all' : 'right'}>
            {text(`data.right.${command}`)}
          </span>
        </Tooltip>
      ))}
    </span>
  );
}
