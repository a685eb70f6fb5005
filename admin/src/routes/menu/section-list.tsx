import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { useSaveOrder } from '../../components/use-save-order.ts';
import { localName } from '../../lib/local-name.ts';
import { reorder } from '../../lib/reorder.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ProductRow, SectionRow } from '../../queries/catalog/use-menu.ts';

type Props = {
  sections: readonly SectionRow[];
  products: readonly ProductRow[];
  currentId: string | undefined;
  mayEdit: boolean;
  onChoose: (id: string) => void;
  onEdit: (section: SectionRow | 'new') => void;
};

/** The headings of the menu: choose, edit, drag or move. */
export function SectionList({ sections, products, currentId, mayEdit, onChoose, onEdit }: Props) {
  const text = useText();
  const locale = useLocale();
  const saveOrder = useSaveOrder('menu_sections');
  const dragged = useRef<number | undefined>(undefined);
  const move = (from: number, to: number): void => void saveOrder(reorder(sections, from, to));
  return (
    <section className="section-list" aria-label={text('menu.sections')} data-testid="section-list">
      {sections.length === 0 && (
        <EmptyState title={text('menu.no_sections')} hint={text('menu.no_sections_hint')} />
      )}
      <ul>
        {sections.map((section, index) => (
          <li
            key={section.id}
            draggable={mayEdit}
            onDragStart={() => (dragged.current = index)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() =>
              dragged.current !== undefined && dragged.current !== index && move(dragged.current, index)
            }
            className={section.id === currentId ? 'section-current' : undefined}
          >
            <button
              type="button"
              className="section-name"
              aria-current={section.id === currentId}
              data-testid="section"
              onClick={() => onChoose(section.id)}
            >
              {localName(section, locale)}
              <span className="count tabular">
                {products.filter((product) => product.section_id === section.id).length}
              </span>
            </button>
            {mayEdit && section.id === currentId && (
              <span className="section-tools">
                <MoveButtons
                  name={section.name}
                  index={index}
                  count={sections.length}
                  onMove={(to) => move(index, to)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<EditOutlined />}
                  aria-label={text('action.edit_named', { name: localName(section, locale) })}
                  data-testid="section-edit"
                  onClick={() => onEdit(section)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Button block icon={<PlusOutlined />} data-testid="section-new" onClick={() => onEdit('new')}>
          {text('menu.new_section')}
        </Button>
      )}
    </section>
  );
}
