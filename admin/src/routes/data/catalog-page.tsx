import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { useNavigate } from 'react-router';
import { useWorkspace } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useWords } from '../../components/engine/use-words.ts';
import { Page } from '../../components/page.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useMay } from '../../components/use-may.ts';
import type { Resource } from '../../lib/engine/types.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';
import { NewResourceDrawer } from './new-resource/new-resource-drawer.tsx';

type Row = Pick<Resource, 'name' | 'comment' | 'rights' | 'is_custom'> & { id: string; title: string };

/** Every table that the person may read, with what they may do there. */
export default function CatalogPage({ base }: { base: string }) {
  const text = useText();
  const words = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { workspace } = useWorkspace();
  const mayMake = useMay('data', 'create');
  const resources = useResources();
  const [search, setSearch] = useState('');
  const [isNew, setNew] = useState(false);
  const box = useRef<InputRef>(null);
  const wanted = search.trim().toLowerCase();
  const rows = resources.data
    ?.filter((resource) => resource.rights.select !== 'none' && resource.name !== 'custom_values')
    .map(({ name, comment, rights, is_custom, custom_labels }): Row => ({
      id: name,
      name,
      comment: locale === 'en' ? comment : null,
      rights,
      is_custom,
      title: words.resource(name, custom_labels),
    }))
    .filter((row) => `${row.title} ${row.name} ${row.comment ?? ''}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.title.localeCompare(b.title, locale));
  const open = (row: Row): void => void navigate(`${base}/${row.name}`);
  return (
    <Page
      title={text('screen.data')}
      lead={text('data.lead')}
      actions={
        workspace === 'ops' &&
        mayMake && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setNew(true)}
            data-testid="new-resource"
          >
            {text('data.new_resource')}
          </Button>
        )
      }
    >
      <div className="filters">
        <SearchBox ref={box} label={text('data.find_table')} value={search} onChange={setSearch} />
      </div>
      <DataTable<Row>
        label={text('screen.data')}
        testId="resource-table"
        rows={rows}
        loading={resources.isPending}
        error={resources.error}
        onRetry={() => void resources.refetch()}
        onOpen={open}
        onSearch={() => box.current?.focus()}
        empty={<EmptyState title={text('data.nothing_found')} hint={text('data.nothing_found_hint')} />}
        columns={[
          {
            title: text('data.table'),
            render: (_, row) => (
              <>
                <RowLink onClick={() => open(row)}>{row.title}</RowLink>{' '}
                {row.is_custom && <Tag variant="filled">{text('data.custom')}</Tag>}
              </>
            ),
          },
          {
            title: text('data.name_in_database'),
            render: (_, row) => <code className="muted">{row.name}</code>,
          },
          {
            title: text('data.rights'),
            render: (_, row) =>
              (['insert', 'update', 'delete'] as const)
                .filter((command) => row.rights[command] !== 'none')
                .map((command) => text(`data.right.${command}`))
                .join(' · ') || <span className="muted">{text('data.right.select')}</span>,
          },
          ...(locale === 'en'
            ? [
                {
                  title: text('data.about'),
                  render: (_: unknown, row: Row) => (
                    <span className="muted clip cell-about">{row.comment}</span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <NewResourceDrawer
        open={isNew}
        resources={resources.data ?? []}
        onClose={() => setNew(false)}
        onMade={(name) => void navigate(`${base}/${name}`)}
      />
    </Page>
  );
}
