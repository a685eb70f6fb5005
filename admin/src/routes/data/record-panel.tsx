import { App } from 'antd';
import { useEffect, useMemo } from 'react';
import { useWorkspace } from '../../app/workspace.ts';
import { useReferenceLabels } from '../../components/engine/use-reference-labels.ts';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { changedValues } from '../../lib/engine/changed-values.ts';
import { defaultValue } from '../../lib/engine/default-value.ts';
import { rowLabel } from '../../lib/engine/row-label.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { AnyRow } from '../../lib/engine/types.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useRow } from '../../queries/engine/use-row.ts';
import { useSaveRow } from '../../queries/engine/use-save-row.ts';
import { RecordFields } from './record-fields.tsx';
import { RecordHistory } from './record-history.tsx';
import { RecordLinks } from './record-links.tsx';
import { RowActions } from './row-actions.tsx';

type Props = { model: ScreenModel; id: string | undefined; base: string; title: string; onClose: () => void };

/** One record beside its list: to read, to change where the database lets this person, or a new one. */
export function RecordPanel({ model, id, base, title, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { resource } = model;
  const { workspace, store, city } = useWorkspace();
  const isNew = id === 'new';
  const found = useRow(resource, isNew ? undefined : id);
  const saver = useSaveRow(resource);
  const row = found.data?.row;
  const initial = useMemo((): AnyRow | undefined => {
    if (!isNew) return row;
    const given: AnyRow = {};
    for (const { column } of model.fields) given[column.name] = defaultValue(column);
    if ('store_id' in given && workspace === 'merchant') given['store_id'] = store?.id;
    if ('city_id' in given) given['city_id'] = city?.id;
    return given;
  }, [isNew, row, model, workspace, store, city]);
  const labels = useReferenceLabels(model.fields, row ? [row] : []);
  const mayWrite = isNew ? resource.rights.insert !== 'none' : found.data?.rights.update === true;

  useEffect(() => {
    if (found.data !== null && !found.isError) return;
    void message.warning(found.isError ? errorText(found.error) : text('data.row_gone'));
    onClose();
  }, [found.data, found.isError, found.error, message, text, errorText, onClose]);

  const name = row ? rowLabel(row, resource.label_column, locale) : '';
  return (
    <RecordDrawer<AnyRow>
      open={initial !== undefined && id !== undefined}
      title={isNew ? text('data.new_of', { name: title }) : `${title} · ${name}`}
      width={560}
      initialValues={initial ?? {}}
      readOnly={!mayWrite}
      onSubmit={(values) =>
        saver.save(changedValues(model.fields, isNew ? undefined : row, values), isNew ? undefined : id)
      }
      onDelete={!isNew && id && found.data?.rights.delete ? () => saver.remove(id) : undefined}
      onClose={onClose}
      testId="record"
    >
      {() => (
        <>
          {row && <RowActions model={model} rows={[row]} onDone={() => void saver.again()} />}
          <RecordFields
            model={model}
            row={row}
            initial={initial ?? {}}
            labels={labels}
            base={base}
            mayWrite={mayWrite}
          />
          {row && <RecordHistory resource={resource} row={row} />}
          {row && <RecordLinks resource={resource} row={row} base={base} />}
        </>
      )}
    </RecordDrawer>
  );
}
