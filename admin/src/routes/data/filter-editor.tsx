import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../components/engine/use-words.ts';
import { operatorsFor } from '../../lib/engine/row-query.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { Filter } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { FilterValue } from './filter-value.tsx';

type Props = { model: ScreenModel; initial: Filter; onApply: (filter: Filter) => void; onClose: () => void };

/** Changes one filter: how to compare, and with what. */
export function FilterEditor({ model, initial, onApply, onClose }: Props) {
  const text = useText();
  const words = useWords();
  const [filter, setFilter] = useState(initial);
  const field = model.fields.find(({ column }) => column.name === initial.column);
  if (field === undefined) return null;
  const isBare = filter.operator === 'null' || filter.operator === 'nnull';
  return (
    <Modal
      open
      title={words.column(initial.column, field.labels)}
      okText={text('data.apply')}
      cancelText={text('action.cancel')}
      onOk={() => onApply(filter)}
      onCancel={onClose}
      width={420}
    >
      <Form layout="vertical" onFinish={() => onApply(filter)}>
        <Form.Item label={text('data.compare')}>
          <Select
            value={filter.operator}
            onChange={(operator: Filter['operator']) => setFilter({ column: filter.column, operator })}
            options={operatorsFor(field.column).map((operator) => ({
              value: operator,
              label: text(`data.operator.${operator}`),
            }))}
          />
        </Form.Item>
        {!isBare && (
          <Form.Item label={text('data.value')}>
            <FilterValue
              key={filter.operator}
              field={field}
              model={model}
              operator={filter.operator}
              value={filter.value}
              onChange={(value) => setFilter({ ...filter, value })}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
