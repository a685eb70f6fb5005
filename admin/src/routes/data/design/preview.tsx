import { Form } from 'antd';
import { useMemo } from 'react';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useReferenceLabels } from '../../../components/engine/use-reference-labels.ts';
import { useWords } from '../../../components/engine/use-words.ts';
import { rowId } from '../../../lib/engine/row-key.ts';
import { screenModel } from '../../../lib/engine/screen-model.ts';
import type { Definition, Resource } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { useRows } from '../../../queries/engine/use-rows.ts';
import { RecordFields } from '../record-fields.tsx';
import type { TableRow } from '../rows-page.tsx';
import { useListColumns } from '../use-list-columns.tsx';

type Props = { resource: Resource; definition: Definition; role: string };

/** A screen as a role would see it, with the first rows of the day. Nothing here is saved. */
export function Preview({ resource, definition, role }: Props) {
  const text = useText();
  const words = useWords();
  const model = useMemo(() => screenModel(resource, definition, role), [resource, definition, role]);
  const fields = model.listColumns;
  const rows = useRows(resource, {
    columns: resource.columns.filter(({ may }) => may.select).map(({ name }) => name),
    filters: model.filters,
    sort: model.sort,
    pageSize: 3,
  });
  const list = rows.data?.pages[0]?.map((row): TableRow => ({ ...row, id: rowId(resource, row) }));
  const first = list?.[0];
  const labels = useReferenceLabels(model.fields, first ? [first] : []);
  const columns = useListColumns({
    fields,
    rows: list ?? [],
    base: '',
    state: undefined,
    onOpen: () => undefined,
  });
  return (
    <div className="design-preview" data-testid="design-preview">
      <h2>{words.resource(resource.name, model.labels)}</h2>
      {words.label(model.help) && <p className="muted">{words.label(model.help)}</p>}
      <DataTable<TableRow>
        inDrawer
        label={text('design.preview')}
        rows={list}
        loading={rows.isPending}
        error={rows.error}
        columns={columns}
        empty={<EmptyState title={text('data.no_rows')} />}
      />
      {(first || resource.rights.insert !== 'none') && (
        <Form
          key={JSON.stringify(first?.id)}
          layout="vertical"
          className="preview-form"
          initialValues={first}
        >
          <RecordFields
            model={model}
            row={first}
            initial={first ?? {}}
            labels={labels}
            base=""
            mayWrite={resource.rights.update !== 'none' || !first}
          />
        </Form>
      )}
    </div>
  );
}
