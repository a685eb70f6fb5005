import { Button, Form, Segmented, Select } from 'antd';
import { fitWidgets } from '../../../lib/engine/choose-widget.ts';
import { useWords } from '../../../components/engine/use-words.ts';
import type { Column, FieldPart, GroupPart } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { LabelInputs } from './label-inputs.tsx';
import { RolesSelect } from './roles-select.tsx';

type Props = {
  field: FieldPart;
  column: Column | undefined;
  groups: readonly GroupPart[];
  /** What the column may be called now, when it is no longer there. */
  renames: readonly string[];
  onChange: (next: FieldPart) => void;
  onRename: (column: string) => void;
  onRemove: () => void;
};

/** Everything that can be decided about one field. */
export function FieldInspector(props: Props) {
  const { field, column, groups, renames, onChange, onRename, onRemove } = props;
  const text = useText();
  const words = useWords();
  const set = (part: Partial<FieldPart>): void => {
    const next = { ...field, ...part };
    onChange(
      Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as FieldPart,
    );
  };
  return (
    <Form layout="vertical" component="div" className="inspector">
      <LabelInputs label={text('design.label')} value={field.labels} onChange={(labels) => set({ labels })} />
      <LabelInputs label={text('design.help')} value={field.help} onChange={(help) => set({ help })} />
      <div className="pair">
        <Form.Item label={text('design.widget')}>
          <Select
            allowClear
            placeholder={text('design.automatic')}
            aria-label={text('design.widget')}
            value={field.widget}
            onChange={(widget: string | undefined) => set({ widget })}
            options={(column ? fitWidgets(column) : []).map((widget) => ({
              value: widget,
              label: text(`widget.${widget}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={text('design.group')}>
          <Select
            allowClear
            placeholder={text('design.no_group')}
            aria-label={text('design.group')}
            value={field.group}
            onChange={(group: string | undefined) => set({ group })}
            options={groups.map(({ key, labels }) => ({ value: key, label: words.label(labels) ?? key }))}
          />
        </Form.Item>
      </div>
      <Form.Item label={text('design.width')}>
        <Segmented
          value={field.width ?? 'auto'}
          onChange={(width) => set({ width: width === 'auto' ? undefined : (width as 'full' | 'half') })}
          options={[
            { value: 'auto', label: text('design.automatic') },
            { value: 'full', label: text('design.width_full') },
            { value: 'half', label: text('design.width_half') },
          ]}
        />
      </Form.Item>
      <RolesSelect
        label={text('design.visible_to')}
        value={field.visible_to}
        onChange={(visible_to) => set({ visible_to })}
        testId="visible-to"
      />
      {(column === undefined || column.may.insert || column.may.update) && (
        <>
          <RolesSelect
            label={text('design.editable_by')}
            value={field.editable_by}
            onChange={(editable_by) => set({ editable_by })}
          />
          <RolesSelect
            label={text('design.required_for')}
            none={text('design.nobody')}
            value={field.required_for}
            onChange={(required_for) => set({ required_for })}
          />
        </>
      )}
      {renames.length > 0 && (
        <Form.Item label={text('design.rename_to')}>
          <Select
            placeholder={text('design.rename_hint')}
            aria-label={text('design.rename_to')}
            value={null}
            options={renames.map((name) => ({
              value: name,
              label: <span data-testid={`rename-to-${name}`}>{words.column(name)}</span>,
            }))}
            onChange={(name: string) => onRename(name)}
            data-testid="rename-to"
          />
        </Form.Item>
      )}
      <Button size="small" danger type="text" onClick={onRemove}>
        {text('design.remove_field')}
      </Button>
    </Form>
  );
}
