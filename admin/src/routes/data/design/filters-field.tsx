import { Form } from 'antd';
import type { ScreenModel } from '../../../lib/engine/screen-model.ts';
import type { Filter } from '../../../lib/engine/types.ts';
import { FilterTags } from '../filter-tags.tsx';

type Props = {
  label: string;
  model: ScreenModel;
  value: Filter[] | undefined;
  onChange: (next: Filter[] | undefined) => void;
};

/** The filters with which a list or a view begins. */
export function FiltersField({ label, model, value, onChange }: Props) {
  return (
    <Form.Item label={label}>
      <div className="filters">
        <FilterTags
          model={model}
          filters={value ?? []}
          size="small"
          onChange={(next) => onChange(next.length > 0 ? next : undefined)}
        />
      </div>
    </Form.Item>
  );
}
