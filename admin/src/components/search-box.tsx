import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import type { Ref } from 'react';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<InputRef>;
  testId?: string;
};

/** Filters a list; the / key brings the cursor here. */
export function SearchBox({ label, value, onChange, ref, testId }: Props) {
  return (
    <Input
      ref={ref}
      allowClear
      className="search-box"
      prefix={<SearchOutlined aria-hidden />}
      suffix={value === '' ? <kbd>/</kbd> : undefined}
      placeholder={label}
      aria-label={label}
      value={value}
      data-testid={testId ?? 'search'}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}
