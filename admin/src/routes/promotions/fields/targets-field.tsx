import type { Targets } from '../../../lib/promotion/draft.ts';
import { useText } from '../../../providers/use-text.ts';
import { Field } from '../field.tsx';
import { RowPicker } from './row-picker.tsx';

type Props = { storeId?: string; value: Targets | undefined; onChange: (next: Targets) => void };

const parts = [
  ['product_ids', 'products'],
  ['section_ids', 'menu_sections'],
  ['category_ids', 'categories'],
] as const;

/** Which goods take part: named ones, sections of a menu, categories; none named is all. */
export function TargetsField({ storeId, value = {}, onChange }: Props) {
  const text = useText();
  return (
    <Field label={text('targets.title')} hint={text('targets.hint')}>
      <div className="targets">
        {parts
          // Sections are of one menu; for a whole town there are categories.
          .filter(
            ([key]) => storeId !== undefined || key !== 'section_ids' || (value.section_ids ?? []).length > 0,
          )
          .map(([key, table]) => (
            <div key={key} className="target">
              <span className="muted">{text(`targets.${key}`)}</span>
              <RowPicker
                table={table}
                label={text(`targets.${key}`)}
                storeId={storeId}
                isMany
                value={value[key] ?? []}
                onChange={(next) => onChange({ ...value, [key]: next === null ? [] : [next].flat() })}
              />
            </div>
          ))}
      </div>
    </Field>
  );
}
