import { HolderOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CategoryRow } from '../../queries/category/use-categories.ts';
import type { CategoryTarget } from './list.tsx';

type Props = {
  row: CategoryRow;
  index: number;
  count: number;
  readOnly: boolean;
  onMove: (to: number) => void;
  onOpen: (target: CategoryTarget) => void;
};

/** One category in the tree with everything that can be done to it. */
export function CategoryLine({ row, index, count, readOnly, onMove, onOpen }: Props) {
  const text = useText();
  const locale = useLocale();
  const name = localName(row, locale);
  return (
    <div
      className={row.is_active ? 'category-line' : 'category-line category-off'}
      data-testid="category"
      data-slug={row.slug}
    >
      {!readOnly && <HolderOutlined aria-hidden className="drag-mark" />}
      <RowLink onClick={() => onOpen({ row })} testId="category-open">
        {name}
      </RowLink>
      <span className="muted clip">{row.slug}</span>
      <span className="push" />
      {!readOnly && (
        <>
          <MoveButtons name={name} index={index} count={count} onMove={onMove} />
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined />}
            aria-label={text('categories.new_under', { name })}
            title={text('categories.new_under', { name })}
            onClick={() => onOpen({ parentId: row.id })}
          />
        </>
      )}
      <SwitchCell
        resource="categories"
        id={row.id}
        field="is_active"
        checked={row.is_active}
        disabled={readOnly}
        label={text('categories.active_named', { name })}
        testId="category-active"
      />
    </div>
  );
}
