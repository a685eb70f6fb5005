import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { MoveButtons } from '../../../components/move-buttons.tsx';
import { moveItem } from '../../../lib/engine/move-item.ts';
import type { Definition, GroupPart } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';

type Props = { definition: Definition; onChange: (next: Definition) => void };

/** The groups under which fields stand. */
export function GroupsEditor({ definition, onChange }: Props) {
  const text = useText();
  const groups = definition.groups ?? [];
  const write = (next: GroupPart[]): void => onChange({ ...definition, groups: next });
  const label = (place: number, locale: 'zh-CN' | 'en', written: string): void =>
    write(
      groups.map((group, index) =>
        index === place ? { ...group, labels: { ...group.labels, [locale]: written } } : group,
      ),
    );
  const add = (): void => {
    const numbers = groups.map(({ key }) => Number(/^group_(\d+)$/.exec(key)?.[1] ?? 0));
    write([...groups, { key: `group_${Math.max(0, ...numbers) + 1}`, labels: {} }]);
  };
  const remove = (key: string): void =>
    onChange({
      ...definition,
      groups: groups.filter((group) => group.key !== key),
      fields: definition.fields?.map((field) => {
        if (field.group !== key) return field;
        const { group: _, ...rest } = field;
        return rest;
      }),
    });
  return (
    <div className="design-groups">
      {groups.map((group, place) => (
        <div key={group.key} className="design-group">
          <Input
            size="small"
            aria-label={text('design.in_chinese', { label: text('design.group') })}
            placeholder={text('design.in_chinese', { label: text('design.group') })}
            value={group.labels?.['zh-CN'] ?? ''}
            onChange={(event) => label(place, 'zh-CN', event.target.value)}
          />
          <Input
            size="small"
            lang="en"
            aria-label={text('design.in_english', { label: text('design.group') })}
            placeholder={text('design.in_english', { label: text('design.group') })}
            value={group.labels?.en ?? ''}
            onChange={(event) => label(place, 'en', event.target.value)}
          />
          <MoveButtons
            name={group.key}
            index={place}
            count={groups.length}
            onMove={(to) => write(moveItem(groups, place, to))}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={text('action.delete')}
            onClick={() => remove(group.key)}
          />
        </div>
      ))}
      <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={add} data-testid="add-group">
        {text('design.add_group')}
      </Button>
    </div>
  );
}
