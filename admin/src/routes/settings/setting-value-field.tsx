import { Form, Input, InputNumber } from 'antd';
import { useWorkspace } from '../../app/workspace.ts';
import { PercentInput } from '../../components/engine/percent-input.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import { parseSetting, settingRange, settingUnit } from '../../lib/setting-value.ts';
import { useText } from '../../providers/use-text.ts';
import type { SettingRow } from './setting-table.tsx';
import { useSettingText } from './use-setting-text.ts';

/** The control for one parameter, with its unit and its bounds; what it means is shown as it is typed. */
export function SettingValueField({ row }: { row: SettingRow }) {
  const text = useText();
  const settingText = useSettingText();
  const currency = useWorkspace().city?.currency ?? 'CNY';
  const number = Form.useWatch('number') as number | null | undefined;
  const { min, max } = settingRange(row.schema);
  if (typeof row.value !== 'number') {
    return (
      <Form.Item
        name="text"
        label={text('settings.value')}
        extra={row.key}
        rules={[
          {
            validator: (_rule, value: string) =>
              parseSetting(value, row.value)
                ? Promise.resolve()
                : Promise.reject(new Error(text('settings.invalid'))),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} spellCheck={false} data-testid="field-value" />
      </Form.Item>
    );
  }
  const unit = settingUnit(row.key);
  const range =
    min !== undefined && max !== undefined
      ? text('data.range', { min: settingText(row.key, min), max: settingText(row.key, max) })
      : '';
  return (
    <Form.Item
      name="number"
      label={text('settings.value')}
      extra={
        <>
          {typeof number === 'number' && unit === 'seconds' && `= ${settingText(row.key, number)} `}
          {range && `· ${range}`}
        </>
      }
      rules={[
        { required: true, type: 'number', message: text('form.required') },
        { type: 'number', min, max, message: range },
      ]}
    >
      {unit === 'cents' ? (
        <MoneyInput currency={currency} data-testid="field-value" />
      ) : unit === 'bps' ? (
        <PercentInput />
      ) : (
        <InputNumber
          className="fill"
          precision={0}
          suffix={text(`setting_unit.${unit}`)}
          data-testid="field-value"
        />
      )}
    </Form.Item>
  );
}
